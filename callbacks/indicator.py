"""Wires the indicator's file: address in, its history, chart and definition out."""

import plotly.graph_objects as go
from dash import Dash, Input, Output

from callbacks import comparison
from dashboard.reports.desk import Desk
from dashboard.reports.pages.indicator import indicator_file
from layouts.cards.control import control_drawn, control_words
from layouts.cards.forecast import year_forecast_drawn, year_forecast_words
from layouts.components.markup import written
from layouts.components.skeleton import answered
from layouts.pages import indicator as page
from layouts.pages.indicator_history import history
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    comparison.register(app, desk)

    @app.callback(
        Output(page.Ids.HEAD, "html"),
        Output(page.Ids.CHOICE, "html"),
        Output(page.Ids.HISTORY, "html"),
        Output(page.Ids.MORE, "html"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[str, ...]:
        report = desk.show(indicator_file, search)
        parts = page.head(report), page.choice(report), history(report), page.more(report)
        return tuple(map(written, parts))

    @app.callback(
        Output(page.Ids.FAN, "html"),
        Output(page.Ids.OUTLOOK, "html"),
        Output(page.Ids.OUTLOOK_CARD, "hidden"),
        Input(Shell.ADDRESS, "search"),
    )
    def show_forecast(search: str) -> tuple[str, str, bool]:
        found = desk.show(indicator_file, search).year_forecast
        return year_forecast_drawn(found), year_forecast_words(found), found is None

    @app.callback(
        Output(page.Ids.CONTROL, "html"),
        Output(page.Ids.CONTROL_WORDS, "html"),
        Output(page.Ids.CONTROL_CARD, "hidden"),
        Input(Shell.ADDRESS, "search"),
    )
    def show_control(search: str) -> tuple[str, str, bool]:
        report = desk.show(indicator_file, search)
        found = report.control
        words = control_words(found, "indicator", report.filters, report.recent)
        return control_drawn(found), words, found is None

    @app.callback(
        Output(page.Ids.CHART, "figure"),
        Output(page.Ids.AREAS, "html"),
        Output(page.Ids.CHART_CARD, "hidden"),
        Input(Shell.ADDRESS, "search"),
    )
    def show_chart(search: str) -> tuple[go.Figure, str, bool]:
        report = desk.show(indicator_file, search)
        return page.figure(report), written(answered(page.areas(report))), not page.has_chart(report.trend)
