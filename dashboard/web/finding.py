"""Knows the addresses of the search: a page that lists what was found, and the same as JSON for the field."""

from collections.abc import Sequence
from typing import Protocol
from urllib.parse import urlencode

from flask import Flask, Response, jsonify, request

from dashboard.domain.access.people import Person
from dashboard.domain.filters import Filters
from dashboard.domain.finding import Findable
from dashboard.reports.desk import Desk
from dashboard.reports.find import PLAIN_PAGES, Found, Search, find
from dashboard.reports.methods.registry import METHODS
from dashboard.reports.pages.place_menu import every_place
from dashboard.web.access.asking import person
from dashboard.web.access.declared import NEEDS
from dashboard.web.answers import html
from dashboard.web.ways import ways
from layouts.components.links import found_href
from layouts.find_field import ASKED
from layouts.plain.find import find_page

MOST_LISTED = 10  # under the field
#: The endpoints that answer with a page of HTML of their own.
OWN_PAGES = frozenset({"find"})


class Listed(Protocol):
    """What a search has to know of a page."""

    @property
    def path(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def title(self) -> str: ...


def closed_to(asker: Person) -> frozenset[str]:
    """The pages in no menu that turn *asker* away; each is declared under its name."""
    return frozenset(name for name, _ in PLAIN_PAGES if not NEEDS[name].met_by(asker))


def add_finding(server: Flask, desk: Desk, pages: Sequence[Listed]) -> None:
    """Register the page and the list."""
    named = tuple((page.name, page.title) for page in pages)
    methods = tuple((slug, method.title, method.question) for slug, method in METHODS.items())

    def looked_for() -> Found:
        """What this request looks for, from the view that the rest of its address shows."""
        shown = [(key, value) for key, value in request.args.items(multi=True) if key != ASKED]
        view, _ = desk.nearest(urlencode(shown))
        search = Search(request.args.get(ASKED, ""), view, named, methods, closed_to(person()))
        return desk.ask(lambda store, choices: find(store, choices, search))

    @server.get("/find", endpoint="find")
    def page() -> Response:
        return html(find_page(ways([(page.path, page.title) for page in pages]), looked_for()))

    @server.get("/places.json")
    def places() -> Response:
        """Every place of the partnership that the view is of: what the field on street-level pages looks among."""
        view, _ = desk.nearest(request.query_string.decode(), shows_street_places=True)
        found = desk.report(every_place, Filters(view.partnership, view.period))
        return jsonify(places=[{"key": key, "name": name} for key, name in found])

    @server.get("/find.json")
    def listed() -> Response:
        found = looked_for()
        rows = [_row(item) for item in found.items[:MOST_LISTED]]
        return jsonify(found=rows, count=len(found.items))


def _row(item: Findable) -> dict[str, str]:
    where = found_href(item.door)
    return {"kind": item.kind, "name": item.name, "code": item.code, "beside": item.beside, "href": where}
