"""Knows the limits of a control chart (XmR): the mean of points, and 2.66 mean moving ranges about it.

Source of the factors: Wheeler, Understanding Variation (2000).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from statistics import mean

Points = Sequence[Decimal | None]  # one a period, oldest first; None is a gap, which breaks runs and moving ranges

LIMIT_FACTOR = Decimal("2.66")  # 3 / d2 of moving ranges of two points, where d2 = 1.128
SCREEN_FACTOR = Decimal("3.267")  # D4: the upper limit of a moving range, in mean moving ranges


@dataclass(frozen=True, slots=True)
class ControlLimits:
    """The mean and the natural limits in the points' unit; they may be negative: clip only in drawing."""

    mean: Decimal
    lower: Decimal
    upper: Decimal

    @property
    def reach(self) -> Decimal:
        """How far the limits lie from the mean."""
        return self.upper - self.mean


def limits(points: Points, *, screened: bool = True) -> ControlLimits:
    """Return mean ± 2.66 mean moving ranges; *screened* leaves out, once, ranges of 3.267 times their mean and more.

    The mean of the points keeps every point. Raises ValueError when no two points are neighbours.
    """
    if not (ranges := moving_ranges(points)):
        raise ValueError("no two points are neighbours: there is no moving range")
    # statistics.mean adds exactly: a rounded sum would put equal rates on one side of their own mean.
    centre, typical = mean(point for point in points if point is not None), mean(ranges)
    if screened:  # where nothing varies nothing is left out
        typical = mean([step for step in ranges if step < SCREEN_FACTOR * typical] or ranges)
    return ControlLimits(centre, centre - LIMIT_FACTOR * typical, centre + LIMIT_FACTOR * typical)


def moving_ranges(points: Points) -> list[Decimal]:
    """Return the steps between neighbours, without their signs."""
    return [abs(after - before) for before, after in pairwise(points) if before is not None and after is not None]
