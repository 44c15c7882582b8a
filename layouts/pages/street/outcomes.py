"""Knows how outcomes look: how all ended, then by crime type, by place, and month by month as cases are closed."""

from collections.abc import Sequence
from enum import StrEnum

from dash import html
from markupsafe import Markup

from dashboard.domain.filters import Filters
from dashboard.domain.street.crime import LEFT_OVERS
from dashboard.domain.street.outcomes import GROUP_WORDS, SETTLED, OutcomeGroup
from dashboard.domain.wording import number_word, sentence
from dashboard.reports.pages.street.ended import Ended
from dashboard.reports.pages.street.outcome_file import NOTHING_SAID
from dashboard.reports.pages.street.outcomes import Outcomes
from dashboard.reports.street.drill_down_words import place_noun
from layouts.cards.street.tabs import tabbed_head
from layouts.components.links import downloads, page_href
from layouts.components.markup import Child, as_markup, joined, region, tag
from layouts.components.markup_tables import column_name, framed_table, row_name
from layouts.components.skeleton import page_frame
from layouts.components.street import chips, known_line, notes

PAGE = "outcomes"
FEW = 2  # groups, beside which a row would be too wide to follow


class Ids(StrEnum):
    HEAD = "outcomes-head"
    BODY = "outcomes-body"


def layout() -> html.Div:
    return page_frame(region(Ids.HEAD, "page-head"), region(Ids.BODY))


def page_top(report: Outcomes) -> str:
    """The head of the page as HTML."""
    return tabbed_head(PAGE, report, report.context, report.category_names)


def body(report: Outcomes) -> str:
    """Everything under the head as HTML."""
    if report.total is None:
        return str(tag("span", class_="nothing"))
    cards = [_months_chosen(report, report.total), _groups_chosen(report), _all(report, report.total)]
    cards += [_by(report, "by-type", "Type of crime", report.kinds)] if len(report.kinds) > 1 else []
    cards += [_by(report, "by-place", _place_words(report), report.places)] if report.places else []
    return str(joined([*cards, _by_month(report), notes(report)]))


def _months_chosen(report: Outcomes, total: Ended) -> Markup:
    """The months looked at beside those that are old enough to be compared."""
    settled = report.settled
    if settled is None or settled.period is None:
        return Markup("")
    view = report.filters.with_(start=settled.period, end=settled.period, by=None)
    here = page_href(PAGE, report.filters)
    return chips("Months", [(total.name, here, True), (f"{settled.name}, old enough", page_href(PAGE, view), False)])


def _groups_chosen(report: Outcomes) -> Markup:
    """One group of outcomes at a time, or all."""
    asked = report.filters.outcomes
    every = report.filters.with_(outcomes=frozenset())
    links = [("All", page_href(PAGE, every), not asked)]
    links += [
        (GROUP_WORDS[one], page_href(PAGE, every.with_(outcomes=frozenset({one}))), one in asked)
        for one in report.known_groups
    ]
    return chips("Outcome", links)


def _all(report: Outcomes, total: Ended) -> Markup:
    """Every group with the published outcomes beneath it."""
    spans = [total, *([report.settled] if report.settled else [])]
    head = [column_name("Outcome"), *(column_name(name, "n") for item in spans for name in (item.name, "Share"))]
    head += [column_name(f"Share of {total.name}")]
    rows = [row for group in report.groups for row in _group(spans, group)]
    rows.append(_total(spans))
    table = framed_table("How they ended", head, rows, "figures endings")
    loads = as_markup(downloads(PAGE, report.filters, "outcomes", "outcomes"))
    sub = tag("p", "Shares are of all incidents that can have an outcome.", class_="sub")
    return tag("section", tag("h2", "How they ended"), sub, table, loads, class_="card")


def _group(spans: Sequence[Ended], group: OutcomeGroup) -> list[Markup]:
    counts = [item.of(group) for item in spans]
    rows = [_line(GROUP_WORDS[group], spans, counts, is_group=True)]
    inside = list(dict.fromkeys(outcome for item in spans for outcome, _ in item.inside(group)))
    if inside == [GROUP_WORDS[group]] or inside == [""]:
        return rows
    for outcome in inside:
        known = [dict(item.counts).get(outcome, 0) for item in spans]
        rows.append(_line(outcome or NOTHING_SAID, spans, known, is_group=False))
    return rows


