"""Knows how the year end looks: the published table with verdicts, notes under it, next year's targets beside."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from dash import html

from dashboard.domain.filters import Filters
from dashboard.domain.records import Indicator
from dashboard.domain.statistics.backtest import BackTest
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.indicators.offered import code_words
from dashboard.reports.pages.year_end import NextTarget, YearEnd
from dashboard.reports.performance.within_year import is_part_of_year
from dashboard.reports.words.figures import actual_text, target_text
from layouts.cards.commentary import commentary_start
from layouts.cards.forecast_tag import expected_cell, meeting_cell, needed_cell, range_cell
from layouts.cards.notes import notes_beside
from layouts.cards.performance_rows import (
    actual_cell,
    bar_cell,
    change_cell,
    months_words,
    own_target_cell,
    said_line,
    target_cell,
    variance_cell,
)
from layouts.cards.plan_in_short import plan_measures
from layouts.components.links import downloads, indicator_href, to_cell
from layouts.components.markup import region
from layouts.components.method_link import JUDGED_BY, how
from layouts.components.most_shown import first_rows, rest_of
from layouts.components.page_head import card, notes_block, page_head
from layouts.components.skeleton import page_frame
from layouts.components.tables import Content, Heading, data_table


class Ids(StrEnum):
    HEAD = "year-end-head"
    TABLE = "year-end-table"
    RECORD = "year-end-record"
    NEXT = "year-end-next"


def layout() -> html.Div:
    return page_frame(
        region(Ids.HEAD, "page-head"),
        region(Ids.TABLE, awaits=False),
        region(Ids.RECORD, awaits=False),
        region(Ids.NEXT, awaits=False),
    )


def head(report: YearEnd) -> list[Content]:
    return [*page_head(report), *plan_measures(report)]


def table(report: YearEnd) -> list[html.Section]:
    """The performance table, or nothing where no figure is published; without targets, only what was measured."""
    if not report.rows:
        return []
    targeted = any(item.now.target or item.before.target for item in report.rows)
    going_on = any(item.year_forecast for item in report.rows)
    over = any(item.year_forecast is None for item in report.rows)
    shown = {None: True, When.GOING_ON: going_on, When.OVER: over}
    columns = [column for column in _columns(report) if shown[column.when] and (targeted or not column.needs_target)]
    rows = [tuple(column.cell(item) for column in columns) for item in first_rows(report.rows)]
    headings = [column.heading for column in columns]
    body = data_table(f"{_performance(report)} {report.period.label}", headings, rows, class_name="year-end cards")
    foot = html.Div(
        [html.P(words) for item in first_rows(report.rows) if (words := months_words(item))], className="foot"
    )
    sub = (
        "Every number leads to the cell it was read from, a sum to the first of its cells."
        " Changes and variances are worked out here."
    )
    heading = "Performance against target" if targeted else "Performance"
    rest = rest_of(len(report.rows), "indicators")
    return [card(heading, sub, body, *rest, how(*JUDGED_BY), notes_block(report), foot)]


def _performance(report: YearEnd) -> str:
    return "Performance" if is_part_of_year(report.period) else "Year-end performance"


class When(StrEnum):
    """Whether the year of a row is in progress."""

    GOING_ON = "going on"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class _Column:
    heading: Heading
    cell: Callable[[Judged], Content]
    needs_target: bool = False
    when: When | None = None  # shown only where a row's year is there; None: always


def _columns(report: YearEnd) -> tuple[_Column, ...]:
    """The columns of the published table, then ours."""
    filters, before, now = report.filters, report.previous.label, report.period.label
    status = "Status" if is_part_of_year(report.period) else "Year-end status"
    return (
        _Column(Heading("Indicator"), lambda item: _name(item, report)),
        _Column(Heading(f"{before} target", number=True), lambda item: target_cell(item.before, filters), True),
        _Column(Heading(f"{before} actual", number=True), lambda item: actual_cell(item.before, filters)),
        _Column(Heading(f"{now} target", True, "sep"), lambda item: own_target_cell(item, filters), True),
        _Column(Heading(f"{now} actual", True), lambda item: _actual(item, filters)),
        _Column(Heading("Expected year end", number=True), expected_cell, when=When.GOING_ON),
        _Column(Heading("range, ● expected, | target", class_name="bar"), range_cell, when=When.GOING_ON),
        _Column(Heading("Needed from here", number=True), needed_cell, True, when=When.GOING_ON),
        _Column(Heading(f"Change on {before}", number=True), change_cell, when=When.OVER),
        _Column(Heading("Against target", number=True), variance_cell, True, when=When.OVER),
        _Column(Heading("better ◂ target ▸ worse", class_name="bar"), bar_cell, True, when=When.OVER),
        _Column(Heading(status, class_name="standing"), meeting_cell),
    )


def _actual(item: Judged, filters: Filters) -> list[Content]:
    """The actual; of how many months, where the year goes on."""
    months = f"{item.months} of {item.now.period.months} months" if item.year_forecast else ""
    return [html.B(actual_cell(item.now, filters)), html.Span(months, className="chance"), said_line(item)]


def _name(item: Judged, report: YearEnd) -> list[Content]:
    filters, label = report.filters, report.period.label
    parts: list[Content] = [html.Span(code_words(item.indicator.code), className="code")] if item.indicator.code else []
    parts.append(html.A(item.indicator.name, href=indicator_href(filters, item.indicator.slug)))
    marks = [mark for mark in "¹²³⁴⁵" if mark in item.indicator.source.text]
    if marks:
        parts.append(html.Sup([str("¹²³⁴⁵".index(mark) + 1) for mark in marks]))
    if item.now.period.label != label:
        parts.append(
            html.Span(f"{item.now.period.label} ({item.now.period.kind.replace('-', ' ')})", className="basis")
        )
    return [*parts, *commentary_start(item, filters, may_say=report.may_load)]


RECORD = (
    Heading("Indicator"),
    Heading("Forecasts tried", number=True),
    Heading("Range held", number=True),
    Heading("Off by", number=True),
    Heading("All months alike off by", number=True),
    Heading("Last year off by", number=True),
    Heading("Last year’s way off by", number=True),
)


def record(report: YearEnd) -> list[html.Section]:
    """How such forecasts did on each series; nothing where no year is in progress."""
    year_forecasts = [item.year_forecast for item in report.rows if item.year_forecast]
    rows = [(found.indicator, found.record) for found in first_rows(year_forecasts)]
    if not rows:
        return []
    body = data_table("How such forecasts did", RECORD, [record_cells(*row) for row in rows], class_name="narrow cards")
    sub = (
        "Each earlier year was forecast after each of its months from what was known by then; the range ought to hold"
        " 80% of the time. All months alike: the year goes on as it went so far. Last year’s way: as last year went on."
    )
    rest = rest_of(len(year_forecasts), "forecasts")
    return [card("How far to trust these forecasts", sub, body, *rest, how("forecast", "back-test"))]


def record_cells(indicator: Indicator, found: BackTest | None) -> tuple[Content, ...]:
    if found is None:
        return indicator.name, "none", *[html.Span("no earlier year is whole", className="reason")], *"––––"
    lasts = [f"{each.simple:.1f}%" if each else "–" for each in (found.last_year, found.last_share)]
    flat = found.flat_share
    held = f"{found.coverage:.0f}%"
    return indicator.name, f"{found.trials}", held, f"{flat.error:.1f}%", f"{flat.simple:.1f}%", *lasts


def next_year(report: YearEnd) -> list[html.Section]:
    """Next year's targets with what they start from, parts under their total."""
    if not report.next_targets:
        return []
    headings = (
        Heading("Measure"),
        Heading(f"{report.period.label} actual", number=True),
        Heading(f"{report.next_label} target", number=True),
    )
    rows = [_next_row(item, report.filters) for item in first_rows(report.next_targets)]
    return [
        card(
            "Next year's targets",
            f"{report.next_label}, beside the {report.period.label} actuals they start from",
            data_table(f"Targets for {report.next_label}", headings, rows, class_name="narrow cards"),
            *rest_of(len(report.next_targets), "targets"),
            html.Div([html.P(words) for words in report.next_notes], className="foot"),
            downloads("year-end", report.filters, "next-targets", "next year's targets"),
        )
    ]


def _next_row(item: NextTarget, filters: Filters) -> tuple[Content, ...]:
    name = html.A(item.indicator.name, href=indicator_href(filters, item.indicator.slug))
    actual = item.now.actual
    shown = to_cell(filters, actual_text(item.now), actual.sources) if actual else "–"
    marks, said = notes_beside(actual.value.notes if actual else ())
    if actual and actual.is_part:
        said = [html.Span(f"{actual.months} of {actual.period.months} months", className="chance"), *said]
    target = item.next.target
    words = f"“{target.rule.raw.strip()}”" if target and item.next.can_be_read_otherwise else target_text(item.next)
    return (
        html.Span(name, className="part" if item.is_part else ""),
        [shown, *marks, *said],
        to_cell(filters, words, [target.source]) if target else "–",
    )
