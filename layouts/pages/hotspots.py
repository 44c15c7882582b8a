"""Knows how hotspots look: a ranked list and a map that choose each other, never finer than a map point."""

from decimal import Decimal
from enum import StrEnum

from dash import html
from markupsafe import Markup

from dashboard.domain.choices import Measure
from dashboard.domain.statistics.hotspots import HotspotClass
from dashboard.domain.street.crime import Level
from dashboard.domain.targets.status import SMALL_BASE
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import sentence
from dashboard.reports.made_up import is_invented
from dashboard.reports.pages.hotspots import MOST_LISTED, Hotspots
from dashboard.reports.street.hotspot_words import CLASS_WORDS
from dashboard.reports.street.moving.move_words import looked_at_words
from dashboard.reports.street.place_context import rate
from dashboard.reports.street.ranking import Spot
from dashboard.reports.street.spans import before_words
from dashboard.reports.words.figures import real_text
from layouts.cards.street.funnel import funnel_card
from layouts.cards.street.moves import moves_card, orders
from layouts.cards.street.tree import tree_card
from layouts.components.links import page_href
from layouts.components.markup import Child, as_markup, joined, region, tag
from layouts.components.markup_tables import column_name, framed_table, row_name
from layouts.components.method_link import how
from layouts.components.skeleton import page_frame
from layouts.components.street import chips, crime_steps, head, known_line, notes, way_out
from layouts.figures.area_map import area_map
from layouts.figures.grid_map import CELL, GridDot, framed, grid_map
from layouts.figures.months import month_bars
from layouts.fold import fold

PAGE = "hotspots"
LOOKS = {
    HotspotClass.PERSISTENT: "missed",
    HotspotClass.EMERGING: "near",
    HotspotClass.FORMER: "met",
    HotspotClass.INTERMITTENT: "not-judged",
    HotspotClass.NOT_HOT: "not-judged",
    HotspotClass.NOT_JUDGED: "not-judged",
}
SHAPES = {
    HotspotClass.PERSISTENT: "■",
    HotspotClass.EMERGING: "▲",
    HotspotClass.FORMER: "▽",
    HotspotClass.INTERMITTENT: "◆",
}


NUMBERS = frozenset({"Incidents", "Share", "Per 1,000"})
METHOD = (
    "Class: in each of the 12 months up to the last one shown, a neighbourhood is hot when it and those touching it"
    " hold more than chance would put there (Getis-Ord Gi* within the partnership’s area, false discovery rate 5%)."
    " Persistent: hot in 10 or more of them. Emerging: only in the last three. Former: not in the last three."
    " Intermittent: now and then."
)
APPROXIMATE = "Approximate locations: police.uk moves every incident to a map point near it."
CLICK = "Click a place to read what it holds."
CLICKED = "CLICKED"  # stands for a place's key in the address of the door
LICENCE = "Contains OS data © Crown copyright and database right."
FIRST = 10  # rows of the list that a phone shows at once (assets/outturn.css)
NOT_LOADED = "What these months are compared with is not all loaded, so there is no change to show."


class Ids(StrEnum):
    HEAD = "hotspots-head"
    BODY = "hotspots-body"


def layout() -> html.Div:
    return page_frame(region(Ids.HEAD, "page-head"), region(Ids.BODY), funnel_card())


def page_top(report: Hotspots) -> str:
    if report.context is None:
        return str(head(report, Markup("")))
    steps = crime_steps(report.filters, report.context, report.category_names)
    pair = (report.span, report.against) if report.span and report.against and report.total_before is not None else None
    return str(head(report, way_out(PAGE, report.filters, report.context, steps, pair)))


