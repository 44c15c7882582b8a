"""Knows how counts, ranks and places in a funnel become scores from 1 to 5.

scipy takes longer to import than the rest of the domain together, so the functions that need it import it.
"""

from collections.abc import Mapping
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.statistics.funnel import FunnelPlace

BANDS = (0.02, 0.05, 0.10, 0.20)  # shares from which a score is one more
SURE = 0.95  # a rise or fall is claimed from this chance on
MUCH = 0.10  # change in a year from which it is 5 or 1
STEEP = 0.05  # change a year over three years from which it is 5 or 1
Z = 1.959964  # standard normal deviate of a two-sided 95% test
MIDDLE = 3
PLACES: Mapping[FunnelPlace, int] = {
    FunnelPlace.BELOW_998: 1,
    FunnelPlace.BELOW_95: 2,
    FunnelPlace.WITHIN: 3,
    FunnelPlace.ABOVE_95: 4,
    FunnelPlace.ABOVE_998: 5,
}
NAMED = {1: 5, 2: 4, 3: 3}  # by rank
NAMED_LOWER, NOT_NAMED = 2, 1

Numbers = NDArray[np.float64]
Scores = NDArray[np.int64]


def chance_above(now: Numbers, before: Numbers, times: float = 1.0) -> Numbers:
    """Return how sure the rate behind *now* is more than *times* that behind *before*, both counted equally long.

    Each rate has the distribution Gamma(count + 1/2), so that now / (now + before) has Beta(now + 1/2, before + 1/2).
    """
    from scipy.special import betainc

    below: Numbers = betainc(now + 0.5, before + 0.5, times / (1 + times))
    return 1.0 - below


def chance_of_rise(now: int, before: int) -> float:
    """The same of two counts: how sure more is to be expected than before."""
    return float(chance_above(_one(now), _one(before))[0])


def volume_scores(shares: Numbers) -> Scores:
    """Return the scores of shares of a whole, each from 0 to 1."""
    found: Scores = np.searchsorted(np.array(BANDS), shares, side="right").astype(np.int64) + 1
    return found


def volume_score(count: int, total: int) -> int:
    """Return the score of *count* among *total* incidents; on an edge it is the higher one."""
    return int(volume_scores(_one(count) / total)[0])


def share_score(percent: Decimal) -> int:
    """Return the score of a share of a whole in percent, in the bands of volume."""
    return int(volume_scores(_one(float(percent) / 100))[0])


def change_scores(now: Numbers, before: Numbers) -> Scores:
    rises, falls = chance_above(now, before) >= SURE, chance_above(before, now) >= SURE
    much = chance_above(now, before, 1 + MUCH) >= SURE
    little = 1 - chance_above(now, before, 1 - MUCH) >= SURE
    return _signed(rises, falls, much, little)


def change_score(now: int, before: int) -> int:
    """Return the score of 12 months beside the 12 before."""
    return int(change_scores(_one(now), _one(before))[0])


def trend_scores(first: Numbers, second: Numbers, third: Numbers) -> Scores:
    """Return the scores of three equally long counts in a row.

    A Poisson log-linear trend, tested by its score statistic (third - first) / sqrt(2/3 of the sum).
    """
    every = first + second + third
    z = (third - first) / np.sqrt(np.maximum(every, 1) * 2 / 3)
    yearly = growth(first, second, third)
    return _signed(z > Z, z < -Z, yearly >= 1 + STEEP, yearly <= 1 - STEEP)


def trend_score(counts: tuple[int, int, int]) -> int:
    return int(trend_scores(*map(_one, counts))[0])


def growth(first: Numbers, second: Numbers, third: Numbers) -> Numbers:
    """Return by what the rate is multiplied each year: the exact maximum of the likelihood of three counts."""
    every = np.maximum(first + second + third, 1)
    slope = (third - first) / every
    room = 2 * (1 - slope)
    found: Numbers = np.divide(
        slope + np.sqrt(slope**2 + 4 * (1 - slope**2)), room, out=np.full_like(room, np.inf), where=room > 0
    )
    return found


def yearly_growth(counts: tuple[int, int, int]) -> float:
    """The same of one row, as a change: 0.05 is 5% more a year."""
    return float(growth(*map(_one, counts))[0]) - 1


def funnel_score(place: FunnelPlace) -> int:
    return PLACES[place]


def concern_score(rank: int | None) -> int:
    """Return the score of a *rank* among what residents name; None where they were asked and did not name it."""
    return NOT_NAMED if rank is None else NAMED.get(rank, NAMED_LOWER)


def _signed(
    up: NDArray[np.bool_], down: NDArray[np.bool_], far_up: NDArray[np.bool_], far_down: NDArray[np.bool_]
) -> Scores:
    """3, one more or less where it moved, two where it moved far."""
    moved: Scores = MIDDLE + up.astype(np.int64) - down + (up & far_up) - (down & far_down)
    return moved


def _one(number: float) -> Numbers:
    return np.array([number], dtype=np.float64)
