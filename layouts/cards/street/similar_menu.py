"""Knows the cards from which a reader chooses what to compare an area with, and where similar areas are loaded."""

from itertools import groupby

from markupsafe import Markup

from dashboard.domain.filters import FILTERS
from dashboard.domain.wording import number_word, plural, sentence
from dashboard.reports.pages.street.similar_areas import PAGE, Offered, SimilarAreas
from dashboard.reports.street.drill_down_words import place_noun
from layouts.components.links import page_href, page_path
from layouts.components.markup import tag
from layouts.components.street import chips


def menu_card(report: SimilarAreas) -> Markup:
    """Which areas to compare with: those of the same force, or any that are loaded."""
    if not report.offered:
        return Markup("")
    ways = [_near(report)] if report.near else []
    if report.filters.compare:
        whole = page_href(PAGE, report.filters.with_(compare=frozenset()))
        ways.append(tag("a", "Drop this choice", href=whole))
    links = tag("p", *[part for way in ways for part in (" · ", way)][1:], class_="downloads")
    form = tag(
        "details",
        tag("summary", f"Choose among {plural(len(report.offered), 'loaded area')}"),
        _form(report),
        class_="as-table choose-areas",
    )
    words = "Areas that you choose are no group of similar areas: they may be unlike in ways that explain a difference."
    head = [tag("h2", "Compare with other areas"), tag("p", words, class_="sub")]
    return tag("section", *head, links, form, class_="card compared")


def _near(report: SimilarAreas) -> Markup:
    """The way to all of one kind in the same force."""
    near = report.near
    keys = frozenset(place.key for place in near)
    noun = place_noun(near[0].level, many=len(near) > 1)
    around = next((item.force for item in report.offered if item.is_near), "")
    words = (
        f"The other {number_word(len(near))} {noun} of {around}" if len(near) > 1 else f"The other {noun} of {around}"
    )
    return tag("a", words, href=page_href(PAGE, report.filters.with_(compare=keys)))


def _form(report: SimilarAreas) -> Markup:
    """A box for every area that can be chosen, by force; sent as an address."""
    compared = {place.id for place in report.group.others} if report.group else set()
    kept = [(item.key, value) for item in FILTERS if item.key != "compare" for value in report.filters.values(item)]
    hidden = [tag("input", type="hidden", name=key, value=value) for key, value in kept]
    groups = [
        tag("fieldset", tag("legend", force), tag("div", *(_box(item, compared) for item in items)))
        for force, items in groupby(report.offered, key=lambda item: item.force)
    ]
    button = tag("p", tag("button", "Compare", type="submit", class_="go"), class_="buttons")
    return tag("form", *hidden, *groups, button, method="get", action=page_path(PAGE), class_="areas-menu")


def _box(item: Offered, compared: set[int]) -> Markup:
    box = tag("input", type="checkbox", name="compare", value=item.place.key, checked=item.place.id in compared)
    return tag("label", box, " ", item.place.known_as)


def inside_card(report: SimilarAreas) -> Markup:
    """Places one step in that have similar areas, where the view's own has none."""
    if not report.inner or report.standing is not None:
        return Markup("")
    noun = sentence(place_noun(report.inner[0].level, many=True))
    links = [(place.known_as, page_href(PAGE, report.filters.with_(area=place.key)), False) for place in report.inner]
    head = tag("h2", f"{noun} with similar areas")
    return tag("section", head, chips("Compare", links), class_="card compared")
