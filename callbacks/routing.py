"""Knows which page an address shows: the path picks the skeleton, its own callbacks fill it."""

from collections.abc import Callable, Sequence
from typing import Protocol

from dash import ALL, ClientsideFunction, Dash, Input, Output, html

from layouts.components.links import page_path
from layouts.shell import Shell


class Shown(Protocol):
    """What routing has to know of a page."""

    @property
    def path(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def layout(self) -> Callable[[], html.Div]: ...


def register(app: Dash, pages: Sequence[Shown]) -> None:
    """Show the skeleton of a path."""
    found = {page.path: page for page in pages}

    @app.callback(
        Output(Shell.PAGE, "children"),
        Output(Shell.ROOT, "className"),
        Input(Shell.ADDRESS, "pathname"),
        prevent_initial_call=True,  # the first page stands in the layout
    )
    def show_page(pathname: str) -> tuple[html.Div, str]:
        page = found.get(pathname)
        return (page.layout(), f"page-{page.name}") if page else (not_found(), "page-not-found")

    # The navigation carries the view along; it is drawn in the browser, so a filter change asks nothing for it.
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("outturn", "carryView"),
        Output({"nav": ALL}, "href"),
        Output({"nav": ALL}, "aria-current"),
        Input(Shell.ADDRESS, "pathname"),
        Input(Shell.ADDRESS, "search"),
    )


def not_found() -> html.Div:
    return html.Div(
        [
            html.P("404", className="place"),
            html.H1("There is no page at this address", tabIndex="-1"),
            html.P("Check the address, or start from the overview.", className="lede"),
            html.P(html.A("Go to the overview", href=page_path("overview"))),
        ],
        className="page-head",
    )
