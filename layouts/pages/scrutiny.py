"""Knows how scrutiny looks: a card a committee, each line that it watches beside the indicators that it is about."""

from enum import StrEnum

from dash import html

from dashboard.domain.filters import Filters
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.indicators.offered import with_code
from dashboard.reports.pages.scrutiny import Committee, ScrutinyPage, Watched
from dashboard.reports.words.figures import actual_text, target_text
from layouts.cards.commentary import commentary_start
from layouts.cards.forecast_tag import chance_tag
from layouts.components.links import indicator_href, to_cell
from layouts.components.markup import region
from layouts.components.most_shown import first_rows, rest_of
from layouts.components.page_head import card, notes_block, page_head
from layouts.components.skeleton import page_frame
from layouts.components.tables import Content, Heading, data_table
from layouts.components.tags import short_tag

MATCHED = "Beside each line the indicators of the categories that its words name"
NOTHING = "no indicator"
ALL = "all figures: see below"


class Ids(StrEnum):
    HEAD = "scrutiny-head"
    COMMITTEES = "scrutiny-committees"
    MORE = "scrutiny-more"


def layout() -> html.Div:
    return page_frame(
        region(Ids.HEAD, "page-head"),
        region(Ids.COMMITTEES, awaits=False),
        region(Ids.MORE, "more-cards below", awaits=False),
    )


def head(report: ScrutinyPage) -> list[Content]:
    return [*page_head(report)]


def committees(report: ScrutinyPage) -> list[html.Section]:
    return [_committee(item, report.filters) for item in report.committees]


def _committee(item: Committee, filters: Filters) -> html.Section:
    headings = (Heading("What is watched"), Heading("Indicators and status", class_name="wide"))
    rows = [_line(line, filters) for line in item.lines]
    sub = MATCHED if any(line.source for line in item.lines) else ""
    return card(item.name, sub, data_table(item.name, headings, rows, class_name="halved cards"))


def _line(line: Watched, filters: Filters) -> tuple[Content, ...]:
    words: Content = to_cell(filters, line.words, [line.source]) if line.source else line.words
    named = html.Span(words, className="part deeper" if line.depth > 1 else "part") if line.depth else words
    if line.is_everything and line.items:
        return named, html.Span(ALL, className="reason")
    if not line.items:
        return named, "" if line.is_heading else html.Span(NOTHING, className="reason")
    return named, html.Ul([html.Li(_standing(at, filters)) for at in line.items], className="standings")


def _standing(item: Judged, filters: Filters) -> list[Content]:
    """An indicator with its status; the number and the target stand in the table below."""
    link = html.A(with_code(item.indicator), href=indicator_href(filters, item.indicator.slug))
    status = _status(item)
    return [link, " ", status]


def _status(item: Judged) -> Content:
    """The status; in a year in progress what its target will probably become."""
    if item.year_forecast and item.year_forecast.chance is not None:
        return chance_tag(item.year_forecast.chance)
    return short_tag(item) if item.now.target else html.Span("no target", className="reason")


def more(report: ScrutinyPage) -> list[Content]:
    parts: list[Content] = [_every(report)] if report.every else []
    if report.unwatched and any(line.source for at in report.committees for line in at.lines):
        names = [html.Li(_standing(item, report.filters)) for item in first_rows(report.unwatched)]
        sub = "Figures that no line of the document is about"
        parts.append(card("Watched by no committee", sub, html.Ul(names, className="standings")))
    return [*parts, *([card("Notes", "", notes_block(report))] if report.notes else [])]


def _every(report: ScrutinyPage) -> html.Section:
    headings = (
        *(Heading("Indicator"), Heading("Period"), Heading("Target", number=True), Heading("Actual", number=True)),
        *(Heading("Status", class_name="standing"), Heading("Why", class_name="wide")),
    )
    rows = [_row(item, report) for item in first_rows(report.every)]
    table = data_table("All figures", headings, rows, class_name="cards")
    rest = rest_of(len(report.every), "indicators")
    return card("All figures", "What needs a word first", table, *rest)


def _row(item: Judged, report: ScrutinyPage) -> tuple[Content, ...]:
    link = html.A(with_code(item.indicator), href=indicator_href(report.filters, item.indicator.slug))
    status = _status(item)
    said: Content = commentary_start(item, report.filters, may_say=report.may_load) or "–"
    target = target_text(item.now) if item.now.target else "–"
    return link, item.now.period.label, target, actual_text(item.now), status, said
