"""Wires repeats: address in, the page out; the days are dealt out often beside it, and only then is that shown."""

from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.pages.incidents.repeats import repeats, repeats_in_the_end
from layouts.components.markup import written
from layouts.pages.incidents import repeats as page
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(
        Output(page.Ids.HEAD, "html"),
        Output(page.Ids.JUDGED, "html"),
        Output(page.Ids.BANDS, "html"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[str, str, str]:
        report = desk.show(repeats, search, shows_street_places=True)
        return written(page.head(report)), written(page.judged(report)), written(page.bands(report))

    @app.callback(Output(page.Ids.REFINED, "html"), Input(Shell.ADDRESS, "search"), beside=True)
    def refine(search: str) -> str:
        return written(page.refined(desk.show(repeats_in_the_end, search, shows_street_places=True)))
