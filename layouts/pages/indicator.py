"""Knows how an indicator's file looks: definition, chart, every period with its source, areas, notes, checks."""

from collections.abc import Sequence
from enum import StrEnum

import pandas as pd
import plotly.graph_objects as go
from dash import html

from dashboard.domain.choices import Measure
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import sentence
from dashboard.reports.pages.indicator import IndicatorFile
from dashboard.reports.performance.drawn_lines import baseline_of, has_line, highlighted, targets_of
from dashboard.reports.performance.series import Trend, frame_of
from dashboard.reports.planning.aimed import starts_in
from dashboard.reports.planning.lines import ActionLine
from dashboard.reports.words.figures import PERIOD_WORDS, POLARITY_WORDS, WHY, in_percent
from layouts.cards.beside import beside_card
from layouts.cards.commentary import commentary_card
from layouts.cards.comparison import comparison_card
from layouts.cards.control import control_card
from layouts.cards.forecast import forecast_card
from layouts.cards.meetings.noted import noted_card
from layouts.cards.plan_in_short import plan_measures
from layouts.components.aria import aria
from layouts.components.findings import findings_table
from layouts.components.links import measure_href, to_cell
from layouts.components.markup import region
from layouts.components.method_link import how
from layouts.components.page_head import card, page_head
from layouts.components.skeleton import page_frame
from layouts.components.tables import Content, Heading, data_table
from layouts.figures.still.chart import still
from layouts.figures.trend import HEIGHT, Extras, trend_figure
from layouts.pages.indicator_choice import indicator_choice
from layouts.pages.trends import series_table
from layouts.planning.aimed_card import aimed_card


class Ids(StrEnum):
    HEAD = "indicator-head"
    CHOICE = "indicator-choice"
    CHART_CARD = "indicator-chart-card"
    CHART = "indicator-chart"
    AREAS = "indicator-areas"
    HISTORY = "indicator-history"
    OUTLOOK_CARD = "indicator-outlook-card"
    OUTLOOK = "indicator-outlook"
    FAN = "indicator-fan"
    CONTROL_CARD = "indicator-control-card"
    CONTROL = "indicator-control"
    CONTROL_WORDS = "indicator-control-words"
    MORE = "indicator-more"


def layout() -> html.Div:
    graph = html.Section(
        [
            html.H2("Trend"),
            region(Ids.CHART, awaits=False),
            how("rolling-and-index", "real-change"),
            region(Ids.AREAS),
        ],
        id=Ids.CHART_CARD,
        className="card",
    )
    return page_frame(
        region(Ids.HEAD, "page-head"),
        html.Nav(region(Ids.CHOICE, "choice", awaits=False), **aria(label="Indicators")),
        forecast_card(Ids.OUTLOOK_CARD, Ids.FAN, Ids.OUTLOOK),
        region(Ids.HISTORY, awaits=False),
        graph,
        comparison_card(),
        control_card(Ids.CONTROL_CARD, Ids.CONTROL, Ids.CONTROL_WORDS),
        region(Ids.MORE, "more-cards", awaits=False),
    )


def head(report: IndicatorFile) -> list[Content]:
    return [
        *page_head(report),
        *_elsewhere(report),
        *beside_card(report.beside, report.filters),
        *plan_measures(report),
    ]


def _elsewhere(report: IndicatorFile) -> list[html.P]:
    """The way to the same measure with other partnerships."""
    if report.indicator is None:
        return []
    link = html.A("This measure in every partnership", href=measure_href(report.filters, report.indicator.slug))
    return [html.P(link, className="downloads")]


def choice(report: IndicatorFile) -> list[Content]:
    if not report.groups:
        return []
    return indicator_choice("indicator", report.filters, report.groups, report.indicator)


def drawn(report: IndicatorFile) -> str:
    """The line as HTML; nothing where there is none."""
    if report.trend is None or not has_line(report.trend):
        return ""
    figure = _figure(report.trend, report.around.actions).to_plotly_json()
    return still(figure, "Line chart; its figures are in the table below", HEIGHT)


