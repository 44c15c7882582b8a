"""Knows which page an address shows: the path picks the skeleton, its own callbacks fill it."""

from collections.abc import Callable, Mapping

from dash import ALL, ClientsideFunction, Dash, Input, Output, html

from layouts.shell import Shell


def register(app: Dash, skeletons: Mapping[str, tuple[str, Callable[[], html.Div]]]) -> None:
    """Show the skeleton of a path; *skeletons* maps paths to (name, layout)."""

    @app.callback(
        Output(Shell.PAGE, "children"),
        Output(Shell.ROOT, "className"),
        Input(Shell.ADDRESS, "pathname"),
    )
    def show_page(pathname: str) -> tuple[html.Div, str]:
        found = skeletons.get(pathname)
        if found is None:
            return not_found(), "page-not-found"
        name, layout = found
        return layout(), f"page-{name}"

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
            html.P(html.A("Go to the overview", href="/")),
        ],
        className="page-head",
    )
