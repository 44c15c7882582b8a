"""Knows how a place stands: a period beside a year before and the period before it, and the newest 12 months."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, By, first_month
from dashboard.domain.periods.period import Period, run_of_months
from dashboard.domain.targets.status import SMALL_BASE, change_is_real
from dashboard.questions.store import Store
from dashboard.questions.street import CountQuery
from dashboard.reports.street.place_context import StreetContext
from dashboard.reports.street.points import counts_of
from dashboard.reports.street.ranking import is_comparable, is_held


@dataclass(frozen=True, slots=True)
class StreetChange:
    """The incidents of some months, beside those of as many months *before* them; None where those are not held."""

    span: Period
    n: int
    against: Period
    before: int | None

    @property
    def real(self) -> bool:
        """Whether the change is more than chance."""
        return self.before is not None and change_is_real(Decimal(self.n), Decimal(self.before))[1]

    @property
    def change(self) -> Decimal | None:
        """In percent; None without a count before, or on one under 50."""
        if self.before is None or self.before < SMALL_BASE:
            return None
        return Decimal(self.n - self.before) * 100 / self.before


@dataclass(frozen=True, slots=True)
class StreetStanding:
    """A period beside what it is compared with, beside the one before it, and 12 months beside the 12 before."""

    looked_at: StreetChange
    period_before: StreetChange | None
    year: StreetChange | None
    people: int | None = None  # who live there


def standing(store: Store, context: StreetContext, span: Period, against: Period) -> StreetStanding | None:
    """How the place of *context* stands in *span*; each step only where its own months are held whole."""
    if not context.held:
        return None
    year = _year_beside(span, context)
    pairs = [(span, against), (span, _before(span, span.months)), (year, _before(year, MONTHS_IN_YEAR))]
    months = _monthly(store, context, [period for pair in pairs for period in pair])
    looked_at, before, rolling = (_step(pair, context, months) for pair in pairs)
    if looked_at is None:
        return None
    if span.months >= MONTHS_IN_YEAR:
        return StreetStanding(looked_at, None, None, context.place.population)
    is_new = before is not None and before.before is not None and against != before.against
    return StreetStanding(looked_at, before if is_new else None, rolling, context.place.population)


def _year_beside(span: Period, context: StreetContext) -> Period:
    """The 12 months up to the newest; of an older *span* those up to its end."""
    last = first_month(span) + span.months - 1
    newest = context.held[-1].month
    last = newest if newest - last < By.QUARTER.months else last
    return run_of_months(last - MONTHS_IN_YEAR + 1, MONTHS_IN_YEAR)


def _before(span: Period, months: int) -> Period:
    return run_of_months(first_month(span) - months, span.months)


def _monthly(store: Store, context: StreetContext, spans: list[Period]) -> Mapping[int, int]:
    """The incidents of every month from the first of *spans* to the last."""
    first = min(map(first_month, spans))
    last = max(first_month(span) + span.months - 1 for span in spans)
    query = CountQuery((context.place.id,), context.numbers, first, last, 1)
    found: dict[int, int] = {}
    for item in counts_of(store, context, query):
        found[first + item.column] = found.get(first + item.column, 0) + item.n
    return found


def _step(pair: tuple[Period, Period], context: StreetContext, months: Mapping[int, int]) -> StreetChange | None:
    span, against = pair
    if not is_held(context, span):
        return None
    before = _sum(against, months) if is_comparable(context, span, against) else None
    return StreetChange(span, _sum(span, months), against, before)


def _sum(span: Period, months: Mapping[int, int]) -> int:
    first = first_month(span)
    return sum(months.get(month, 0) for month in range(first, first + span.months))
