"""Knows how the overview looks: tiles, exceptions first, then distance from target, trends and what else is printed."""

from enum import StrEnum

from dash import html

from dashboard.reports.indicators.exceptions import is_free, move_order
from dashboard.reports.pages.overview import Overview
from dashboard.reports.pages.trends import Trends
from dashboard.reports.performance.drawn_lines import has_line
from layouts.cards.changes import changes_card
from layouts.cards.gaps import gap_card
from layouts.cards.plan_in_short import plan_in_short
from layouts.cards.street.standing import street_now_card
from layouts.cards.tile import tile
from layouts.components.links import page_href
from layouts.components.markup import region
from layouts.components.method_link import how
from layouts.components.most_shown import MOST_TILES, first_rows, rest_of
from layouts.components.page_head import page_head
from layouts.components.skeleton import page_frame
from layouts.components.tables import Content
from layouts.figures.range_bar import KEY
from layouts.figures.still.chart import still
from layouts.figures.trend import HEIGHT as TREND_HEIGHT
from layouts.pages.trends import figure as trend_drawn

FREE = "No target is published for any of these: each card says how its figure moved, what clearly moved first."


class Ids(StrEnum):
    HEAD = "overview-head"
    TILES = "overview-tiles"
    MORE = "overview-more"
    CHARTS = "overview-charts"
    TREND_CARD = "overview-trend-card"
    TREND_HEAD = "overview-trend-head"
    TREND = "overview-trend"
    TREND_FOOT = "overview-trend-foot"


def layout() -> html.Div:
    """The fixed skeleton."""
    return page_frame(
        region(Ids.HEAD, "page-head"),
        region(Ids.TILES, awaits=False),
        street_now_card(),
        html.Div([_trend_card(), gap_card()], id=Ids.CHARTS, className="cols"),
        region(Ids.MORE, "more-cards", awaits=False),
    )


def _trend_card() -> html.Section:
    foot = region(Ids.TREND_FOOT)
    parts = [
        region(Ids.TREND_HEAD, awaits=False),
        region(Ids.TREND, awaits=False),
        how("real-change", "comparison"),
        foot,
    ]
    return html.Section(parts, id=Ids.TREND_CARD, className="card")


def head(report: Overview) -> list[Content]:
    return [*page_head(report)]


def tiles(report: Overview) -> list[Content]:
    """The first cards: what moved, the tiles, and where nothing is aimed at the plan."""
    parts: list[Content] = [html.Div(changes_card(report), className="first-card")] if report.changes else []
    if report.tiles:
        return [*parts, *_tiles(report)]
    return [*parts, plan_in_short(report)] if report.actions and not report.filters.area else parts


def _tiles(report: Overview) -> list[Content]:
    free = all(map(is_free, report.tiles))
    shown = first_rows(sorted(report.tiles, key=move_order) if free else report.tiles, MOST_TILES)
    drawn = html.Div(
        [tile(item, report.filters, report.notes_on(item), may_say=report.may_load) for item in shown],
        className="tiles",
    )
    rest = rest_of(len(report.tiles), "indicators", MOST_TILES)
    key = [html.P(KEY, className="range-key")] if any(item.year_forecast for item in shown) else []
    known = how("real-change") if free else how("status", "certainty", "real-change")
    return [known, *([html.P(FREE, className="range-key")] if free else []), *key, drawn, *rest]


def has_trend(report: Trends) -> bool:
    """A line needs two points of one area, or two targets."""
    return has_line(report.chosen)


def trend(report: Trends) -> str:
    """The line as HTML; nothing where there is none."""
    if not has_trend(report):
        return ""
    return still(trend_drawn(report).to_plotly_json(), "Line chart; its figures are in the table below", TREND_HEIGHT)


def trend_head(report: Trends) -> list[Content]:
    if report.chosen is None:
        return []
    return [html.H2(report.title), html.P(report.place, className="sub")]


def trend_foot(report: Trends, table: list[Content]) -> list[Content]:
    if report.chosen is None:
        return []
    link = html.P(html.A("All trends", href=page_href("trends", report.filters)))
    return [html.Details([html.Summary("Show as table"), *table], className="as-table"), link]
