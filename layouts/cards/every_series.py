"""Knows the table of every series of a view: its oldest and newest figure, the change, whether chance explains it."""

from dash import html

from dashboard.domain.filters import Filters
from dashboard.domain.targets.status import Status
from dashboard.reports.pages.trends import Trends
from dashboard.reports.performance.measures import Point
from dashboard.reports.performance.series import Span, Trend, drawn, span_of
from dashboard.reports.words.figures import difference_text, real_text
from layouts.components.links import indicator_href, to_cell
from layouts.components.most_shown import first_rows, rest_of
from layouts.components.page_head import card
from layouts.components.tables import Content, Heading, data_table
from layouts.figures.spark import spark_line


def every(report: Trends) -> list[html.Section]:
    """Every indicator of the view with its oldest and newest figure and the change between them."""
    if not report.offered:
        return []
    headings = (
        Heading("Indicator"),
        Heading("First", number=True),
        Heading("Newest", number=True),
        Heading("Change", number=True),
        Heading("Trend"),
    )
    rows = [_summary(trend, report.filters) for trend in first_rows(report.outlines)]
    return [
        card(
            "Every series in this view",
            "The whole area: the oldest and newest figure that can be compared, and the change between the two",
            data_table("Every series", headings, rows, class_name="cards"),
            *rest_of(len(report.offered), "series"),
        )
    ]


def _summary(trend: Trend, filters: Filters) -> tuple[Content, ...]:
    name = html.A(trend.indicator.name, href=indicator_href(filters, trend.indicator.slug))
    if not trend.lines:
        return name, "–", html.Span("targets only", className="reason"), "–", ""
    span = span_of(trend)
    if span is None:
        newest = trend.lines[0].points[-1]
        return name, "–", html.Span(_why_none(newest), className="reason"), "–", ""
    numbers = [point.drawn for point in drawn(trend, trend.lines[0]) if point.period.kind == span.newest.period.kind]
    line = spark_line([number for number in numbers if number is not None], None, Status.NOT_JUDGED)
    first = _dated(span.first, filters) if span.first else "–"
    return name, first, _dated(span.newest, filters), _change(span), "one figure" if line is None else line


def _why_none(newest: Point) -> str:
    """Why no whole figure is there: the words printed instead, or how much of its period the only one covers."""
    if newest.number is None or not newest.observation.is_part:
        return newest.text
    return f"part only: {newest.observation.months} of {newest.period.months} months of {newest.period.label}"


def _change(span: Span) -> Content:
    """The change between just the two figures beside it."""
    words = difference_text(span.change) if span.change else ""
    chance = real_text(span.real, span.change.absolute if span.change else None)
    return [words, html.Span(chance, className="chance")] if words and chance else words or "–"


def _dated(point: Point, filters: Filters) -> list[Content]:
    said = ", ".join(filter(None, [point.period.label, real_text(point.real, point.number)]))
    return [to_cell(filters, point.text, point.cells), html.Span(said, className="chance")]