def body(report: Hotspots) -> str:
    """The choice of months, the ranking beside its map, and what has to be known."""
    if report.context is None or report.span is None:
        return str(tag("span", class_="nothing"))
    if not report.spots:
        return str(joined([_spans(report), notes(report)]))
    listed = moves_card(report, report.moves, _noun(report)) if report.moves else _ranking(report)
    halves = tag("div", listed, _map(report), class_="cols hotspot-cols")
    tree = tree_card(report, report.tree) if report.tree else ""
    return str(joined([_spans(report), orders(report), halves, tree, notes(report)]))


def _spans(report: Hotspots) -> Markup:
    links = []
    for words, span in report.spans:
        view = report.of_span(span)
        links.append((f"{words}: {span.label}", page_href(PAGE, view), span == report.span))
    return chips("Months", links)


def _noun(report: Hotspots) -> str:
    fine = report.context is not None and report.context.place.level in (Level.LSOA, Level.POINT)
    return "map point" if fine else "neighbourhood"


def _ranking(report: Hotspots) -> Markup:
    noun = _noun(report)
    shown = report.spots[:MOST_LISTED]
    heading = f"{sentence(noun)}s by incidents"
    more = (
        f"The first {len(shown)} of {len(report.spots):,}; the download holds all."
        if len(report.spots) > len(shown)
        else ""
    )
    held = sum(item.now > 0 for item in report.spots)
    more += f" {held:,} of {report.everyone:,} have incidents." if held < report.everyone else ""
    head = [column_name(name, _kind(name, report)) for name in _columns(report, noun)]
    table = framed_table(heading, head, [_row(item, report) for item in shown], "figures ranking")
    tested = "" if report.total_before is None else _tested(report, noun)
    reasons = [tested, report.why_no_class or METHOD, NOT_LOADED if report.total_before is None else ""]
    why = joined([*(tag("p", words, class_="foot") for words in reasons if words), how("hotspots", "real-change")])
    rest = as_markup(fold(f"Show all {len(shown)}", look="rows-fold")) if len(shown) > FIRST else ""
    return tag("section", tag("h2", heading), tag("p", more, class_="sub"), table, rest, why, class_="card")


def _tested(report: Hotspots, noun: str) -> str:
    """How many changes were looked at, and how many of them are more than chance makes among so many."""
    outstanding = sum(bool(item.real) for item in report.spots)
    return f"Changes are judged together. {looked_at_words(outstanding, report.everyone, (noun, f'{noun}s'))}"


def _columns(report: Hotspots, noun: str) -> list[str]:
    """The headings; what no row could fill is left out and said under the table."""
    before = [_before_name(report)] if report.total_before is not None else []
    names = [noun.capitalize(), "Incidents", *before, "Share"]
    names += ["Per 1,000"] if any(item.place.population for item in report.spots) else []
    return [*names, "24 months", *([] if report.why_no_class else ["Class"])]


def _row(item: Spot, report: Hotspots) -> Markup:
    filters = report.view.with_(area=item.place.key)
    inward = tag("a", item.place.known_as, href=page_href("drill-down", filters), data_key=item.place.code)
    # A button, since it moves the eye and not the page.
    on_map = tag("button", "map", type="button", class_="to-map", aria_label=f"Show {item.place.full_name} on the map")
    named = tag("div", inward, " ", tag("span", known_line(item.place), " ", on_map, class_="beneath"))
    per_1000 = rate(item.now, item.place)
    cells = {
        "Incidents": f"{item.now:,}",
        _before_name(report): _before(item),
        "Share": show(item.share, 1, percent=True),
        "Per 1,000": show(per_1000, 1) if per_1000 is not None else "–",
        "24 months": month_bars(item.history),
        "Class": _class(item),
    }
    names = _columns(report, "")[1:]
    return tag(
        "tr",
        row_name(tag("div", tag("span", f"{item.rank} ", class_="code"), named, class_="ranked")),
        *(tag("td", cells[name], class_=_kind(name, report)) for name in names),
        data_place=str(item.place.id),
    )


def _before_name(report: Hotspots) -> str:
    """'A year before', 'The quarter before' or the name of the months that are compared with."""
    return sentence(before_words(report.span, report.against)) if report.span and report.against else ""


