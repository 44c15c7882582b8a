"""Wires the Data page: address in, documents, checks and printed tables out."""

from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.pages.data import data
from layouts.components.tables import Content
from layouts.pages import data as page
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(
        Output(page.Ids.HEAD, "children"),
        Output(page.Ids.CHECKS, "children"),
        Output(page.Ids.TABLES, "children"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[list[Content], list[Content], list[Content]]:
        report = desk.show(data, search)
        return page.head(report), page.findings(report), page.tables(report)
