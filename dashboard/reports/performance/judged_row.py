"""Knows how a judged indicator becomes a row of a file, the same columns on every page."""

from dashboard.domain.targets.status import Certainty, Status
from dashboard.reports.indicators.judged import Judged, Standing
from dashboard.reports.report import Cell, reason_text
from dashboard.reports.words.figures import POLARITY_WORDS
from dashboard.reports.words.said import said_text
from dashboard.reports.words.targets import flag_text, readings_text

JUDGED_COLUMNS = (
    *("indicator_code", "indicator", "unit", "previous_target", "previous_actual", "target", "actual"),
    *("change_pct", "variance_pct", "status", "certainty", "status_reason", "note_marks"),
    *("indicator_id", "category", "area", "period", "previous_period", "polarity", "marker"),
    *("previous_target_reason", "previous_actual_reason", "target_reason", "target_text", "target_basis"),
    *("actual_reason", "actual_text", "months_covered"),
    *(
        "change_absolute",
        "change_points",
        "change_reason",
        "change_p",
        "change_real",
        "variance_points",
        "variance_reason",
    ),
    *("certainty_reason", "ratio", "ratio_low_95", "ratio_high_95", "source_cell", "target_source_cell"),
    *("target_lowest", "target_highest", "target_flag", "judged_against", "other_readings"),
    *("previous_months_covered", "derived"),
    # of a month or quarter: its financial year up to its end, and the target of that year
    *("to_date_period", "to_date", "to_date_previous", "year_period", "year_target", "year_target_text"),
    "text_says",
    *("commentary", "commentary_by", "commentary_date"),
    "commentary_awaited",  # of a target that was missed: whether nobody said why
)


#: What a file itself gives behind a figure; of the history of one indicator.
COUNT_COLUMNS = ("numerator", "denominator", "low_95", "high_95")


def counted_row(item: Judged) -> dict[str, Cell]:
    """One row of JUDGED_COLUMNS and COUNT_COLUMNS."""
    actual = item.now.actual
    counts = (actual.numerator, actual.denominator, actual.low, actual.high) if actual else (None,) * 4
    return judged_row(item) | dict(zip(COUNT_COLUMNS, counts, strict=True))


def judged_row(item: Judged) -> dict[str, Cell]:
    """One row of JUDGED_COLUMNS."""
    return {
        "indicator_code": item.indicator.code or None,
        "indicator": item.indicator.name,
        "indicator_id": item.indicator.slug,
        "category": item.indicator.category,
        "area": item.area.name,
        "period": item.now.period.label,
        "unit": item.indicator.unit,
        "polarity": POLARITY_WORDS[item.indicator.polarity],
        **_previous(item.before),
        **_present(item),
        **_change(item),
        **_verdict(item),
        **_aim(item),
        "note_marks": ", ".join(note.mark for note in item.notes) or None,
        "source_cell": _place(item.now, actual=True),
        "target_source_cell": _place(item.now, actual=False),
        "previous_months_covered": item.before.actual.months if item.before.actual else None,
        "derived": (item.now.actual.derived or None) if item.now.actual else None,
        **_year(item),
        "text_says": said_text(item) or None,
        **_commentary(item),
    }


def _year(item: Judged) -> dict[str, Cell]:
    found, year = item.to_date, item.year
    return {
        "to_date_period": found.run.label if found else None,
        "to_date": found.now if found else None,
        "to_date_previous": found.before if found else None,
        "year_period": year.period.label if year else None,
        "year_target": year.target_value.number if year else None,
        "year_target_text": year.target.rule.raw if year and year.target else None,
    }


def _commentary(item: Judged) -> dict[str, Cell]:
    said = item.commentary
    return {
        "commentary": said.text if said else None,
        "commentary_by": said.author if said else None,
        "commentary_date": said.day if said else None,
        "commentary_awaited": said is None and item.verdict.status is Status.MISSED,
    }


def _previous(before: Standing) -> dict[str, Cell]:
    return {
        "previous_period": before.period.label,
        "previous_target": before.target_value.number,
        "previous_target_reason": reason_text(before.target_value.reason),
        "previous_actual": before.value.number,
        "previous_actual_reason": reason_text(before.value.reason),
    }


def _present(item: Judged) -> dict[str, Cell]:
    actual, target = item.now.actual, item.now.target
    return {
        "target": item.now.target_value.number,
        "target_reason": reason_text(item.now.target_value.reason),
        "target_text": target.rule.raw if target else None,
        "target_basis": item.now.resolved.basis if item.now.resolved else None,
        "actual": item.now.value.number,
        "actual_reason": reason_text(item.now.value.reason),
        "actual_text": actual.value.raw if actual else None,
        "marker": actual.value.marker if actual else None,
        "months_covered": item.months,
    }


def _change(item: Judged) -> dict[str, Cell]:
    return {
        "change_pct": item.change.percent,
        "change_absolute": item.change.absolute,
        "change_points": item.change.points,
        "change_reason": reason_text(item.change.reason) or _small(item.change.small_base),
        "change_p": item.change_p,
        "change_real": item.change_real,
    }


def _small(small_base: bool) -> str | None:
    return "base under 50" if small_base else None


def _verdict(item: Judged) -> dict[str, Cell]:
    verdict = item.verdict
    return {
        "variance_pct": verdict.variance.percent,
        "variance_points": verdict.variance.points,
        "variance_reason": reason_text(verdict.variance.reason) or _small(verdict.variance.small_base),
        "status": verdict.status,
        "certainty": verdict.certainty,
        "certainty_reason": _certainty_reason(item),
        "status_reason": reason_text(verdict.reason),
        "ratio": verdict.ratio,
        "ratio_low_95": verdict.ratio_low,
        "ratio_high_95": verdict.ratio_high,
    }


def _aim(item: Judged) -> dict[str, Cell]:
    """The ends that a target sets, what it starts from, and the readings of it that disagree."""
    rule = item.now.target.rule if item.now.target else None
    number, side = (item.now.target_value.number, rule.side) if rule else (None, 0)
    low, high = (rule.low, rule.high) if rule else (None, None)
    return {
        "target_lowest": number if side > 0 else low,
        "target_highest": number if side < 0 else high,
        "target_flag": flag_text(item) or None,
        "judged_against": item.verdict.base or None,
        "other_readings": "; ".join(readings_text(item)) or None,
    }


def _certainty_reason(item: Judged) -> str | None:
    if item.verdict.certainty is None:
        return "not judged"
    return "no count behind it" if item.verdict.certainty == Certainty.NOT_TESTED else None


def _place(at: Standing, *, actual: bool) -> str | None:
    if actual:
        return "; ".join(cell.place for cell in at.actual.sources) if at.actual else None
    return at.target.source.place if at.target else None
