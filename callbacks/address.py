"""Knows how the address fills the filter bar; assets/address.js writes the address when a reader changes a control."""

from collections.abc import Callable, Sequence
from typing import Protocol

from dash import Dash, Input, Output, html

from dashboard.domain.choices import PartnershipChoices
from dashboard.domain.filters import PARTNERSHIP, Filters
from dashboard.reports.desk import Desk, as_at_words
from dashboard.reports.harm.loaded_weights import of_harm
from dashboard.reports.made_up import is_invented
from dashboard.reports.pages.place_menu import street_menu
from layouts.filter_bar import CHOSEN, CONTROLS, Choosable, chosen_words, field_of, id_of
from layouts.shell import Shell


class Filtered(Protocol):
    """What the filter bar has to know of a page."""

    @property
    def path(self) -> str: ...
    @property
    def controls(self) -> tuple[str, ...]: ...
    @property
    def has_something(self) -> Callable[[PartnershipChoices], bool]: ...
    @property
    def shows_street_places(self) -> bool: ...


def register(app: Dash, desk: Desk, pages: Sequence[Filtered]) -> None:
    """Keep the bar as the address says; a page of street-level crime chooses among places and months of its own."""
    deep = frozenset(page.path for page in pages if page.shows_street_places)
    found = {page.path: page for page in pages}
    keys = [item.key for item in CONTROLS if item.key != PARTNERSHIP]  # every page has that one
    changing = [item.options for item in CONTROLS if item.options]

    @app.callback(
        *(Output(id_of(item.key), "options") for item in CONTROLS if item.options),
        Output(CHOSEN, "children"),
        *(Output(field_of(key), "hidden") for key in keys),
        *(Output(id_of(item.key), "value") for item in CONTROLS),
        Output(Shell.NOTICE, "children"),
        Output(Shell.INVENTED, "hidden"),
        Output(Shell.DATA, "children"),
        Input(Shell.ADDRESS, "search"),
        Input(Shell.ADDRESS, "pathname"),
    )
    def choose(search: str, pathname: str) -> tuple[object, ...]:
        filters, problems = desk.nearest(search, shows_street_places=pathname in deep)
        among = _among(desk, search, filters, deep=pathname in deep)
        shown = _controls(found.get(pathname), among.choices)
        return (
            *(options(among) for options in changing),
            chosen_words(among, desk.choices(), shown),
            *(key not in shown for key in keys),
            *(item.value(among) for item in CONTROLS),
            [*as_at_notice(filters), *notice((*problems, *of_harm(pathname.strip("/"), filters)))],
            not is_invented(filters.partnership),
            desk.data_version,
        )


def _controls(page: Filtered | None, home: PartnershipChoices) -> tuple[str, ...]:
    """What a page's bar shows beside the partnership: nothing where the page has nothing for it."""
    return page.controls if page is not None and page.has_something(home) else ()


def _among(desk: Desk, search: str, filters: Filters, *, deep: bool) -> Choosable:
    """What the controls choose among in the view *filters* that an address asks for; *deep*, down to places."""
    around = desk.show(street_menu, search, shows_street_places=True) if deep else ()
    return Choosable(desk.partnership_choices(filters), filters, around, shows_street_places=deep)


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
