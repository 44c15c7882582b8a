"""Wires the drill-down: address in, the way out, the drivers and both tables out."""

from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.pages.drill_down import drill_down
from layouts.pages import drill_down as page
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(
        Output(page.Ids.HEAD, "html"),
        Output(page.Ids.BODY, "html"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[str, str]:
        report = desk.show(drill_down, search, shows_street_places=True)
        return page.page_top(report), page.body(report)
