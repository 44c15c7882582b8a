"""Wires the plan: address in, actions, risks and the calendar out."""

from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.pages.plan import plan
from layouts.components.tables import Content
from layouts.pages import plan as page
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(
        Output(page.Ids.HEAD, "children"),
        Output(page.Ids.ACTIONS, "children"),
        Output(page.Ids.MORE, "children"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[list[Content], list[Content], list[Content]]:
        report = desk.show(plan, search)
        return page.head(report), page.actions(report), page.more(report)
