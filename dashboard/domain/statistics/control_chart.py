"""Knows the control chart (XmR) as NHS England's Making Data Count draws it: limits, signals, and what they say.

Source of the factors: Wheeler, Understanding Variation (2000).
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from statistics import mean

from dashboard.domain.targets.status import Polarity
from dashboard.domain.values.printed import ValueType

Points = Sequence[Decimal | None]  # one a period, oldest first; None is a gap, which breaks runs and moving ranges

LIMIT_FACTOR = Decimal("2.66")  # 3 / d2 of moving ranges of two points, where d2 = 1.128
SCREEN_FACTOR = Decimal("3.267")  # D4: the upper limit of a moving range, in mean moving ranges
FEWEST_FOR_LIMITS = 8
FEWEST_FOR_ICONS = 13  # on fewer the limits are trial limits
RARE_MEAN = 3  # rarer counts pile up at zero, where limits as far below the mean as above it mislead
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


class ControlAbsence(StrEnum):
    """Why a group of points has no limits, or a chart no icon."""

    TOO_FEW = "fewer than 8 points: line only"
    TOO_RARE = "too rare for a control chart: the mean is under 3"
    TOO_MANY_GAPS = "too many gaps for limits: line only"
    TRIAL = "trial limits: fewer than 13 points"
    NO_TARGET = "no target"
    NEUTRAL = "neither way is better"
    UNDECLARED = "polarity not declared"


class Variation(StrEnum):
    """What the newest point says, in the words of Making Data Count; "special cause" alone judges neither way."""

    COMMON_CAUSE = "common cause: no significant change"
    IMPROVING_HIGHER = "special cause of improving nature due to higher values"
    IMPROVING_LOWER = "special cause of improving nature due to lower values"
    CONCERNING_HIGHER = "special cause of concerning nature due to higher values"
    CONCERNING_LOWER = "special cause of concerning nature due to lower values"
    SPECIAL_HIGHER = "special cause due to higher values"
    SPECIAL_LOWER = "special cause due to lower values"


class Assurance(StrEnum):
    """What can be expected of the target while nothing changes, in the words of Making Data Count."""

    PASSING = "consistently passing the target"
    FALLING_SHORT = "consistently falling short of the target"
    HIT_AND_MISS = "hit and miss: inconsistently passing and falling short of the target"


@dataclass(frozen=True, slots=True)
class ControlLimits:
    """The mean and the natural limits in the points' unit; they may be negative: clip only in drawing."""

    mean: Decimal
    lower: Decimal
    upper: Decimal


@dataclass(frozen=True, slots=True)
class Mark:
    """One signal at one point."""

    signal: Signal
    side: Side


@dataclass(frozen=True, slots=True)
class Rebaseline:
    """Somebody's decision to work out the limits anew from a day on; it is never taken automatically."""

    first: date
    reason: str
    author: str

    def __post_init__(self) -> None:
        if not (self.reason.strip() and self.author.strip()):
            raise ValueError("limits are worked out anew only with a reason and an author")


@dataclass(frozen=True, slots=True)
class Group:
    """The points from *start* up to *stop* (not included), which share limits."""

    start: int
    stop: int
    limits: ControlLimits | ControlAbsence
    trial: bool = False  # 8 to 12 points: the limits are marked "trial"


@dataclass(frozen=True, slots=True)
class ControlChart:
    """Points with their groups and, for each point, its marks; the run length is shown with them."""

    points: tuple[Decimal | None, ...]
    groups: tuple[Group, ...]
    marks: tuple[tuple[Mark, ...], ...]
    run_length: int


def limits(points: Points, *, screened: bool = True) -> ControlLimits:
    """Return mean ± 2.66 mean moving ranges; *screened* leaves out, once, ranges of 3.267 times their mean and more.

    The mean of the points keeps every point. Raises ValueError when no two points are neighbours.
    """
    if not (ranges := _moving_ranges(points)):
        raise ValueError("no two points are neighbours: there is no moving range")
    # statistics.mean adds exactly: a rounded sum would put equal rates on one side of their own mean.
    centre, typical = mean(point for point in points if point is not None), mean(ranges)
    if screened:  # where nothing varies nothing is left out
        typical = mean([step for step in ranges if step < SCREEN_FACTOR * typical] or ranges)
    return ControlLimits(centre, centre - LIMIT_FACTOR * typical, centre + LIMIT_FACTOR * typical)


def signals(points: Points, lines: ControlLimits, run_length: int = 7) -> tuple[tuple[Mark, ...], ...]:
    """Return the marks of each point against *lines*; every point of a run is marked, not only its last.

    *run_length* is for points on one side of the mean and for rising or falling ones.
    """
    reach = lines.upper - lines.mean
    heights = [None if point is None else point - lines.mean for point in points]
    depths = [None if height is None else -height for height in heights]
    found = {Side.HIGHER: _upward(heights, reach, run_length), Side.LOWER: _upward(depths, reach, run_length)}
    return tuple(
        tuple(Mark(signal, side) for signal in Signal for side in Side if at in found[side][signal])
        for at in range(len(points))
    )


