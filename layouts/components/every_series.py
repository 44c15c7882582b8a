"""Knows the table of every series of a view: its oldest and newest figure, the change, whether chance explains it."""

from dash import html

from dashboard.domain.filters import Filters
from dashboard.domain.status import Status
from dashboard.reports.measures import Point
from dashboard.reports.trend import Trend
from dashboard.reports.trends import Trends
from dashboard.reports.words import difference_text, real_text
from layouts.components.links import indicator_href, to_cell
from layouts.components.page_head import card
from layouts.components.tables import Content, Heading, data_table
from layouts.figures.spark import spark_line


def every(report: Trends) -> list[html.Section]:
    """Every indicator of the view with its newest figure and change."""
    if not report.trends:
        return []
    headings = (
        Heading("Indicator"),
        Heading("First", number=True),
        Heading("Newest", number=True),
        Heading("Change", number=True),
        Heading("Trend"),
    )
    rows = [_summary(trend, report.filters) for trend in report.trends]
    return [
        card(
            "Every series in this view",
            "The whole area, oldest and newest published figure",
            data_table("Every series", headings, rows),
        )
    ]


def _summary(trend: Trend, filters: Filters) -> tuple[Content, ...]:
    name = html.A(trend.indicator.name, href=indicator_href(filters, trend.indicator.slug))
    if not trend.lines:
        return name, "–", html.Span("targets only", className="reason"), "–", ""
    points = [point for point in trend.lines[0].points if point.number is not None]
    if not points:
        reason = trend.lines[0].points[-1]
        return name, "–", html.Span(reason.text, className="reason"), "–", ""
    same = [point for point in points if point.period.kind == points[-1].period.kind]
    line = spark_line([point.drawn for point in same if point.drawn is not None], None, Status.NOT_JUDGED)
    first = _dated(points[0], filters) if len(points) > 1 else "–"
    return name, first, _dated(points[-1], filters), _change(trend), "one figure" if line is None else line


def _change(trend: Trend) -> Content:
    if trend.movement is None:
        return "–"
    chance = real_text(trend.movement.total.real)
    words = difference_text(trend.movement.change) or "–"
    return [words, html.Span(chance, className="chance")] if chance else words


def _dated(point: Point, filters: Filters) -> list[Content]:
    said = ", ".join(filter(None, [point.period.label, real_text(point.real)]))
    return [to_cell(filters, point.text, point.cells), html.Span(said, className="chance")]
