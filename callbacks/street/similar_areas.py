"""Wires an area beside similar ones: address in, the head and the cards out."""

from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.pages.street.similar_areas import similar_areas
from layouts.pages.street import similar_areas as page
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(
        Output(page.Ids.HEAD, "html"),
        Output(page.Ids.BODY, "html"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[str, str]:
        report = desk.show(similar_areas, search, shows_street_places=True)
        return page.page_top(report), page.body(report)
