"""Knows how well forecasts would have done: each year that is over, forecast after each of its months.

A forecast sees only what was counted by then, so nothing that it is judged on has gone into it. It stands beside three
that anyone can make: the flat share (the year goes on as it went so far), last year's share (the year goes on as last
year went on) and last year's outturn again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.statistics.forecast import CannotForecast, Span, forecast

MEANT_TO_HOLD = 80  # percent of the time, a range of 80%
MOST_YEARS = 5  # the newest, which are tried


@dataclass(frozen=True, slots=True)
class Trial:
    """One year's forecasts after *steps* (months, or quarters) of it, and what it came to."""

    span: Span
    steps: int
    outturn: int
    expected: float
    low: int
    high: int
    flat_share: float
    last_year: int | None  # None where no earlier year has all its months
    last_share: float | None = None  # None there, and where nothing had happened by then in that year

    @property
    def held(self) -> bool:
        return self.low <= self.outturn <= self.high


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far our forecast and a simple one were off, in percent of the outturns, over the same trials."""

    trials: int
    error: float
    simple: float


@dataclass(frozen=True, slots=True)
class BackTest:
    """How often the 80% range held, and how far off forecasts were."""

    trials: int
    coverage: float  # percent
    flat_share: Comparison
    last_year: Comparison | None
    last_share: Comparison | None = None

    @property
    def held(self) -> int:
        """In how many trials the range held the outturn."""
        return round(self.coverage * self.trials / 100)

    @property
    def holds(self) -> bool:
        """Whether the range held as often as it is meant to."""
        return self.held * 100 >= MEANT_TO_HOLD * self.trials

    @property
    def no_worse(self) -> bool:
        """Whether the forecast errs no more than any simple one."""
        return all(each.error <= each.simple for each in (self.flat_share, self.last_year, self.last_share) if each)


def trials(counts: Mapping[int, int | None], span: Span) -> Iterator[Trial]:
    """Yield the trials of the newest complete years that begin in the calendar month of *span*, oldest first."""
    known = {month: number for month, number in counts.items() if number is not None}
    oldest, newest = min(known, default=0), max(known, default=-1)
    first = oldest + (span.first - oldest) % MONTHS_IN_YEAR
    starts = range(first, newest + span.step - span.months + 1, MONTHS_IN_YEAR)
    years = [replace(span, first=start) for start in starts]
    for year in [year for year in years if all(month in known for month in year.firsts)][-MOST_YEARS:]:
        yield from _of_a_year(known, year)


def back_test(tried: Iterable[Trial]) -> BackTest | None:
    """Return how well the trials of one series, or of several together, came out; None for no trial."""
    found = list(tried)
    if not found:
        return None
    return BackTest(
        len(found),
        100 * sum(trial.held for trial in found) / len(found),
        _compare([(trial, trial.flat_share) for trial in found]),
        _compared([(trial, trial.last_year) for trial in found]),
        _compared([(trial, trial.last_share) for trial in found]),
    )


def _of_a_year(known: Mapping[int, int], span: Span) -> Iterator[Trial]:
    outturn = sum(known[month] for month in span.firsts)
    for done, next_month in enumerate(span.firsts[1:], 1):
        by_then = {month: number for month, number in known.items() if month < next_month}
        made = forecast(by_then, span)
        if isinstance(made, CannotForecast):
            continue
        low, high = made.outturn()
        so_far = sum(made.so_far)
        flat = so_far * len(span.firsts) / done
        yield Trial(span, done, outturn, made.expected, low, high, flat, *_like_last_year(by_then, span, so_far, done))


def _like_last_year(known: Mapping[int, int], span: Span, so_far: int, done: int) -> tuple[int | None, float | None]:
    """Last year's outturn, and what this year comes to if it goes on as last year did."""
    year = last_year(known, span)
    if not year:
        return None, None
    by_then = sum(year[:done])
    return sum(year), so_far * sum(year) / by_then if by_then else None


def last_year(counts: Mapping[int, int], span: Span) -> tuple[int, ...]:
    """Return the same months (or quarters) of the newest earlier year that has them all and an incident; else none."""
    starts = range(span.first - MONTHS_IN_YEAR, min(counts, default=span.first) - 1, -MONTHS_IN_YEAR)
    firsts = [month - span.first for month in span.firsts]
    years = (tuple(counts[start + at] for at in firsts if start + at in counts) for start in starts)
    return next((year for year in years if len(year) == len(firsts) and any(year)), ())


def _compared(pairs: list[tuple[Trial, float | int | None]]) -> Comparison | None:
    """Compare where there is a simple forecast; None where there is none at all."""
    known = [(trial, float(simple)) for trial, simple in pairs if simple is not None]
    return _compare(known) if known else None


def _compare(pairs: list[tuple[Trial, float]]) -> Comparison:
    """Compare with each trial's simple forecast; no incident at all counts as one, so that a percentage exists."""
    whole = max(sum(trial.outturn for trial, _ in pairs), 1) / 100
    error = sum(abs(trial.expected - trial.outturn) for trial, _ in pairs)
    simple = sum(abs(number - trial.outturn) for trial, number in pairs)
    return Comparison(len(pairs), error / whole, simple / whole)
