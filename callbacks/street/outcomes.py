"""Wires the outcomes: address in, the way out and the tables out."""

from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.pages.street.outcomes import outcomes
from layouts.pages.street import outcomes as page
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(
        Output(page.Ids.HEAD, "html"),
        Output(page.Ids.BODY, "html"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[str, str]:
        report = desk.show(outcomes, search, shows_street_places=True)
        return page.page_top(report), page.body(report)
