"""Knows what street-level pages share: the way out, chips of links, the reader's words for a place."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, first_month
from dashboard.domain.periods.period import Period, run_of_months
from dashboard.domain.street.crime import ALL_INCIDENTS, Level, Place
from dashboard.domain.values.numbers import show
from dashboard.reports.report import Report
from dashboard.reports.street.moving.ways import compared_so
from dashboard.reports.street.place_context import StreetContext
from dashboard.reports.street.ranking import is_comparable
from dashboard.reports.street.spans import before_words, is_other_season, kept_comparison
from layouts.components.links import page_href
from layouts.components.markup import Child, joined, tag
from layouts.components.page_head import page_head

STEP = "\u203a"  # a single guillemet, as breadcrumbs have it


def place_href(page: str, filters: Filters, place: Place, context: StreetContext) -> str:
    """The same view of another place; the partnership's own area needs no key."""
    key = "" if place.id == context.path[0].id else place.key
    return page_href(page, filters.with_(area=key))


Pair = tuple[Period, Period]  # the months looked at, and those they are compared with


def way_out(
    page: str,
    filters: Filters,
    context: StreetContext,
    crime_steps: Sequence[tuple[str, Filters]],
    pair: Pair | None,
) -> Markup:
    """The breadcrumb: places from the widest, then crime types, each a link except the last; what is compared."""
    places: list[Child] = [
        tag("a", place.known_as, href=place_href(page, filters, place, context)) for place in context.path[:-1]
    ]
    places.append(tag("b", context.place.full_name))
    crimes: list[Child] = [tag("a", words, href=page_href(page, step)) for words, step in crime_steps]
    crimes.append(tag("b", context.crime_words))
    parts = [_trail("Place", places), _trail("Counted", crimes)]
    if filters.start or filters.end:
        kept = kept_comparison(filters, filters.period, [*context.held, *context.left_out])
        whole = page_href(page, filters.with_(start=None, end=None, by=None, against=kept))
        parts.append(tag("span", "Period ", tag("a", "all of it", href=whole), class_="trail"))
    parts += [_compared(page, filters, context, pair)] if pair else []
    return tag("nav", *parts, _find_place(context), class_="crumbs", aria_label="Where you are")


def _compared(page: str, filters: Filters, context: StreetContext, pair: Pair) -> Markup:
    """What is compared with what, and what else it could be: a year before first, which has the same season."""
    span, against = pair
    others = [run_of_months(first_month(span) - back, span.months) for back in (MONTHS_IN_YEAR, span.months)]
    ways: list[Child] = [
        joined([" · ", tag("a", _other_words(span, item), href=page_href(page, compared_so(filters, span, item)))])
        for item in dict.fromkeys(others)
        if item != against and is_comparable(context, span, item)
    ]
    words = before_words(span, against)
    now = tag("b", f"{span.label} with {against.label}", "" if words == against.label else f", {words}")
    return tag("span", tag("span", "Compared ", class_="code"), now, *ways, class_="trail compared-line")


def _other_words(span: Period, other: Period) -> str:
    words = f"with {before_words(span, other)}".removesuffix(f" {other.label}")
    season = ", another season" if is_other_season(span, other) else ""
    return f"{words} {other.label}{season}"


def _find_place(context: StreetContext) -> Markup:
    """The field that shows the same view of another place, by name or code; the one in the head leads anywhere.

    assets/places.js fills its list when it is entered.
    """
    words = f"This page for a place in {context.path[0].name}"
    field = {"type": "search", "id": "find-place", "list": "known-places", "autocomplete": "off"}
    return tag("span", tag("input", **field, placeholder=words, aria_label=words), class_="trail")


def _trail(words: str, steps: Sequence[Child]) -> Markup:
    divided: list[Child] = []
    for step in steps:
        divided += [tag("span", f" {STEP} ", aria_hidden="true"), step] if divided else [step]
    return tag("span", tag("span", f"{words} ", class_="code"), *divided, class_="trail")


def crime_steps(filters: Filters, context: StreetContext, names: Mapping[str, str]) -> list[tuple[str, Filters]]:
    """The wider choices of crime types: all of them, and the category that one lies in."""
    steps: list[tuple[str, Filters]] = []
    if filters.crimes or filters.categories:
        steps.append((ALL_INCIDENTS, filters.with_(crimes=frozenset(), categories=frozenset())))
    if filters.crimes and filters.categories:
        words = " and ".join(names.get(item, item) for item in sorted(filters.categories))
        steps.append((words, filters.with_(crimes=frozenset())))
    return steps


def chips(label: str, links: Sequence[tuple[str, str, bool]]) -> Markup:
    """A row of links (words, address, whether it is the view)."""
    drawn = [
        tag("a", words, href=href, class_="chip on" if on else "chip", aria_current="true" if on else None)
        for words, href, on in links
    ]
    return tag("nav", tag("span", f"{label} ", class_="code"), *drawn, class_="choice", aria_label=label)


def head(report: Report, out: Markup) -> Markup:
    """The page's head with the way out above it."""
    return joined([out, *page_head(report)])


def notes(report: Report) -> Markup:
    return tag("div", *(tag("p", line) for line in report.notes), class_="foot notes")


def known_line(place: Place | None) -> Markup:
    """Under the words by which a neighbourhood is known: its name in the files, and how much of it is there."""
    if place is None or place.known is None:
        return Markup("")
    share = show(place.known.share, 0, percent=True)
    said = f"{share} of its incidents of 12 months are there"
    return tag("span", f"{place.name} · {share} there", class_="known", title=said)


def kind_of(place: Place) -> str:
    """What is said after a place's name when it is no area one could visit."""
    return " (approximate)" if place.level == Level.POINT else ""
