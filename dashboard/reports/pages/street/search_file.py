"""Knows stops and searches as a file: by month, by outcome, by object and by place."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dashboard.domain.filters import Filters
from dashboard.questions.store import Store
from dashboard.reports.pages.street.searched import Searched
from dashboard.reports.pages.street.searches import StopAndSearch, stop_and_search
from dashboard.reports.report import Cell, Table

COUNTS = ("searches", "linked", "linked_known", "linked_share_pct")
MONTHS = ("period", "searches", "searches_per_1000", "linked", "linked_known", "linked_share_pct", "period_slug")
ENDINGS = ("search_outcome", *COUNTS, "period", "period_slug")
OBJECTS = ("search_object", *COUNTS, "period", "period_slug")
PLACES = ("area", "searches", "searches_per_1000", *COUNTS[1:], "area_code", "level", "period", "period_slug")


def stop_and_search_file(store: Store, filters: Filters) -> StopAndSearch:
    """Return stops and searches with their tables; the page itself needs none of them."""
    report = stop_and_search(store, filters)
    if report.total is None:
        return report
    total = report.total
    tables = (
        Table.of(
            "searches", "Stop and search in these months", MONTHS, _rows("", filter(None, (total, report.before)))
        ),
        Table.of("by-month", "Stop and search by month", MONTHS, _rows("", report.months)),
        Table.of("by-outcome", "Stop and search by outcome", ENDINGS, _rows("search_outcome", report.endings, total)),
        Table.of("by-object", "Stop and search by object", OBJECTS, _rows("search_object", report.objects, total)),
        Table.of("by-area", "Stop and search by place", PLACES, _rows("area", report.places, total)),
    )
    return replace(report, tables=tables)


def _rows(named: str, items: Iterable[Searched], total: Searched | None = None) -> Iterator[dict[str, Cell]]:
    """A row an item, *named* by its heading; of the months of *total* where it has none of its own."""
    for item in items:
        period, place = item.period or (total.period if total else None), item.place
        row: dict[str, Cell] = {
            "searches": item.n,
            "searches_per_1000": item.per_1000,
            "linked": item.linked if item.said else None,
            "linked_known": item.said,
            "linked_share_pct": item.linked_share,
            "period": period.label if period else None,
            "period_slug": period.slug if period else None,
            "area_code": place.code if place else None,
            "level": str(place.level) if place else None,
        }
        yield row | ({named: item.name} if named else {})
