"""Knows how a year in progress may end: its outturn, how sure that is, and what the target still asks for.

Our own method, over counts of months by month number (street.month_number), or of quarters by that of their first
month; one without a figure is None or absent, never 0, and the caller leaves out what lies before a break. What is
still to come is negative binomial: a Poisson count whose level is known from a count, widened by what police counts do
beyond chance. Its constants were chosen on police.uk's counts and held on the London boroughs', which had no part in
it; backtest.py says how well it does. The function that needs scipy imports it: that takes longest of all.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import accumulate, islice
from math import ceil, floor, sqrt

from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.targets.goals import Goal
from dashboard.domain.targets.status import Polarity
from dashboard.domain.values.printed import ValueType

MEMORY = 0.6  # what a month says of the level now, for 1 that the month after it says: levels drift
MOST_YEARS = 5  # older years have another season
SHY_YEARS, SHY_COUNT = 2, 200  # the flat share weighs like so many years and incidents: shares hold trend and chance
USUAL_EXCESS = 0.01  # variance beyond chance that police counts usually have, of the squared monthly count
USUAL_MONTHS = 4  # how many months this expectation weighs like
OUT_OF_TEN = 0.8  # the range that is shown


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
    past_years: int  # that the shares rest on; 0 is the flat share
    counted: float  # incidents, each weighted by MEMORY ** its age in months
    share: float  # of a year, weighted alike: counted / share is the year's level
    dispersion: float

    @property
    def left(self) -> int:
        """How many counts are still to come."""
        return len(self.shares) - len(self.so_far)

    def remaining(self, steps: int | None = None) -> Remaining:
        """Return what the next *steps* (months, or quarters) may bring, by default all that are left.

        Smoothing with memory m is best when the level walks at random, each month by (1 - m)^2 / m of a month's
        squared error (Muth, 1960); the mean of n months has (n + 1)(2n + 1) / 6n of it.
        """
        done, steps = len(self.so_far), self.left if steps is None else steps
        ahead = steps * self.span.step
        noise = self.dispersion * self.share * self.span.months / (self.counted + 0.5)
        drift = noise * (1 - MEMORY) ** 2 / MEMORY * (ahead + 1) * (2 * ahead + 1) / (6 * ahead)
        return still_to_come(self.counted, self.share, sum(self.shares[done : done + steps]), self.dispersion, drift)

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
    years = comparable_years(known, span)
    shares = season(years, len(numbers))
    spread = dispersion([*years, so_far], shares, span.step)
    return Forecast(span, so_far, shares, len(years), *recent_level(known, span, shares), spread)


def comparable_years(counts: Mapping[int, int], span: Span) -> tuple[tuple[int, ...], ...]:
    """Return the same months (or quarters) of the newest five earlier years that have them all, newest first.

    A year without an incident is passed over: it has no season.
    """
    starts = range(span.first - MONTHS_IN_YEAR, min(counts, default=span.first) - 1, -MONTHS_IN_YEAR)
    firsts = [month - span.first for month in span.firsts]
    years = (tuple(counts[start + at] for at in firsts if start + at in counts) for start in starts)
    return tuple(islice((year for year in years if len(year) == len(firsts) and any(year)), MOST_YEARS))


def season(years: Sequence[Sequence[int]], parts: int) -> tuple[float, ...]:
    """Return the expected share of each of a year's *parts*: that of past *years*, drawn towards the flat share."""
    if not years:
        return (1 / parts,) * parts
    total = sum(map(sum, years))
    weight = len(years) / (len(years) + SHY_YEARS) * total / (total + SHY_COUNT)
    return tuple(weight * sum(month) / total + (1 - weight) / parts for month in zip(*years, strict=True))


def recent_level(counts: Mapping[int, int], span: Span, shares: Sequence[float]) -> tuple[float, float]:
    """Return the incidents and the share of a year they came in, both weighted by MEMORY ** age in months.

    The steady model of Smith (1979): months before the year count too, as far as they are remembered.
    """
    newest, counted, share = max(counts), 0.0, 0.0
    for month, number in counts.items():
        at, weight = (month - span.first) % MONTHS_IN_YEAR // span.step, MEMORY ** (newest - month)
        counted += weight * number
        share += weight * (shares[at] if at < len(shares) else 1 / len(shares))
    return counted, share


def dispersion(years: Sequence[Sequence[int]], shares: Sequence[float], step: int = 1) -> float:
    """Return Pearson's variance over mean of counts of *step* months about their year's, drawn to the usual; >= 1."""
    squares, freedom = 0.0, 0
    for year in years:
        scale = sum(year) / sum(shares[: len(year)])
        expected = [scale * share for share in shares[: len(year)]]
        squares += sum((number - mean) ** 2 / mean for number, mean in zip(year, expected, strict=True) if mean)
        freedom += len(year) - 1 if scale else 0
    usual = 1 + USUAL_EXCESS * sum(map(sum, years)) / (sum(map(len, years)) * step)
    weight = USUAL_MONTHS / step
    return max(1.0, (squares + weight * usual) / (freedom + weight))


def still_to_come(counted: float, share: float, left: float, spread: float = 1.0, drift: float = 0.0) -> Remaining:
    """Return the count to come in the share *left* of a year, when *counted* came in *share* of it.

    Poisson counts and Jeffreys' prior make it NegBin(counted + 1/2, share / (share + left)); the dispersion *spread*
    multiplies its variance, and *drift*, a squared relative error, is added.
    """
    evidence = counted + 0.5
    mean = evidence * left / share
    return Remaining(mean, spread * (mean + mean**2 / evidence) + drift * mean**2)


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
