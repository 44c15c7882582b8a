"""Knows how trends look: one indicator drawn large, its localities beside it, every series in a table."""

from enum import StrEnum

import plotly.graph_objects as go
from dash import html
from markupsafe import Markup

from dashboard.domain.choices import Measure
from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import By
from dashboard.domain.periods.period import Period
from dashboard.domain.targets.status import Status
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import sentence
from dashboard.reports.pages.trends import Trends
from dashboard.reports.performance.drawn_lines import baseline_of, has_line, highlighted, targets_of
from dashboard.reports.performance.measures import Point
from dashboard.reports.performance.series import Line, TargetPoint, Trend, drawn, frame_of
from dashboard.reports.words.control import no_limits
from dashboard.reports.words.figures import real_text
from dashboard.reports.words.series import Movement, Part, said
from layouts.cards.beside import beside_card
from layouts.cards.control import control_card
from layouts.cards.plan_in_short import plan_measures
from layouts.components.aria import aria
from layouts.components.links import page_href, to_cell
from layouts.components.markup import region
from layouts.components.method_link import how
from layouts.components.page_head import card, page_head
from layouts.components.skeleton import page_frame
from layouts.components.tables import Content, Heading, data_table
from layouts.figures.drawing import Part as Drawn
from layouts.figures.spark import spark_line
from layouts.figures.still.chart import still
from layouts.figures.still.zoom import NO_ZOOM, ZoomChart, zoomable
from layouts.figures.trend import HEIGHT, Extras, trend_figure
from layouts.pages.indicator_choice import indicator_choice

BY_WORDS = {By.YEAR: "Years", By.QUARTER: "Quarters", By.MONTH: "Months"}


class Ids(StrEnum):
    HEAD = "trends-head"
    CHOICE = "trends-choice"
    CHART_CARD = "trends-chart-card"
    CHART_FRAME = "trends-chart-frame"
    CHART = "trends-chart"
    TABLE = "trends-table"
    CONTROL_CARD = "trends-control-card"
    CONTROL = "trends-control"
    CONTROL_WORDS = "trends-control-words"
    PARTS = "trends-parts"
    ALL = "trends-all"


def layout() -> html.Div:
    return page_frame(
        region(Ids.HEAD, "page-head"),
        html.Nav(region(Ids.CHOICE, "choice", awaits=False), **aria(label="Indicators")),
        html.Section(
            [
                html.Div(ZoomChart(Ids.CHART), id=Ids.CHART_FRAME),
                how("rolling-and-index", "real-change", "comparison"),
                region(Ids.TABLE),
            ],
            id=Ids.CHART_CARD,
            className="card",
            **aria(label="Trend"),
        ),
        control_card(Ids.CONTROL_CARD, Ids.CONTROL, Ids.CONTROL_WORDS),
        region(Ids.PARTS, awaits=False),
        region(Ids.ALL, awaits=False),
    )


def head(report: Trends) -> list[Content]:
    return [*page_head(report), *beside_card(report.beside, report.filters), *plan_measures(report)]


def choice(report: Trends) -> list[Content]:
    """The indicators that can be drawn, and the lengths of period of those that are counted."""
    chosen = report.chosen.indicator if report.chosen else None
    if not report.groups:
        return []
    return indicator_choice("trends", report.filters, report.groups, chosen, _lengths(report))


def _lengths(report: Trends) -> list[Content]:
    """Years, quarters or months, where the figures are counted from files month by month."""
    if not report.is_by_month:
        return []
    shown = report.filters.by or By.YEAR
    links = []
    for by, words in BY_WORDS.items():
        href = page_href("trends", report.filters.with_(by=by))
        extra = aria(current="true") if by == shown else {}
        links.append(html.A(words, href=href, className="chip on" if by == shown else "chip", **extra))
    return [html.Span("Periods", className="code length"), *links]


def drawn_chart(report: Trends) -> tuple[str, Drawn]:
    """The chart as HTML, and as plotly draws it for who zooms into it; nothing where there is no line."""
    if report.chosen is None or not has_line(report.chosen):
        return "", NO_ZOOM
    found = figure(report).to_plotly_json()
    return still(found, "Line chart by locality; its figures are in the table below", HEIGHT), zoomable(found, HEIGHT)


def figure(report: Trends) -> go.Figure:
    """The chart: localities where there are some, otherwise the whole area with its targets."""
    trend = report.chosen
    if trend is None:
        return go.Figure()
    frame = frame_of(trend)
    if len(trend.lines) > 1 and report.measure == Measure.COUNT:
        frame = frame[~frame["whole"]]
    alone = len(trend.lines) <= 1
    return trend_figure(
        frame,
        Extras(
            unit=report.unit,
            highlighted=highlighted(trend),
            targets=targets_of(trend) if alone else None,
            baseline=baseline_of(trend) if alone and report.measure == Measure.COUNT else None,
            breaks=tuple(item.period.label for item in trend.breaks),
        ),
    )


