"""Knows how the address fills the filter bar; assets/address.js writes the address when a reader changes a control."""

from dash import Dash, Input, Output, html

from dashboard.reports.desk import Desk
from layouts.filter_bar import WHOLE, Bar, Option, area_options, category_options, period_options
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    """Keep the bar as the address says; the notice tells what the address asked for in vain."""

    @app.callback(
        Output(Bar.AREA, "options"),
        Output(Bar.PERIOD, "options"),
        Output(Bar.CATEGORIES, "options"),
        Input(Shell.ADDRESS, "search"),
    )
    def offer(search: str) -> tuple[list[Option], list[Option], list[Option]]:
        filters, _ = desk.nearest(search)
        found = desk.choices().of(filters.partnership)
        return area_options(found), period_options(found), category_options(found)

    @app.callback(
        Output(Bar.PARTNERSHIP, "value"),
        Output(Bar.AREA, "value"),
        Output(Bar.PERIOD, "value"),
        Output(Bar.CATEGORIES, "value"),
        Output(Bar.MEASURE, "value"),
        Output(Shell.NOTICE, "children"),
        Input(Shell.ADDRESS, "search"),
    )
    def choose(search: str) -> tuple[str, str, str, list[str], str, list[html.P]]:
        filters, problems = desk.nearest(search)
        return (
            filters.partnership,
            filters.area or WHOLE,
            filters.period.slug,
            sorted(filters.categories),
            filters.measure,
            notice(problems),
        )


def notice(problems: tuple[str, ...]) -> list[html.P]:
    """What was left out of the view, one sentence each."""
    if not problems:
        return []
    lines = [html.P(words) for words in problems]
    return [html.P("This address could not be followed to the letter; this is the nearest view."), *lines]