def _line(name: str, spans: Sequence[Ended], counts: Sequence[int], *, is_group: bool) -> Markup:
    cells: list[Child] = []
    for item, n in zip(spans, counts, strict=True):
        cells += [tag("td", f"{n:,}", class_="n"), tag("td", item.share_text(n), class_="n")]
    bar = _bar(spans[0], counts[0]) if is_group else ""
    named = row_name(name, look=None if is_group else "inner")
    return tag("tr", named, *cells, tag("td", bar), class_="group" if is_group else None)


def _bar(item: Ended, n: int) -> Markup:
    width = round(n * 100 / item.total) if item.total else 0
    bar = tag("span", "", class_="bar-of", style=f"width:{width}%", aria_hidden="true")
    return tag("span", bar, class_="bar-track counted")


def _total(spans: Sequence[Ended]) -> Markup:
    cells = [cell for item in spans for cell in (tag("td", f"{item.total:,}", class_="n"), tag("td", "", class_="n"))]
    return tag("tr", row_name("All crimes"), *cells, tag("td"), class_="total")


def _by(report: Outcomes, table: str, of: str, rows: Sequence[Ended]) -> Markup:
    """A share of each group for every row; each row leads one step in."""
    head = [column_name(of), column_name("Crimes", "n")]
    head += [column_name(GROUP_WORDS[group], "n wraps") for group in report.groups]
    heading = f"Outcomes by {of[:1].lower()}{of[1:]}"
    drawn = framed_table(heading, head, [_row(report, item) for item in rows], _look(report))
    loads = as_markup(downloads(PAGE, report.filters, table, heading.lower()))
    return tag("section", tag("h2", heading), drawn, loads, class_="card")


def _look(report: Outcomes) -> str:
    return "figures shares narrow" if len(report.groups) <= FEW else "figures shares"


def _row(report: Outcomes, item: Ended) -> Markup:
    if item.place is not None and item.place.level in LEFT_OVERS:
        named: Child = item.name
    else:
        named = tag("a", item.name, href=page_href(PAGE, _inward(report.filters, item)))
    shares = [tag("td", item.share_text(item.of(group)), class_="n") for group in report.groups]
    return tag("tr", row_name(named, known_line(item.place)), tag("td", f"{item.total:,}", class_="n"), *shares)


def _inward(filters: Filters, item: Ended) -> Filters:
    if item.place is not None:
        return filters.with_(area=item.key)
    return filters.with_(crimes=frozenset({item.key}))


def _place_words(report: Outcomes) -> str:
    level = next((item.place.level for item in report.places if item.place is not None), None)
    return sentence(place_noun(level))


def _by_month(report: Outcomes) -> Markup:
    """The newest months, each with its age: shares settle as cases are closed."""
    head = [column_name("Month"), column_name("Months old, at least", "n wraps"), column_name("Crimes", "n")]
    head += [column_name(GROUP_WORDS[group], "n wraps") for group in report.groups]
    table = framed_table("Outcomes by month", head, [_month(report, item) for item in report.months], _look(report))
    words = f"Months younger than {number_word(SETTLED)} months are marked: their shares still change."
    loads = as_markup(downloads(PAGE, report.filters, "by-month", "outcomes by month"))
    heading = tag("h2", "How shares settle, month by month")
    return tag("section", heading, tag("p", words, class_="sub"), table, loads, class_="card")


def _month(report: Outcomes, item: Ended) -> Markup:
    young = "" if item.is_settled else tag("span", "too young to compare", class_="chance")
    view = report.filters.with_(start=item.period, end=item.period, by=None)
    named = row_name(tag("a", item.name, href=page_href(PAGE, view)), young)
    age = tag("td", str(item.age), class_="n")
    shares = [tag("td", item.share_text(item.of(group)), class_="n") for group in report.groups]
    return tag("tr", named, age, tag("td", f"{item.total:,}", class_="n"), *shares)
