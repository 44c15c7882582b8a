"""Knows how an actual stands against its target, and whether chance could explain it."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.intervals import binomial_two_sided, count_interval, wilson
from dashboard.domain.targets.aims import PLAIN, Aim, Polarity
from dashboard.domain.values.printed import Reason, Value, ValueType

__all__ = [
    "SIGNIFICANT",
    "SMALL_BASE",
    "Certainty",
    "Difference",
    "Polarity",
    "Status",
    "Verdict",
    "chance_of_change",
    "change",
    "change_is_real",
    "judge",
    "judge_direction",
    "variance",
]


class Status(StrEnum):
    """How an actual stands against its target."""

    MET = "met"
    NEAR = "near"
    MISSED = "missed"
    NOT_JUDGED = "not judged"


class Certainty(StrEnum):
    """Whether the interval of actual / target lies wholly on one side of 1."""

    CLEAR = "clear"
    WITHIN_CHANCE = "within chance"
    NOT_TESTED = "not tested"


SMALL_BASE = 50  # a percentage of fewer says more about chance than about change
SIGNIFICANT = 0.05
_WHOLE = 100
_WITHOUT_SIDE = {Polarity.NEUTRAL: Reason.NOT_APPLICABLE, Polarity.UNDECLARED: Reason.POLARITY_NOT_DECLARED}
_IN_POINTS = (ValueType.PERCENTAGE, ValueType.CHANGE)  # never a percentage of a percentage


@dataclass(frozen=True, slots=True)
class Difference:
    """now - before as a percentage of before, or in percentage points; or the reason for neither."""

    percent: Decimal | None
    points: Decimal | None
    absolute: Decimal | None  # in the indicator's unit; counts and rates only
    reason: Reason | None
    small_base: bool = False  # base under 50: show counts, not a percentage


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status with what it rests on; not judged exactly when a reason stands."""

    status: Status
    reason: Reason | None
    variance: Difference
    certainty: Certainty | None  # None when not judged
    ratio: float | None = None  # actual / target with its 95% interval
    ratio_low: float | None = None
    ratio_high: float | None = None
    easier: bool = False  # the target asks for less than there was at its start
    readings: tuple[tuple[str, Status], ...] = ()  # lawful readings of the target that disagree, each with its status
    moved: Difference | None = None  # of a direction: how far from its base
    base: str = ""  # of a direction: the period and the figure it starts from


def variance(actual: Value, target: Value, value_type: ValueType, *, reason: Reason | None = None) -> Difference:
    """Return how far *actual* is from *target*; a given *reason* (part year, ...) forbids the calculation."""
    return _difference(actual, target, value_type, reason or _why_no_variance(actual, target))


def change(now: Value, before: Value, value_type: ValueType, *, reason: Reason | None = None) -> Difference:
    """Return the change from *before* to *now* (same rules as variance)."""
    return _difference(now, before, value_type, reason or now.reason or before.reason)


def judge(  # noqa: PLR0913, PLR0917 - one question with all that bears on it, asked in one place
    actual: Value,
    target: Value,
    value_type: ValueType,
    polarity: Polarity,
    tolerance: Decimal,
    denominator: Decimal | None = None,
    *,
    numerator: Decimal | None = None,
    reason: Reason | None = None,
    aim: Aim = PLAIN,
) -> Verdict:
    """Return the verdict; a missing side is never judged, equal to target is met unless *aim* is strict.

    *tolerance* is in percent of the target, or of the change from a known start (a percentage, or *aim* of a change).
    Certainty needs the *denominator* of a percentage and the *numerator* (count) of a rate.
    """
    gap = variance(actual, target, value_type, reason=reason)
    why_not = gap.reason or (_without_side(polarity, aim))
    if why_not is not None or actual.number is None or target.number is None:
        return Verdict(Status.NOT_JUDGED, why_not, gap, None)
    status = _status(actual.number, target.number, aim.sided(polarity), (tolerance, value_type in _IN_POINTS))
    interval = _interval(actual.number, value_type, denominator, numerator)
    verdict = Verdict(status, None, gap, Certainty.NOT_TESTED, easier=aim.is_easier(target.number, polarity))
    return _with_certainty(verdict, actual.number, target.number, interval if aim.has_one_side(polarity) else None)


