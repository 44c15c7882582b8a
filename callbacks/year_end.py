"""Wires the year end: address in, the performance table and next year's targets out."""

from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.pages.year_end import year_end
from layouts.components.tables import Content
from layouts.pages import year_end as page
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(
        Output(page.Ids.HEAD, "children"),
        Output(page.Ids.TABLE, "children"),
        Output(page.Ids.RECORD, "children"),
        Output(page.Ids.NEXT, "children"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[list[Content], list[Content], list[Content], list[Content]]:
        report = desk.show(year_end, search)
        return page.head(report), page.table(report), page.record(report), page.next_year(report)
