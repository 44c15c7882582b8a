"""Wires the strategic assessment: address in, its ranking and what stands under it out."""

from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.pages.priorities import priorities
from layouts.components.markup import written
from layouts.pages import priorities as page
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(
        Output(page.Ids.HEAD, "html"),
        Output(page.Ids.RANKING, "html"),
        Output(page.Ids.MORE, "html"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[str, str, str]:
        report = desk.show(priorities, search)
        return written(page.head(report)), written(page.ranked(report)), written(page.more(report))
