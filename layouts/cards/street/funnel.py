"""Knows the card with the funnel of the neighbourhoods on the Hotspots page."""

from enum import StrEnum

from dash import html
from markupsafe import Markup

from dashboard.domain.filters import Filters
from dashboard.domain.statistics.funnel import FunnelPlace
from dashboard.domain.targets.status import Polarity
from dashboard.reports.street.funnel import HotspotFunnel, Row, words
from dashboard.reports.street.hotspot_words import CLASS_WORDS
from layouts.cards.comparison import FUNNEL_WORDS
from layouts.components.links import page_href
from layouts.components.markup import joined, region, tag
from layouts.components.markup_tables import column_name, folded, framed_table, row_name
from layouts.components.method_link import how
from layouts.components.street import known_line
from layouts.figures.funnel import FunnelDot, scrolling_funnel

HEADINGS = ("Neighbourhood", "Incidents", "People", "Per 1,000", "Funnel", "In the list")
LOOKS = ("", "n", "n", "n", "standing", "")
CAPTION = "Neighbourhoods outside the limits"


class FunnelIds(StrEnum):
    CARD = "hotspots-funnel-card"
    WORDS = "hotspots-funnel-words"


def funnel_card() -> html.Section:
    """The fixed frame; a callback fills the words and the chart."""
    return html.Section(
        [
            html.H2("Which rates are more than chance?"),
            region(FunnelIds.WORDS, awaits=False),
            how("comparison"),
        ],
        id=FunnelIds.CARD,
        className="card compared",
        hidden=True,
    )


def filled(found: HotspotFunnel | None, view: Filters) -> tuple[str, bool]:
    """The words, the table and the funnel as HTML, and whether the card is hidden; *view* is where its places lead."""
    if found is None:
        return "", True
    dots = [FunnelDot(place.known_as, place.population or 0, rate, at) for place, _, rate, at in found.rows]
    drawn = scrolling_funnel(found.drawn, dots, Polarity.LOWER)
    return str(tag("div", tag("div", _said(found, view)), drawn, class_="funnel-cols")), False


def _said(found: HotspotFunnel, view: Filters) -> Markup:
    finding, *lines = words(found)
    classes = found.classes
    rows = [_row(row, CLASS_WORDS[classes[row[0].id]], view) for row in found.rows if row[-1] is not FunnelPlace.WITHIN]
    named = zip(HEADINGS, LOOKS, strict=True)
    table = framed_table(CAPTION, [column_name(name, look or None) for name, look in named], rows, "figures cards")
    shown = folded(table, "Show those outside as table") if rows else ""
    listed = tag("ul", *(tag("li", line) for line in (*lines, FUNNEL_WORDS)), class_="plain-list sub")
    return joined([tag("p", finding, class_="compared-finding"), listed, shown])


def _row(row: Row, listed: str, view: Filters) -> Markup:
    """Named as in the list, with the code beneath, and as there a way in."""
    place, n, rate, at = row
    door = page_href("drill-down", view.with_(area=place.key))
    texts = (f"{n:,}", f"{place.population:,}", f"{rate:,.1f}", str(at), listed)
    named = zip(texts, HEADINGS[1:], LOOKS[1:], strict=True)
    cells = [tag("td", text, class_=look or None, data_heading=heading) for text, heading, look in named]
    return tag("tr", row_name(tag("a", place.known_as, href=door), known_line(place)), *cells)
