"""Knows how many incidents lie in each hour, band and day of a week, and how these are rounded for others' eyes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from dashboard.domain.incidents.parts import ONE
from dashboard.domain.incidents.week import BAND_SHARE, CELLS, DAYS, WEEK, HourBand, row_cells

BASE = 5  # to whose multiples lists of incidents are rounded, outside the office


@dataclass(frozen=True, slots=True)
class Hours:
    """Incidents of one kind by hour of the week, band and day; each number stands by itself once they are rounded.

    *total* are all of them; *unknown* tell no time, *spread_wide* more than 24 hours: neither lies in a cell.
    """

    cells: tuple[Fraction, ...]  # from Monday 00:00 on
    bands: tuple[Fraction, ...]  # in the order of WEEK
    days: tuple[Fraction, ...]  # each from 06:00 to 06:00
    timed: int
    unknown: int
    spread_wide: int
    total: int
    base: int = 0  # to whose multiples every number is rounded; 0: they are as they are

    @property
    def is_rounded(self) -> bool:
        return self.base > 0

    def of(self, band: HourBand) -> Fraction:
        return self.bands[WEEK.index(band)]

    def share(self, band: HourBand) -> Fraction:
        """Of all incidents that tell an hour; nothing of nothing."""
        return min(self.of(band) / self.timed, Fraction(1)) if self.timed else Fraction(0)

    @property
    def busiest(self) -> HourBand | None:
        """The band with the most incidents, the first of several; None where none has any."""
        top = max(WEEK, key=self.of)
        return top if self.of(top) > 0 else None


def hours_of(weights: Sequence[int], timed: int, unknown: int, spread_wide: int) -> Hours:
    """The hours of incidents whose millionths by hour of the week are *weights*."""
    assert len(weights) == CELLS
    return Hours(
        cells=tuple(Fraction(weight, ONE) for weight in weights),
        bands=tuple(_sum(weights, band.cells) for band in WEEK),
        days=tuple(_sum(weights, row_cells(day)) for day in range(DAYS)),
        timed=timed,
        unknown=unknown,
        spread_wide=spread_wide,
        total=timed + unknown + spread_wide,
    )


def _sum(weights: Sequence[int], cells: Iterable[int]) -> Fraction:
    return Fraction(sum(weights[cell] for cell in cells), ONE)


def rounded(found: Hours, base: int = BASE) -> Hours:
    """*found* with every count and every total rounded by itself to a multiple of *base*."""

    def near(number: Fraction | int) -> int:
        return int(Fraction(number) / base + Fraction(1, 2)) * base

    def all_near(numbers: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
        return tuple(Fraction(near(number)) for number in numbers)

    return Hours(
        cells=all_near(found.cells),
        bands=all_near(found.bands),
        days=all_near(found.days),
        timed=near(found.timed),
        unknown=near(found.unknown),
        spread_wide=near(found.spread_wide),
        total=near(found.total),
        base=base,
    )


def concentration(found: Hours, band: HourBand) -> Fraction:
    """How many times as many incidents a band holds as if they were spread evenly over the week."""
    return found.share(band) / Fraction(BAND_SHARE).limit_denominator(CELLS)
