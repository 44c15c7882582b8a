"""Knows the harm of a place as sections of the papers: types, places and offence codes, each with its weights."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.domain.harm.severity import Harm, HarmShare, Weightless
from dashboard.domain.street.crime import LEVEL_WORDS
from dashboard.domain.wording import sentence
from dashboard.reports.harm.by_code import CodedHarm, CodeRow, coded_words
from dashboard.reports.harm.harm_view import HarmView
from dashboard.reports.harm.loaded_weights import weights_words
from dashboard.reports.harm.street_harm import (
    HarmPlace,
    HarmRow,
    StreetHarm,
    harm_words,
    per_thousand,
    range_words,
    share_heading,
    share_words,
    why_words,
)
from dashboard.reports.packs.framed import framed, further
from dashboard.reports.packs.pack import PaperCell, PaperTable, Section
from dashboard.reports.packs.tabled import Cells, columns, counted, said, table
from dashboard.reports.report import Report

HARM, RATE, SHARE = "Harm (weight × count)", "Per 1,000 people", "Share of all harm"
MOST_PLACES, MOST_OFFENCES = 40, 20


def harm_sections(report: Report, found: StreetHarm | None) -> tuple[Section, ...]:
    """What each crime type weighs; nothing where no table of weights is loaded."""
    if found is None:
        return ()
    title = f"How harmful: {found.period.label}"
    lede = " ".join((*harm_words(found), weights_words(found.table)))
    return (replace(further(report, "harm", title), lede=lede, tables=(_types(found, title),)),)


def harm_view_sections(report: Report, view: HarmView) -> tuple[Section, ...]:
    """A view that measures harm: its types with the finding, then places, then offence codes."""
    first = framed(report)
    lede = " ".join(filter(None, (first.lede, weights_words(view.table))))
    types = (_types(view.types, f"By type of incident: {view.types.period.label}"),) if view.types else ()
    places = (_places(report, view.types, view.places),) if view.types and view.places else ()
    return (replace(first, lede=lede, tables=types), *places, *(_offences(report, item) for item in view.coded))


def _types(found: StreetHarm, title: str) -> PaperTable:
    share = share_heading(found)
    heads = columns("Type of incident", "Incidents", HARM, RATE, share, words=(HARM, RATE, share))
    return table(("harm", title), heads, [_type(row, found) for row in found.rows])


def _type(row: HarmRow, found: StreetHarm) -> Cells:
    each = per_thousand(row.harm, found.place)
    return (said(row.crime.name), counted(row.count), *_weighed(row.harm, each, row.share))


def _weighed(harm: Harm | Weightless, each: Harm | None, share: HarmShare | Weightless) -> Sequence[PaperCell]:
    weighed = why_words(harm) if isinstance(harm, Weightless) else range_words(harm)
    return said(weighed), said(range_words(each) if each else ""), said(share_words(share))


def _places(report: Report, found: StreetHarm, places: Sequence[HarmPlace]) -> Section:
    noun = LEVEL_WORDS.get(places[0].place.level, ("place", "places"))[0]
    title = f"Harm by {noun}: {found.period.label}"
    heads = columns(sentence(noun), "Incidents", HARM, RATE, SHARE, words=(HARM, RATE, SHARE))
    rows = [
        (
            *(said(row.place.known_as), counted(row.count)),
            *_weighed(row.harm, per_thousand(row.harm, row.place), row.share),
        )
        for row in places[:MOST_PLACES]
    ]
    drawn = table(("harm-areas", title), heads, rows, len(places))
    return replace(further(report, "harm-areas", title), lede=weights_words(found.table), tables=(drawn,))


def _offences(report: Report, found: CodedHarm) -> Section:
    title = f"Harm by offence code: {found.year.period.label}, {found.year.source}"
    heads = columns("Offence", "Weight", "Counted", "Year before", HARM, SHARE, words=(HARM, SHARE))
    drawn = table(("harm-offences", title), heads, map(_offence, found.rows[:MOST_OFFENCES]), len(found.rows))
    lede = " ".join((*coded_words(found), weights_words(found.table)))
    key = f"harm-offences-{found.year.key.replace(' ', '-').lower()}"
    return replace(further(report, key, title), lede=lede, tables=(drawn,))


def _offence(row: CodeRow) -> Cells:
    weighed = (said("no weight"), said("")) if row.weight is None else _weighed(row.harm, None, row.share)[::2]
    weight = counted(row.weight.value if row.weight else None, None)
    return (said(row.name), weight, counted(row.count), counted(row.before), *weighed)