def _kind(name: str, report: Hotspots) -> str | None:
    if name in NUMBERS or name == _before_name(report):
        return "n"
    return "verdict" if name == "Class" else None


def _before(item: Spot) -> list[Child]:
    if item.before is None:
        return [tag("span", "not loaded", class_="reason")]
    chance = real_text(item.real, item.now - item.before)
    verb = "rose" if item.now > item.before else "fell"
    words = f"{verb}, {chance}" if item.real else chance
    if item.before >= SMALL_BASE:
        change = Decimal(item.now - item.before) * 100 / item.before
        words = f"{show(change, 1, percent=True, signed=True)}, {chance}"
    return [f"{item.before:,}", tag("span", words, class_=f"chance {verb}-text" if item.real else "chance")]


def _class(item: Spot) -> Markup:
    if item.kind in (HotspotClass.NOT_JUDGED, HotspotClass.NOT_HOT):
        return tag("span", CLASS_WORDS[item.kind], class_="reason")
    shape = tag("span", SHAPES[item.kind], class_="shape", aria_hidden="true")
    return tag("span", shape, CLASS_WORDS[item.kind], class_=f"tag {LOOKS[item.kind]}")


def _map(report: Hotspots) -> Markup:
    by = "change" if report.moves else "incidents per 1,000 people" if _by_rate(report) else "incidents"
    sub = tag("p", f"Each {_noun(report)} by {by}", class_="sub")
    return tag("section", tag("h2", "Map"), sub, _shaded_by(report), *_drawn(report), class_="card map-card")


def _by_rate(report: Hotspots) -> bool:
    return report.filters.measure == Measure.RATE and bool(report.shapes) and not _dots(report)


def _shaded_by(report: Hotspots) -> Markup:
    """Counts or rates by choice, where populations are known."""
    if not report.shapes or _dots(report) or report.moves or not any(item.people for item in report.shaded):
        return Markup("")
    choices = ((Measure.COUNT, "Incidents"), (Measure.RATE, "Per 1,000 people"))
    by = Measure.RATE if _by_rate(report) else Measure.COUNT
    links = [(words, page_href(PAGE, report.filters.with_(measure=item)), item == by) for item, words in choices]
    return chips("Shaded by", links)


def _said(report: Hotspots) -> Markup:
    """What a click on the map says, with a door to the place clicked; assets/markup.js fills it."""
    door = page_href("drill-down", report.view.with_(area=CLICKED))
    here = page_href("drill-down", report.view)  # until a place is clicked
    link = tag("a", "Look inside", href=here, data_href=door, hidden=True)
    return tag("p", tag("span", CLICK), " ", link, class_="map-said", role="status")


def _drawn(report: Hotspots) -> list[Markup]:
    """Outlines where they are loaded, else cells around map points, and the words under them."""
    dots = _dots(report)
    if dots:
        kept, outside = framed(dots)
        away = f" {outside:,} incidents lie outside this frame." if outside else ""
        foot = tag("p", f"Cells of {CELL} m. {APPROXIMATE}{away}", class_="foot")
        return [grid_map(kept, report.shapes), _said(report), foot]
    if report.shapes:
        licence = "" if is_invented(report.filters.partnership) else LICENCE
        return [area_map(report), _said(report), tag("p", f"{APPROXIMATE} {licence}", class_="foot")]
    return [tag("p", "No boundary is loaded for these places: load a GeoJSON of neighbourhoods to see a map.")]


def _dots(report: Hotspots) -> list[GridDot]:
    spots = [item for item in report.spots if item.longitude is not None and item.latitude is not None]
    if spots:
        return [
            GridDot(item.longitude or 0, item.latitude or 0, item.now, item.place.id, item.place.name) for item in spots
        ]
    named = [(item.point, item) for item in report.dots]
    return [GridDot(point.longitude, point.latitude, item.n, item.place, point.name) for point, item in named]
