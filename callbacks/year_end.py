"""Wires the year end: address in, the performance table and next year's targets out."""

from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.pages.year_end import year_end
from layouts.components.markup import written
from layouts.pages import year_end as page
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(
        Output(page.Ids.HEAD, "html"),
        Output(page.Ids.TABLE, "html"),
        Output(page.Ids.RECORD, "html"),
        Output(page.Ids.NEXT, "html"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[str, ...]:
        report = desk.show(year_end, search)
        parts = page.head(report), page.table(report), page.record(report), page.next_year(report)
        return tuple(map(written, parts))
