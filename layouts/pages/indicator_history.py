"""Knows every period of an indicator as a table: target, actual, verdict, and where each number was printed."""

from collections.abc import Sequence

from dash import html
from markupsafe import Markup

from dashboard.domain.statistics.series import PARTS_OF_A_YEAR
from dashboard.domain.targets.target import as_worded
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.pages.indicator import IndicatorFile
from layouts.cards.performance_rows import (
    actual_cell,
    change_cell,
    months_words,
    own_target_cell,
    status_cell,
    variance_cell,
)
from layouts.components.links import cell_href
from layouts.components.markup import as_markup
from layouts.components.method_link import JUDGED_BY, how
from layouts.components.page_head import card, notes_block
from layouts.components.tables import Content, Heading, as_table, data_table

MOST_CELLS, MOST_LISTED = 6, 24  # in a row; more are folded, and more than the second are in the download only

HISTORY = (
    Heading("Period"),
    Heading("Target", number=True),
    Heading("Actual", number=True),
    Heading("Change on period before", number=True),
    Heading("Against target", number=True),
    Heading("Status", class_name="standing"),
    Heading("Where it stands", class_name="wide"),
)


def history(report: IndicatorFile) -> Markup:
    """Every period with its target, its verdict, and a link from each number to its cell, as HTML; months folded."""
    if not report.history:
        return Markup("")
    short = [item for item in report.history if item.now.period.kind in PARTS_OF_A_YEAR]
    long = [item for item in report.history if item not in short]
    parts: list[Content] = [_periods("Every period", long or short, report)]
    if long and short:
        parts.append(as_table(f"Show {len(short)} months or quarters", _periods("Months and quarters", short, report)))
    part_year = [html.P(words) for item in report.history if (words := months_words(item))]
    foot = html.Div(part_year, className="foot")
    sub = "Each number leads to the cell it was read from"
    drawn = card("Every period", sub, *parts, how(*JUDGED_BY), *_readings(report), foot, notes_block(report))
    return as_markup(drawn)


def _periods(caption: str, items: Sequence[Judged], report: IndicatorFile) -> Markup:
    return data_table(caption, HISTORY, [_history_row(item, report) for item in items], class_name="cards")


def _history_row(item: Judged, report: IndicatorFile) -> tuple[Content, ...]:
    filters = report.filters
    return (
        item.now.period.label,
        own_target_cell(item, filters),
        actual_cell(item.now, filters),
        change_cell(item),
        variance_cell(item),
        status_cell(item),
        _printed_in(item, report),
    )


def _printed_in(item: Judged, report: IndicatorFile) -> Content:
    cells = list(item.now.actual.sources) if item.now.actual else []
    cells += [item.now.target.source] if item.now.target else []
    shown = cells[:MOST_LISTED]
    links = [html.A(f"{cell.place}: “{cell.text or 'blank'}”", href=cell_href(report.filters, cell)) for cell in shown]
    rest = [html.Li(f"and {len(cells) - len(shown)} more: see the download")] if len(cells) > len(shown) else []
    listed = html.Ul([*(html.Li(link) for link in links), *rest], className="cells")
    if len(cells) <= MOST_CELLS:
        return listed
    return html.Details([html.Summary(f"{len(cells)} cells"), listed], className="as-table")


def _readings(report: IndicatorFile) -> list[html.Div]:
    """How a relative target is read by its words, or every lawful reading where they leave it open."""
    found = []
    for item in report.history:
        if item.now.target is None or item.now.resolved is None or not item.now.resolved.readings:
            continue
        rule = item.now.target.rule
        lines = [html.Li(reading.words) for reading in as_worded(rule, item.now.resolved)]
        verb = "can be" if len(lines) > 1 else "is"
        heading = f"{item.now.period.label}: “{rule.raw}” {verb} read as"
        found.append(html.Div([html.H3(heading), html.Ul(lines), how("relative-targets")], className="readings"))
    return found
