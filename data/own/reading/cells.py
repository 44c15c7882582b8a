"""Knows how the cells of a parcel become figures of a partnership: by the grammar, or rejected with the reason."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from dashboard.domain.errors import RefusedFile, UnreadableValue
from dashboard.domain.periods.period import Period, from_slug
from dashboard.domain.records import Indicator
from dashboard.domain.targets.grammar import TargetKind, read_target
from dashboard.domain.values.printed import Marker, Reason, Value, read_value
from data.own.areas.homes import Home
from data.own.areas.identity import RULE as DISPUTED
from data.own.indicators.percentages import as_answered
from data.own.reading.glued_markers import refuse_glued
from data.own.reading.name_index import NameIndex
from data.own.reading.parcels import Gathered, Where, parcel_indicators
from data.own.reading.placing import places
from data.own.reading.readings import Read, Reading
from data.own.reading.rules import (
    Broken,
    day_covered,
    one_number,
    refuse_bare,
    refuse_impossible,
    refuse_unit,
    units_typed,
)
from data.own.reading.two_meanings import minutes_or_millions, refuse_two_meanings
from data.parcel_rows import SaidFigure
from data.parcels import OwnTable
from data.sources.figures.parcels import ACTUAL, TARGET
from data.sources.words import is_plain, shown

BARE_MARKERS = frozenset({"p", "r", "e"})


def read(
    parcel: OwnTable, arrival: int, known: NameIndex, partnership: str, gathered: Gathered | None = None
) -> Reading:
    """Resolve one parcel for *partnership*, unless its rows name their own; raises RefusedFile with a sentence."""
    found = Reading()
    by_home: dict[str, list[SaidFigure]] = defaultdict(list)
    for said in parcel.figures:
        by_home[said["partnership"] or partnership].append(said)
    if not by_home and parcel.declared:
        by_home[partnership] = []
    if "" in by_home:
        raise RefusedFile(
            f"{parcel.file} does not say whose figures it holds: choose the partnership, "
            "or give the table a column “Partnership”."
        )
    for words, figures in by_home.items():
        _read_home(found, parcel, figures, (known, known.home(words), arrival, gathered or {}))
    if found.elsewhere:
        rows, areas = found.elsewhere.total(), len(found.elsewhere)
        whose = "one area" if areas == 1 else f"{areas:,} areas"
        found.remarks.append(f"Figures of {whose} outside the partnership were left out: {rows:,}.")
    return found


def _read_home(found: Reading, parcel: OwnTable, figures: list[SaidFigure], where: Where) -> None:
    known, home, arrival, _ = where
    wanted = _own(found, parcel, figures, (known, home))
    own = [said for said, _ in wanted]
    indicators = parcel_indicators(found, parcel, own, where)
    units, unclear = units_typed(parcel, own), minutes_or_millions(parcel, own)
    for said, area in wanted:
        if (indicator := indicators.get(said["indicator"])) is None:
            continue
        if known.inquiry.awaits(said):
            found.remarks.append(f"{said['cell']}: 0 is left out, since nothing is known yet.")
            continue
        period = from_slug(said["period"])
        meant = as_answered(said, indicator.at(period), known.inquiry.told(said["indicator"]))
        try:
            refuse_two_meanings(said, indicator, parcel, unclear)
            value = _figure(meant, indicator.at(period), parcel, units.get(said["indicator"], ""))
        except Broken as fault:
            found.reject(said, fault.rule, fault.why)
            continue
        value = _as_typed(value, meant, said)
        found.remarks += [*_told(meant, value), *_without_base(meant, value, indicator.at(period))]
        found.figures.append(Read(home, indicator, said["what"], area, period, value, meant, parcel.file, arrival))


def _own(
    found: Reading, parcel: OwnTable, figures: list[SaidFigure], where: tuple[NameIndex, Home]
) -> list[tuple[SaidFigure, str]]:
    """The figures of the partnership, each with its area; what is left out or rejected is noted."""
    placed = places(parcel, figures, *where)
    found.remarks += _taken(*where)
    found.elsewhere.update(placed.outside(figures))
    for said, why in placed.disputed_of(figures):
        found.reject(said, DISPUTED, why)
    return list(placed.own_of(figures))


def _as_typed(value: Value, meant: SaidFigure, said: SaidFigure) -> Value:
    """*value* with what stands in its cell, where an answer made something else of it."""
    typed = () if meant["text"] == said["text"] else (f"“{said['text']}” in the cell",)
    return replace(value, remarks=(*value.remarks, *typed))


def _taken(known: NameIndex, home: Home) -> list[str]:
    """What has to be said of partnerships of their own that become areas of a new one."""
    return [
        f"“{name}” is a partnership of its own, and becomes an area of the new partnership {home.name} too: if the"
        f" figures are meant for {name} itself, load them with the partnership “{name}”."
        for name in dict.fromkeys(known.taken)
    ]


def _figure(said: SaidFigure, indicator: Indicator, parcel: OwnTable, unit: str) -> Value:
    """The value of one cell; raises Broken."""
    value = value_of(said, indicator, from_slug(said["period"]), corrections=parcel.national)
    refuse_glued(said, value, parcel)
    refuse_bare(said, value, unit)
    return one_number(said, value, parcel.notes)


def _told(said: SaidFigure, value: Value) -> list[str]:
    """What was done to read a cell."""
    words = [f"{said['cell']}: {words}." for words in value.remarks]
    if value.reason is Reason.IN_WORDS:
        words.append(f"{said['cell']}: “{shown(said['text'])}” is kept as words: it is no single number.")
    return words


def value_of(said: SaidFigure, indicator: Indicator, period: Period, *, corrections: bool) -> Value:
    text, kind = said["text"], indicator.value_type
    try:
        if said["what"] != ACTUAL:
            return _target_value(_seen(text), indicator)
        value = read_value(text, kind, markers=BARE_MARKERS, unit=indicator.unit)
        if said["marker"]:
            value = replace(value, marker=Marker(said["marker"].strip("[] ").casefold()))
    except UnreadableValue as fault:
        raise Broken("value-unreadable", str(fault)) from fault
    except ValueError as fault:
        raise Broken("value-unreadable", f"“{shown(said['marker'])}” is no marker: use p, r or e.") from fault
    refuse_unit(value, indicator)
    refuse_impossible(value, indicator, text, corrections=corrections)
    day_covered(said["covers_to"], period)
    notes = [mark for mark in said["note"].split("|") if mark]
    return replace(value, notes=tuple(dict.fromkeys((*value.notes, *notes))))


def _seen(text: str) -> str:
    """*text* as it is, unless a reader cannot see all of it."""
    if not is_plain(" ".join(text.split()), len(text)):
        raise UnreadableValue(f"“{shown(text)}” has a hidden character: write it without.")
    return text


def _without_base(said: SaidFigure, value: Value, indicator: Indicator) -> list[str]:
    """What to type in place of a target that asks for a change and does not say on what."""
    if said["what"] != TARGET or value.reason is not Reason.UNRESOLVED:
        return []
    rule = read_target(said["text"], indicator.value_type, indicator.unit)
    if rule.kind is not TargetKind.RELATIVE or rule.base_words:
        return []
    text, year = shown(said["text"]), from_slug(said["period"]).previous().label
    return [
        f"{said['cell']}: “{text}” does not say on what, and is not judged: write “{text} on {year} actual”, or the "
        "number to reach."
    ]


def _target_value(text: str, indicator: Indicator) -> Value:
    rule = read_target(text, indicator.value_type, indicator.unit)
    in_words = rule.reason is Reason.IN_WORDS
    reason = None if rule.number is not None else Reason.IN_WORDS if in_words else Reason.UNRESOLVED
    value = Value(rule.number, reason, notes=rule.notes, raw=text, unit=rule.unit)
    refuse_unit(value, indicator)
    return replace(value, percent=rule.kind is not TargetKind.ABSOLUTE)


def refuse_doubles(figures: Iterable[Read]) -> list[Read]:
    """The figures, each key once; raises RefusedFile where two cells of a call disagree."""
    found: dict[tuple[str, str, str, str], Read] = {}
    for item in figures:
        other = found.setdefault(item.key, item)
        if other.said["text"] != item.said["text"]:
            raise RefusedFile(
                f"{item.place} says “{shown(item.said['text'])}” and {other.place} “{shown(other.said['text'])}” "
                f"for the same {item.what}: {item.indicator.name}, {item.period.label}. {_mend(item, other)}"
            )
    return list(found.values())


def _mend(item: Read, other: Read) -> str:
    """What to type where two cells disagree; the sheets of a workbook may be of an area each."""
    sheets = item.said["sheet"], other.said["sheet"]
    if sheets[0] == sheets[1] or item.file != other.file:
        return "Keep one."
    return "Keep one; if each sheet is of an area, add a column “Area” to each with the area's name."
