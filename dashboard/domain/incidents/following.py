"""Knows how the incidents of a list follow each other: again at one place, and close by within some days."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.incidents.hours import nearest
from dashboard.domain.incidents.parts import Numbers
from dashboard.domain.statistics.near_repeats import (
    Bands,
    ClosePairs,
    Repeats,
    dealt,
    knox,
    near_count,
    near_pairs,
    repeats,
)

Reals = NDArray[np.float64]
PRIMARY = Bands((200,), (14,))  # named before anything is looked at: the only band that is judged
BESIDE = Bands((0, 100, 200, 400), (7, 14, 28))  # to be read, not judged
REPEAT_DAYS = (7, 14, 28)
MOST_PAIRS = 3_000_000  # beyond, a view waits too long and takes too much memory


@dataclass(frozen=True, slots=True)
class Following:
    """What is known of incidents with a place; *primary* and *beside* are missing of too many, or of fewer than 2."""

    incidents: int
    unplaced: int  # those without a place are in nothing
    repeats: tuple[Repeats, ...] = ()
    primary: ClosePairs | None = None
    beside: tuple[ClosePairs, ...] = ()
    is_too_many: bool = False
    is_rounded: bool = False


NOBODY = Following(0, 0)


def following(days: Numbers, points: Reals, times: int) -> Following:
    """Return how incidents on *days* at *points* (metres east and north; 0, 0 is no place) follow each other.

    The days are dealt out so many *times*, the first of them the same for every number of times.
    """
    placed = points.any(axis=1)
    days, points = days[placed], points[placed]
    unplaced = int((~placed).sum())
    if len(days) < 2:
        return Following(len(days), unplaced)
    if near_count(points, BESIDE.metres[-1]) > MOST_PAIRS:
        return Following(len(days), unplaced, is_too_many=True)
    at = [tuple(point) for point in points.tolist()]
    found = days.tolist()
    near = near_pairs(points, found, PRIMARY)
    [primary] = knox(near, dealt(near, times))
    return Following(
        incidents=len(days),
        unplaced=unplaced,
        repeats=tuple(repeats(at, found, within) for within in REPEAT_DAYS),
        primary=primary,
        beside=knox(near_pairs(points, found, BESIDE), ()),
    )


def rounded_following(found: Following) -> Following:
    """*found* as others see it: every count rounded by itself, those that chance makes too."""
    again = (replace(item, incidents=nearest(item.incidents), places=nearest(item.places)) for item in found.repeats)
    return replace(
        found,
        incidents=nearest(found.incidents),
        unplaced=nearest(found.unplaced),
        repeats=tuple(again),
        primary=_rounded(found.primary) if found.primary else None,
        beside=tuple(map(_rounded, found.beside)),
        is_rounded=True,
    )


def _rounded(pairs: ClosePairs) -> ClosePairs:
    return replace(pairs, observed=nearest(pairs.observed), expected=float(nearest(round(pairs.expected))))


def points_of(easting: Sequence[Numbers], northing: Sequence[Numbers]) -> Reals:
    """The columns of several months as points, one below the other."""
    if not easting:
        return np.empty((0, 2), np.float64)
    return np.column_stack([np.concatenate(easting), np.concatenate(northing)]).astype(np.float64)
