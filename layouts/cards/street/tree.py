"""Knows the card that takes a change apart by type and by place, each a door, with how many were looked at."""

from markupsafe import Markup

from dashboard.domain.choices import Measure
from dashboard.domain.filters import Filters
from dashboard.reports.pages.hotspots import Hotspots
from dashboard.reports.street.moving.move_words import looked_at_words, verdict_words
from dashboard.reports.street.moving.tree import Branch, Branches, MovedTree
from layouts.components.links import page_href
from layouts.components.markup import Child, as_markup, tag
from layouts.components.method_link import how
from layouts.fold import fold

RULE = (
    "Each is judged among those beside it, neighbourhoods among all that are here. A type is looked into where it"
    " stands out, a place where its change would be more than chance alone; in them only such changes are listed."
)


def tree_card(report: Hotspots, found: MovedTree) -> Markup:
    """Both ways of taking the change apart, side by side."""
    view = report.view.with_(measure=Measure.COUNT)
    halves = [
        tag("div", tag("h3", words), _listed(branches, view))
        for words, branches in (("By type, then place", found.types), ("By place", found.places))
        if branches
    ]
    if not halves:
        return Markup("")
    drawn = tag("div", *halves, class_="halves moved-tree")
    said = tag("p", RULE, class_="sub")
    opens = as_markup(fold("Show it by type and by place", look="card-fold"))
    return tag("section", tag("h2", "Where the change lies"), said, opens, drawn, how("real-change"), class_="card")


def _listed(found: Branches, view: Filters) -> Markup:
    said = tag("p", looked_at_words(found.outstanding, found.looked_at, found.noun), class_="foot")
    lines = tag("ul", *(_line(item, view) for item in found.shown), class_="drivers")
    return tag("div", said, lines if found.shown else Markup(""))


def _line(item: Branch, view: Filters) -> Markup:
    area = {"area": item.place.key} if item.place else {}
    crime = {"crimes": frozenset({item.crime.slug})} if item.crime else {}
    link = tag("a", item.name, href=page_href("drill-down", view.with_(**area, **crime)))
    verdict = tag("span", f" {verdict_words(item.moved, item.tested, item.whole)}", class_="marker")
    moved = f"{item.moved:+,}".replace("-", "−")
    figures = tag("span", f"{item.before:,} → {item.now:,} ({moved})", verdict, class_="num")
    parts: list[Child] = [tag("span", link, figures, class_="driver")]
    if item.inner:
        parts.append(tag("div", _listed(item.inner, view), class_="branch"))
    return tag("li", *parts)
