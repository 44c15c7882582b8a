"""Knows the addresses of the method pages."""

from collections.abc import Sequence

from flask import Flask, Response

from dashboard.domain.errors import MissingFigure
from dashboard.questions.store import Store
from dashboard.reports.methods.method import Example, Method
from dashboard.reports.methods.registry import METHODS
from dashboard.web.answers import html
from dashboard.web.ways import Link, ways
from layouts.plain.methods import method_page, methods_page, missing_method

#: The endpoints that answer with a page of HTML of their own.
OWN_PAGES = frozenset({"methods", "method"})


def add_methods(server: Flask, store: Store, pages: Sequence[Link]) -> None:
    """Register the list and every page; examples are worked out from *store* when they are asked for."""

    @server.get("/method", endpoint="methods")
    def listed() -> Response:
        return html(methods_page(ways(pages)))

    @server.get("/method/<slug>", endpoint="method")
    def shown(slug: str) -> Response:
        method = METHODS.get(slug)
        if method is None:
            return html(missing_method(ways(pages), slug), 404)
        return html(method_page(ways(pages), method, _worked(method, store)))


def _worked(method: Method, store: Store) -> Example | MissingFigure:
    try:
        return method.example(store)
    except MissingFigure as missing:
        return missing
