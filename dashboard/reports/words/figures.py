"""Knows how figures are said: values with unit and marker, differences, reasons, statuses, lists."""

from dataclasses import replace
from decimal import Decimal

from dashboard.domain.periods.period import PeriodKind
from dashboard.domain.records import Indicator, Observation
from dashboard.domain.targets.status import Certainty, Difference, Polarity, Status, Verdict
from dashboard.domain.values.numbers import show
from dashboard.domain.values.printed import Marker, Reason, ValueType
from dashboard.domain.values.quantities import written
from dashboard.reports.indicators.judged import Judged, Standing
from dashboard.reports.words.said import printed_or_given, side_as_printed

WHY = {
    Reason.NO_TARGET: "no target is published",
    Reason.TO_BE_CONFIRMED: "still to be confirmed",
    Reason.NOT_AVAILABLE: "no actual is published",
    Reason.NOT_APPLICABLE: "not applicable",
    Reason.NOT_MADE: "its months or quarters are not made into a year",
    Reason.DISCONTINUED: "discontinued",
    Reason.PART_YEAR: "part year only",
    Reason.NOT_COMPARABLE: "not comparable",
    Reason.SUPPRESSED: "suppressed so that no small number can be worked out",
    Reason.NOT_PRINTED: "left blank in the document",
    Reason.UNRESOLVED: "the target cannot be worked out yet",
    Reason.BASELINE_TO_BE_SET: "a baseline is still to be set",
    Reason.DELAYED: "delayed",
    Reason.INCOMPLETE: "file looks incomplete",
    Reason.POLARITY_NOT_DECLARED: "nobody has declared which way is better",
    Reason.UNIT_NOT_PRINTED: "no unit is printed",
    Reason.DIRECTION_ONLY: "the target gives a direction, no number",
    Reason.REPORTED_ANNUALLY: "reported once a year",
    Reason.IN_WORDS: "no single number",
    Reason.DEPENDS: "it depends on how the target is read",
    Reason.AGAINST_POLARITY: "the target asks for the other side than the one declared as better",
}

#: Two "TBC" beside three parts: which part has none is not printed, and its line says no more.
SHORT = "not printed for each part"

WITHIN_CHANCE, NO_CHANGE = "within chance", "no change"

STATUS_WORDS = {
    Status.MET: "Met",
    Status.NEAR: "Near",
    Status.MISSED: "Missed",
    Status.NOT_JUDGED: "Not judged",
}

CERTAINTY_WORDS = {
    Certainty.CLEAR: "clear of chance",
    Certainty.WITHIN_CHANCE: WITHIN_CHANCE,
    Certainty.NOT_TESTED: "not tested: no count behind it",
}

PERIOD_WORDS = {
    PeriodKind.FINANCIAL_YEAR: "Financial years",
    PeriodKind.CALENDAR_YEAR: "Calendar years",
    PeriodKind.OCTOBER_YEAR: "Years from October to September",
    PeriodKind.QUARTER: "Quarters",
    PeriodKind.MONTH: "Months",
    PeriodKind.SPAN: "Other runs of months",
}
POLARITY_WORDS = {
    Polarity.LOWER: "Lower is better",
    Polarity.HIGHER: "Higher is better",
    Polarity.NEUTRAL: "Neither way is better",
    Polarity.UNDECLARED: "Not declared which way is better",
}

AT_TARGET = {Status.NEAR: "at a bound that it should pass"}
SIDES = {(-1, False): "≤ ", (-1, True): "< ", (1, False): "≥ ", (1, True): "> "}

MARKER_WORDS = {
    Marker.PROVISIONAL: "provisional",
    Marker.REVISED: "revised",
    Marker.ESTIMATED: "estimated",
    Marker.NOT_AVAILABLE: "not available",
    Marker.NOT_APPLICABLE: "not applicable",
    Marker.CONFIDENTIAL: "confidential",
    Marker.LOW_RELIABILITY: "low reliability",
    Marker.BREAK: "break in series",
    Marker.ROUNDS_TO_ZERO: "rounds to zero",
}


def in_percent(indicator: Indicator) -> bool:
    return indicator.value_type in (ValueType.PERCENTAGE, ValueType.CHANGE)


def actual_text(at: Standing) -> str:
    """The actual as a reader writes it; what is printed instead of a number stays as printed."""
    if at.actual is None:
        return "–"
    if at.actual.value.number is None:
        return _printed_instead(at.actual)
    return figure(at.indicator, at.actual.value.number)


def before_text(item: Judged) -> str:
    """The actual a year before: of part of it only the months, and of all of it so said beside part of this one."""
    before, now = item.before, item.now
    if before.actual is None or before.value.number is None:
        return actual_text(before)
    months = f"{before.actual.months} of {before.period.months} months"
    if before.actual.is_part:
        return f"part only: {months}" if _is_whole(now) else f"{actual_text(before)} in {months}"
    is_beside_part = now.actual is not None and now.actual.is_part
    return f"{actual_text(before)} in all {before.period.months} months" if is_beside_part else actual_text(before)


def _is_whole(at: Standing) -> bool:
    return at.actual is not None and at.value.number is not None and not at.actual.is_part


def _printed_instead(actual: Observation) -> str:
    words = actual.value.raw.strip().rstrip("¹²³⁴⁵ ")
    return words or "blank"


def figure(indicator: Indicator, number: Decimal) -> str:
    """*number* in the indicator's own form: 335, 26.3%, +2.49%, £1,234, 12m 30s."""
    amount = None if in_percent(indicator) else written(number, indicator.unit)
    return amount or show(number, percent=in_percent(indicator), signed=indicator.value_type == ValueType.CHANGE)


