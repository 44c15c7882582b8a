"""Knows how a measure across partnerships looks: a card for each, in its own unit, and what is linked to it."""

from collections.abc import Sequence
from enum import StrEnum

from dash import html

from dashboard.domain.records import Indicator, Partnership
from dashboard.reports.indicators.offered import with_code
from dashboard.reports.pages.measure import APART, MeasurePage
from dashboard.reports.places.holdings import Holding, Shared
from layouts.cards.performance_rows import actual_cell, target_cell
from layouts.cards.tile import tile
from layouts.components.links import indicator_href, of_indicator_href, page_href
from layouts.components.markup import region
from layouts.components.most_shown import MOST_TILES, first_rows, rest_of
from layouts.components.page_head import card, notes_block, page_head
from layouts.components.skeleton import page_frame
from layouts.components.tables import Content, Heading, data_table
from layouts.components.tags import short_tag


class Ids(StrEnum):
    HEAD = "measure-head"
    HELD = "measure-held"
    MORE = "measure-more"


def layout() -> html.Div:
    return page_frame(
        region(Ids.HEAD, "page-head"),
        region(Ids.HELD, awaits=False),
        region(Ids.MORE, "more-cards below", awaits=False),
    )


def head(report: MeasurePage) -> list[Content]:
    way = html.P(
        html.A("All measures", href=page_href("measure", report.filters.with_(indicators=frozenset()))),
        className="downloads",
    )
    return [*page_head(report), *([way] if report.asked else [])]


def held(report: MeasurePage) -> list[Content]:
    """One card a partnership, each under its name."""
    if not report.held:
        return []
    cards = [_holding(item, report) for item in first_rows(report.held, MOST_TILES)]
    return [html.Div(cards, className="holdings"), *rest_of(len(report.held), "indicators", MOST_TILES)]


def _holding(line: Holding, report: MeasurePage) -> html.Div:
    """One partnership's tile; why a target was missed is said where one may load, in the view's own partnership."""
    may_say = report.may_load and line.filters.partnership == report.filters.partnership
    named = html.P([line.partnership.name, html.Span(f" · {line.item.now.period.label}")], className="holder")
    return html.Div([named, tile(line.item, line.filters, may_say=may_say)], className="holding")


def more(report: MeasurePage) -> list[Content]:
    if report.shared:
        return _shared(report)
    parts: list[Content] = [_linked(report)] if report.linked else []
    return [*parts, *([card("Notes", "", notes_block(report))] if report.notes else [])]


def _linked(report: MeasurePage) -> html.Section:
    headings = (
        *(Heading("Indicator"), Heading("Partnership"), Heading("Period"), Heading("Unit")),
        *(Heading("Target", number=True), Heading("Actual", number=True), Heading("Status", class_name="standing")),
    )
    rows = [_linked_row(item) for item in first_rows(report.linked)]
    table = data_table("Linked indicators", headings, rows, class_name="cards")
    sub = f"Of the same category, or part of it. {APART}"
    return card("Linked indicators", sub, table, *rest_of(len(report.linked), "indicators"))


def _linked_row(line: Holding) -> tuple[Content, ...]:
    item = line.item
    status: Content = short_tag(item) if item.now.target else html.Span("no target", className="reason")
    return (
        html.A(with_code(item.indicator), href=indicator_href(line.filters, item.indicator.slug)),
        line.partnership.name,
        item.now.period.label,
        item.indicator.unit or "not said",
        target_cell(item.now, line.filters),
        actual_cell(item.now, line.filters),
        status,
    )


def _shared(report: MeasurePage) -> list[Content]:
    several = [item for item in report.shared if len(item.partnerships) > 1]
    alone = [item for item in report.shared if len(item.partnerships) == 1]
    parts = [_measures("Held by several partnerships", several)] if several else []
    return [*parts, *([_measures("Held by one partnership", alone)] if alone else [])]


def _measures(heading: str, measures: Sequence[Shared]) -> html.Section:
    rows = [_measure_row(item) for item in first_rows(measures)]
    table = data_table(
        heading, (Heading("Measure"), Heading("Partnerships", class_name="wide")), rows, class_name="halved cards"
    )
    return card(heading, "", table, *rest_of(len(measures), "measures"))


def _measure_row(item: Shared) -> tuple[Content, ...]:
    home, first = item.held[0]
    link = html.A(item.words, href=of_indicator_href("measure", home.slug, first.slug))
    return link, html.Ul([html.Li(_holder(at, indicator)) for at, indicator in item.held])


def _holder(home: Partnership, indicator: Indicator) -> list[Content]:
    link = html.A(indicator.name, href=of_indicator_href("indicator", home.slug, indicator.slug))
    return [f"{home.name}: ", link, f" ({indicator.unit})" if indicator.unit else ""]
