"""Knows how a year in progress may end: its outturn, how sure that is, and what the target still asks for.

Our own method, over counts of months by month number (street.month_number), or of quarters by that of their first
month; one without a figure is None or absent, never 0, and the caller leaves out what lies before a break. course.py
says what is expected of the months to come and how sure that is; what they bring is negative binomial: a Poisson count
whose level is not known for sure. backtest.py says how well it does. What needs scipy imports it: that takes
longest of all.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import accumulate
from math import ceil, floor, sqrt

from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.statistics.course import YEARS, course
from dashboard.domain.targets.goals import Goal
from dashboard.domain.targets.status import Polarity
from dashboard.domain.values.printed import ValueType

OUT_OF_TEN = 0.8  # the range that is shown
LEAST_DOUBT = 1e-9  # of a negative binomial's variance over its mean


class NoForecast(StrEnum):
    """Why a year's outturn cannot be forecast."""

    NOT_A_COUNT = "only counts add up over a year; this is a rate, a percentage or a change"
    NOT_ADDED = "its months or quarters are not added up to its year"
    SURVEY = "it comes from a survey, whose result is not known in parts"
    DELAYED = "its figures are published nationally, too late to forecast from"
    NO_MONTH = "no month of the year has been counted"
    GAP = "a month or quarter before the newest has no figure"
    NEGATIVE = "a figure is negative"
    COMPLETE = "the year is complete"


@dataclass(frozen=True, slots=True)
class Span:
    """The year that is forecast: its first month's number, how many months it has, how many of them a count covers."""

    first: int
    months: int = MONTHS_IN_YEAR
    step: int = 1  # 3 where quarters are counted

    @property
    def firsts(self) -> range:
        """The number by which each count of the year goes."""
        return range(self.first, self.first + self.months, self.step)


@dataclass(frozen=True, slots=True)
class CannotForecast:
    """Why there is no forecast; *month* is the one at fault."""

    reason: NoForecast
    month: int | None = None


@dataclass(frozen=True, slots=True)
class Remaining:
    """The count still to come: negative binomial, by its mean and variance."""

    mean: float
    variance: float

    def at_most(self, count: int) -> float:
        """Return the chance of *count* or fewer."""
        from scipy.special import betainc

        p = self.mean / self.variance
        return float(betainc(self.mean * p / (1 - p), count + 1, p)) if count >= 0 else 0.0

    def between(self, width: float = OUT_OF_TEN) -> tuple[int, int]:
        """Return the counts between which it lies *width* of the time, as much above as below.

        No more than the tail p lies sqrt(1/p - 1) standard deviations beyond the mean (Cantelli's inequality).
        """
        tail = (1 - width) / 2
        reach = sqrt((1 / tail - 1) * self.variance)
        counts = range(max(0, floor(self.mean - reach)), ceil(self.mean + reach) + 1)
        low, high = (counts[bisect_left(counts, part, key=self.at_most)] for part in (tail, 1 - tail))
        return low, high


@dataclass(frozen=True, slots=True)
class Forecast:
    """What the months so far say of the rest of the year."""

    span: Span
    so_far: tuple[int, ...]
    shares: tuple[float, ...]  # of the year, expected of each month, or quarter
    past: int  # months, or quarters, before the year that were counted and tell of it
    learned: float  # the part of the season that the series' own counts tell; the rest is the usual one
    liveliness: float  # 0.5 of a steady series to 4 of one that moves most
    to_come: tuple[Remaining, ...]  # the next count, the next two together, and so on to the end

    @property
    def left(self) -> int:
        """How many counts are still to come."""
        return len(self.shares) - len(self.so_far)

    def remaining(self, steps: int | None = None) -> Remaining:
        """Return what the next *steps* (months, or quarters) may bring, by default all that are left."""
        return self.to_come[-1 if steps is None else steps - 1]

    @property
    def expected(self) -> float:
        return sum(self.so_far) + self.remaining().mean

    def outturn(self, width: float = OUT_OF_TEN, steps: int | None = None) -> tuple[int, int]:
        """Return between which counts the year (or its next *steps*) ends *width* of the time."""
        low, high = self.remaining(steps).between(width)
        return sum(self.so_far) + low, sum(self.so_far) + high


