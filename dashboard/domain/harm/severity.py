"""Knows how counts become severity: the sum of weight times count, by itself, for a person, as a share of all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.harm.weights import NEVER_WEIGHED, Weight, WeightTable, is_exact


class NoHarm(StrEnum):
    """Why something has no severity."""

    NO_TABLE = "no table of harm weights is loaded"
    NO_CRIME = "anti-social behaviour has no weight"
    NO_WEIGHT = "the table has no weight for some of it"
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
        return Weightless(NoHarm.NO_WEIGHT, lacking)
    known = [(count, weight) for _, count, weight in pairs if weight]
    return Harm(
        sum((count * weight.value for count, weight in known), Decimal(0)),
        sum((count * weight.range[0] for count, weight in known), Decimal(0)),
        sum((count * weight.range[1] for count, weight in known), Decimal(0)),
        any(count and not is_exact(weight) for count, weight in known),
    )


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
