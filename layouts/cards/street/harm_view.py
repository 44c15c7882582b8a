"""Knows how a view of harm looks: types, then places, then offence codes, each with the weights it is made with."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.domain.filters import Filters
from dashboard.domain.harm.severity import Harm, Weightless
from dashboard.domain.street.crime import LEVEL_WORDS
from dashboard.domain.wording import sentence
from dashboard.reports.harm.by_code import CodedHarm, CodeRow, coded_words
from dashboard.reports.harm.harm_view import HarmView
from dashboard.reports.harm.street_harm import (
    HarmPlace,
    HarmRow,
    StreetHarm,
    per_thousand,
    range_words,
    share_heading,
    share_words,
)
from layouts.cards.street.harm import harm_cell, headings, weight_cell, weights_line
from layouts.components.links import downloads, file_href, page_href
from layouts.components.markup import Child, as_markup, joined, tag
from layouts.components.markup_tables import framed_table, row_name
from layouts.components.method_link import how

PAGE = "drill-down"
TYPES = ("Type of incident", "Incidents", "Weight", "Harm", "Per 1,000 people")
PLACES = ("Incidents", "Harm", "Per 1,000 people", "Share of all harm")
OFFENCES = ("Offence", "Weight", "Counted", "Year before", "Harm", "Share of all harm")
MOST_SHOWN = 20
LOOK = "figures tight cards"
BY_ESTIMATE = "By the estimate for 1,000 people, the most first; where ranges overlap the order may be another."


def harm_body(view: HarmView, filters: Filters) -> list[Child]:
    """The cards of a view, each with its file; offence codes first where not every type has a weight."""
    cards: list[Child] = []
    if view.types is not None:
        cards.append(_types_card(view.types, filters))
        cards += [_places_card(view.types, view.places, filters)] if view.places else []
    coded = [_offences_card(item, filters) for item in view.coded]
    types_first = view.types is not None and isinstance(view.types.total, Harm)
    return [*cards, *coded] if types_first else [*coded, *cards]


def _types_card(found: StreetHarm, filters: Filters) -> Markup:
    heading = f"By type of incident: {found.period.label}"
    names = (*TYPES, share_heading(found))
    rows = [_type_row(row, found, filters) for row in found.rows]
    total = [f"{sum(row.count for row in found.rows):,}", "", _harm(found.total), _each(found.per_thousand), ""]
    rows.append(tag("tr", row_name("Together"), *_numbers(names, total), class_="total"))
    table = framed_table(heading, headings(names), rows, LOOK)
    return _card(heading, (), table, (found, filters, "harm", "harm by type"))


def _type_row(row: HarmRow, found: StreetHarm, filters: Filters) -> Markup:
    name = tag("a", row.crime.name, href=page_href(PAGE, filters.with_(crimes=frozenset({row.crime.slug}))))
    weight = found.table.of_type(row.crime.slug)
    cells = (weight_cell(weight, found.table), _harm(row.harm), _each(per_thousand(row.harm, found.place)))
    return tag(
        "tr",
        row_name(name),
        *_numbers((*TYPES, share_heading(found)), [f"{row.count:,}", *cells, share_words(row.share)]),
    )


def _places_card(found: StreetHarm, places: Sequence[HarmPlace], filters: Filters) -> Markup:
    noun = LEVEL_WORDS.get(places[0].place.level, ("place", "places"))[0]
    heading = f"By {noun}: {found.period.label}"
    rows = [_place_row(row, filters) for row in places]
    table = framed_table(heading, headings((sentence(noun), *PLACES)), rows, LOOK)
    return _card(heading, (BY_ESTIMATE,), table, (found, filters, "harm-areas", "harm by area"))


def _place_row(row: HarmPlace, filters: Filters) -> Markup:
    name = tag("a", row.place.known_as, href=page_href(PAGE, filters.with_(area=row.place.key)))
    cells = [f"{row.count:,}", harm_cell(row.harm), _each(per_thousand(row.harm, row.place)), share_words(row.share)]
    return tag("tr", row_name(name), *_numbers(("", *PLACES), cells))


def _offences_card(found: CodedHarm, filters: Filters) -> Markup:
    heading = f"By offence code: {found.year.period.label}, {found.year.source}"
    shown = found.rows[:MOST_SHOWN]
    rows = [_offence_row(row, found) for row in shown]
    table = framed_table(heading, headings(OFFENCES), rows, LOOK)
    more = (
        f"The first {len(shown)} of {len(found.rows)} offences; the file has all."
        if len(shown) < len(found.rows)
        else ""
    )
    said = (*coded_words(found), *filter(None, (more,)))
    return _card(heading, said, table, (found, filters, "harm-offences", "harm by offence"))


def _offence_row(row: CodeRow, found: CodedHarm) -> Markup:
    weighs = row.weight is not None
    before = "–" if row.before is None else f"{row.before:,}"
    harm: Child = harm_cell(row.harm) if weighs else "–"
    cells: list[Child] = [weight_cell(row.weight, found.table), f"{row.count:,}", before, harm]
    return tag("tr", row_name(row.name), *_numbers(OFFENCES, [*cells, share_words(row.share) if weighs else "–"]))


def _card(
    heading: str, said: Sequence[str], table: Markup, of: tuple[StreetHarm | CodedHarm, Filters, str, str]
) -> Markup:
    """A card with its table, whose weights it has, what was counted, and its file."""
    found, filters, name, what = of
    words = [tag("p", " ".join(said), class_="sub")] if said else []
    files = _files(found) if isinstance(found, CodedHarm) else Markup("")
    foot = [weights_line(found.table), files, as_markup(downloads(PAGE, filters, name, what)), how("harm")]
    return tag("section", tag("h2", heading), *words, table, *foot, class_="card")


def _files(found: CodedHarm) -> Markup:
    """The files whose offences were counted."""
    if not found.year.arrivals:
        return Markup("")
    links = [tag("a", name, href=file_href(number)) if number else name for number, name in found.year.arrivals]
    parts: list[Child] = [part for link in links for part in (", ", link)][1:]
    return tag("p", "Counted from ", joined(parts), ".", class_="foot")


def _harm(found: Harm | Weightless) -> Child:
    """A severity; the reason for none stands under its weight, or over the table."""
    return range_words(found) if isinstance(found, Harm) else "–"


def _each(found: Harm | None) -> Child:
    return range_words(found) if found else "–"


def _numbers(names: Sequence[str], parts: Sequence[Child]) -> list[Markup]:
    """The cells of a row after its name, each with its heading of *names*, which stands beside it on a phone."""
    return [tag("td", part, class_="n", data_heading=name) for name, part in zip(names[1:], parts, strict=True)]