def group_starts(firsts: Sequence[date], decisions: Iterable[Rebaseline]) -> tuple[int, ...]:
    """Return where new groups start: at the first period that begins on the day decided, or after it.

    *firsts* are the first days of the periods, ascending. A day before the series or after it starts no group.
    """
    found = sorted({bisect_left(firsts, decision.first) for decision in decisions})
    return tuple(at for at in found if 0 < at < len(firsts))


def control_chart(
    points: Points, value_type: ValueType, starts: Sequence[int] = (), run_length: int = 7
) -> ControlChart:
    """Return the chart of *points*, with limits and signals of each group; *starts* come from group_starts.

    Raises ValueError for starts out of order or outside the points, and for a run length other than 6 or 7.
    """
    if run_length not in RUN_LENGTHS:
        raise ValueError(f"a run of {run_length} is no signal: choose 6 or 7")
    edges = (0, *starts, len(points))
    if starts and any(before >= after for before, after in pairwise(edges)):
        raise ValueError(f"groups cannot start at {list(starts)} among {len(points)} points")
    groups = tuple(_group(points, start, stop, value_type) for start, stop in pairwise(edges))
    marks: list[tuple[Mark, ...]] = []
    for group in groups:
        own, lines = points[group.start : group.stop], group.limits
        marks.extend(signals(own, lines, run_length) if isinstance(lines, ControlLimits) else [()] * len(own))
    return ControlChart(tuple(points), groups, tuple(marks), run_length)


def variation(chart: ControlChart, polarity: Polarity) -> Variation | ControlAbsence:
    """Return the variation icon's words: what the newest figure of the last group says, or why nothing."""
    if isinstance(lines := _settled(chart.groups[-1]), ControlAbsence):
        return lines
    newest = max(at for at, point in enumerate(chart.points) if point is not None)
    if not chart.marks[newest]:
        return Variation.COMMON_CAUSE
    higher = chart.marks[newest][0].side is Side.HIGHER  # its place beside the mean before its direction
    if polarity not in (Polarity.HIGHER, Polarity.LOWER):
        return Variation.SPECIAL_HIGHER if higher else Variation.SPECIAL_LOWER
    if higher is (polarity is Polarity.HIGHER):
        return Variation.IMPROVING_HIGHER if higher else Variation.IMPROVING_LOWER
    return Variation.CONCERNING_HIGHER if higher else Variation.CONCERNING_LOWER


def assurance(chart: ControlChart, polarity: Polarity, target: Decimal | None) -> Assurance | ControlAbsence:
    """Return the assurance icon's words from the last group's limits, or why none; equal to *target* is met."""
    if target is None:
        return ControlAbsence.NO_TARGET
    if polarity not in (Polarity.HIGHER, Polarity.LOWER):
        return ControlAbsence.NEUTRAL if polarity is Polarity.NEUTRAL else ControlAbsence.UNDECLARED
    if isinstance(lines := _settled(chart.groups[-1]), ControlAbsence):
        return lines
    met = [edge <= target if polarity is Polarity.LOWER else edge >= target for edge in (lines.lower, lines.upper)]
    return Assurance.PASSING if all(met) else Assurance.HIT_AND_MISS if any(met) else Assurance.FALLING_SHORT


def _settled(group: Group) -> ControlLimits | ControlAbsence:
    return ControlAbsence.TRIAL if group.trial else group.limits


def _group(points: Points, start: int, stop: int, value_type: ValueType) -> Group:
    own = points[start:stop]
    figures, ranges = [point for point in own if point is not None], _moving_ranges(own)
    if len(figures) < FEWEST_FOR_LIMITS:
        return Group(start, stop, ControlAbsence.TOO_FEW)
    if value_type is ValueType.COUNT and mean(figures) < RARE_MEAN:
        return Group(start, stop, ControlAbsence.TOO_RARE)
    if 2 * len(ranges) < len(figures):
        return Group(start, stop, ControlAbsence.TOO_MANY_GAPS)
    return Group(start, stop, limits(own), trial=len(figures) < FEWEST_FOR_ICONS)


def _moving_ranges(points: Points) -> list[Decimal]:
    return [abs(after - before) for before, after in pairwise(points) if before is not None and after is not None]


def _upward(heights: Points, reach: Decimal, run_length: int) -> dict[Signal, Set[int]]:
    """Return the positions of each upward signal; *heights* and the limit *reach* are above the mean."""
    rising = _in_runs([a is not None and b is not None and b > a for a, b in pairwise(heights)], run_length - 1)
    near = [height is not None and 3 * height > 2 * reach for height in heights]
    threes = [range(at, at + 3) for at in range(len(heights) - 2) if None not in heights[at : at + 3]]
    twos = [{at for at in three if near[at]} for three in threes]
    return {
        Signal.OUTSIDE: {at for at, height in enumerate(heights) if height is not None and height > reach},
        Signal.RUN: _in_runs([height is not None and height > 0 for height in heights], run_length),
        Signal.NEAR_LIMIT: {at for two in twos if len(two) > 1 for at in two},
        Signal.TREND: rising | {at + 1 for at in rising},
    }


def _in_runs(flags: Sequence[bool], length: int) -> set[int]:
    """Return the positions in *flags* that lie in an unbroken run of at least *length*."""
    starts = [at for at in range(len(flags) - length + 1) if all(flags[at : at + length])]
    return {at + step for at in starts for step in range(length)}
