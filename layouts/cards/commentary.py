"""Knows how what the partnership says of a figure looks: its start in a tile or row, the whole on its page."""

from dash import html

from dashboard.domain.commentary import Commentary
from dashboard.domain.doors import CommentaryDoor, EntryDoor
from dashboard.domain.entering.entries import What
from dashboard.domain.filters import Filters
from dashboard.domain.statistics.rebaselines import moment_words
from dashboard.reports.indicators.commentaries import start_of
from dashboard.reports.indicators.exceptions import unexplained
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.pages.indicator import IndicatorFile
from layouts.components.aria import aria
from layouts.components.links import cell_href, commentary_href, entry_href
from layouts.components.page_head import card
from layouts.components.tables import Content


def commentary_start(item: Judged, filters: Filters, *, may_say: bool) -> list[html.P]:
    """The first words, leading to all of them; that they are missing where a target was missed.

    The way to say it is for those who *may*.
    """
    said = item.commentary
    if said is None and not unexplained([item]):
        return []
    if said is None:
        missing: list[Content] = _unsaid(item, filters) if may_say else ["No commentary yet."]
        return [html.P(missing, className="commentary-start unsaid")]
    return [html.P(html.A(start_of(said), href=cell_href(filters, said.source)), className="commentary-start")]


def _unsaid(item: Judged, filters: Filters) -> list[Content]:
    """That nobody said why, and the way to say it."""
    area = item.area.slug.removeprefix(filters.partnership).removeprefix("/")
    door = CommentaryDoor(filters.partnership, item.indicator.slug, area, item.now.period.slug)
    spoken = aria(label=f"Say why {item.indicator.name} missed its target")
    return ["No commentary yet. ", html.A("Say why", href=commentary_href(door), **spoken)]


def commentary_card(report: IndicatorFile) -> html.Section:
    """Every period's commentary with its author, and the way to enter a figure or another one."""
    parts: list[Content] = [_said(item, report.filters) for item in report.commentaries]
    empty = "Nothing was said of this indicator yet."
    way = html.P(_ways(report))
    return card("Commentary", "What the partnership says of its figures", *(parts or [html.P(empty)]), way)


def _ways(report: IndicatorFile) -> list[Content]:
    """On to all of it; for whoever may, to the forms."""
    words = "Write commentary" if report.may_load else "All that was said of this figure"
    said = html.A(words, href=commentary_href(_door(report)))
    return (
        [said, " · ", html.A("Enter a figure or target", href=entry_href(_entry(report)))]
        if report.may_load
        else [said]
    )


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


def _door(report: IndicatorFile) -> CommentaryDoor:
    """The form, about the figure of the view."""
    filters, indicator = report.filters, report.indicator
    slug = indicator.slug if indicator else ""
    return CommentaryDoor(filters.partnership, slug, filters.area, filters.period.slug)
