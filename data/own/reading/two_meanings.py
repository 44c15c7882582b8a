"""Knows figures that may be two numbers: 2m, minutes or millions; 1.204, a decimal or a thousand and more."""

import re
from collections import defaultdict
from collections.abc import Iterable

from dashboard.domain.kinds import worded_kind
from dashboard.domain.periods.combining import is_plain_count
from dashboard.domain.records import Indicator
from dashboard.domain.targets.bounds import amounts_of
from dashboard.domain.values.margins import without_notes
from dashboard.domain.values.printed import ValueType
from data.own.indicators.kinds import quantities_of
from data.own.reading.rules import Broken
from data.parcel_rows import SaidFigure
from data.parcels import OwnTable
from data.sources.words import shown

_M = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)? ?m", re.IGNORECASE | re.ASCII)
_TIME = re.compile(r"\b(?:times?|minutes?|mins?|wait(?:ing)?|duration|delay|response|length)\b", re.IGNORECASE)
_THOUSANDS_OR_DECIMALS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}", re.ASCII)


def minutes_or_millions(parcel: OwnTable, figures: Iterable[SaidFigure]) -> frozenset[str]:
    """The indicators of which nothing but “2m” names a unit: neither name, declaration nor another cell."""
    declared = {said["name"] for said in parcel.declared if said["unit"]}
    texts: dict[str, list[str]] = defaultdict(list)
    for said in figures:
        texts[said["indicator"]] += (without_notes(text.strip())[0] for text in amounts_of(said["text"]))
    return frozenset(
        name for name, cells in texts.items() if name not in declared and not _TIME.search(name) and _all_m(cells)
    )


def _all_m(cells: Iterable[str]) -> bool:
    named = [text for text in cells if quantities_of([text])]
    return bool(named) and all(map(_M.fullmatch, named))


def refuse_two_meanings(said: SaidFigure, indicator: Indicator, parcel: OwnTable, open_names: frozenset[str]) -> None:
    """Raise Broken for an amount that may be minutes or millions, and for a count with what may be thousands."""
    text = said["text"].strip()
    if said["indicator"] in open_names and any(_M.fullmatch(item) for item in amounts_of(text)):
        number = text.rstrip("mM ")
        why = f"“{shown(text)}” may be minutes or millions: write {number} min, £{number}m or the number in full."
        raise Broken("value-unreadable", why)
    if _THOUSANDS_OR_DECIMALS.fullmatch(text) and _counts_events(said["indicator"], indicator, parcel):
        joined = text.replace(".", ",")
        why = f"“{shown(text)}” may be {joined} or a decimal: write {joined}, or declare the value type rate."
        raise Broken("value-unreadable", why)


def _counts_events(name: str, indicator: Indicator, parcel: OwnTable) -> bool:
    """Whether an indicator of decimals is called like one that counts, and nobody says that it is a rate."""
    if any(item["value_type"] for item in parcel.declared if item["name"] == name):
        return False
    plain = is_plain_count(indicator.name, indicator.unit) and not indicator.unit
    return plain and indicator.value_type is ValueType.RATE and worded_kind(indicator.name, "") is None
