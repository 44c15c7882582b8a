"""Knows which page an address shows: the path picks the skeleton, its own callbacks fill it."""

from collections.abc import Callable, Sequence
from typing import Protocol

from dash import ALL, ClientsideFunction, Dash, Input, Output, html

from dashboard.domain.filters import PARTNERSHIP
from layouts.components.links import page_path
from layouts.filter_bar import CONTROLS, field_of
from layouts.shell import Shell


class Shown(Protocol):
    """What routing has to know of a page."""

    @property
    def path(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def layout(self) -> Callable[[], html.Div]: ...
    @property
    def controls(self) -> tuple[str, ...]: ...


def register(app: Dash, pages: Sequence[Shown]) -> None:
    """Show the skeleton of a path, and of the filter bar what its page uses."""
    found = {page.path: page for page in pages}
    keys = [item.key for item in CONTROLS if item.key != PARTNERSHIP]  # every page has that one

    @app.callback(
        Output(Shell.PAGE, "children"),
        Output(Shell.ROOT, "className"),
        *(Output(field_of(key), "hidden") for key in keys),
        Input(Shell.ADDRESS, "pathname"),
        prevent_initial_call=True,  # the first page stands in the layout
    )
    def show_page(pathname: str) -> tuple[object, ...]:
        page = found.get(pathname)
        if page is None:
            return not_found(), "page-not-found", *(True for _ in keys)
        return page.layout(), f"page-{page.name}", *(key not in page.controls for key in keys)

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
