"""Knows the page of a figure for whoever may not see small numbers: what stands in place of it and of what it was."""

from dataclasses import replace
from decimal import Decimal

from dashboard.domain.disclosure.counts import Version
from dashboard.domain.disclosure.covers import Covers
from dashboard.domain.disclosure.telling import WITHHELD, names_a_number
from dashboard.reports.evidence.releases import FigurePlace, PastValue

ACTUAL, COMMENTARY = "actual", "commentary"


def covered_place(found: FigurePlace, covers: Covers) -> FigurePlace:
    """*found* without a number that is covered, now or before, and without words that may name one."""
    if not any(version[0] == found.indicator_id for version in covers):
        return found
    if found.what == COMMENTARY:
        past = tuple(replace(item, text=_told(item.text), reason=_told(item.reason)) for item in found.history)
        return replace(found, text=_told(found.text), history=past, is_covered=True)
    if found.what != ACTUAL or not any(_is_here(found, version) for version in covers):
        return found
    past = tuple(_past(found, item, covers) for item in found.history)
    return replace(found, text=_shown(found, found.value, found.text, covers), history=past, is_covered=True)


def _is_here(found: FigurePlace, version: Version) -> bool:
    return version[:3] == (found.indicator_id, found.area_slug, found.period_slug)


def _past(found: FigurePlace, item: PastValue, covers: Covers) -> PastValue:
    return replace(item, text=_shown(found, item.value, item.text, covers), reason=_told(item.reason))


def _shown(found: FigurePlace, number: Decimal | None, text: str, covers: Covers) -> str:
    if number is None:
        return text
    cover = covers.get((found.indicator_id, found.area_slug, found.period_slug, number))
    if cover is None:
        return text
    return cover.text if cover.number is None else f"{cover.text} ({cover.words})"


def _told(words: str) -> str:
    return WITHHELD if names_a_number(words) else words
