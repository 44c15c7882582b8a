"""Knows the chart of days between events (T chart), for what is too rare to be charted by counts.

Source: Nelson (1994), A control chart for parts-per-million nonconforming items, Journal of Quality Technology 26: days
between events that happen at random are nearly normal once their power 1 / 3.6 is taken, and go on an XmR chart then.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from dashboard.domain.statistics.control.limits import ControlLimits, limits
from dashboard.domain.statistics.control.signals import RUN_LENGTH, Mark, Side, signals
from dashboard.domain.targets.status import Polarity

POWER = 3.6
FEWEST_GAPS = 8
FEWEST_FOR_JUDGING = 13  # on fewer the limits are trial limits, as in a chart of counts


class GapAbsence(StrEnum):
    """Why days between events have no limits, or the newest are not judged."""

    TOO_FEW = "fewer than 9 events: no limits"
    SAME_DAY = "all events but one are on days with another: no limits"
    TRIAL = "trial limits: fewer than 14 events"


class GapStanding(StrEnum):
    """What the newest days between events say."""

    USUAL = "within their usual range"
    LONGER = "longer than usual"
    SHORTER = "shorter than usual"
    LONGER_BETTER = "longer than usual, which is better"
    LONGER_WORSE = "longer than usual, which is worse"
    SHORTER_BETTER = "shorter than usual, which is better"
    SHORTER_WORSE = "shorter than usual, which is worse"


@dataclass(frozen=True, slots=True)
class DaysBetween:
    """Events in order, the days between them, and the days since the last one, up to *known_to*.

    *limits* are of the days' power; *marks* stand beside the gaps, those of the open gap last.
    """

    events: tuple[date, ...]
    known_to: date
    gaps: tuple[int, ...]
    limits: ControlLimits | GapAbsence
    marks: tuple[tuple[Mark, ...], ...]

    @property
    def open_gap(self) -> int:
        return (self.known_to - self.events[-1]).days

    @property
    def same_day(self) -> int:
        """How many events are on the day of the one before them."""
        return self.gaps.count(0)

    @property
    def is_trial(self) -> bool:
        return len(self.gaps) < FEWEST_FOR_JUDGING

    @property
    def in_days(self) -> ControlLimits | None:
        """The mean and limits in days; no limit lies below none."""
        if isinstance(self.limits, GapAbsence):
            return None
        return ControlLimits(*(days_of(each) for each in (self.limits.mean, self.limits.lower, self.limits.upper)))


def days_between(events: Iterable[date], known_to: date, run_length: int = RUN_LENGTH) -> DaysBetween | None:
    """Return the chart of *events*, of which all are known up to *known_to*; None where there is none.

    The open gap is judged as soon as it is longer than the mean: it can only grow.
    """
    ordered = tuple(sorted(day for day in events if day <= known_to))
    if not ordered:
        return None
    gaps = tuple((after - before).days for before, after in pairwise(ordered))
    lines = _limits(gaps)
    if isinstance(lines, GapAbsence):
        return DaysBetween(ordered, known_to, gaps, lines, ((),) * (len(gaps) + 1))
    since = power_of((known_to - ordered[-1]).days)
    points = [*map(power_of, gaps), since if since > lines.mean else None]
    return DaysBetween(ordered, known_to, gaps, lines, signals(points, lines, run_length))


def power_of(days: int) -> Decimal:
    """Return what *days* are on the chart: their power 1 / 3.6."""
    return Decimal(repr(days ** (1 / POWER)))


def days_of(height: Decimal) -> Decimal:
    """Return the days that a *height* on the chart stands for; none below it."""
    return Decimal(repr(max(0.0, float(height)) ** POWER))


def gap_standing(chart: DaysBetween, polarity: Polarity) -> GapStanding | GapAbsence:
    """Return what the newest days say, by which way the *polarity* of the events is better; or why nothing.

    The open gap tells where it is a signal, else the newest gap between two events.
    """
    if isinstance(chart.limits, GapAbsence):
        return chart.limits
    if chart.is_trial:
        return GapAbsence.TRIAL
    newest = chart.marks[-1] or chart.marks[-2]
    if not newest:
        return GapStanding.USUAL
    longer = newest[0].side is Side.HIGHER
    if polarity not in (Polarity.LOWER, Polarity.HIGHER):
        return GapStanding.LONGER if longer else GapStanding.SHORTER
    if longer:
        return GapStanding.LONGER_BETTER if polarity is Polarity.LOWER else GapStanding.LONGER_WORSE
    return GapStanding.SHORTER_WORSE if polarity is Polarity.LOWER else GapStanding.SHORTER_BETTER


def _limits(gaps: tuple[int, ...]) -> ControlLimits | GapAbsence:
    if len(gaps) < FEWEST_GAPS:
        return GapAbsence.TOO_FEW
    return limits([power_of(gap) for gap in gaps]) if sum(map(bool, gaps)) > 1 else GapAbsence.SAME_DAY
