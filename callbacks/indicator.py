"""Wires the indicator's file: address in, its history, chart and definition out."""

from dash import Dash, Input, Output

from dashboard.reports.desk import Desk
from dashboard.reports.pages.indicator import IndicatorFile, indicator_file
from layouts.cards.comparison import ComparisonIds, filled
from layouts.cards.control import control_drawn, control_words
from layouts.cards.forecast import year_forecast_drawn, year_forecast_words
from layouts.components.markup import written
from layouts.components.skeleton import answered
from layouts.components.tables import Content
from layouts.pages import indicator as page
from layouts.pages.indicator_history import history
from layouts.shell import Shell


def register(app: Dash, desk: Desk) -> None:
    @app.callback(
        *(Output(region, "html") for region in (page.Ids.HEAD, page.Ids.CHOICE, page.Ids.HISTORY, page.Ids.MORE)),
        *_filled(page.Ids.CHART, page.Ids.AREAS, card=page.Ids.CHART_CARD),
        *_filled(page.Ids.FAN, page.Ids.OUTLOOK, card=page.Ids.OUTLOOK_CARD),
        *_filled(page.Ids.CONTROL, page.Ids.CONTROL_WORDS, card=page.Ids.CONTROL_CARD),
        *_filled(ComparisonIds.WORDS, ComparisonIds.TABLE, card=ComparisonIds.CARD),
        *(Output(region, "html") for region in (ComparisonIds.FUNNEL, ComparisonIds.INTERVALS)),
        *(Output(box, "style") for box in (ComparisonIds.FUNNEL_BOX, ComparisonIds.INTERVALS_BOX)),
        Input(Shell.ADDRESS, "search"),
    )
    def show(search: str) -> tuple[Content, ...]:
        report = desk.show(indicator_file, search)
        regions = map(written, (page.head(report), page.choice(report), history(report), page.more(report)))
        cards = (*_line(report), *_forecast(report), *_control(report))
        return (*regions, *cards, *filled(report.comparison, report.filters))


def _filled(*regions: str, card: str) -> list[Output]:
    """The regions of a card that is hidden where there is nothing to say."""
    return [*(Output(region, "html") for region in regions), Output(card, "hidden")]


def _line(report: IndicatorFile) -> tuple[str, str, bool]:
    return page.drawn(report), written(answered(page.areas(report))), not page.has_chart(report.trend)


def _forecast(report: IndicatorFile) -> tuple[str, str, bool]:
    found = report.year_forecast
    return year_forecast_drawn(found), year_forecast_words(found), found is None


def _control(report: IndicatorFile) -> tuple[str, str, bool]:
    found = report.control
    said = control_words(found, "indicator", report.filters, report.recent, may_judge=report.may_load)
    return control_drawn(found), said, found is None
