"""Wires a place: address in, its figures, priorities, hotspots and plan out."""

from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.pages.place import place
from layouts.components.markup import written
from layouts.pages import place as page
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(
        Output(page.Ids.HEAD, "html"),
        Output(page.Ids.FIGURES, "html"),
        Output(page.Ids.MORE, "html"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[str, str, str]:
        report = desk.show(place, search)
        return written(page.head(report)), written(page.figures(report)), written(page.more(report))
