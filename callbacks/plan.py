"""Wires the plan: address in, actions, risks and the calendar out."""

from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.pages.plan import plan
from layouts.components.markup import written
from layouts.pages import plan as page
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(
        Output(page.Ids.HEAD, "html"),
        Output(page.Ids.ACTIONS, "html"),
        Output(page.Ids.MORE, "html"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[str, str, str]:
        report = desk.show(plan, search)
        return written(page.head(report)), written(page.actions(report)), written(page.more(report))
