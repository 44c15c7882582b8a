"""Wires the indicator's file: address in, its history, chart and definition out."""

from typing import Any

import plotly.graph_objects as go
from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.indicator import indicator_file
from layouts import indicator as page
from layouts.components.skeleton import answered
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(
        Output(page.Ids.HEAD, "children"),
        Output(page.Ids.CHOICE, "children"),
        Output(page.Ids.HISTORY, "children"),
        Output(page.Ids.MORE, "children"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[list[Any], list[Any], list[Any], list[Any]]:
        report = desk.show(indicator_file, search)
        return page.head(report), page.choice(report), page.history(report), page.more(report)

    @app.callback(
        Output(page.Ids.CHART, "figure"),
        Output(page.Ids.AREAS, "children"),
        Output(page.Ids.CHART_CARD, "hidden"),
        Input(Shell.ADDRESS, "search"),
    )
    def show_chart(search: str) -> tuple[go.Figure, list[Any], bool]:
        report = desk.show(indicator_file, search)
        return page.figure(report), answered(page.areas(report)), not page.has_chart(report.trend)
