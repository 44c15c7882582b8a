"""Knows how a view's period looks beside the one that its address compares it with."""

from dash import html

from dashboard.domain.filters import Filters
from dashboard.domain.records import Indicator, Observation
from dashboard.domain.wording import name_inside
from dashboard.reports.performance.beside import AreaBeside, PeriodsBeside
from dashboard.reports.street.spans import season_words
from dashboard.reports.words.figures import WHY, difference_text, figure, real_text
from layouts.components.links import page_href, to_cell
from layouts.components.method_link import how
from layouts.components.page_head import card
from layouts.components.tables import Content, Heading, data_table


def beside_card(found: PeriodsBeside | None, filters: Filters) -> list[html.Section]:
    """The two periods, an area a row; nothing where the address names no other period."""
    if found is None:
        return []
    heading = f"{found.period.label} beside {found.against.label}"
    words = f"Street-level crime beside {found.against.label}"
    link = html.P(html.A(words, href=page_href("drill-down", filters)), className="foot")
    if not found.rows:
        return [card(heading, _why_nothing(found), link)]
    headings = (
        Heading("Area"),
        *(Heading(period.label, number=True) for period in (found.period, found.against)),
        Heading("Change", number=True),
    )
    table = data_table(heading, headings, [_cells(row, found, filters) for row in found.rows], class_name="beside")
    season = season_words(found.period, found.against)
    foot = [html.P(season, className="foot")] if season else []
    return [card(heading, found.indicator.name, table, *foot, how("real-change"), link)]


def _why_nothing(found: PeriodsBeside) -> str:
    if not found.is_as_long:
        here = "The figures of this page stand beside a year before."
        return f"{found.period.label} cannot be set beside {found.against.label}, which is not as long. {here}"
    name = name_inside(found.indicator.name)
    return f"No figure of {name} is published for {found.period.label} or {found.against.label}."


def _cells(row: AreaBeside, found: PeriodsBeside, filters: Filters) -> tuple[Content, ...]:
    now, before = (_figure(item, found.indicator, filters) for item in (row.now, row.before))
    return row.area.name, now, before, _change(row)


def _figure(item: Observation | None, indicator: Indicator, filters: Filters) -> Content:
    if item is None or item.value.number is None:
        reason = item.value.reason if item else None
        return html.Span(WHY[reason] if reason else "no figure", className="reason")
    link = to_cell(filters, figure(indicator, item.value.number), item.sources)
    if not item.is_part:
        return link
    return [link, html.Span(f"{item.months} of {item.period.months} months", className="chance")]


def _change(row: AreaBeside) -> Content:
    words = difference_text(row.change)
    if not words:
        return html.Span(WHY[row.change.reason] if row.change.reason else "–", className="reason")
    chance = real_text(row.real, row.change.absolute)
    return [words, html.Span(chance, className="chance")] if chance else words
