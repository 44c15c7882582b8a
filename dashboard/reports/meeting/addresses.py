"""Knows how the address of a page is written on a slide."""

from dashboard.domain.filters import Filters
from dashboard.reports.indicators.judged import Judged


def address_of(page: str, filters: Filters) -> str:
    """Path and query of a page."""
    return f"/{'' if page == 'overview' else page}?{filters.to_query()}"


def indicator_address(filters: Filters, item: Judged) -> str:
    """The page of a judged indicator in the same view."""
    return address_of("indicator", filters.with_(indicators=frozenset({item.indicator.slug})))


def meeting_address(number: int) -> str:
    """The page of a meeting."""
    return f"/meeting?meeting={number}"
