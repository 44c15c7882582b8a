"""Knows what is special cause in a control chart: the signals of NHS England's Making Data Count, point by point."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from dashboard.domain.statistics.control.limits import ControlLimits, Points

RUN_LENGTHS = (6, 7)
RUN_LENGTH = 7  # where none is asked for


class Side(StrEnum):
    """Where a signal points: above the mean or rising, below it or falling."""

    HIGHER = "higher values"
    LOWER = "lower values"


class Signal(StrEnum):
    """Why a point is special cause, the telling ones first."""

    OUTSIDE = "outside the limits"
    RUN = "in a run on one side of the mean"
    NEAR_LIMIT = "one of two in three close to a limit"
    TREND = "in a run of rising or falling points"


@dataclass(frozen=True, slots=True)
class Mark:
    """One signal at one point."""

    signal: Signal
    side: Side


def signals(
    points: Points, lines: ControlLimits, run_length: int = RUN_LENGTH, widths: Sequence[Decimal] = ()
) -> tuple[tuple[Mark, ...], ...]:
    """Return the marks of each point against *lines*; every point of a run is marked, not only its last.

    *run_length* is for points on one side of the mean and for rising or falling ones; *widths* are how many times as
    far the limits lie from the mean at each point.
    """
    reaches = [lines.reach * width for width in widths or [Decimal(1)] * len(points)]
    heights = [None if point is None else point - lines.mean for point in points]
    depths = [None if height is None else -height for height in heights]
    found = {Side.HIGHER: _upward(heights, reaches, run_length), Side.LOWER: _upward(depths, reaches, run_length)}
    return tuple(
        tuple(Mark(signal, side) for signal in Signal for side in Side if at in found[side][signal])
        for at in range(len(points))
    )


def _upward(heights: Points, reaches: Sequence[Decimal], run_length: int) -> dict[Signal, Set[int]]:
    """Return the positions of each upward signal; *heights* and the *reaches* of the limits are above the mean."""
    rising = _in_runs([a is not None and b is not None and b > a for a, b in pairwise(heights)], run_length - 1)
    beside = list(zip(heights, reaches, strict=True))
    near = [height is not None and 3 * height > 2 * reach for height, reach in beside]
    threes = [range(at, at + 3) for at in range(len(heights) - 2) if None not in heights[at : at + 3]]
    twos = [{at for at in three if near[at]} for three in threes]
    return {
        Signal.OUTSIDE: {at for at, (height, reach) in enumerate(beside) if height is not None and height > reach},
        Signal.RUN: _in_runs([height is not None and height > 0 for height in heights], run_length),
        Signal.NEAR_LIMIT: {at for two in twos if len(two) > 1 for at in two},
        Signal.TREND: rising | {at + 1 for at in rising},
    }


def _in_runs(flags: Sequence[bool], length: int) -> set[int]:
    """Return the positions in *flags* that lie in an unbroken run of at least *length*."""
    starts = [at for at in range(len(flags) - length + 1) if all(flags[at : at + length])]
    return {at + step for at in starts for step in range(length)}
