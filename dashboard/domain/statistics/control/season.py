"""Knows the season of a control chart: what each calendar month usually has of a month, where that is no chance.

Our own rule after Wheeler, Making Sense of Data (2003), on seasonal factors. A month that the factors are taken from
lies nearer to them than a new one does: of n years, in standard deviations, √((n − 1) ÷ n) against √((n + 1) ÷ n).
The moving ranges are of such months, so that the limits of months outside those years are wider by their ratio,
√((n + 1) ÷ (n − 1)).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from enum import StrEnum
from statistics import mean, stdev

from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.statistics.control.limits import Points

FEWEST_YEARS = 3
LEAST_SPREAD = Decimal("0.08")  # standard deviation of the twelve factors: below it the level chart finds more
LIKELY_CHANCE = 0.05  # the season is no chance where months as different come about by it less often

#: Fewer digits than factors have: the same in every year is the same without its season.
EVEN = Context(prec=18)


class SeasonAbsence(StrEnum):
    """Why a chart of months has level limits."""

    TOO_SHORT = "fewer than 3 whole years of months"
    NOTHING = "months of the year, or years, with nothing in them have no factor"
    WEAK = "the months of the year differ too little"
    CHANCE = "the months of the year differ no more than by chance"


@dataclass(frozen=True, slots=True)
class Spread:
    """How the months of the year differ."""

    years: int
    deviation: Decimal  # standard deviation of the twelve factors
    chance: float  # how often chance alone makes months differ so much


@dataclass(frozen=True, slots=True)
class NoSeason:
    """Why the limits are level, with how the months differ where that is known."""

    absence: SeasonAbsence
    spread: Spread | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """What each point usually has of a month of the year, and whether it lies in the years that this is taken from."""

    factors: tuple[Decimal, ...]  # one a point
    is_own: tuple[bool, ...]  # one a point
    spread: Spread

    @property
    def widths(self) -> tuple[Decimal, ...]:
        """How many times as far the limits lie from the mean: 1 for months of the years, more for others."""
        return tuple(Decimal(1) if own else self.widening for own in self.is_own)

    @property
    def widening(self) -> Decimal:
        years = self.spread.years
        return (Decimal(years + 1) / (years - 1)).sqrt()

    def without(self, points: Points) -> tuple[Decimal | None, ...]:
        """Return *points* as they were without a season."""
        beside = zip(points, self.factors, strict=True)
        return tuple(None if point is None else EVEN.divide(point, factor) for point, factor in beside)


def season_of(points: Points, months: Sequence[int]) -> Season | NoSeason:
    """Return the season of *points*, of which *months* are the calendar months, 1 to 12; or why there is none."""
    starts = whole_years(points)
    if len(starts) < FEWEST_YEARS:
        return NoSeason(SeasonAbsence.TOO_SHORT)
    years = [_by_month(points, months, start) for start in starts]
    if min(map(sum, years)) <= 0:
        return NoSeason(SeasonAbsence.NOTHING)
    shares = [[point / level for point in year] for year, level in zip(years, map(mean, years), strict=True)]
    factors = [mean(month) for month in zip(*shares, strict=True)]
    spread = Spread(len(years), stdev(factors), _chance(shares, factors))
    if min(factors) <= 0:
        return NoSeason(SeasonAbsence.NOTHING, spread)
    if spread.deviation <= LEAST_SPREAD:
        return NoSeason(SeasonAbsence.WEAK, spread)
    if spread.chance >= LIKELY_CHANCE:
        return NoSeason(SeasonAbsence.CHANCE, spread)
    own = {at for start in starts for at in range(start, start + MONTHS_IN_YEAR)}
    return Season(tuple(factors[month - 1] for month in months), tuple(at in own for at in range(len(points))), spread)


def whole_years(points: Points) -> tuple[int, ...]:
    """Return where each twelve months without a gap start, one after the other from the oldest on.

    The newest twelve are left out where three years are before them: they are judged by those, not by themselves.
    """
    starts: list[int] = []
    at = 0
    while at + MONTHS_IN_YEAR <= len(points):
        is_whole = None not in points[at : at + MONTHS_IN_YEAR]
        starts += [at] if is_whole else []
        at += MONTHS_IN_YEAR if is_whole else 1
    is_newest = bool(starts) and starts[-1] + MONTHS_IN_YEAR == len(points)
    return tuple(starts[:-1] if is_newest and len(starts) > FEWEST_YEARS else starts)


def _by_month(points: Points, months: Sequence[int], start: int) -> list[Decimal]:
    """The year from *start* on, January first."""
    span = range(start, start + MONTHS_IN_YEAR)
    return [point for at in sorted(span, key=months.__getitem__) if (point := points[at]) is not None]


def _chance(shares: Sequence[Sequence[Decimal]], factors: Sequence[Decimal]) -> float:
    """How often months that do not differ come out as different as *factors*: the F test of months by years."""
    from scipy.special import fdtrc

    between = float(len(shares) * sum((factor - 1) ** 2 for factor in factors))
    beside = [zip(year, factors, strict=True) for year in shares]
    within = float(sum((share - factor) ** 2 for pairs in beside for share, factor in pairs))
    if not within:
        return float(not between)
    freedom = MONTHS_IN_YEAR - 1
    return float(fdtrc(freedom, freedom * (len(shares) - 1), between / within * (len(shares) - 1)))
