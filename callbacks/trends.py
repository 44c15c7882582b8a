"""Wires the trends: address in, the chart, its table and the localities out."""

from typing import Any

import plotly.graph_objects as go
from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.trends import trends
from layouts import trends as page
from layouts.components.skeleton import answered
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(
        Output(page.Ids.HEAD, "children"),
        Output(page.Ids.CHOICE, "children"),
        Output(page.Ids.PARTS, "children"),
        Output(page.Ids.ALL, "children"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[list[Any], list[Any], list[Any], list[Any]]:
        report = desk.show(trends, search)
        return page.head(report), page.choice(report), page.parts(report), page.every(report)

    @app.callback(
        Output(page.Ids.CHART, "figure"),
        Output(page.Ids.TABLE, "children"),
        Output(page.Ids.CHART_CARD, "hidden"),
        Input(Shell.ADDRESS, "search"),
    )
    def show_chart(search: str) -> tuple[go.Figure, list[Any], bool]:
        report = desk.show(trends, search)
        return page.figure(report), answered(page.table(report)), report.chosen is None
