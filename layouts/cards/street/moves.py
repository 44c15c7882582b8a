"""Knows the cards of places by change: what rose and what fell most, each a door, with what stands out among all."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.domain.choices import Measure
from dashboard.domain.filters import Filters
from dashboard.domain.wording import plural, sentence
from dashboard.reports.pages.hotspots import Hotspots
from dashboard.reports.street.moving.moves import Move, Moves
from dashboard.reports.street.spans import before_words
from layouts.components.links import downloads, page_href
from layouts.components.markup import as_markup, tag
from layouts.components.markup_tables import column_name, framed_table, row_name
from layouts.components.method_link import how
from layouts.components.street import chips, known_line
from layouts.fold import fold

PAGE = "hotspots"
STANDS_OUT = "stands out"
ORDERS = ((Measure.COUNT, "Most incidents"), (Measure.CHANGE, "Most change"))


def orders(report: Hotspots) -> Markup:
    """By what places are listed; nothing where nothing can be compared."""
    if report.total_before is None:
        return Markup("")
    now = Measure.CHANGE if report.moves is not None else Measure.COUNT
    return chips(
        "Listed by",
        [(words, page_href(PAGE, report.filters.with_(measure=item)), item == now) for item, words in ORDERS],
    )


def moves_card(report: Hotspots, found: Moves, noun: str) -> Markup:
    """The largest rises and the largest falls in one card, those that the title names first."""
    before = sentence(before_words(report.span, report.against)) if report.span and report.against else "Before"
    parts = [tag("h2", f"{sentence(noun)}s by change")]
    count = len(found.outstanding)
    said = f"{plural(count, f'{noun} stands', f'{noun}s stand')} out of {found.looked_at:,}"
    parts.append(tag("p", f"{sentence(said)}: moved by more than chance explains among so many.", class_="sub"))
    lists = [item for item in (("Rose most", found.rises), ("Fell most", found.falls)) if item[1]]
    for at, (words, items) in enumerate(lists[::-1] if found.falls_first else lists):
        parts += [as_markup(fold(f"Show what {words.lower()}", look="card-fold"))] if at else []  # on a phone
        parts += [tag("h3", words), _table(words, items, before, report.view)]
    loads = as_markup(downloads(PAGE, report.filters, "hotspots", "every place by change"))
    return tag("section", *parts, how("real-change"), loads, class_="card")


def _table(caption: str, items: Sequence[Move], before: str, filters: Filters) -> Markup:
    head = [column_name("Place"), *(column_name(name, "n") for name in (before, "Now", "Change"))]
    return framed_table(caption, head, [_row(item, filters) for item in items], "figures ranking moves")


def _row(item: Move, filters: Filters) -> Markup:
    place, spot = item.spot.place, item.spot
    inward = filters.with_(area=place.key, measure=Measure.COUNT)
    link = tag("a", place.known_as, href=page_href("drill-down", inward), data_key=place.code)
    on_map = tag("button", "map", type="button", class_="to-map", aria_label=f"Show {place.full_name} on the map")
    named = tag("div", link, " ", tag("span", known_line(place), " ", on_map, class_="beneath"))
    numbers = [tag("td", text, class_="n") for text in (f"{spot.before:,}", f"{spot.now:,}")]
    look = "chance rose-text" if item.moved > 0 else "chance fell-text"
    out = tag("span", "stands out", class_=look) if item.stands_out else ""
    moved = tag("td", f"{item.moved:+,}".replace("-", "−"), out, class_="n")
    return tag("tr", row_name(tag("div", named, class_="ranked")), *numbers, moved, data_place=str(place.id))
