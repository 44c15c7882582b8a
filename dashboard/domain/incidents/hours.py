"""Knows how many incidents lie in each hour, band and day of a week, and how these are rounded for others' eyes."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from dashboard.domain.incidents.parts import ONE
from dashboard.domain.incidents.week import BAND, CELLS, DAYS, WEEK, HourBand, row_cells

BASE = 5  # to whose multiples lists of incidents are rounded, outside the office


@dataclass(frozen=True, slots=True)
class Hours:
    """Incidents of one kind by hour of the week, band and day, in millionths; rounded, each stands by itself.

    *total* are all of them; *unknown* tell no time, *spread_wide* more than 24 hours: neither lies in a cell.
    """

    cells: tuple[int, ...]  # from Monday 00:00 on
    bands: tuple[int, ...]  # in the order of WEEK
    days: tuple[int, ...]  # each from 06:00 to 06:00
    timed: int
    unknown: int
    spread_wide: int
    total: int
    base: int = 0  # to whose multiples every number is rounded; 0: they are as they are

    @property
    def is_rounded(self) -> bool:
        return self.base > 0

    def at(self, cell: int) -> Fraction:
        """The incidents of an hour of the week."""
        return Fraction(self.cells[cell], ONE)

    def of(self, band: HourBand) -> Fraction:
        return Fraction(self.bands[WEEK.index(band)], ONE)

    def on(self, day: int) -> Fraction:
        return Fraction(self.days[day], ONE)

    def share(self, band: HourBand) -> Fraction:
        """Of all incidents that tell an hour; nothing of nothing."""
        return min(self.of(band) / self.timed, Fraction(1)) if self.timed else Fraction(0)

    @property
    def busiest(self) -> HourBand | None:
        """The band with the most incidents, the first of several; None where none has any."""
        top = max(range(len(WEEK)), key=self.bands.__getitem__)
        return WEEK[top] if self.bands[top] > 0 else None


def hours_of(weights: Sequence[int], timed: int, unknown: int, spread_wide: int) -> Hours:
    """The hours of incidents whose millionths by hour of the week are *weights*."""
    assert len(weights) == CELLS
    return Hours(
        cells=tuple(weights),
        bands=tuple(sum(weights[cell] for cell in band.cells) for band in WEEK),
        days=tuple(sum(weights[cell] for cell in row_cells(day)) for day in range(DAYS)),
        timed=timed,
        unknown=unknown,
        spread_wide=spread_wide,
        total=timed + unknown + spread_wide,
    )


def nearest(number: int, base: int = BASE) -> int:
    """The multiple of *base* that is nearest; the higher one of two."""
    return (number * 2 + base) // (base * 2) * base


def rounded(found: Hours, base: int = BASE) -> Hours:
    """*found* with every count and every total rounded by itself to a multiple of *base*."""

    def near(weights: tuple[int, ...]) -> tuple[int, ...]:
        return tuple((weight * 2 + base * ONE) // (base * ONE * 2) * base * ONE for weight in weights)

    return Hours(
        cells=near(found.cells),
        bands=near(found.bands),
        days=near(found.days),
        timed=nearest(found.timed, base),
        unknown=nearest(found.unknown, base),
        spread_wide=nearest(found.spread_wide, base),
        total=nearest(found.total, base),
        base=base,
    )


def concentration(found: Hours, band: HourBand) -> Fraction:
    """How many times as many incidents a band holds as if they were spread evenly over the week."""
    return found.share(band) * CELLS / BAND
