"""Wires the Data page: address in, documents, checks and printed tables out."""

from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.pages.data import data
from layouts.components.markup import written
from layouts.pages import data as page
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(
        Output(page.Ids.HEAD, "html"),
        Output(page.Ids.CHECKS, "html"),
        Output(page.Ids.TABLES, "html"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[str, str, str]:
        report = desk.show(data, search)
        return written(page.head(report)), written(page.findings(report)), written(page.tables(report))
