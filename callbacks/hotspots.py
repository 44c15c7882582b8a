"""Wires the hotspots: address in, the ranking and the map out."""

from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.pages.hotspots import hotspots
from layouts.cards.street.funnel import FunnelIds, filled
from layouts.pages import hotspots as page
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(
        *(Output(region, "html") for region in (page.Ids.HEAD, page.Ids.BODY, FunnelIds.WORDS)),
        Output(FunnelIds.CARD, "hidden"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[str | bool, ...]:
        report = desk.show(hotspots, search, shows_street_places=True)
        return (page.page_top(report), page.body(report), *filled(report.funnel, report.view))
