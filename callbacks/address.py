"""Knows how the address fills the filter bar; assets/address.js writes the address when a reader changes a control."""

from collections.abc import Set

from dash import Dash, Input, Output, html

from dashboard.domain.filters import Filters
from dashboard.reports.desk import Desk, as_at_words
from dashboard.reports.made_up import is_invented
from dashboard.reports.pages.place_menu import street_menu
from layouts.filter_bar import (
    SEVERAL,
    WHOLE,
    Bar,
    Option,
    area_options,
    category_options,
    crime_options,
    period_options,
)
from layouts.shell import Shell


def register(app: Dash, desk: Desk, fine: Set[str] = frozenset()) -> None:
    """Keep the bar as the address says; *fine* are the paths of pages that show places without indicators."""

    @app.callback(
        Output(Bar.AREA, "options"),
        Output(Bar.PERIOD, "options"),
        Output(Bar.CATEGORIES, "options"),
        Output(Bar.CRIME, "options"),
        Input(Shell.ADDRESS, "search"),
        Input(Shell.ADDRESS, "pathname"),
    )
    def offer(search: str, pathname: str) -> tuple[list[Option], list[Option], list[Option], list[Option]]:
        deep = pathname in fine
        filters, _ = desk.nearest(search, fine=deep)
        found = desk.offer(filters)
        around = desk.show(street_menu, search, fine=True) if deep else ()
        return (
            area_options(found, around),
            period_options(found, filters.period, fine=deep),
            category_options(found),
            crime_options(found, filters.crimes),
        )

    @app.callback(
        Output(Bar.PARTNERSHIP, "value"),
        Output(Bar.AREA, "value"),
        Output(Bar.PERIOD, "value"),
        Output(Bar.CATEGORIES, "value"),
        Output(Bar.MEASURE, "value"),
        Output(Bar.CRIME, "value"),
        Output(Shell.NOTICE, "children"),
        Output(Shell.INVENTED, "hidden"),
        Input(Shell.ADDRESS, "search"),
        Input(Shell.ADDRESS, "pathname"),
    )
    def choose(search: str, pathname: str) -> tuple[str, str, str, list[str], str, str, list[html.P], bool]:
        filters, problems = desk.nearest(search, fine=pathname in fine)
        return (
            filters.partnership,
            filters.area or WHOLE,
            filters.period.slug,
            sorted(filters.categories),
            filters.measure,
            SEVERAL if len(filters.crimes) > 1 else next(iter(filters.crimes), WHOLE),
            [*as_at_notice(filters), *notice(problems)],
            not is_invented(filters.partnership),
        )


def as_at_notice(filters: Filters) -> list[html.P]:
    """That the view is of an earlier day, and the way back to today."""
    if filters.as_at is None:
        return []
    today = html.A("Show what is known now", href=f"?{filters.with_(as_at=None).to_query()}")
    return [html.P([as_at_words(filters), " ", today], className="as-at")]


def notice(problems: tuple[str, ...]) -> list[html.P]:
    """What was left out of the view, one sentence each."""
    if not problems:
        return []
    lines = [html.P(words) for words in problems]
    return [html.P("This address could not be followed to the letter; this is the nearest view."), *lines]
