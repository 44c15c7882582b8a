"""Knows how the street-level crime of a partnership stands: its newest quarter and 12 months, for the overview."""

from dataclasses import dataclass

from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, By, first_month, period_with
from dashboard.domain.periods.period import Period, run_of_months
from dashboard.domain.street.newest import newest_quarter
from dashboard.questions.store import Store
from dashboard.reports.street.moving.ways import named_comparison
from dashboard.reports.street.place_context import StreetContext, street_context
from dashboard.reports.street.ranking import is_comparable
from dashboard.reports.street.spans import kept_comparison
from dashboard.reports.street.standing import StreetStanding, standing


@dataclass(frozen=True, slots=True)
class StreetNow:
    """What is counted where, the newest month of it, and how it stands; *filters* are of the view that shows more."""

    filters: Filters
    counted: str
    place: str
    newest: str  # month
    stands: StreetStanding | None


def street_now(store: Store, filters: Filters) -> StreetNow | None:
    """Return how the view's place stands in its newest quarter; None where no street-level crime is loaded for it."""
    context = street_context(store, filters)
    if context is None or not context.types or not context.held:
        return None
    span = newest_quarter({item.month for item in context.held})
    against = _against(context, filters, span)
    return StreetNow(
        filters=filters.with_(period=span, start=None, end=None, by=None, against=named_comparison(span, against)),
        counted=context.crime_words,
        place=context.place.full_name,
        newest=period_with(context.held[-1].month, By.MONTH).label,
        stands=standing(store, context, span, against),
    )


def _against(context: StreetContext, filters: Filters, span: Period) -> Period:
    """As far before as the view compares; the same quarter a year before, where that is not loaded the one before."""
    first = first_month(span)
    kept = kept_comparison(filters, span, context.held)
    if isinstance(kept, Period) and is_comparable(context, span, kept):
        return kept
    year_before = run_of_months(first - MONTHS_IN_YEAR, span.months)
    return year_before if is_comparable(context, span, year_before) else run_of_months(first - span.months, span.months)
