"""Knows how what the partnership says of a figure looks: its start in a tile or row, the whole on its page."""

from dash import html

from dashboard.domain.commentary import Commentary
from dashboard.domain.doors import EntryDoor
from dashboard.domain.entering.entries import What
from dashboard.domain.filters import Filters
from dashboard.domain.statistics.rebaselines import moment_words
from dashboard.reports.indicators.commentaries import start_of
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.pages.indicator import IndicatorFile
from layouts.components.links import cell_href, entry_href
from layouts.components.page_head import card
from layouts.components.tables import Content


def commentary_start(item: Judged, filters: Filters) -> list[html.P]:
    """The first words, leading to all of them; nothing where nobody said any."""
    said = item.commentary
    if said is None:
        return []
    return [html.P(html.A(start_of(said), href=cell_href(filters, said.source)), className="commentary-start")]


def commentary_card(report: IndicatorFile) -> html.Section:
    """Every period's commentary with its author, and the way to enter a figure or another one."""
    parts: list[Content] = [_said(item, report.filters) for item in report.commentaries]
    empty = "Nothing was said of this indicator yet."
    way = html.P(html.A("Enter a figure, target or commentary", href=entry_href(_entry(report))))
    return card("Commentary", "What the partnership says of its figures", *(parts or [html.P(empty)]), way)


def _said(item: Commentary, filters: Filters) -> html.Div:
    who = f"{item.author or 'Nobody named'}, {moment_words(item.moment)}"
    entered = html.A("where it was entered", href=cell_href(filters, item.source))
    signed = html.P([f"{who} · ", entered], className="sub")
    return html.Div([html.H3(item.period.label), html.P(item.text), signed], className="commentary")


def _entry(report: IndicatorFile) -> EntryDoor:
    """The form, with what the view shows chosen already."""
    filters, indicator = report.filters, report.indicator
    slug = indicator.slug if indicator else ""
    return EntryDoor(filters.partnership, slug, filters.area, filters.period.slug, What.COMMENTARY)
