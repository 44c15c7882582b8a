"""Knows how an indicator is told to whoever publishes it: what it is, how its year is made, what was found of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.domain.periods.period import Period, PeriodKind

NOUNS = {PeriodKind.MONTH: "month", PeriodKind.QUARTER: "quarter"}


@dataclass(frozen=True, slots=True)
class Described:
    """One new indicator, or one that a load declares otherwise; each column can be answered otherwise."""

    about: str  # by the name that the file gives it
    partnership: str
    is_new: bool
    name: str
    value_type: str
    unit: str
    polarity: str
    tolerance: str
    combines: str
    periods: str  # "Q1 2023/24 – Q4 2023/24: 4 quarters"
    areas: str


def periods_told(found: Iterable[Period]) -> str:
    """The first and the last of some periods, and how many of each length; nothing of none."""
    periods = sorted(set(found))
    if not periods:
        return ""
    kinds: dict[str, int] = {}
    for period in periods:
        noun = NOUNS.get(period.kind, "year" if period.months == 12 else "other period")
        kinds[noun] = kinds.get(noun, 0) + 1
    counted = ", ".join(f"{count} {noun if count == 1 else noun + 's'}" for noun, count in kinds.items())
    first, last = periods[0].label, periods[-1].label
    return f"{first}: {counted}" if first == last else f"{first} \u2013 {last}: {counted}"