def barred(kind: ValueType, *, survey: bool = False, delayed: bool = False, sum_: bool = True) -> CannotForecast | None:
    """Return why an indicator of this kind is never forecast, whose year is a *sum_* or not; None for one that may."""
    bars = {NoForecast.SURVEY: survey, NoForecast.NOT_A_COUNT: kind is not ValueType.COUNT}
    bars |= {NoForecast.NOT_ADDED: not sum_, NoForecast.DELAYED: delayed}
    return next((CannotForecast(why) for why, holds in bars.items() if holds), None)


def forecast(counts: Mapping[int, int | None], span: Span) -> Forecast | CannotForecast:
    """Return how the year *span* may end; what comes after its newest count is still to come."""
    numbers = [counts.get(first) for first in span.firsts]
    done = max((at for at, number in enumerate(numbers, 1) if number is not None), default=0)
    so_far = tuple(number for number in numbers[:done] if number is not None)
    newest = span.first + done * span.step
    known = {month: number for month, number in counts.items() if number is not None and month < newest}
    if not so_far:
        return CannotForecast(NoForecast.NO_MONTH)
    if len(so_far) < done:
        return CannotForecast(NoForecast.GAP, span.firsts[numbers.index(None)])
    if min(known.values()) < 0:
        return CannotForecast(NoForecast.NEGATIVE, min(known, key=known.__getitem__))
    if done == len(numbers):
        return CannotForecast(NoForecast.COMPLETE)
    return _made(known, span, so_far)


def _made(known: Mapping[int, int], span: Span, so_far: tuple[int, ...]) -> Forecast:
    found = course(known, span.firsts, span.step)
    past = sum(span.first - YEARS * MONTHS_IN_YEAR <= first < span.first for first in known)
    spreads = zip(found.means, found.variances, strict=True)
    to_come = tuple(Remaining(mean, max(variance, mean * (1 + LEAST_DOUBT))) for mean, variance in spreads)
    shares = tuple(busy / sum(found.busy) for busy in found.busy)
    return Forecast(span, so_far, shares, past, found.learned, found.liveliness, to_come)


def still_to_come(counted: float, share: float, left: float) -> Remaining:
    """Return the count to come in the share *left* of a year, when *counted* came in *share* of it: the barest case.

    Poisson counts of a level that stands still and a season that is known; Jeffreys' prior makes it
    NegBin(counted + 1/2, share / (share + left)). A forecast doubts both, so its range is wider.
    """
    evidence = counted + 0.5
    mean = evidence * left / share
    return Remaining(mean, mean + mean**2 / evidence)


def chance_of_meeting(remaining: Remaining, so_far: int, goal: Goal) -> float | None:
    """Return the chance that the year meets its target; None where neither way is better."""
    if goal.polarity is Polarity.LOWER:
        return remaining.at_most(floor(goal.last_met - so_far))
    return 1 - remaining.at_most(ceil(goal.last_met - so_far) - 1) if goal.polarity is Polarity.HIGHER else None


def required_run_rate(so_far: int, left: int, goal: Goal) -> Decimal | None:
    """Return the count in each month (quarter) *left* that ends on target: 0 when it is met, None when beyond reach."""
    met = Decimal(0) if goal.polarity is Polarity.HIGHER else None
    return met if so_far > goal.last_met else (goal.last_met - so_far) / left


def milestones(target: Decimal, shares: Sequence[float]) -> tuple[float, ...]:
    """Return what the target asks by the end of each month, or quarter: its seasonal share so far."""
    return tuple(float(target) * share for share in accumulate(shares))


def fan(year: Forecast) -> tuple[tuple[float, int, int], ...]:
    """Return for the end of each month (or quarter) left the expected count of the year by then, and its 80% range."""
    left = range(1, year.left + 1)
    return tuple((sum(year.so_far) + year.remaining(at).mean, *year.outturn(steps=at)) for at in left)
