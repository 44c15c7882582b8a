"""Knows the ways on from a street-level page: each keeps the months and the comparison of the number it stands on."""

from collections.abc import Mapping

from dashboard.domain.choices import ComparedWith, Measure
from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, By, first_month
from dashboard.domain.periods.period import Period, run_of_months
from dashboard.reports.street.columns import Column, Columns
from dashboard.reports.street.grid import GridRow


def named_comparison(span: Period, against: Period) -> Period | ComparedWith:
    """What *span* is compared with, as an address names it."""
    is_year_before = first_month(span) - first_month(against) == MONTHS_IN_YEAR
    return ComparedWith.YEAR_BEFORE if is_year_before else against


def of_months(filters: Filters, span: Period, against: Period) -> Filters:
    """The view of the months of *span* alone, compared with *against*."""
    first, last = first_month(span), first_month(span) + span.months - 1
    ends = {"start": run_of_months(first, 1), "end": run_of_months(last, 1)}
    return filters.with_(**ends, by=None, against=named_comparison(span, against))


def compared_so(filters: Filters, span: Period, against: Period) -> Filters:
    """The view that compares *span* with *against*: its own months with nothing else changed, else those alone."""
    if filters.span == span:
        return filters.with_(against=named_comparison(span, against))
    return of_months(filters, span, against)


def narrowed(filters: Filters, column: Column, columns: Columns) -> Filters:
    """One step into a column: a year by quarter, a quarter by month, a month alone; compared as the column is."""
    against = columns.every[column.against].period if column.against is not None else None
    compared = named_comparison(column.period, against) if against else ComparedWith.YEAR_BEFORE
    # An index is on the first period shown, which is another one step in.
    measure = Measure.COUNT if filters.measure == Measure.INDEX else filters.measure
    view = filters.with_(against=compared, measure=measure)
    if columns.by == By.YEAR:
        return view.with_(period=column.period, start=None, end=None, by=By.QUARTER)
    return view.with_(start=column.period, end=column.period, by=By.MONTH)


def row_view(filters: Filters, row: GridRow, wordings: Mapping[str, str]) -> Filters:
    """One step into a row: a place, a crime type, or a category; one without *wordings* of its own, as its types."""
    if row.place is not None:
        return filters.with_(area=row.key)
    if row.is_group and (row.key not in wordings or filters.crimes or filters.categories):
        return filters.with_(crimes=row.crimes)
    if row.is_group:
        return filters.with_(categories=frozenset({row.key}))
    return filters if row.key == "total" else filters.with_(crimes=frozenset({row.key}))
