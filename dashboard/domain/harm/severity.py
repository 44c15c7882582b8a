"""Knows how counts become severity: the sum of weight times count, by itself, for a person, as a share of all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.harm.weights import NEVER_WEIGHED, Weight, WeightTable, is_exact

SURE = 1.959964  # standard normal deviate of a two-sided 95% test
PER = 1000  # residents of whom a rate is told


class NoHarm(StrEnum):
    """Why something has no severity."""

    NO_TABLE = "no table of harm weights is loaded"
    NO_CRIME = "anti-social behaviour has no weight"
    NO_WEIGHT = "the table has no weight for some of it"
    NONE_AT_ALL = "the table has no weight for it"
    NO_COUNT = "nothing was counted"


@dataclass(frozen=True, slots=True)
class Harm:
    """What counts weigh together, with the least and the most that they may; an *estimate* where types are mixed."""

    value: Decimal
    low: Decimal
    high: Decimal
    is_estimate: bool

    def per_person(self, population: int) -> "Harm":
        """The severity for each resident: Σ weight × count ÷ population, on no base year."""
        return Harm(self.value / population, self.low / population, self.high / population, self.is_estimate)

    def per_thousand(self, population: int) -> "Harm":
        """The same for 1,000 residents."""
        each = self.per_person(population)
        return Harm(each.value * PER, each.low * PER, each.high * PER, self.is_estimate)


@dataclass(frozen=True, slots=True)
class Weightless:
    """Why there is no severity; *lacking* is what the table has no weight for."""

    reason: NoHarm
    lacking: tuple[str, ...] = ()


def of_codes(counts: Mapping[str, int], table: WeightTable | None) -> Harm | Weightless:
    """Return the exact severity of counts by offence code, a correction under zero included."""
    return _weighed(counts, table.of_code) if table else Weightless(NoHarm.NO_TABLE)


def of_types(counts: Mapping[str, int], table: WeightTable | None) -> Harm | Weightless:
    """Return the severity of counts by police.uk's crime types: an estimate, but for types of a single offence.

    Anti-social behaviour is left out of a sum with crimes; alone it has none.
    """
    if table is None:
        return Weightless(NoHarm.NO_TABLE)
    crimes = {crime: count for crime, count in counts.items() if crime not in NEVER_WEIGHED}
    if counts and not crimes:
        return Weightless(NoHarm.NO_CRIME)
    return _weighed(crimes, table.of_type)


def _weighed(counts: Mapping[str, int], weight_of: Callable[[str], Weight | None]) -> Harm | Weightless:
    """Weigh what was counted; what was not counted once needs no weight."""
    if not counts:
        return Weightless(NoHarm.NO_COUNT)
    pairs = [(key, count, weight_of(key)) for key, count in counts.items()]
    if lacking := tuple(sorted(key for key, count, weight in pairs if count and weight is None)):
        counted = sum(bool(count) for _, count, _ in pairs)
        return Weightless(NoHarm.NO_WEIGHT if len(lacking) < counted else NoHarm.NONE_AT_ALL, lacking)
    known = [(count, weight) for _, count, weight in pairs if weight]
    return Harm(
        sum((count * weight.value for count, weight in known), Decimal(0)),
        sum((count * weight.range[0] for count, weight in known), Decimal(0)),
        sum((count * weight.range[1] for count, weight in known), Decimal(0)),
        any(count and not is_exact(weight) for count, weight in known),
    )


@dataclass(frozen=True, slots=True)
class WeighedCodes:
    """The severity of those counts by offence code that have a weight, and the counts *left_out* for want of one.

    Both in offences by their key, the most frequent first.
    """

    harm: Harm | Weightless
    counts: Mapping[str, int]
    left_out: Mapping[str, int]


def weighed_codes(counts: Mapping[str, int], table: WeightTable | None) -> WeighedCodes:
    """Return the exact severity of what has a weight; what has none is never zero but told by its count."""
    ranked = dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    held = {code: count for code, count in ranked.items() if table and table.of_code(code)}
    lacking = {code: count for code, count in ranked.items() if code not in held and count}
    found = of_codes(held, table) if held or not lacking else Weightless(NoHarm.NONE_AT_ALL, tuple(sorted(lacking)))
    return WeighedCodes(found, held, lacking)


@dataclass(frozen=True, slots=True)
class HarmChange:
    """An exact severity beside that of the 12 months before; *real*: by more than chance explains."""

    now: Harm
    before: Harm
    real: bool

    @property
    def percent(self) -> Decimal | None:
        return (self.now.value - self.before.value) * 100 / self.before.value if self.before.value else None


def harm_change(now: Mapping[str, int], before: Mapping[str, int], table: WeightTable) -> HarmChange | None:
    """Return how the exact severity of two equally long times differs; None where either has an offence without weight.

    The variance of a sum of Poisson counts, each times its weight, is the sum of weight squared times count.
    """
    first, second = of_codes(now, table), of_codes(before, table)
    if isinstance(first, Weightless) or isinstance(second, Weightless):
        return None
    counted = (*now.items(), *before.items())
    spread = sum(weight.value**2 * abs(count) for code, count in counted if (weight := table.of_code(code)))
    moved = first.value - second.value
    return HarmChange(first, second, bool(spread) and float(moved) ** 2 > SURE**2 * float(spread))


@dataclass(frozen=True, slots=True)
class HarmShare:
    """A part's share of the severity of all parts that have one, in percent; *low* and *high* from their ranges."""

    value: Decimal
    low: Decimal
    high: Decimal
    is_estimate: bool


def shares(parts: Mapping[str, Harm | Weightless]) -> dict[str, HarmShare | Weightless]:
    """Return each part's share of the whole; a part without a severity keeps its reason and is in no whole.

    The least share is that of the part at its lowest with all others at their highest.
    """
    known = [part for part in parts.values() if isinstance(part, Harm)]
    value = sum((part.value for part in known), Decimal(0))
    low, high = sum((part.low for part in known), Decimal(0)), sum((part.high for part in known), Decimal(0))
    return {key: _share(part, (value, low, high)) for key, part in parts.items()}


def share_of(part: Harm | Weightless, whole: Harm | Weightless) -> HarmShare | Weightless:
    """Return the share of a *part* in the *whole* that it lies in."""
    if isinstance(whole, Weightless):
        return whole
    return _share(part, (whole.value, whole.low, whole.high))


def _share(part: Harm | Weightless, whole: tuple[Decimal, Decimal, Decimal]) -> HarmShare | Weightless:
    if isinstance(part, Weightless):
        return part
    value, low, high = whole
    if not value:
        return Weightless(NoHarm.NO_COUNT)
    return HarmShare(
        _percent(part.value, value),
        _percent(part.low, part.low + high - part.high),
        _percent(part.high, part.high + low - part.low),
        part.is_estimate,
    )


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    return part * 100 / whole if whole else Decimal(0)
