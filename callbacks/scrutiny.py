"""Wires scrutiny: address in, what committees watch and how it stands out."""

from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.pages.scrutiny import scrutiny
from layouts.components.markup import written
from layouts.pages import scrutiny as page
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(
        Output(page.Ids.HEAD, "html"),
        Output(page.Ids.COMMITTEES, "html"),
        Output(page.Ids.MORE, "html"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[str, str, str]:
        report = desk.show(scrutiny, search)
        return written(page.head(report)), written(page.committees(report)), written(page.more(report))