def target_text(at: Standing) -> str:
    """The target's number, or its words as printed."""
    if at.target is None:
        return "–"
    if at.waits:
        return f"“{at.target.rule.raw.strip()}”"
    if at.target.rule.low is not None or (at.resolved is not None and at.resolved.number is not None):
        return target_number(at)
    return at.target.rule.raw.strip().rstrip("¹²³⁴⁵ ") or (SHORT if at.indicator.part_of else "blank")


def target_number(at: Standing) -> str:
    """A resolved target with its side or both ends; one that we worked out has one decimal more than its base."""
    rule = at.target.rule if at.target else None
    if rule is not None and rule.low is not None and rule.high is not None:
        return f"{figure(at.indicator, rule.low)} to {figure(at.indicator, rule.high)}"
    if at.resolved is None or at.resolved.number is None:
        return ""
    number = at.resolved.number
    if at.target is not None and at.target.rule.percentage is not None and not in_percent(at.indicator):
        number = number.quantize(Decimal("0.001")) if abs(number) < 10 else number.quantize(Decimal("0.1"))
    return f"{SIDES.get((rule.side, rule.strict), '') if rule else ''}{figure(at.indicator, number)}"


def difference_text(difference: Difference) -> str:
    """'+16.3%', '−1.3 points', '24 → 41' style counts for small bases, or nothing."""
    return _amount(difference, signed=True)


def size_text(difference: Difference) -> str:
    """The same without its sign, where a word says the side: '16.3%', '1.3 points'."""
    sizes = (difference.absolute, difference.points, difference.percent)
    absolute, points, percent = (None if number is None else abs(number) for number in sizes)
    return _amount(replace(difference, absolute=absolute, points=points, percent=percent), signed=False)


def _amount(difference: Difference, *, signed: bool) -> str:
    if difference.percent is not None:
        return show(difference.percent, 1, percent=True, signed=signed)
    if difference.points is not None:
        return f"{show(difference.points, signed=signed)} {'point' if abs(difference.points) == 1 else 'points'}"
    if difference.small_base and difference.absolute is not None:
        return show(difference.absolute, signed=signed)
    return ""


def why_no_change(item: Judged) -> str:
    """Why no change can be worked out; a missing year before is named."""
    if item.indicator.value_type == ValueType.CHANGE and item.now.value.number is not None:
        return "published as a change"
    if item.change.reason == Reason.NOT_AVAILABLE and item.now.value.number is not None:
        return f"no {item.before.period.label} figure"
    return WHY[item.change.reason] if item.change.reason else "–"


def change_text(item: Judged) -> str:
    """The change on the period before; a small base shows both counts instead of a percentage."""
    if item.change.small_base and item.now.value.number is not None and item.before.value.number is not None:
        before, now = show(item.before.value.number), show(item.now.value.number)
        return f"{before} → {now} ({difference_text(item.change)})"
    return difference_text(item.change)


def chance_text(item: Judged) -> str:
    """Whether the change is more than chance, in words; empty where it was not tested."""
    return real_text(item.change_real, item.change.absolute)


def real_text(real: bool | None, moved: Decimal | int | None = None) -> str:
    """The same of any change between two counts; chance explains none of *moved* where that is zero."""
    if real is False and moved == 0:
        return NO_CHANGE
    return "" if real is None else "a real change" if real else WITHIN_CHANCE


def why(item: Judged) -> str:
    """Why there is no status; a target that is there but names no number, or is for the year, is not "no target"."""
    if item.reason == Reason.UNIT_NOT_PRINTED:
        return f"{side_as_printed(item)}; no unit is {printed_or_given(item)}"
    if item.reason == Reason.NO_TARGET and item.now.target is None and item.year and item.has_year_target:
        return f"its target is for {item.year.period.label}"
    if item.reason == Reason.NO_TARGET and item.now.target is None and item.has_part_targets:
        return "its targets are for parts of the year"
    if item.reason == Reason.NO_TARGET and item.now.target is not None:
        blank = f"the target is {SHORT if item.indicator.part_of else 'blank'}"
        return "the target names no number" if item.now.target.rule.raw.strip() else blank
    if item.reason == Reason.IN_WORDS:
        return f"{'the actual' if item.now.value.reason == Reason.IN_WORDS else 'the target'} is {WHY[item.reason]}"
    return WHY[item.reason] if item.reason else ""


def variance_text(verdict: Verdict) -> str:
    """'16.3% above target', 'on target', '1.3 points below target'."""
    gap, against = (verdict.moved, verdict.base) if verdict.moved else (verdict.variance, "target")
    size = gap.percent if gap.percent is not None else gap.points
    if size is None:
        size = gap.absolute
    if size is None:
        return ""
    if size == 0:
        return f"the same as {against}" if verdict.moved else AT_TARGET.get(verdict.status, "on target")
    side = "above" if size > 0 else "below"
    return f"{size_text(gap)} {side} {against}"


def standing_text(item: Judged) -> str:
    """The same of a judged row, as good inside a range: '16.3% above target', 'within 90% to 95%'."""
    rule, number = item.now.target.rule if item.now.target else None, item.now.value.number
    if item.verdict.readings and not item.reason:
        return "on every reading of the target"
    if rule is None or rule.low is None or rule.high is None or number is None:
        return variance_text(item.verdict)
    if rule.low <= number <= rule.high:
        return f"within {target_text(item.now)}"
    return variance_text(item.verdict)


def status_text(item: Judged) -> str:
    """The tag of a tile: status and how far, or why not."""
    if item.verdict.status == Status.NOT_JUDGED:
        return f"Not judged: {why(item)}"
    return f"{STATUS_WORDS[item.verdict.status]}: {standing_text(item)}"