def table(report: Trends) -> list[Content]:
    """The chart's figures: an area a row, a period a column, the total last."""
    if report.chosen is None:
        return []
    said = [html.P([html.B(f"{item.subject}: "), item.sentence], className="foot") for item in report.findings]
    return [series_table(report.chosen, report.filters), *_reasons(report.chosen), *_no_limits(report), *said]


def _no_limits(report: Trends) -> list[html.P]:
    """Why no control chart stands below, where a chart would only be drawn twice; and where there are more points."""
    if report.control is None or report.control.tells_more:
        return []
    parts: list[Content] = [no_limits(report.control)]
    if report.filters.by != By.MONTH and _lengths(report):
        parts += [" ", html.A("Show months", href=page_href("trends", report.filters.with_(by=By.MONTH)))]
    return [html.P(parts, className="foot")]


def series_table(trend: Trend, filters: Filters) -> Markup:
    known = {point.period for line in trend.lines for point in line.points}
    periods = sorted(known | {point.period for point in trend.targets})
    lines = sorted(trend.lines, key=lambda line: line.whole)
    compared = {filters.span, filters.against} if isinstance(filters.against, Period) else set()
    looks = ("compared" if period in compared else "" for period in periods)
    headings = (Heading("Area"), *(Heading(at.label, True, look) for at, look in zip(periods, looks, strict=True)))
    rows = [(line.area.name, *(_point_cell(line, period, filters) for period in periods)) for line in lines]
    if trend.targets:
        rows.append(("Target", *(_target_cell(trend, period, filters) for period in periods)))
    return data_table(f"{trend.indicator.name} by area and period", headings, rows, class_name="by-period")


def _target_cell(trend: Trend, period: Period, filters: Filters) -> Content:
    point = next((item for item in trend.targets if item.period == period), None)
    return to_cell(filters, point.text, [point.source], f"Target {period.label}") if point else "–"


def _point_cell(line: Line, period: Period, filters: Filters) -> Content:
    point = next((item for item in line.points if item.period == period), None)
    if point is None:
        return "–"
    if point.number is None:
        return html.Span(point.text, className="reason")
    parts: list[Content] = [to_cell(filters, point.text, point.cells, f"{line.area.name} {point.period.label}")]
    if point.marker:
        parts.append(html.Span(f" [{point.marker}]", className="marker"))
    if point.observation.is_part:
        parts.append(html.Span(f"{point.observation.months} of {point.period.months} months", className="chance"))
    if point.real is not None:
        parts.append(html.Span(real_text(point.real, point.number), className="chance"))
    return parts


def _reasons(trend: Trend) -> list[html.P]:
    lines = [f"From {item.period.label}: {item.reason}" for item in trend.breaks]
    worked_out = [point for point in trend.targets if not point.is_as_printed]
    lines += [_worked_out(point) for point in worked_out]
    if trend.baseline is not None and trend.baseline.value.number is not None:
        lines.append(f"Baseline {trend.baseline.value.raw}: {trend.baseline.description}.")
    derived = next((p for line in trend.lines for p in line.points if p.observation.derived), None)
    if derived is not None:
        lines.append(f"{sentence(derived.observation.derived)}.")
    lines += trend.undated_words
    return [html.P(words, className="foot") for words in lines]


def _worked_out(point: TargetPoint) -> str:
    """How a target came about; one whose words name a base that is not known yet says so."""
    said = f"Target {point.period.label}: {point.text}, {point.words}"
    return f"{said}; the base that “{point.source.text.strip()}” names is not known yet." if point.waits else f"{said}."


def parts(report: Trends) -> list[html.Section]:
    """A small card for each locality: newest count, change, chance; a link to it alone."""
    moved = report.chosen.movement if report.chosen else None
    if report.chosen is None or moved is None or not moved.parts:
        return []
    sub = f"{moved.period.label} against {moved.previous.label}; those that clearly moved against the total come first"
    ordered = sorted(moved.parts, key=lambda part: part not in moved.counter_movers)
    cards = [_part_card(part, moved, report) for part in ordered]
    return [card("Locality by locality", sub, html.Div(cards, className="parts"))]


def _part_card(part: Part, moved: Movement, report: Trends) -> html.Article:
    points = _points_of(part, report)
    against = part in moved.counter_movers
    chance = "" if part.now == part.before else real_text(part.real)
    line = spark_line([p.drawn for p in points if p.drawn is not None], None, Status.NOT_JUDGED)
    href = page_href("trends", report.filters.with_(area=part.area.key, indicators=frozenset({moved.indicator.slug})))
    return html.Article(
        [
            html.H3(html.A(part.area.name, href=href)),
            html.Div(
                [html.P(show(part.now), className="big"), "" if line is None else line],
                className="row-of-two",
            ),
            html.P(f"{sentence(said(part))}, {chance}" if chance else sentence(said(part))),
            html.P("Against the total", className="against") if against else "",
        ],
        className="part-card against-total" if against else "part-card",
    )


def _points_of(part: Part, report: Trends) -> tuple[Point, ...]:
    lines = report.chosen.lines if report.chosen else ()
    inside = (drawn(report.chosen, line) for line in lines if report.chosen and line.area.slug == part.area.slug)
    return next(inside, ())
