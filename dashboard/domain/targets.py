"""Knows target rules: absolute, relative, direction only, to be set or confirmed, and how each resolves."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.numbers import printed_decimals, show
from dashboard.domain.target_rules import TargetKind, TargetRule, read_target
from dashboard.domain.values import Reason

__all__ = ["Base", "Reading", "Resolved", "TargetKind", "TargetRule", "read_target", "resolve"]


class Base(StrEnum):
    """What a relative target may lawfully stand on."""

    TARGET = "target"
    ACTUAL = "actual"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Reading:
    """One lawful way to turn a rule into a number."""

    base: Base
    base_value: Decimal | None
    value: Decimal | None  # None: this reading stays unresolved
    reason: Reason | None
    words: str  # one sentence for the reader


@dataclass(frozen=True, slots=True)
class Resolved:
    """The number a target is judged by, how it came about, and the other readings."""

    number: Decimal | None
    reason: Reason | None
    basis: str  # "as printed", "−3% on the 2008/09 target of 0.72"
    readings: tuple[Reading, ...] = ()


_BASIS = {
    TargetKind.DIRECTION: "a direction without a number",
    TargetKind.BASELINE_TO_BE_SET: "a baseline still to be set",
    TargetKind.TO_BE_CONFIRMED: "to be confirmed",
    TargetKind.MISSING: "no measurable target",
}


def resolve(rule: TargetRule, bases: Mapping[Base, Decimal | None], base_label: str) -> Resolved:
    """Return the number *rule* comes to on *bases*, with every lawful reading of a relative one.

    The target as base is preferred, then the actual; an unstated base is listed and never judged by.
    """
    if rule.kind is TargetKind.ABSOLUTE:
        return Resolved(rule.number, None, "as printed")
    if rule.kind is not TargetKind.RELATIVE:
        return Resolved(None, rule.reason, _BASIS[rule.kind])
    if rule.percentage is None or rule.direction == 0:
        return _without_direction(rule)
    readings = _readings(rule.percentage, bases, base_label)
    if rule.points_possible:
        return _relative_or_points(rule.percentage, readings)
    chosen = next((r for r in readings if r.value is not None and r.base is not Base.UNSTATED), None)
    if chosen is None:
        return Resolved(None, Reason.UNRESOLVED, f"{_change(rule.percentage)} on a base not known", readings)
    basis = f"{_change(rule.percentage)} on {_base_words(chosen.base, base_label)} of {show(chosen.base_value)}"
    return Resolved(chosen.value, None, basis, readings)


def _readings(percentage: Decimal, bases: Mapping[Base, Decimal | None], base_label: str) -> tuple[Reading, ...]:
    """Return one reading a base: the target's and the actual's always, an unstated one where it is given."""
    lawful = [base for base in Base if base is not Base.UNSTATED or base in bases]
    return tuple(_reading(base, bases.get(base), percentage, base_label) for base in lawful)


def _reading(base: Base, base_value: Decimal | None, percentage: Decimal, base_label: str) -> Reading:
    words = _base_words(base, base_label)
    if base_value is None:
        return Reading(base, None, None, Reason.UNRESOLVED, f"On {words}: unresolved until it is known.")
    value = base_value * (100 + percentage) / 100
    shown = show(value, printed_decimals(base_value) + 1)
    sentence = f"{_change(percentage)} on {words} of {show(base_value)} is {shown}."
    return Reading(base, base_value, value, None, sentence)


def _relative_or_points(percentage: Decimal, readings: tuple[Reading, ...]) -> Resolved:
    """Keep both readings of "by 5%" where the indicator is itself a percentage, and choose neither."""
    points = tuple(_in_points(reading, percentage) for reading in readings if reading.base_value is not None)
    basis = f"{_change(percentage)}, which may mean per cent or percentage points"
    return Resolved(None, Reason.UNRESOLVED, basis, readings + points)


def _in_points(reading: Reading, percentage: Decimal) -> Reading:
    base_value = reading.base_value or Decimal(0)
    value = base_value + percentage
    points = show(percentage, signed=True)
    sentence = f"{points} percentage points on the {reading.base} of {show(base_value)} is {show(value)}."
    return Reading(reading.base, base_value, value, None, sentence)


def _without_direction(rule: TargetRule) -> Resolved:
    sentence = f"“{rule.raw.strip()}” says neither of what nor whether up or down: unresolved."
    reading = Reading(Base.UNSTATED, None, None, Reason.UNRESOLVED, sentence)
    return Resolved(None, Reason.UNRESOLVED, "a percentage without base or direction", (reading,))


def _base_words(base: Base, base_label: str) -> str:
    if base is Base.UNSTATED:
        return "the baseline (no year stated)"
    return f"the {base_label} {base}"


def _change(percentage: Decimal) -> str:
    return show(percentage, percent=True, signed=True)
