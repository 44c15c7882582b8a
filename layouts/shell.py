"""Knows what surrounds every page: header, navigation, filter bar, notices, footer."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, Protocol

from dash import dcc, html

from dashboard.domain.choices import Choices
from dashboard.domain.filters import FILTERS
from dashboard.reports.made_up import INVENTED_WORDS
from layouts.components.aria import aria
from layouts.components.links import METHODS, page_path
from layouts.components.markup import Region
from layouts.components.skeleton import skeleton
from layouts.filter_bar import filter_bar
from layouts.find_field import find_field


class Shell(StrEnum):
    """Ids of what is always there."""

    ADDRESS = "address"
    ROOT = "outturn"
    NAV = "nav"
    NOTICE = "notice"
    INVENTED = "invented"
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


def shell(choices: Choices, pages: Sequence[Reachable]) -> html.Div:
    """The frame of the product around *pages*, the first being where a visitor starts."""
    return html.Div(
        [
            dcc.Location(id=Shell.ADDRESS, refresh="callback-nav"),
            html.A("Skip to the figures", href="#main", className="skip-link"),
            html.Header([_brand(), _navigation(pages), _find(), _tools()], className="top"),
            filter_bar(choices, pages[0].controls),
            html.Main(
                [
                    html.P(INVENTED_WORDS, id=Shell.INVENTED, className="invented", hidden=True),
                    html.Div(id=Shell.NOTICE, role="status"),
                    html.Div(skeleton(), id=Shell.PAGE),
                ],
                id="main",
                tabIndex="-1",
            ),
            html.Div(id=Shell.SPOKEN, role="status", className="visually-hidden", **aria(live="polite")),
            _footer(),
        ],
        id=Shell.ROOT,
    )


def _brand() -> html.A:
    return html.A("Outturn", href=page_path("overview"), className="brand")


def _navigation(pages: Sequence[Reachable]) -> html.Nav:
    return html.Nav([_way(page) for page in pages], id=Shell.NAV, **aria(label="Pages"))


def _way(page: Reachable) -> html.A:
    """The link to a page, with the filters that belong to other pages: assets/address.js drops them."""
    dropped = [item.key for item in FILTERS if item.of_its_pages and item.key not in page.keeps]
    drops: dict[str, Any] = {"data-drops": " ".join(dropped)}
    return html.A(page.title, href=page.path, id={"nav": page.path}, className="nav-link", **drops)


def _find() -> Region:
    return Region(Shell.FIND, "find-box", find_field())


def _tools() -> html.Div:
    return html.Div(
        [
            html.Button("Copy link", id="copy-link", className="tool", type="button"),
            html.Button("Present", id="present", className="tool", type="button", **aria(pressed="false")),
        ],
        className="tools",
    )


def _footer() -> html.Footer:
    return html.Footer(
        html.P(
            [
                "Every figure is kept with the cell it was read from. Figures from five published documents of English"
                " community safety partnerships; street-level crime from the police.uk files that were loaded. ",
                html.A("Where they come from", href=page_path("data")),
                " · ",
                html.A("Methods", href=METHODS),
            ]
        )
    )
