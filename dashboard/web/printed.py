"""Knows the addresses of the printed tables, each a page of its own that the Data page takes in where it is opened."""

from collections.abc import Sequence

from flask import Flask, Response, request

from dashboard.reports.desk import Desk
from dashboard.reports.pages.data import data
from dashboard.web.answers import html, plain
from dashboard.web.ways import Link, ways
from layouts.components.links import page_path
from layouts.plain.printed import printed_page

#: The endpoints that answer with a page of HTML of their own.
OWN_PAGES = frozenset({"printed"})


def add_printed(server: Flask, desk: Desk, pages: Sequence[Link]) -> None:
    """Register the page of every printed table of the view that its address names."""

    @server.get(f"{page_path('data')}/tables/<number:at>", endpoint="printed")
    def printed(at: int) -> Response:
        report = desk.show(data, request.query_string.decode("utf-8", "replace"))
        if not 0 < at <= len(report.printed_tables):
            return plain("There is no such table.", 404)
        return html(printed_page(ways(pages), report.printed_tables[at - 1], report.filters, report.place))
