"""Wires a measure: address in, each partnership that holds it and what is linked to it out."""

from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.pages.measure import measure
from layouts.components.markup import written
from layouts.pages import measure as page
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(
        Output(page.Ids.HEAD, "html"),
        Output(page.Ids.HELD, "html"),
        Output(page.Ids.MORE, "html"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[str, str, str]:
        report = desk.show(measure, search)
        return written(page.head(report)), written(page.held(report)), written(page.more(report))
