"""Knows how stops and searches look: bars by month, then how they ended, what they were for, and where."""

from collections.abc import Sequence
from enum import StrEnum

from dash import html
from markupsafe import Markup

from dashboard.domain.values.numbers import show
from dashboard.domain.wording import sentence
from dashboard.reports.pages.street.searched import Searched
from dashboard.reports.pages.street.searches import StopAndSearch
from dashboard.reports.street.drill_down_words import place_noun
from layouts.cards.street.tabs import street_tabs
from layouts.components.links import downloads, page_href
from layouts.components.markup import Child, as_markup, joined, region, tag
from layouts.components.markup_tables import column_name, framed_table, row_name
from layouts.components.skeleton import page_frame
from layouts.components.street import STEP, head, known_line, notes, place_href

PAGE = "stop-and-search"


class Ids(StrEnum):
    HEAD = "stop-and-search-head"
    BODY = "stop-and-search-body"


def layout() -> html.Div:
    return page_frame(region(Ids.HEAD, "page-head"), region(Ids.BODY))


def page_top(report: StopAndSearch) -> str:
    """The head of the page as HTML, with the way out to wider places and the tabs."""
    context = report.context
    if context is None:
        return str(head(report, Markup("")))
    filters = report.filters
    steps: list[Child] = [
        joined([tag("a", place.known_as, href=place_href(PAGE, filters, place, context)), f" {STEP} "])
        for place in context.path[:-1]
    ]
    trail = tag("span", tag("span", "Place ", class_="code"), *steps, tag("b", context.place.full_name), class_="trail")
    out = tag("nav", trail, class_="crumbs", aria_label="Where you are")
    return str(head(report, joined([out, street_tabs(PAGE, filters, context)])))


def body(report: StopAndSearch) -> str:
    """Everything under the head as HTML."""
    if report.total is None:
        return str(tag("span", class_="nothing"))
    endings = _card(report, "by-outcome", "How they ended", "Outcome", report.endings)
    objects = _card(report, "by-object", "What was looked for", "Object of search", report.objects)
    places = [_by_place(report)] if report.places else []
    return str(joined([_by_month(report), *places, tag("div", endings, objects, class_="pair"), notes(report)]))


def _by_month(report: StopAndSearch) -> Markup:
    most = max((item.n for item in report.months), default=0) or 1
    head_cells = [column_name("Month"), column_name("Searches", "n"), column_name("Searches, drawn")]
    head_cells += [column_name("Per 1,000", "n"), column_name("Linked to the object", "n")]
    rows = [_month(report, item, most) for item in report.months]
    table = framed_table("Stop and search by month", head_cells, rows, "figures")
    loads = as_markup(downloads(PAGE, report.filters, "by-month", "searches by month"))
    heading = tag("h2", "Month by month")
    return tag("section", heading, tag("p", "By local time.", class_="sub"), table, loads, class_="card")


def _month(report: StopAndSearch, item: Searched, most: int) -> Markup:
    view = report.filters.with_(start=item.period, end=item.period)
    named = row_name(tag("a", item.name, href=page_href(PAGE, view)))
    bar = tag("span", "", class_="bar-of", style=f"width:{round(item.n * 100 / most)}%", aria_hidden="true")
    track = tag("span", bar, class_="bar-track counted")
    return tag("tr", named, tag("td", f"{item.n:,}", class_="n"), tag("td", track), _rate(item), _linked(item))


def _rate(item: Searched) -> Markup:
    return tag("td", show(item.per_1000, 2) or "–", class_="n")


def _linked(item: Searched) -> Markup:
    return tag("td", item.linked_text(), class_="n")


def _card(report: StopAndSearch, table: str, heading: str, of: str, rows: Sequence[Searched]) -> Markup:
    total = report.total.n if report.total else 0
    names = (("Searches", "n"), ("Share", "n"), ("Linked to the object", "n"))
    head_cells = [column_name(of), *(column_name(*name) for name in names)]
    drawn = [
        tag("tr", row_name(item.name), tag("td", f"{item.n:,}", class_="n"), _share(item, total), _linked(item))
        for item in rows
    ]
    loads = as_markup(downloads(PAGE, report.filters, table, heading.lower()))
    return tag("section", tag("h2", heading), framed_table(heading, head_cells, drawn, "figures"), loads, class_="card")


def _share(item: Searched, total: int) -> Markup:
    return tag("td", f"{item.n * 100 / total:.1f}%" if total else "–", class_="n")


def _by_place(report: StopAndSearch) -> Markup:
    level = next((item.place.level for item in report.places if item.place is not None), None)
    noun = sentence(place_noun(level))
    names = (("Searches", "n"), ("Per 1,000", "n"), ("Linked to the object", "n"))
    head_cells = [column_name(noun), *(column_name(*name) for name in names)]
    rows = [_place(report, item) for item in report.places]
    heading = f"By {noun.lower()}"
    table = framed_table(f"Stop and search by {noun.lower()}", head_cells, rows, "figures")
    loads = as_markup(downloads(PAGE, report.filters, "by-area", "searches by place"))
    return tag("section", tag("h2", heading), table, loads, class_="card")


def _place(report: StopAndSearch, item: Searched) -> Markup:
    if item.place is None:
        named = row_name(item.name)
    else:
        link = tag("a", item.name, href=page_href(PAGE, report.filters.with_(area=item.key)))
        named = row_name(link, known_line(item.place))
    return tag("tr", named, tag("td", f"{item.n:,}", class_="n"), _rate(item), _linked(item))
