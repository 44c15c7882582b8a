"""Wires when incidents happen: address in, the week and its parts out."""

from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.pages.street.when import when
from layouts.components.markup import written
from layouts.pages.street import when as page
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(Output(page.Ids.HEAD, "html"), Output(page.Ids.BODY, "html"), Input(Shell.ADDRESS, "search"))
    def show(search: str) -> tuple[str, str]:
        report = desk.show(when, search, shows_street_places=True)
        return written(page.head(report)), page.body(report)
