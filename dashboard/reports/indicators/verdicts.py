"""Knows how a printed target is judged: by its number, side, range or direction, or by none of its readings."""

from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain.periods.period import Period
from dashboard.domain.records import Indicator, Target
from dashboard.domain.targets.aims import Aim, end_of_range
from dashboard.domain.targets.status import Certainty, Difference, Polarity, Status, Verdict, judge, judge_direction
from dashboard.domain.targets.target import Reading, Resolved, TargetKind, base_period_of, lawful, waits_for_base
from dashboard.domain.values.printed import Reason, Value, ValueType
from dashboard.reports.indicators.ledger import Ledger

NO_TARGET = Value(None, Reason.NO_TARGET)


@dataclass(frozen=True, slots=True)
class Case:
    """What is judged: an actual of one period, and the target of that period if there is one."""

    indicator: Indicator  # by every definition, with its breaks
    period: Period
    actual: Value  # with its reason where it is missing or covers part of the period
    target: Target | None
    resolved: Resolved | None
    reason: Reason | None = None  # why a number is not compared: part year
    counted: tuple[Decimal | None, Decimal | None] = (None, None)  # the actual's own denominator and numerator

    @property
    def in_force(self) -> Indicator:
        return self.indicator.at(self.period)

    @property
    def why_not(self) -> Reason | None:
        """Why a number is not held against its target: nobody knows what it counts, or it is part of a year."""
        return self.reason if self.in_force.has_unit or self.actual.number is None else Reason.UNIT_NOT_PRINTED


def verdict_of(ledger: Ledger, case: Case) -> Verdict:
    """Return how the actual of *case* stands against its target."""
    if case.target is None or case.resolved is None:
        return _judged(case, NO_TARGET, Aim())
    if case.target.rule.kind is TargetKind.DIRECTION and case.actual.number is not None:
        return _direction(ledger, case, case.target)
    readings = lawful(case.target.rule, case.resolved)
    if case.actual.number is not None and waits_for_base(case.target.rule, case.resolved):
        return _judged(case, Value(None, Reason.UNRESOLVED), Aim())
    if case.actual.number is not None and case.reason is None and len({item.value for item in readings}) > 1:
        return _of_readings(ledger, case, readings)
    number = deciding_number(case.target, case.resolved, case.in_force.polarity, case.actual.number)
    return _judged(case, number, _aim(ledger, case, case.target, readings))


def deciding_number(target: Target, resolved: Resolved, polarity: Polarity, actual: Decimal | None) -> Value:
    """The number that decides: of a range the end that *polarity* asks for, else the one nearer to *actual*."""
    low, high = target.rule.low, target.rule.high
    if low is not None and high is not None:
        return Value(end_of_range(low, high, polarity, actual))
    if resolved.number is None:
        return Value(None, resolved.reason or Reason.UNRESOLVED)
    return Value(resolved.number)


def _judged(case: Case, target: Value, aim: Aim) -> Verdict:
    item, tolerance, (below, count) = case.in_force, case.indicator.tolerance, case.counted
    reason = case.why_not if target.number is not None else None
    kind, polarity = item.tested_as, item.polarity
    return judge(case.actual, target, kind, polarity, tolerance, below, numerator=count, reason=reason, aim=aim)


def _aim(ledger: Ledger, case: Case, target: Target, readings: tuple[Reading, ...]) -> Aim:
    """The side, the ends and the start that the target's own words, or the document, give it."""
    rule = target.rule
    base = next((item.base_value for item in readings if item.value == case_number(case)), None)
    baseline = ledger.baseline(case.indicator, target.area)
    printed = baseline.value.number if baseline and not rule.side and rule.low is None else None
    start = rule.baseline if rule.baseline is not None else base if base is not None else printed
    if start is None:
        start = _no_change(case, rule.number)
    return Aim(start, rule.worded_side, rule.strict, rule.low, rule.high, of_change=rule.asks_for_change)


def case_number(case: Case) -> Decimal | None:
    return case.resolved.number if case.resolved else None


def _no_change(case: Case, number: Decimal | None) -> Decimal | None:
    """Where a target of change starts from: nothing, if it asks for a change to the better."""
    if case.in_force.value_type is not ValueType.CHANGE or not number:
        return None
    better = -1 if case.in_force.polarity is Polarity.LOWER else 1
    return Decimal(0) if number * better > 0 else None


def _of_readings(ledger: Ledger, case: Case, readings: tuple[Reading, ...]) -> Verdict:
    """The verdict that every lawful reading gives; where they disagree, none, with all of them beside it."""
    found = []
    for item in readings:
        aim = replace(_aim(ledger, case, case.target, readings), start=item.base_value) if case.target else Aim()
        found.append((item, _judged(case, Value(item.value), aim)))
    said = tuple((item.words.rstrip("."), verdict.status) for item, verdict in found)
    if len({verdict.status for _, verdict in found}) == 1:
        chosen = next((verdict for item, verdict in found if item.value == case_number(case)), None)
        unknown = Difference(None, None, None, Reason.UNRESOLVED)
        return chosen or Verdict(found[0][1].status, None, unknown, Certainty.NOT_TESTED, readings=said)
    gap = Difference(None, None, None, Reason.DEPENDS)
    return Verdict(Status.NOT_JUDGED, Reason.DEPENDS, gap, None, readings=said)


def _direction(ledger: Ledger, case: Case, target: Target) -> Verdict:
    """Whether the actual moved as the words ask, from the year they name, else from the year before."""
    rule = target.rule
    base = target.base_period or base_period_of(rule.base_words, case.period)
    base = base or (None if rule.base_words else case.period.previous())
    before = ledger.actual(case.indicator, target.area, base) if base else None
    if base is None or before is None or before.value.number is None:
        return _judged(case, Value(None, Reason.DIRECTION_ONLY), Aim())
    reason = case.reason or (Reason.PART_YEAR if before.is_part else None)
    if case.indicator.broken_between(base, case.period):
        reason = Reason.NOT_COMPARABLE
    aim = Aim(side=rule.direction, strict=rule.strict or not (rule.side or rule.keeps))
    now = Value(None, reason) if reason else case.actual
    found = judge_direction(now, before.value, case.in_force.tested_as, case.in_force.polarity, aim)
    return replace(found, base=base.label)
