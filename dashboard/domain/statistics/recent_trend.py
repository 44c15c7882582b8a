"""Knows the recent trend of a yearly series, as Fingertips works it out: five points, weighted, leave-one-out.

Source: Office for Health Improvement and Disparities, Fingertips, recent trends. Our own code from the formulas.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain.targets.status import Polarity

POINTS = 5
THRESHOLD = 9.549536  # 99.8% point of chi-squared with one degree of freedom
_WIDTH_IN_ERRORS = 3.92  # a 95% interval is 2 x 1.96 standard errors wide
_NUMBER_WORDS = ("none", "one", "two", "three", "four")


class TrendMarker(StrEnum):
    """What the five newest points say; "increasing" alone where neither way is better or nobody said which."""

    INCREASING_BETTER = "increasing and getting better"
    INCREASING_WORSE = "increasing and getting worse"
    INCREASING = "increasing"
    DECREASING_BETTER = "decreasing and getting better"
    DECREASING_WORSE = "decreasing and getting worse"
    DECREASING = "decreasing"
    NO_CHANGE = "no significant change"
    NOT_CALCULATED = "recent trend cannot be calculated"


@dataclass(frozen=True, slots=True)
class Estimate:
    """A year's value with its 95% interval, all in the indicator's unit."""

    value: float
    low: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError(f"{self.low} to {self.high} is no interval")


@dataclass(frozen=True, slots=True)
class RecentTrend:
    """A marker with what it rests on; numbers are missing exactly when it could not be calculated."""

    marker: TrendMarker
    sentence: str
    used: tuple[int, ...]  # positions of the points it rests on, oldest first
    slope: float | None = None  # units a point
    chi_squared: float | None = None


def recent_trend(points: Sequence[Estimate | None], polarity: Polarity) -> RecentTrend:
    """Return the trend of the five newest of *points*, one a year, oldest first; None is a year without a value.

    As in Fingertips the five need not be consecutive years and count as equally spaced: *used* tells which they are.
    """
    valid = [(at, point) for at, point in enumerate(points) if point is not None][-POINTS:]
    used, newest = tuple(at for at, _ in valid), [point for _, point in valid]
    if len(newest) < POINTS:
        return _not_calculated(f"needs five points, has {_NUMBER_WORDS[len(newest)]}", used)
    if any(point.low == point.high for point in newest):
        return _not_calculated("an interval has no width", used)
    slope, chi_squared = _fit(newest, range(POINTS))
    rests_on_one = any(slope * _fit(newest, _all_but(one))[0] <= 0 for one in range(POINTS))
    significant = chi_squared > THRESHOLD and not rests_on_one
    marker = _direction(slope > 0, polarity) if significant else TrendMarker.NO_CHANGE
    return RecentTrend(marker, str(marker), used, slope, chi_squared)


def _not_calculated(why: str, used: tuple[int, ...]) -> RecentTrend:
    marker = TrendMarker.NOT_CALCULATED
    return RecentTrend(marker, f"{marker}: {why}", used)


def _all_but(one: int) -> list[int]:
    return [at for at in range(POINTS) if at != one]


def _fit(points: Sequence[Estimate], places: Sequence[int]) -> tuple[float, float]:
    """Return the weighted least-squares slope through *points* at *places*, and its chi-squared (slope / error)²."""
    weights = {at: (_WIDTH_IN_ERRORS / (points[at].high - points[at].low)) ** 2 for at in places}
    total = sum(weights.values())
    centre = sum(weight * at for at, weight in weights.items()) / total
    spread = sum(weight * (at - centre) ** 2 for at, weight in weights.items())
    base = points[places[0]].value  # taken off so that equal values have a slope of exactly 0
    slope = sum(weight * (at - centre) * (points[at].value - base) for at, weight in weights.items()) / spread
    return slope, slope**2 * spread


def _direction(rising: bool, polarity: Polarity) -> TrendMarker:
    if polarity not in (Polarity.HIGHER, Polarity.LOWER):
        return TrendMarker.INCREASING if rising else TrendMarker.DECREASING
    if rising:
        return TrendMarker.INCREASING_BETTER if polarity is Polarity.HIGHER else TrendMarker.INCREASING_WORSE
    return TrendMarker.DECREASING_BETTER if polarity is Polarity.LOWER else TrendMarker.DECREASING_WORSE
