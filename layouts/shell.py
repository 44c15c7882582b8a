"""Knows what surrounds every page: header, navigation, filter bar, notices, footer."""

from collections.abc import Sequence
from enum import StrEnum

from dash import dcc, html

from dashboard.domain.offers import Choices
from dashboard.reports.invented import INVENTED_WORDS
from layouts.components.aria import aria
from layouts.components.skeleton import skeleton
from layouts.filter_bar import filter_bar


class Shell(StrEnum):
    """Ids of what is always there."""

    ADDRESS = "address"
    ROOT = "outturn"
    NAV = "nav"
    NOTICE = "notice"
    INVENTED = "invented"
    PAGE = "page"
    SPOKEN = "spoken"


def shell(choices: Choices, navigation: Sequence[tuple[str, str]]) -> html.Div:
    """The frame of the product; *navigation* is (path, title) in order."""
    return html.Div(
        [
            dcc.Location(id=Shell.ADDRESS, refresh="callback-nav"),
            html.A("Skip to the figures", href="#main", className="skip-link"),
            html.Header([_brand(), _navigation(navigation), _tools()], className="top"),
            filter_bar(choices),
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
    return html.A("Outturn", href="/", className="brand")


def _navigation(navigation: Sequence[tuple[str, str]]) -> html.Nav:
    links = [html.A(title, href=path, id={"nav": path}, className="nav-link") for path, title in navigation]
    return html.Nav(links, id=Shell.NAV, **aria(label="Pages"))


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
                "Every figure is kept with the cell it was printed in. Figures from five published documents of English"
                " community safety partnerships; street-level crime from the police.uk files that were loaded. ",
                html.A("Where they come from", href="/data"),
                " · ",
                html.A("Methods", href="/method"),
            ]
        )
    )
