"""Knows the page of one printed table, for readers who have no script and for the fold that takes it from here."""

from collections.abc import Sequence

from dashboard.domain.filters import Filters
from dashboard.reports.evidence.printed import PrintedTable
from layouts.components.links import downloads, page_href
from layouts.components.markup import tag
from layouts.pages.printed_tables import printed_whole
from layouts.plain.page import Link, back, plain_page


def printed_page(navigation: Sequence[Link], table: PrintedTable, filters: Filters, place: str) -> str:
    title = f"{table.section if table.is_text else table.name}, {place}: as printed"
    loads = downloads("data", filters, "printed-tables", "every table as printed")
    section = tag("section", printed_whole(table), loads, class_="card")
    return plain_page(title, navigation, tag("h1", title), section, back(page_href("data", filters), "the Data page"))
