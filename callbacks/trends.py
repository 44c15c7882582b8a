"""Wires the trends: address in, the chart, its table and the localities out."""

import plotly.graph_objects as go
from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.pages.trends import Trends, trends
from layouts.cards.control import control_drawn, control_words
from layouts.cards.every_series import every
from layouts.components.markup import written
from layouts.components.skeleton import answered
from layouts.figures.drawing import NOTHING, Part
from layouts.pages import trends as page
from layouts.pages.trend_lines import has_line
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(
        *(Output(region, "html") for region in (page.Ids.HEAD, page.Ids.CHOICE, page.Ids.PARTS, page.Ids.ALL)),
        *(Output(region, "html") for region in (page.Ids.CONTROL, page.Ids.CONTROL_WORDS)),
        Output(page.Ids.CONTROL_CARD, "hidden"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[str | bool, ...]:
        report = desk.show(trends, search)
        regions = map(written, (page.head(report), page.choice(report), page.parts(report), every(report)))
        return (*regions, *_control(report))

    # Apart from the words, which need not wait until plotly is there.
    @app.callback(
        Output(page.Ids.CHART, "figure"),
        Output(page.Ids.TABLE, "html"),
        Output(page.Ids.CHART_CARD, "hidden"),
        Output(page.Ids.CHART_FRAME, "hidden"),
        Input(Shell.ADDRESS, "search"),
    )
    def show_chart(search: str) -> tuple[go.Figure | Part, str, bool, bool]:
        report = desk.show(trends, search)
        is_drawn = has_line(report.chosen)
        drawn = page.figure(report) if is_drawn else NOTHING
        return drawn, written(answered(page.table(report))), report.chosen is None, not is_drawn


def _control(report: Trends) -> tuple[str, str, bool]:
    """The control chart, its words, and whether it says no more than the line does."""
    found = report.control if report.control and report.control.tells_more else None
    return control_drawn(found), control_words(found, "trends", report.filters), found is None