def judge_direction(now: Value, before: Value, value_type: ValueType, polarity: Polarity, aim: Aim) -> Verdict:
    """Return whether *now* moved from *before* to the side of *aim*; there is no near, and equal is not met if strict.

    Certainty is that of the change between two counts.
    """
    gap = Difference(None, None, None, Reason.DIRECTION_ONLY)
    why_not = now.reason or before.reason or _without_side(polarity, aim)
    if why_not is not None or now.number is None or before.number is None:
        return Verdict(Status.NOT_JUDGED, why_not, replace(gap, reason=why_not), None)
    adverse = aim.sided(polarity).adverse(now.number, before.number)
    is_met = adverse < 0 or (adverse == 0 and not aim.strict)
    _, real = chance_of_change(now.number, before.number, value_type)
    certainty = Certainty.NOT_TESTED if real is None else Certainty.CLEAR if real else Certainty.WITHIN_CHANCE
    moved = change(now, before, value_type)
    return Verdict(Status.MET if is_met else Status.MISSED, None, gap, certainty, moved=moved)


def change_is_real(now: Decimal, before: Decimal) -> tuple[float, bool]:
    """Return p of the change between two whole counts, and whether chance is an unlikely cause (p < 0.05)."""
    if now != int(now) or before != int(before):
        raise ValueError(f"{now} and {before} are not both whole counts")
    p = binomial_two_sided(int(now), int(before))
    return p, p < SIGNIFICANT


def chance_of_change(
    now: Decimal | None, before: Decimal | None, value_type: ValueType
) -> tuple[float | None, bool | None]:
    """Return p of the change and whether it is real; nothing for what is no pair of whole counts."""
    if value_type is not ValueType.COUNT or now is None or before is None:
        return None, None
    if min(now, before) < 0 or now != int(now) or before != int(before):
        return None, None
    return change_is_real(now, before)


def _without_side(polarity: Polarity, aim: Aim) -> Reason | None:
    if aim.contradicts(polarity):
        return Reason.AGAINST_POLARITY
    return None if aim.side or aim.is_range else _WITHOUT_SIDE.get(polarity)


def _status(actual: Decimal, target: Decimal, aim: Aim, tolerated: tuple[Decimal, bool]) -> Status:
    """Return the status on exact decimals; *tolerated* is the tolerance and whether the numbers are in per cent."""
    adverse = aim.adverse(actual, target)
    if adverse < 0 or (adverse == 0 and not aim.strict):
        return Status.MET
    if aim.start is not None and adverse > max(aim.adverse(aim.start, target), Decimal(0)):
        return Status.MISSED
    tolerance, in_percent = tolerated
    of_change = aim.start is not None and (in_percent or aim.of_change)
    asked = abs(target - aim.start) if of_change and aim.start is not None else abs(target)
    return Status.NEAR if adverse <= tolerance * asked / 100 else Status.MISSED


def _why_no_variance(actual: Value, target: Value) -> Reason | None:
    """Return the actual's reason before the target's, unless there is no target at all."""
    if target.reason in (Reason.NO_TARGET, Reason.NOT_PRINTED):
        return Reason.NO_TARGET
    return actual.reason or target.reason


def _difference(now: Value, before: Value, value_type: ValueType, reason: Reason | None) -> Difference:
    if reason is not None or now.number is None or before.number is None:
        return Difference(None, None, None, reason)
    absolute = now.number - before.number
    if value_type in _IN_POINTS:
        return Difference(None, absolute, None, None)
    small = before.number <= 0 or (  # a share of nothing, or of less than nothing, says nothing
        value_type is ValueType.COUNT and before.number < SMALL_BASE
    )
    percent = None if small else absolute / before.number * 100
    return Difference(percent, None, absolute, None, small)


def _interval(
    actual: Decimal, value_type: ValueType, denominator: Decimal | None, numerator: Decimal | None
) -> tuple[float, float] | None:
    """Return the 95% interval of *actual* in its own unit, or None where it cannot be tested."""
    if value_type is ValueType.COUNT:
        return count_interval(float(actual)) if actual >= 0 and actual == int(actual) else None
    if value_type is ValueType.RATE and numerator is not None and numerator > 0:
        low, high = count_interval(float(numerator))
        scale = float(actual / numerator)
        return low * scale, high * scale
    if value_type is ValueType.PERCENTAGE and denominator and 0 <= actual <= _WHOLE:
        low, high = wilson(float(actual * denominator / 100), float(denominator))
        return low * 100, high * 100
    return None


def _with_certainty(
    verdict: Verdict, actual: Decimal, target: Decimal, interval: tuple[float, float] | None
) -> Verdict:
    if interval is None or target <= 0:
        return verdict
    low, high = (edge / float(target) for edge in interval)
    certainty = Certainty.CLEAR if high < 1 or low > 1 else Certainty.WITHIN_CHANCE
    ratio = float(actual / target)
    return replace(verdict, certainty=certainty, ratio=ratio, ratio_low=low, ratio_high=high)
