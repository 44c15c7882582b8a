"""Wires the menu: a page that has nothing for the partnership says so before it is opened."""

from collections.abc import Callable, Sequence
from typing import Protocol

from dash import Dash, Input, Output

from dashboard.domain.choices import PartnershipChoices
from dashboard.reports.desk import Desk
from layouts.shell import Shell, nothing_on

NOTHING = " (none)"


class Offering(Protocol):
    """What the menu has to know of a page."""

    @property
    def path(self) -> str: ...
    @property
    def has_something(self) -> Callable[[PartnershipChoices], bool]: ...


def register(app: Dash, desk: Desk, pages: Sequence[Offering]) -> None:
    @app.callback(
        *(Output(nothing_on(page.path), "children") for page in pages),
        Input(Shell.ADDRESS, "search"),
    )
    def say(search: str) -> tuple[str, ...]:
        home = desk.partnership_choices(desk.nearest(search)[0])
        return tuple("" if page.has_something(home) else NOTHING for page in pages)
