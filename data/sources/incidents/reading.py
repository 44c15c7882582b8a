"""Knows how the rows of an incident list are read in columns, and which of them cannot be taken and why."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

import numpy as np

from dashboard.domain.errors import RefusedFile
from dashboard.domain.incidents.parts import NO_TIME, Flags, Numbers
from data.parcel_rows import IncidentPlaces, IncidentTimes, Wholes
from data.parcels import IncidentTable
from data.sources.containers.grids import Grid
from data.sources.incidents import heading_words as columns
from data.sources.incidents.incident_rows import IncidentRows, find_doubled, reject_faulty, rows_under
from data.sources.incidents.moments import BAD, BAD_DAY, NO_DAY, NOT_SAID, Moments, moments_of
from data.sources.incidents.spots import RULES as SPOT_RULES
from data.sources.incidents.spots import Spots, nowhere, of_grid, of_world
from data.sources.rejections import RULES
from data.sources.words import HIDDEN, LONGEST, shown

Texts = Sequence[str]


def table_of(grid: Grid, heading: int, matched: Mapping[str, int] | None = None) -> IncidentTable:
    """The list under row *heading*, its columns as headings say or as *matched*; raises RefusedFile without a row."""
    rows = rows_under(grid, heading, matched)
    reject_faulty(rows)
    find_doubled(rows)
    last = _moments(rows, columns.TO, columns.TO_TIME)
    times, spots = _spans(rows, last), _spots(rows)
    offences, areas = _numbered(_offences(rows)), _numbered(rows.texts(columns.AREA) or [""] * len(rows.cells))
    sound = _sound(rows)
    return IncidentTable(
        file=grid.file,
        remarks=[*grid.remarks, *_remarks(rows)],
        rows=len(rows.cells),
        rejected=rows.rejected(),
        rules=rows.rules,
        sheet=grid.sheet,
        heading=[shown(" ".join(cell.split())) for cell in grid.rows[heading]],
        offences=offences.words,
        areas=areas.words,
        has_end=last is not None or columns.begins(grid.rows[heading][rows.columns[columns.FROM]]),
        times=[_packed_times(item, sound) for item in times],
        where=_packed_places((offences.numbers, areas.numbers, *spots[:4]), sound),
    )


def _sound(rows: IncidentRows) -> Numbers:
    """The rows that break no rule; raises RefusedFile where there is none."""
    sound = rows.sound
    if not len(sound):
        raise RefusedFile(f"{rows.grid.file} has no incident that can be read{_why(rows)}.")
    return sound


def _spans(rows: IncidentRows, last: Moments | None) -> list["_Span"]:
    """When each may have happened, in every order in which the dates can be read."""
    first = _moments(rows, columns.FROM, columns.FROM_TIME)
    assert first is not None  # or it were no list
    rows.reject((first.day_first == NO_DAY) & (first.month_first == NO_DAY), "day-unknown", columns.FROM)
    ends = _Ends(last, _said_unknown(rows))
    found = [_times(first, ends, month_first=order) for order in _orders(rows, first, last)]
    swapped = np.logical_and.reduce([item.is_swapped for item in found])
    rows.reject(swapped, "times-swapped", columns.TO if columns.TO in rows.columns else columns.TO_TIME)
    return found


def _moments(rows: IncidentRows, what: str, time: str) -> Moments | None:
    days = rows.texts(what)
    if days is None:
        only = rows.texts(time)
        days = rows.texts(columns.FROM) if only is not None else None
        return moments_of(_days_alone(days), only) if days is not None else None
    found = moments_of(days, rows.texts(time))
    rows.reject(found.minute == BAD, "time-unreadable", time if time in rows.columns else what)
    unread = (found.day_first == BAD_DAY) & (found.month_first == BAD_DAY)
    rows.reject(unread, "day-unreadable", what)
    return found


def _days_alone(days: Texts) -> list[str]:
    """Of cells that may hold a time as well, the day."""
    return [text.partition(" ")[0] for text in days]


def _orders(rows: IncidentRows, first: Moments, last: Moments | None) -> tuple[bool, ...]:
    """In which orders the dates can be read, month first or not; both where some rule out the one, some the other."""
    found = [item for item in (first, last) if item is not None]
    never_day, never_month = any(item.never_day_first for item in found), any(item.never_month_first for item in found)
    if never_day and never_month:
        return (False, True)
    if never_day:
        rows.grid.remarks.append("Dates are read with the month first, as one of them can be read in no other way.")
    return (never_day,)


class _Span(NamedTuple):
    """Day, first and last minute of every row, and whether it ends before it begins."""

    day: Numbers
    start: Numbers
    end: Numbers
    is_swapped: Flags


class _Ends(NamedTuple):
    """The last moments, and of which rows the list says in words that the last time is not known."""

    moments: Moments | None
    said_unknown: Flags


def _said_unknown(rows: IncidentRows) -> Flags:
    words = rows.texts(columns.TO_TIME) or rows.texts(columns.TO) or [""] * len(rows.cells)
    known = {text for text in set(words) if text and text.lower() in NOT_SAID}
    return np.fromiter(map(known.__contains__, words), np.bool_, len(words))


def _times(first: Moments, ends: _Ends, *, month_first: bool) -> _Span:
    """When each may have happened; a first time is none where the last is unknown in words, or of another day."""
    day, start = first.day(month_first=month_first), first.at(month_first=month_first)
    last = ends.moments
    if last is None:
        return _Span(day, start, np.full(len(start), NO_TIME), np.zeros(len(start), np.bool_))
    end, until = last.at(month_first=month_first), last.day(month_first=month_first)
    is_open = (end == NO_TIME) & (ends.said_unknown | ((until > NO_DAY) & (until != day)))
    start = np.where(is_open, NO_TIME, start)
    backwards = (start != NO_TIME) & (end != NO_TIME) & (end < start)
    return _Span(day, start, end, backwards | ((day > NO_DAY) & (until > NO_DAY) & (until < day)))


def _spots(rows: IncidentRows) -> Spots:
    pairs = ((columns.EASTING, columns.NORTHING, of_grid), (columns.LONGITUDE, columns.LATITUDE, of_world))
    for one, other, placed in pairs:
        x, y = rows.texts(one), rows.texts(other)
        if x is not None and y is not None:
            found = placed(x, y)
            for number in range(1, len(SPOT_RULES)):
                rows.reject(found.rule == number, SPOT_RULES[number], "")
            return found
    return nowhere(len(rows.cells))


def _offences(rows: IncidentRows) -> list[str]:
    """What each incident is: its code before its words, where the list has both."""
    words, codes = rows.texts(columns.OFFENCE), rows.texts(columns.CODE)
    if words is None or codes is None:
        found = words or codes or []
    else:
        found = [f"{code} {word}".strip() for code, word in zip(codes, words, strict=True)]
    odd = {text for text in set(found) if len(text) > LONGEST or HIDDEN.search(text)}
    if odd:
        rows.reject(np.array([text in odd for text in found]), "words-unreadable", "")
    return found


@dataclass(frozen=True, slots=True)
class _Words:
    words: list[str]
    numbers: Numbers


def _numbered(texts: Texts) -> _Words:
    known: defaultdict[str, int] = defaultdict(count().__next__)
    numbers = np.fromiter(map(known.__getitem__, texts), np.int64, len(texts))
    return _Words([shown(word, LONGEST) for word in known], numbers)


def _packed(column: Numbers, sound: Numbers) -> Wholes:
    return Wholes(column[sound].astype(np.int32).tobytes())


def _packed_times(span: _Span, sound: Numbers) -> IncidentTimes:
    return _packed(span.day, sound), _packed(span.start, sound), _packed(span.end, sound)


def _packed_places(found: Sequence[Numbers], sound: Numbers) -> IncidentPlaces:
    offence, area, east, north, longitude, latitude = (_packed(column, sound) for column in found)
    return offence, area, east, north, longitude, latitude


def _remarks(rows: IncidentRows) -> list[str]:
    known = set(rows.columns.values())
    heading = rows.grid.rows[rows.heading]
    others = [shown(cell.strip()) for at, cell in enumerate(heading) if at not in known and cell.strip()]
    said = [f"Rows that stand twice with the same values count once: {len(rows.dropped):,}."] if rows.dropped else []
    return [*said, *([f"Columns that are not read: {', '.join(others)}."] if others else [])]


def _why(rows: IncidentRows) -> str:
    """The rule that most of them break."""
    return f": a row {RULES[max(rows.rules, key=lambda rule: rows.rules[rule])]}" if rows.rules else ""
