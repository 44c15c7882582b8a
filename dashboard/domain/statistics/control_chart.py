"""Knows the control chart (XmR) as NHS England's Making Data Count draws it, about its season, and what it says."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from statistics import mean

from dashboard.domain.statistics.control.limits import ControlLimits, Points, limits, moving_ranges
from dashboard.domain.statistics.control.season import NoSeason, Season, season_of
from dashboard.domain.statistics.control.signals import RUN_LENGTH, RUN_LENGTHS, Mark, Side, signals
from dashboard.domain.targets.status import Polarity
from dashboard.domain.values.printed import ValueType

FEWEST_FOR_LIMITS = 8
FEWEST_FOR_ICONS = 13  # on fewer the limits are trial limits
RARE_MEAN = 3  # rarer counts pile up at zero, where limits as far below the mean as above it mislead


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
    """The points from *start* up to *stop* (not included), which share limits; those of a season without it."""

    start: int
    stop: int
    limits: ControlLimits | ControlAbsence
    trial: bool = False  # 8 to 12 points: the limits are marked "trial"
    season: Season | NoSeason | None = None  # None where the points are no months, or have no limits

    def lines_at(self, at: int) -> ControlLimits | None:
        """The mean and limits of the chart's point *at*: of a season those of its month."""
        lines = self.limits
        if not isinstance(lines, ControlLimits):
            return None
        if not isinstance(self.season, Season):
            return lines
        factor, width = self.season.factors[at - self.start], self.season.widths[at - self.start]
        ends = (lines.mean, lines.mean - width * lines.reach, lines.mean + width * lines.reach)
        return ControlLimits(*(factor * end for end in ends))


@dataclass(frozen=True, slots=True)
class ControlChart:
    """Points with their groups and, for each point, its marks; the run length is shown with them."""

    points: tuple[Decimal | None, ...]
    groups: tuple[Group, ...]
    marks: tuple[tuple[Mark, ...], ...]
    run_length: int


def group_starts(firsts: Sequence[date], decisions: Iterable[Rebaseline]) -> tuple[int, ...]:
    """Return where new groups start: at the first period that begins on the day decided, or after it.

    *firsts* are the first days of the periods, ascending. A day before the series or after it starts no group.
    """
    found = sorted({bisect_left(firsts, decision.first) for decision in decisions})
    return tuple(at for at in found if 0 < at < len(firsts))


def control_chart(
    points: Points,
    value_type: ValueType,
    starts: Sequence[int] = (),
    run_length: int = RUN_LENGTH,
    months: Sequence[int] = (),
) -> ControlChart:
    """Return the chart of *points*, with limits and signals of each group; *starts* come from group_starts.

    *months* are the calendar months of points that are months: each group with a season is judged about it.
    Raises ValueError for starts out of order or outside the points, and for a run length other than 6 or 7.
    """
    if run_length not in RUN_LENGTHS:
        raise ValueError(f"a run of {run_length} is no signal: choose 6 or 7")
    edges = (0, *starts, len(points))
    if starts and any(before >= after for before, after in pairwise(edges)):
        raise ValueError(f"groups cannot start at {list(starts)} among {len(points)} points")
    plain = (_group(points, start, stop, value_type) for start, stop in pairwise(edges))
    groups = tuple(_about_season(group, points, months) for group in plain)
    marks = tuple(mark for group in groups for mark in _marks(group, points, run_length))
    return ControlChart(tuple(points), groups, marks, run_length)


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
    """Return the assurance icon's words from the newest limits, or why none; equal to *target*, of then, is met."""
    if target is None:
        return ControlAbsence.NO_TARGET
    if polarity not in (Polarity.HIGHER, Polarity.LOWER):
        return ControlAbsence.NEUTRAL if polarity is Polarity.NEUTRAL else ControlAbsence.UNDECLARED
    if isinstance(settled := _settled(chart.groups[-1]), ControlAbsence):
        return settled
    lines = chart.groups[-1].lines_at(len(chart.points) - 1) or settled
    met = [edge <= target if polarity is Polarity.LOWER else edge >= target for edge in (lines.lower, lines.upper)]
    return Assurance.PASSING if all(met) else Assurance.HIT_AND_MISS if any(met) else Assurance.FALLING_SHORT


def _settled(group: Group) -> ControlLimits | ControlAbsence:
    return ControlAbsence.TRIAL if group.trial else group.limits


def _group(points: Points, start: int, stop: int, value_type: ValueType) -> Group:
    own = points[start:stop]
    figures, ranges = [point for point in own if point is not None], moving_ranges(own)
    if len(figures) < FEWEST_FOR_LIMITS:
        return Group(start, stop, ControlAbsence.TOO_FEW)
    if value_type is ValueType.COUNT and mean(figures) < RARE_MEAN:
        return Group(start, stop, ControlAbsence.TOO_RARE)
    if 2 * len(ranges) < len(figures):
        return Group(start, stop, ControlAbsence.TOO_MANY_GAPS)
    return Group(start, stop, limits(own), trial=len(figures) < FEWEST_FOR_ICONS)


def _about_season(group: Group, points: Points, months: Sequence[int]) -> Group:
    """*group* with its season, and limits about it of the years that it is taken from, where its points are months."""
    span = slice(group.start, group.stop)
    if not months or not isinstance(group.limits, ControlLimits):
        return group
    season = season_of(points[span], months[span])
    if isinstance(season, NoSeason):
        return replace(group, season=season)
    level = season.without(points[span])
    own = [point if is_own else None for point, is_own in zip(level, season.is_own, strict=True)]
    return replace(group, season=season, limits=limits(own))


def _marks(group: Group, points: Points, run_length: int) -> tuple[tuple[Mark, ...], ...]:
    """The marks of each point of *group*, of a season as they were without it."""
    own = points[group.start : group.stop]
    if not isinstance(group.limits, ControlLimits):
        return ((),) * len(own)
    if not isinstance(group.season, Season):
        return signals(own, group.limits, run_length)
    return signals(group.season.without(own), group.limits, run_length, group.season.widths)
