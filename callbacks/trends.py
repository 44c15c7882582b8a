"""Wires the trends: address in, the chart, its table and the localities out."""

from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.pages.trends import Trends, trends
from layouts.cards.control import control_drawn, control_words
from layouts.cards.every_series import every
from layouts.components.markup import written
from layouts.components.skeleton import answered
from layouts.figures.drawing import Part
from layouts.pages import trends as page
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(
        *(Output(region, "html") for region in (page.Ids.HEAD, page.Ids.CHOICE, page.Ids.PARTS, page.Ids.ALL)),
        *(Output(page.Ids.CHART, name) for name in ("html", "figure")),
        Output(page.Ids.TABLE, "html"),
        Output(page.Ids.CHART_CARD, "hidden"),
        Output(page.Ids.CHART_FRAME, "hidden"),
        *(Output(region, "html") for region in (page.Ids.CONTROL, page.Ids.CONTROL_WORDS)),
        Output(page.Ids.CONTROL_CARD, "hidden"),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[object, ...]:
        report = desk.show(trends, search)
        regions = map(written, (page.head(report), page.choice(report), page.parts(report), every(report)))
        return (*regions, *_chart(report), *_control(report))


def _chart(report: Trends) -> tuple[str, Part, str, bool, bool]:
    """The chart in both its forms, its table, whether there is no indicator, and whether there is no line."""
    html, figure = page.drawn_chart(report)
    return html, figure, written(answered(page.table(report))), report.chosen is None, not html


def _control(report: Trends) -> tuple[str, str, bool]:
    """The control chart, its words, and whether it says no more than the line does."""
    found = report.control if report.control and report.control.tells_more else None
    return (
        control_drawn(found),
        control_words(found, "trends", report.filters, may_judge=report.may_load),
        found is None,
    )
