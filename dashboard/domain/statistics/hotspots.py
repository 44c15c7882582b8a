"""Knows which places are hot: clusters of high counts, period by period, and what their history makes of them.

scipy takes longer to import than the rest of the domain together, so the functions that need it import it.
"""

from collections.abc import Sequence, Set
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Neighbours = Sequence[Sequence[int]]  # for each place, the positions of its queen neighbours
FEWEST_PERIODS = 5  # a last fifth needs one whole period
LOWEST_MEAN = 0.5  # incidents a place and period; on fewer the z-scores are far from normal


class HotspotClass(StrEnum):
    """What the recent periods make of a place."""

    PERSISTENT = "persistent"
    EMERGING = "emerging"
    FORMER = "former"
    INTERMITTENT = "intermittent"
    NOT_HOT = "not a hotspot"
    NOT_JUDGED = "not judged"


def gi_star(counts: NDArray[np.float64], neighbours: Neighbours) -> NDArray[np.float64]:
    """Return Gi* as z-scores for *counts*, both (places, periods); weights are 1 for a place and its neighbours.

    Ord and Getis (1995), Geographical Analysis 27(4). Where nothing can stand out, z is 0: in a period
    in which all places are equal, and for a place whose neighbours are all the others.
    """
    if not (counts >= 0).all():
        raise ValueError("a count is missing or negative")
    places, z = len(counts), np.zeros(counts.shape)
    if not counts.size:
        return z
    circles = [{place, *others} for place, others in enumerate(neighbours)]
    near = np.array([[len(circle)] for circle in circles])
    excess = _sums(circles, counts) - near * counts.mean(axis=0)
    # Binary weights are their own squares, so n S1 - W^2 is W (n - W).
    room = np.sqrt(near * (places - near) / max(places - 1, 1))
    # Rounding can leave equal counts a spread just above 0, so equality is tested on the counts.
    judged = (room > 0) & (counts.max(axis=0) > counts.min(axis=0))
    np.divide(excess, counts.std(axis=0) * room, out=z, where=judged)
    return z


def _sums(circles: Sequence[Set[int]], counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the sum of *counts* over each circle of places, (circles, periods)."""
    from scipy.sparse import coo_array

    pairs = [(row, place) for row, circle in enumerate(circles) for place in circle]
    rows, columns = np.array(pairs, dtype=np.int64).T
    weights = coo_array((np.ones(len(pairs)), (rows, columns)), shape=(len(circles), len(circles)))
    sums: NDArray[np.float64] = weights.tocsr() @ counts
    return sums


def hot(z: NDArray[np.float64], false_discovery: float = 0.05) -> NDArray[np.bool_]:
    """Return which places are hot in which periods, (places, periods) like the z-scores *z*.

    One-sided p = 1 - Phi(z). In each period the Benjamini-Hochberg step-up procedure over its places keeps
    the expected share of false alarms at or under *false_discovery* (Benjamini and Hochberg, 1995).
    """
    from scipy.special import ndtr

    p: NDArray[np.float64] = ndtr(-z)
    ordered = np.sort(p, axis=0)
    steps = np.arange(1, len(z) + 1)[:, None] / len(z) * false_discovery
    limit = np.where(ordered <= steps, ordered, -1.0).max(axis=0, initial=-1.0)
    rejected: NDArray[np.bool_] = (p <= limit) & (z > 0)
    return rejected


def classify(history: Sequence[bool]) -> HotspotClass:
    """Return the class of one place from its recent periods, oldest first: True where it was hot.

    The first that fits: persistent (hot in 80% of the periods), emerging (in the last fifth only), former
    (in 10%, none of them in the last fifth), intermittent (in 10%).
    """
    periods, hot_periods = len(history), sum(history)
    if periods < FEWEST_PERIODS:
        return HotspotClass.NOT_JUDGED
    last_fifth = (periods + 4) // 5  # rounded up
    hot_lately = sum(history[periods - last_fifth :])
    if 5 * hot_periods >= 4 * periods:
        return HotspotClass.PERSISTENT
    if hot_lately and hot_lately == hot_periods:
        return HotspotClass.EMERGING
    if 10 * hot_periods < periods:
        return HotspotClass.NOT_HOT
    return HotspotClass.INTERMITTENT if hot_lately else HotspotClass.FORMER


def classes(
    counts: NDArray[np.float64], neighbours: Neighbours, false_discovery: float = 0.05
) -> tuple[HotspotClass, ...]:
    """Return the class of each place from *counts* (places, periods), the recent periods, oldest first."""
    return tuple(classify(history) for history in hot(gi_star(counts, neighbours), false_discovery).tolist())


def too_thin(counts: NDArray[np.float64]) -> bool:
    """Return whether *counts* (places, periods) average under 0.5 and so are too few to judge."""
    return not counts.size or bool(counts.mean() < LOWEST_MEAN)
