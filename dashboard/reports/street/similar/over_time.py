"""Knows how the own area's rate goes beside the mean of the others, month by month, quarter by quarter, or rolling."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.choices import Measure
from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, By, first_month, period_with
from dashboard.domain.periods.period import Period
from dashboard.domain.statistics.comparison import PER
from dashboard.domain.street.crime import Place
from dashboard.questions.store import Store
from dashboard.reports.street.similar.rates import Counts, Months, RankedAreas, mean_of, months_of

POINTS = {By.MONTH: 24, By.QUARTER: 12, By.YEAR: 6}  # that are drawn, at most
NOT_HELD = "not every month of it is loaded"
NOT_ALL_HELD = "not loaded for every area"


@dataclass(frozen=True, slots=True)
class TimePoint:
    """A month, quarter or year (or the 12 months up to a month) of the own area and of the others; None: not known."""

    period: Period
    own: Decimal | None
    own_count: int | None
    mean: Decimal | None  # of the others' rates, each area counting once

    @property
    def own_reason(self) -> str | None:
        return NOT_HELD if self.own is None else None

    @property
    def mean_reason(self) -> str | None:
        return NOT_ALL_HELD if self.mean is None else None


def step_of(filters: Filters) -> tuple[By, bool]:
    """How long a point is, and whether it sums the 12 months up to it: asked for so, by the month."""
    if filters.measure is Measure.ROLLING:
        return By.MONTH, True
    return filters.by or By.MONTH, False


def begins(span: Period, filters: Filters) -> int:
    """The first month that the line needs counts of."""
    return min(min(months) for _, months in _runs(span, filters))


def over_time(store: Store, found: RankedAreas, numbers: Sequence[int], filters: Filters) -> tuple[TimePoint, ...]:
    """The points up to the end of the view's months, the oldest first, without ends that nothing is known of."""
    own, others = found.own.place, [item.place for item in found.others]
    held = {place.id: months_of(store, place, numbers) for place in (own, *others)}
    points = tuple(_points(own, others, found.counts, held, _runs(found.span, filters)))
    known = [at for at, item in enumerate(points) if item.own is not None or item.mean is not None]
    return points[known[0] : known[-1] + 1] if known else ()


def _runs(span: Period, filters: Filters) -> list[tuple[Period, range]]:
    """Each point's period with the months that it sums, up to the end of *span*, the oldest first."""
    by, is_rolling = step_of(filters)
    length = MONTHS_IN_YEAR if is_rolling else by.months
    last = first_month(span) + span.months - 1
    newest = first_month(period_with(last + 1, by)) - 1  # the end of the last that is over by then
    ends = [newest - at * by.months for at in range(POINTS[by])][::-1]
    return [(period_with(end, by), range(end - length + 1, end + 1)) for end in ends]


def _points(
    own: Place,
    others: Sequence[Place],
    counts: Counts,
    held: dict[int, Months],
    runs: Sequence[tuple[Period, range]],
) -> Iterator[TimePoint]:
    for period, months in runs:
        rates = {
            place.id: (_sum(counts, place, months), place.population or 1)
            for place in (own, *others)
            if held[place.id].issuperset(months)
        }
        known = {number: Decimal(n) * PER / people for number, (n, people) in rates.items()}
        beside = [known[place.id] for place in others if place.id in known]
        mean = mean_of(beside) if len(beside) == len(others) else None
        yield TimePoint(period, known.get(own.id), rates[own.id][0] if own.id in rates else None, mean)


def _sum(counts: Counts, place: Place, months: range) -> int:
    return sum(counts.get((place.id, month), 0) for month in months)
