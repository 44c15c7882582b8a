"""Wires stop and search: address in, the head and the tables out."""

from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.pages.street.searches import stop_and_search
from layouts.pages.street import searches as page
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(
        Output(page.Ids.HEAD, "html"),
        Output(page.Ids.BODY, "html"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[str, str]:
        report = desk.show(stop_and_search, search, shows_street_places=True)
        return page.page_top(report), page.body(report)
