"""Knows repeats and near repeats: whether incidents follow each other closer in place and time than chance lets them.

Source: Knox (1964), The detection of space-time interactions, Applied Statistics 13. The days of incidents are dealt
out anew among their places: p = (1 + times with as many pairs or more) / (1 + times). A place is a point in metres.
scipy takes longer to import than the rest of the domain together, so the function that needs it imports it.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Places = Sequence[tuple[float, float]] | NDArray[np.float64]  # eastings and northings in metres
SAME_PLACE = 0.0  # metres
ROUNDING = 1e-6  # metres: what is 100 m apart is within 100 m, however binary fractions have it
AT_ONCE, IN_THE_END = 99, 999  # times that the days are dealt out: before a page is shown, and beside it


@dataclass(frozen=True, slots=True)
class Bands:
    """Upper ends of bands of metres and days, ascending: the first from 0 on, each other from above the one before."""

    metres: tuple[float, ...]
    days: tuple[int, ...]

    def __post_init__(self) -> None:
        for ends in (self.metres, self.days):
            if not ends or ends[0] < 0 or any(before >= after for before, after in pairwise(ends)):
                raise ValueError(f"bands have ascending ends from 0 on, not {list(ends)}")


@dataclass(frozen=True, slots=True)
class ClosePairs:
    """The pairs of incidents in one band of metres and one of days, beside what chance makes of them."""

    metres: float  # up to which; from above the band before
    days: int
    observed: int
    expected: float
    as_many: int = 0  # of the times *tried*, those with as many pairs or more
    tried: int = 0

    @property
    def chance(self) -> float:
        return (1 + self.as_many) / (1 + self.tried)

    @property
    def ratio(self) -> float | None:
        """How many pairs there are for 1 that chance makes; None where it makes none."""
        return self.observed / self.expected if self.expected else None


@dataclass(frozen=True, slots=True)
class NearPairs:
    """Pairs of incidents within the last band of metres, found once; days can be held against them again and again.

    The pairs of a band of metres stand together: those of band k from starts[k] up to starts[k + 1].
    """

    bands: Bands
    days: NDArray[np.int32]  # of each incident
    one: Whole  # of each pair, the incidents by number
    other: Whole
    starts: tuple[int, ...]

    @property
    def count(self) -> int:
        return len(self.one)


@dataclass(frozen=True, slots=True)
class Repeats:
    """How many *incidents* came at a place within so many days of the one before there, and at how many *places*."""

    within: int
    incidents: int
    places: int


def near_count(places: Places, metres: float) -> int:
    """Return how many pairs of *places* are up to *metres* apart, without finding each."""
    from scipy.spatial import cKDTree

    tree = cKDTree(np.asarray(places, dtype=np.float64).reshape(-1, 2))
    return (int(tree.count_neighbors(tree, metres + ROUNDING)) - len(places)) // 2


def near_pairs(places: Places, days: Sequence[int], bands: Bands) -> NearPairs:
    """Return the near pairs of incidents at *places* on *days*."""
    from scipy.spatial import cKDTree

    points = np.asarray(places, dtype=np.float64).reshape(-1, 2)
    reach = bands.metres[-1] + ROUNDING
    found = cKDTree(points).query_pairs(reach, output_type="ndarray") if len(points) else np.empty((0, 2))
    one, other = found.astype(np.int64).reshape(-1, 2).T
    apart = np.hypot(*(points[one] - points[other]).T)
    band = np.searchsorted(np.asarray(bands.metres) + ROUNDING, apart)
    order = np.argsort(band, kind="stable")
    starts = np.searchsorted(band[order], np.arange(len(bands.metres) + 1))
    numbers = np.asarray(days, dtype=np.int32)
    return NearPairs(bands, numbers, one[order], other[order], tuple(int(start) for start in starts))


def counted(near: NearPairs, order: Whole | None = None) -> Whole:
    """Return the pairs in each band of metres (rows) and days (columns), with the days in another *order* if given."""
    days = near.days if order is None else near.days[order]
    apart = np.abs(days[near.one] - days[near.other])
    within = [apart <= longest for longest in near.bands.days]
    rows = [[np.count_nonzero(each[start:stop]) for each in within] for start, stop in pairwise(near.starts)]
    found = np.asarray(rows, dtype=np.int64)
    found[:, 1:] -= found[:, :-1].copy()
    return found


def expected(near: NearPairs) -> NDArray[np.float64]:
    """Return the pairs that chance makes in each band: near pairs times the share of all pairs so many days apart."""
    incidents = len(near.days)
    if incidents < 2:
        return np.zeros((len(near.bands.metres), len(near.bands.days)))
    a_day = np.bincount(near.days - near.days.min())
    apart = [int(a_day @ (a_day - 1)) // 2, *(int(a_day[:-at] @ a_day[at:]) for at in range(1, len(a_day)))]
    apart = (apart + [0] * (near.bands.days[-1] + 1))[: near.bands.days[-1] + 1]
    up_to = np.cumsum(apart)[list(near.bands.days)]
    shares = np.diff(up_to, prepend=0) / (incidents * (incidents - 1) / 2)
    return np.outer(np.diff(near.starts), shares)


def knox(near: NearPairs, orders: Iterable[Whole]) -> tuple[ClosePairs, ...]:
    """Return each band's pairs, nearest and soonest first, with the days dealt out in each of *orders*."""
    observed, usual, tried = counted(near), expected(near), 0
    as_many = np.zeros_like(observed)
    for order in orders:
        as_many += counted(near, order) >= observed
        tried += 1
    return tuple(
        ClosePairs(metres, days, int(observed[row, at]), float(usual[row, at]), int(as_many[row, at]), tried)
        for row, metres in enumerate(near.bands.metres)
        for at, days in enumerate(near.bands.days)
    )


def dealt(near: NearPairs, times: int, seed: int = 0) -> Iterator[Whole]:
    """Return *times* orders of the days by chance, always the same of one *seed*."""
    chance = np.random.default_rng(seed)
    return (chance.permutation(len(near.days)) for _ in range(times))


def together(some: Sequence[ClosePairs], others: Sequence[ClosePairs]) -> tuple[ClosePairs, ...]:
    """Return the results of *some* orders and of *others* over the same pairs as those of all."""
    return tuple(
        replace(pairs, as_many=pairs.as_many + more.as_many, tried=pairs.tried + more.tried)
        for pairs, more in zip(some, others, strict=True)
    )


def repeats(places: Sequence[Hashable], days: Sequence[int], within: int) -> Repeats:
    """Return how many incidents follow another at the same place *within* so many days, the same day among them."""
    last: dict[Hashable, int] = {}
    repeated: list[Hashable] = []
    for day, _, place in sorted((day, at, place) for at, (day, place) in enumerate(zip(days, places, strict=True))):
        if place in last and day - last[place] <= within:
            repeated.append(place)
        last[place] = day
    return Repeats(within, len(repeated), len(set(repeated)))