def _figure(trend: Trend, actions: Sequence[ActionLine]) -> go.Figure:
    frame = frame_of(trend)
    if len(trend.lines) > 1 and trend.measure == Measure.COUNT:
        frame = frame[~frame["whole"]]
    alone = len(trend.lines) <= 1
    targets = targets_of(trend) if alone else None
    baseline = baseline_of(trend) if alone and trend.measure == Measure.COUNT else None
    return trend_figure(
        frame,
        Extras(trend.indicator.unit, highlighted(trend), targets, baseline, starts=_starts(trend, frame, actions)),
    )


def _starts(trend: Trend, frame: pd.DataFrame, actions: Sequence[ActionLine]) -> dict[str, tuple[str, ...]]:
    """The actions that start, by the labels of the periods that are drawn."""
    labels = dict(zip(frame["period"], frame["label"], strict=True))
    periods = dict.fromkeys(point.period for line in trend.lines for point in line.points)
    found = starts_in(actions, [item for item in periods if item.slug in labels])
    return {labels[period.slug]: refs for period, refs in found.items()}


def areas(report: IndicatorFile) -> list[Content]:
    if report.trend is None:
        return []
    return [series_table(report.trend, report.filters)]


def more(report: IndicatorFile) -> list[html.Section]:
    """Definition, what the text says, checks, actions."""
    if report.indicator is None:
        return []
    noted = noted_card(report.around.noted, report.filters, report.indicator.slug)
    parts = [commentary_card(report), noted, _definition(report)]
    if report.around.printed:
        parts.append(_printed(report))
    if report.around.findings:
        parts.append(
            card(
                "Checks on these figures",
                "What was found when the figures were read",
                findings_table(report.around.findings),
                how("checks"),
            )
        )
    parts += aimed_card(report.around.actions, report.filters)
    return parts


def _definition(report: IndicatorFile) -> html.Section:
    indicator = report.indicator
    if indicator is None:
        return html.Section()
    facts: list[tuple[str, Content]] = [
        ("Name as printed", to_cell(report.filters, indicator.source.text, [indicator.source])),
        ("Unit", indicator.unit or "not said"),
        ("Better", POLARITY_WORDS[indicator.polarity]),
        ("Category", report.around.category),
        ("Periods", PERIOD_WORDS[indicator.period_kind]),
        ("Reported", indicator.frequency or "not said"),
        (
            "Near means within",
            f"{show(indicator.tolerance)}% of {'the change asked for' if in_percent(indicator) else 'target'}",
        ),
    ]
    baseline = report.trend.baseline if report.trend else None
    if baseline:
        value = baseline.value
        words = value.raw if value.number is not None else WHY[value.reason] if value.reason else ""
        facts.append(("Baseline", [to_cell(report.filters, words, [baseline.source]), f" · {baseline.description}"]))
    facts += [(f"From {item.period.label}", item.reason) for item in indicator.breaks]
    pairs = [part for name, words in facts for part in (html.Dt(name), html.Dd(words))]
    return card("Definition", indicator.definition, html.Dl(pairs, className="definition"))


def _printed(report: IndicatorFile) -> html.Section:
    headings = (Heading("What is printed"), Heading("Figure", number=True), Heading("Period"))
    rows = [
        (
            sentence(item.quantity),
            to_cell(report.filters, item.source.text, [item.source]),
            item.period.label if item.period else "no date printed",
        )
        for item in report.around.printed
    ]
    return card(
        "What the document says of it",
        "Kept apart from our own figures",
        data_table("Printed figures", headings, rows, class_name="cards"),
    )


def has_chart(trend: Trend | None) -> bool:
    """Whether there is more to draw than one mark."""
    if trend and (len(trend.targets) > 1 or (trend.targets and baseline_of(trend))):
        return True
    return bool(trend and any(point.number is not None for line in trend.lines for point in line.points))
