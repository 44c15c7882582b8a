"""Knows what surrounds every page: header, navigation, filter bar, notices, footer."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, Protocol
from urllib.parse import parse_qsl, urlencode

from dash import dcc, html

from dashboard.domain.choices import Choices
from dashboard.domain.filters import FILTERS, PARTNERSHIP
from dashboard.reports.made_up import INVENTED_WORDS
from layouts.components.aria import aria
from layouts.components.links import HELP, METHODS, page_path
from layouts.components.markup import Region
from layouts.components.skeleton import skeleton
from layouts.filter_bar import filter_bar
from layouts.find_field import find_field
from layouts.fold import fold
from layouts.who import WHO


class Shell(StrEnum):
    """Ids of what is always there."""

    ADDRESS = "address"
    ROOT = "outturn"
    NAV = "nav"
    NOTICE = "notice"
    WAITING = "waiting"  # for a database that does not answer: assets/waiting.js
    INVENTED = "invented"
    DATA = "version-of-data"
    FIND = "find-box"
    PAGE = "page"
    SPOKEN = "spoken"


class Reachable(Protocol):
    """What the shell has to know of a page."""

    @property
    def path(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def controls(self) -> tuple[str, ...]: ...
    @property
    def keeps(self) -> tuple[str, ...]: ...
    @property
    def in_menu(self) -> bool: ...


def shell(choices: Choices, pages: Sequence[Reachable], path: str = "", search: str = "") -> html.Div:
    """The frame of the product around *pages* at an address; the first is where a visitor starts."""
    return html.Div(
        [
            dcc.Location(id=Shell.ADDRESS, refresh="callback-nav"),
            html.A("Skip to the figures", href="#main", className="skip-link"),
            _header(pages, path, search),
            filter_bar(choices, pages[0].controls),
            _main(),
            html.Div(id=Shell.SPOKEN, role="status", className="visually-hidden", **aria(live="polite")),
            _footer(),
        ],
        id=Shell.ROOT,
    )


def _header(pages: Sequence[Reachable], path: str, search: str) -> html.Header:
    ways = [_brand(), fold("Menu", look="menu"), _navigation(pages, path, search)]
    return html.Header([*ways, _find(), _tools(), _who()], className="top")


def _main() -> html.Main:
    """Where a page is shown, below what is to be known of all of it."""
    return html.Main(
        [
            html.P(INVENTED_WORDS, id=Shell.INVENTED, className="invented", hidden=True),
            html.Div(id=Shell.WAITING, role="status"),
            html.Div(id=Shell.NOTICE, role="status"),
            html.Div(skeleton(), id=Shell.PAGE),
        ],
        id="main",
        tabIndex="-1",
    )


def _brand() -> html.A:
    return html.A("Outturn", href=page_path("overview"), className="brand")


def _navigation(pages: Sequence[Reachable], path: str, search: str) -> html.Nav:
    ways = [_way(page, path, search) for page in pages if page.in_menu]
    return html.Nav([*ways, _meetings(search)], id=Shell.NAV, **aria(label="Pages"))


def _meetings(search: str) -> html.A:
    """The link to the meetings of the partnership: a page that the server writes whole."""
    dropped = [item.key for item in FILTERS if item.key != PARTNERSHIP]
    return _link(["Meetings"], page_path("meeting"), search, dropped, {})


def _way(page: Reachable, path: str, search: str) -> html.A:
    """The link to a page in the same view, without the filters of other pages; assets/address.js keeps it so."""
    dropped = [item.key for item in FILTERS if item.of_its_pages and item.key not in page.keeps]
    current = aria(current="page") if page.path == path else {}
    said = html.Span(id=nothing_on(page.path), className="nothing-there")
    return _link([page.title, said], page.path, search, dropped, current)


def _link(content: list[Any], path: str, search: str, dropped: Sequence[str], marked: dict[str, Any]) -> html.A:
    """A link of the menu, which keeps what is asked for but for the filters *dropped*."""
    kept = urlencode([pair for pair in parse_qsl(search.removeprefix("?")) if pair[0] not in dropped])
    marked = {"data-drops": " ".join(dropped), **marked}
    href = f"{path}?{kept}" if kept else path
    return html.A(content, href=href, id={"nav": path}, className="nav-link", **marked)


def nothing_on(path: str) -> str:
    """The id of what the menu says of a page that has nothing for the partnership shown."""
    return f"nothing-on{path.replace('/', '-')}"


def _find() -> Region:
    return Region(Shell.FIND, "find-box", find_field())


def _tools() -> html.Div:
    return html.Div(
        [
            html.Button("Copy link", id="copy-link", className="tool", type="button"),
            html.Button("Present", id="present", className="tool", type="button"),
        ],
        className="tools",
    )


def _who() -> html.Div:
    """Where people sign in filled by assets/who.js: the page itself is the same for all who may see the same."""
    return html.Div(id=WHO, className="who")


def _footer() -> html.Footer:
    return html.Footer(
        html.P(
            [
                "Every figure is kept with the cell it was read from. Figures from five published documents of English"
                " community safety partnerships; street-level crime from the police.uk files that were loaded. ",
                html.A("Where they come from", href=page_path("data")),
                " · ",
                html.A("Methods", href=METHODS),
                " · ",
                html.A("Help", href=HELP),
                " · Data version ",
                html.Span(id=Shell.DATA),
            ]
        )
    )
