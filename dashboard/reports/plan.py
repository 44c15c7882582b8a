"""Knows the plan: actions by objective, risks, meetings and campaigns, what residents rank, who scrutinises what."""

from dataclasses import dataclass
from itertools import groupby

from dashboard.domain.filters import Filters
from dashboard.domain.records import Action, Meeting, Priority, Responsibility, Risk, SurveyRank
from dashboard.reports.ledger import scope_of
from dashboard.reports.report import Cell, Report, Table
from dashboard.reports.scene import Scene, scene, sources
from dashboard.reports.store import Store
from dashboard.reports.words import listed, plural, sentence


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan(Report):
    """Everything planned; *objectives* keeps the order of the print."""

    objectives: tuple[tuple[str, tuple[Action, ...]], ...]
    risks: tuple[Risk, ...]
    meetings: tuple[Meeting, ...]
    ranks: tuple[SurveyRank, ...]
    responsibilities: tuple[Responsibility, ...]
    priorities: tuple[Priority, ...]


ACTION_COLUMNS = (
    *("ref", "objective", "action", "lead", "due", "due_date", "resources", "partners", "framework"),
    *("measure", "progress", "changes", "outcome", "monitoring", "national_indicators", "category"),
    "source_cell",
)
RISK_COLUMNS = (
    *("ref", "kind", "risk", "rating", "impact", "likelihood", "controls", "further_actions"),
    *("residual", "residual_reason", "lead", "source_cell"),
)
MEETING_COLUMNS = ("meeting", "date", "kind", "text", "lead", "source_cell")
RANK_COLUMNS = ("survey", "group", "period", "rank", "concern", "category", "source_cell")
RESPONSIBILITY_COLUMNS = ("level", "part_of", "text", "source_cell")
PRIORITY_COLUMNS = ("body", "priority", "objective", "categories", "source_cell")


def plan(store: Store, filters: Filters) -> Plan:
    """Return the plan in the view's categories; surveys and scrutiny are the partnership's own."""
    place = scene(store, filters)
    scope = scope_of(store, filters)
    actions, risks = store.actions(scope), store.risks(scope)
    wanted = scope.categories
    ranks = tuple(
        item for item in store.survey_ranks(filters.partnership) if wanted is None or item.category in wanted
    )
    meetings = _meetings(store.meetings(filters.partnership), wanted)
    responsibilities = () if wanted else store.responsibilities(filters.partnership)
    priorities = tuple(
        item
        for item in store.priorities(filters.partnership)
        if wanted is None or wanted & set(item.categories)
    )
    found = Plan(
        page="plan",
        filters=filters,
        title=_title(place, actions, risks, meetings, ranks),
        lede=_lede(actions),
        place=f"{place.area_name}{place.category_words}",
        tables=_tables(actions, risks, meetings, ranks, responsibilities, priorities),
        sources=sources(store, filters.partnership, [item.source for item in (*actions, *risks)]),
        empty=_empty(place, actions, risks, meetings, ranks, priorities),
        objectives=tuple((name, tuple(items)) for name, items in groupby(actions, lambda item: item.objective)),
        risks=risks,
        meetings=meetings,
        ranks=ranks,
        responsibilities=responsibilities,
        priorities=priorities,
    )
    return found


def _meetings(meetings: tuple[Meeting, ...], wanted: frozenset[str] | None) -> tuple[Meeting, ...]:
    """All meetings; within a category those with a campaign in it."""
    if wanted is None:
        return meetings
    return tuple(item for item in meetings if any(campaign.category in wanted for campaign in item.campaigns))


def _title(
    place: Scene,
    actions: tuple[Action, ...],
    risks: tuple[Risk, ...],
    meetings: tuple[Meeting, ...],
    ranks: tuple[SurveyRank, ...],
) -> str:
    parts = [plural(len(actions), "action")] if actions else []
    parts += [plural(len(risks), "risk")] if risks else []
    parts += [plural(len(meetings), "meeting")] if meetings else []
    if not parts:
        parts = ["what residents rank highest"] if ranks else ["no actions published"]
    return sentence(f"{listed(parts)} for {place.partnership.name}{place.category_words}")


def _lede(actions: tuple[Action, ...]) -> str:
    if not actions:
        return ""
    undated = sum(1 for item in actions if item.due_date is None)
    blank = sum(1 for item in actions if not item.due.strip())
    words = f"{sentence(plural(len(actions) - undated, 'action'))} with a due date that can be read"
    words += f", {plural(undated - blank, 'action')} due in words, {plural(blank, 'action')} with no date printed."
    return words


def _empty(place: Scene, *parts: tuple[object, ...]) -> str:
    if any(parts):
        return ""
    return f"{place.partnership.name}'s document prints no actions, risks or meetings{place.category_words}."


def _tables(
    actions: tuple[Action, ...],
    risks: tuple[Risk, ...],
    meetings: tuple[Meeting, ...],
    ranks: tuple[SurveyRank, ...],
    responsibilities: tuple[Responsibility, ...],
    priorities: tuple[Priority, ...],
) -> tuple[Table, ...]:
    return (
        Table.of("actions", "Actions", ACTION_COLUMNS, map(_action_row, actions)),
        Table.of("risks", "Risks", RISK_COLUMNS, map(_risk_row, risks)),
        Table.of("meetings", "Meetings and campaigns", MEETING_COLUMNS, _meeting_rows(meetings)),
        Table.of("survey-ranks", "What residents rank highest", RANK_COLUMNS, map(_rank_row, ranks)),
        Table.of("scrutiny", "Who scrutinises what", RESPONSIBILITY_COLUMNS, map(_scrutiny_row, responsibilities)),
        Table.of("priorities", "Priorities", PRIORITY_COLUMNS, map(_priority_row, priorities)),
    )


def _action_row(item: Action) -> dict[str, Cell]:
    cells = {name: text or None for name, text in item.cells}
    return {
        **cells,
        "ref": item.ref,
        "objective": item.objective or None,
        "due_date": item.due_date.isoformat() if item.due_date else None,
        "category": item.category or None,
        "source_cell": item.source.place,
    }


def _risk_row(item: Risk) -> dict[str, Cell]:
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


def _meeting_rows(meetings: tuple[Meeting, ...]) -> list[dict[str, Cell]]:
    rows: list[dict[str, Cell]] = []
    for item in meetings:
        day = item.date.isoformat() if item.date else None
        head: dict[str, Cell] = {"meeting": item.meeting, "date": day, "lead": item.lead or None}
        rows.append(head | {"kind": "meeting", "text": None, "source_cell": item.source.place})
        rows += [
            head | {"kind": campaign.kind, "text": campaign.text, "source_cell": campaign.source.place}
            for campaign in item.campaigns
        ]
    return rows


def _rank_row(item: SurveyRank) -> dict[str, Cell]:
    return {
        "survey": item.survey,
        "group": item.group,
        "period": item.period or None,
        "rank": item.rank,
        "concern": item.source.text,
        "category": item.category or None,
        "source_cell": item.source.place,
    }


def _scrutiny_row(item: Responsibility) -> dict[str, Cell]:
    return {"level": item.level, "part_of": item.parent or None, "text": item.text, "source_cell": item.source.place}


def _priority_row(item: Priority) -> dict[str, Cell]:
    return {
        "body": item.body,
        "priority": item.text,
        "objective": item.objective or None,
        "categories": ", ".join(item.categories) or None,
        "source_cell": item.source.place,
    }
