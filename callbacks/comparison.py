"""Wires the comparison of areas on the indicator's page: address in, its words, charts and table out."""

from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.pages.indicator import indicator_file
from layouts.cards.comparison import ComparisonIds, filled
from layouts.components.tables import Content
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(
        Output(ComparisonIds.WORDS, "html"),
        Output(ComparisonIds.TABLE, "html"),
        Output(ComparisonIds.FUNNEL, "html"),
        Output(ComparisonIds.FUNNEL_BOX, "style"),
        Output(ComparisonIds.INTERVALS, "html"),
        Output(ComparisonIds.INTERVALS_BOX, "style"),
        Output(ComparisonIds.CARD, "hidden"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[Content, ...]:
        report = desk.show(indicator_file, search)
        return filled(report.comparison, report.filters)
