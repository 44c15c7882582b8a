"""Knows a plan as rows of files: what is printed first, then how each line stands on the day and who said so."""

from collections.abc import Iterable

from dashboard.domain.documents import Risk
from dashboard.domain.plans.risks import band_of
from dashboard.reports.planning.contents import Contents
from dashboard.reports.planning.lines import ActionLine, RiskLine
from dashboard.reports.planning.printed_rows import action_cells, campaign_cells, day_cell, meeting_cells
from dashboard.reports.report import Cell, Table

ACTION_COLUMNS = (
    *("ref", "objective", "action", "lead", "due", "due_date", "resources", "partners", "framework"),
    *("measure", "progress", "changes", "outcome", "monitoring", "national_indicators", "category"),
    *("source_cell", "key", "status", "status_reason", "said_by", "said_on", "said", "due_now", "why_moved"),
    *("days_overdue", "last_confirmed_days", "starts", "indicators"),
)
RISK_COLUMNS = (
    *("ref", "kind", "risk", "rating", "impact", "likelihood", "controls", "further_actions"),
    *("residual", "residual_reason", "lead", "source_cell", "key", "rating_now", "residual_now", "band"),
    *("movement", "before", "reviewed_by", "reviewed_on", "said", "next_review", "to_look_at", "indicators"),
)
MEETING_COLUMNS = ("meeting", "date", "kind", "text", "lead", "source_cell", "key", "starts", "ends", "aims_at")
EXCEPTION_COLUMNS = ("exception", "key", "ref", "text", "lead", "why")
EVENT_COLUMNS = ("kind", "key", "first", "last", "text", "lead")
CRITERION_COLUMNS = ("criterion", "action", "indicator_id")
REPORTING_COLUMNS = ("report", "actions")


def line_tables(contents: Contents) -> tuple[Table, ...]:
    return (
        Table.asked("actions", "Actions", ACTION_COLUMNS, lambda: map(_action_row, contents.actions)),
        Table.asked("risks", "Risks", RISK_COLUMNS, lambda: map(_risk_row, contents.risks)),
        Table.asked("meetings", "Meetings and campaigns", MEETING_COLUMNS, lambda: _meeting_rows(contents)),
    )


def living_tables(contents: Contents) -> tuple[Table, ...]:
    """What follows from the lines on the day."""
    return (
        Table.asked("exceptions", "What to look at first", EXCEPTION_COLUMNS, lambda: _exception_rows(contents)),
        Table.asked("calendar", "Calendar", EVENT_COLUMNS, lambda: _event_rows(contents)),
        Table.asked("criteria", "Criteria that are numbers", CRITERION_COLUMNS, lambda: _criterion_rows(contents)),
        Table.asked("reporting", "Reporting cycle", REPORTING_COLUMNS, lambda: _report_rows(contents)),
    )


def _refs(lines: Iterable[ActionLine]) -> str:
    return ", ".join(line.item.ref or line.item.key for line in lines)


def _action_row(line: ActionLine) -> dict[str, Cell]:
    item, standing = line.item, line.standing
    latest = standing.latest
    return {
        **action_cells(item),
        "key": item.key,
        "status": str(standing.status) if standing.status else None,
        "status_reason": standing.reason or None,
        "said_by": latest.author if latest else None,
        "said_on": day_cell(latest.day) if latest else None,
        "said": latest.words or None if latest else None,
        "due_now": day_cell(standing.due),
        "why_moved": standing.why_moved or None,
        "days_overdue": standing.days_over,
        "last_confirmed_days": standing.unconfirmed,
        "starts": day_cell(item.starts),
        "indicators": ", ".join(found.slug for found in line.indicators) or None,
    }


def _risk_row(line: RiskLine) -> dict[str, Cell]:
    standing, latest = line.standing, line.standing.latest
    return {
        **_printed_risk(line.item),
        "key": line.item.key,
        "rating_now": standing.inherent.rating,
        "residual_now": standing.residual.rating,
        "band": str(band_of(standing.now)) if standing.now is not None else None,
        "movement": str(standing.movement) if standing.movement else None,
        "before": standing.before,
        "reviewed_by": latest.author if latest else None,
        "reviewed_on": day_cell(latest.day) if latest else None,
        "said": latest.words or None if latest else None,
        "next_review": day_cell(standing.next_review),
        "to_look_at": "; ".join(standing.flags) or None,
        "indicators": ", ".join(found.slug for found in line.indicators) or None,
    }


def _printed_risk(item: Risk) -> dict[str, Cell]:
    return {
        "ref": item.ref,
        "kind": item.kind,
        "risk": item.risk,
        "rating": item.rating,
        "impact": item.impact,
        "likelihood": item.likelihood,
        "controls": item.controls or None,
        "further_actions": item.further_actions or None,
        "residual": item.residual,
        "residual_reason": "not printed" if item.residual is None else None,
        "lead": item.lead,
        "source_cell": item.source.place,
    }


def _meeting_rows(contents: Contents) -> Iterable[dict[str, Cell]]:
    blank: dict[str, Cell] = dict.fromkeys(("starts", "ends", "aims_at"))
    for item in contents.meetings:
        yield meeting_cells(item) | blank | {"key": item.key}
        for campaign in item.campaigns:
            aims = ", ".join(found.slug for found in contents.aims[campaign.key]) or None
            days = {"starts": day_cell(campaign.starts), "ends": day_cell(campaign.ends), "aims_at": aims}
            yield campaign_cells(item, campaign) | days | {"key": campaign.key}


def _exception_rows(contents: Contents) -> Iterable[dict[str, Cell]]:
    for found in contents.exceptions:
        line = found.line
        words = line.words if isinstance(line, ActionLine) else line.item.risk
        why, item = found.words, line.item
        cells = (str(found.amiss), item.key, item.ref, words, item.lead or None, why)
        yield dict(zip(EXCEPTION_COLUMNS, cells, strict=True))


def _event_rows(contents: Contents) -> Iterable[dict[str, Cell]]:
    for item in contents.events:
        cells = (str(item.kind), item.key, day_cell(item.first), day_cell(item.last), item.words, item.lead or None)
        yield dict(zip(EVENT_COLUMNS, cells, strict=True))


def _criterion_rows(contents: Contents) -> Iterable[dict[str, Cell]]:
    for item in contents.criteria:
        slug = item.indicator.slug if item.indicator else None
        yield {"criterion": item.words, "action": item.line.item.ref, "indicator_id": slug}


def _report_rows(contents: Contents) -> Iterable[dict[str, Cell]]:
    for item in contents.reports:
        yield {"report": item.words, "actions": _refs(item.actions)}
