"""Knows how well forecasts would have done: each year that is over, forecast after each of its months.

A forecast sees only what was counted by then, so nothing that it is judged on has gone into it. It stands beside two
that anyone can make: the flat share (the year goes on as it went so far) and last year's outturn again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.statistics.forecast import CannotForecast, Span, comparable_years, forecast

MEANT_TO_HOLD = 80  # percent of the time, a range of 80%


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
        """Whether the forecast errs no more than either simple one."""
        return all(each.error <= each.simple for each in (self.flat_share, self.last_year) if each)


def trials(counts: Mapping[int, int | None], span: Span) -> Iterator[Trial]:
    """Yield the trials of every complete year that begins in the calendar month of *span*, oldest first."""
    known = {month: number for month, number in counts.items() if number is not None}
    oldest, newest = min(known, default=0), max(known, default=-1)
    first = oldest + (span.first - oldest) % MONTHS_IN_YEAR
    for start in range(first, newest + span.step - span.months + 1, MONTHS_IN_YEAR):
        year = replace(span, first=start)
        if all(month in known for month in year.firsts):
            yield from _of_a_year(known, year)


def back_test(tried: Iterable[Trial]) -> BackTest | None:
    """Return how well the trials of one series, or of several together, came out; None for no trial."""
    found = list(tried)
    if not found:
        return None
    later = [trial for trial in found if trial.last_year is not None]
    return BackTest(
        len(found),
        100 * sum(trial.held for trial in found) / len(found),
        _compare([(trial, trial.flat_share) for trial in found]),
        _compare([(trial, float(trial.last_year or 0)) for trial in later]) if later else None,
    )


def _of_a_year(known: Mapping[int, int], span: Span) -> Iterator[Trial]:
    outturn = sum(known[month] for month in span.firsts)
    for done, next_month in enumerate(span.firsts[1:], 1):
        by_then = {month: number for month, number in known.items() if month < next_month}
        made = forecast(by_then, span)
        if isinstance(made, CannotForecast):
            continue
        low, high = made.outturn()
        flat = sum(made.so_far) * len(span.firsts) / done
        earlier = comparable_years(by_then, span)
        yield Trial(span, done, outturn, made.expected, low, high, flat, sum(earlier[0]) if earlier else None)


def _compare(pairs: list[tuple[Trial, float]]) -> Comparison:
    """Compare with each trial's simple forecast; no incident at all counts as one, so that a percentage exists."""
    whole = max(sum(trial.outturn for trial, _ in pairs), 1) / 100
    error = sum(abs(trial.expected - trial.outturn) for trial, _ in pairs)
    simple = sum(abs(number - trial.outturn) for trial, number in pairs)
    return Comparison(len(pairs), error / whole, simple / whole)
