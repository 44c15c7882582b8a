"""Knows target rules: absolute, relative, direction only, to be set or confirmed, and how each resolves."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from dashboard.domain.errors import UnreadablePeriod
from dashboard.domain.periods.period import Period, read_period
from dashboard.domain.targets.grammar import TargetKind, TargetRule, read_target
from dashboard.domain.values.numbers import printed_decimals, show
from dashboard.domain.values.printed import Reason

__all__ = [
    "Base",
    "Reading",
    "Resolved",
    "TargetKind",
    "TargetRule",
    "as_worded",
    "base_period_of",
    "lawful",
    "named_base",
    "read_target",
    "resolve",
    "waits_for_base",
]


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


AS_PRINTED = "as printed"


@dataclass(frozen=True, slots=True)
class Resolved:
    """The number a target is judged by, how it came about, and the other readings."""

    number: Decimal | None
    reason: Reason | None
    basis: str  # "as printed", "−3% on the 2008/09 target of 0.72"
    readings: tuple[Reading, ...] = ()

    @property
    def is_as_printed(self) -> bool:
        """Whether the number stands in print just so, without a side or a base."""
        return self.basis == AS_PRINTED


_NAMES = (
    (
        Base.ACTUAL,
        re.compile(r"\b(?:performance|actuals?|outturn|results?|achieved|recorded|levels?|figures?)\b", re.I),
    ),
    (Base.TARGET, re.compile(r"\b(?:targets?|plan(?:ned)?|goal|trajectory)\b", re.I)),
)
_NAMED = re.compile("|".join(f"(?:{form.pattern})" for _, form in _NAMES), re.I)
_YEAR_BEFORE = re.compile(r"(?:last|previous|prior) year(?:['’]s)?|year before", re.I)
_SIDES = {
    (-1, False): "at most, as printed",
    (-1, True): "less than, as printed",
    (1, False): "at least, as printed",
    (1, True): "more than, as printed",
}
_BASIS = {
    TargetKind.DIRECTION: "a direction without a number",
    TargetKind.BASELINE_TO_BE_SET: "a baseline still to be set",
    TargetKind.TO_BE_CONFIRMED: "to be confirmed",
    TargetKind.MISSING: "no measurable target",
}


def resolve(rule: TargetRule, bases: Mapping[Base, Decimal | None], base_label: str) -> Resolved:
    """Return the number *rule* comes to on *bases*, with every lawful reading of a relative one.

    The base that the words name is preferred ("performance" is the actual), then the target, then the actual;
    an unstated base is listed and never judged by.
    """
    if rule.kind is TargetKind.ABSOLUTE:
        return Resolved(rule.number, None, _basis(rule))
    if rule.kind is not TargetKind.RELATIVE:
        return Resolved(None, rule.reason, _BASIS[rule.kind])
    if rule.percentage is None or rule.direction == 0:
        return _without_direction(rule)
    readings = _readings(rule.percentage, bases, base_label)
    if rule.in_points:
        readings = tuple(item if item.base_value is None else _in_points(item, rule.percentage) for item in readings)
    if rule.points_possible:
        return _relative_or_points(rule.percentage, readings)
    known = [r for r in readings if r.value is not None and r.base is not Base.UNSTATED]
    chosen = next((r for r in known if r.base is named_base(rule.base_words)), known[0] if known else None)
    if chosen is None:
        return Resolved(None, Reason.UNRESOLVED, f"{_step(rule)} on a base not known", readings)
    basis = f"{_step(rule)} on {_base_words(chosen.base, base_label)} of {show(chosen.base_value)}"
    return Resolved(chosen.value, None, basis, readings)


def _basis(rule: TargetRule) -> str:
    return "a range, as printed" if rule.low is not None else _SIDES.get((rule.side, rule.strict), AS_PRINTED)


def named_base(words: str) -> Base | None:
    """Return what the words of a base call it; None where they name neither, or both."""
    found = [base for base, form in _NAMES if form.search(words)]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=8_192)  # the same words of thousands of targets
def base_period_of(words: str, period: Period) -> Period | None:
    """Return the period that the words of a base name: "2010/11 outturn", "last year" (before *period*)."""
    plain = re.sub(r"^(?:the|in)\b", "", " ".join(_NAMED.sub(" ", words).split()), flags=re.I).strip()
    if _YEAR_BEFORE.fullmatch(plain):
        return period.previous()
    try:
        return read_period(plain)
    except UnreadablePeriod:
        return None


def lawful(rule: TargetRule, resolved: Resolved) -> tuple[Reading, ...]:
    """Return the readings with a number that the words allow: of the named base alone, where they name one."""
    named = named_base(rule.base_words)
    known = [item for item in resolved.readings if item.value is not None and item.base is not Base.UNSTATED]
    return tuple(item for item in known if named is None or item.base is named)


def as_worded(rule: TargetRule, resolved: Resolved) -> tuple[Reading, ...]:
    """Return the readings that a reader is shown: of the named base alone, known or not, where the words name one."""
    named = named_base(rule.base_words)
    return tuple(item for item in resolved.readings if named is None or item.base is named)


def waits_for_base(rule: TargetRule, resolved: Resolved) -> bool:
    """Return whether the words name a base that is not known yet, whatever other number the target is shown by."""
    return bool(resolved.readings) and named_base(rule.base_words) is not None and not lawful(rule, resolved)


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


def _step(rule: TargetRule) -> str:
    """What a relative rule asks for: "−3%", "+2 percentage points"."""
    if rule.in_points:
        return f"{show(rule.percentage, signed=True)} percentage points"
    return show(rule.percentage, percent=True, signed=True)


def _change(percentage: Decimal) -> str:
    return show(percentage, percent=True, signed=True)
