"""Knows what a store answers of meetings: their records, the decisions with their course, and notes on figures."""

import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from sqlalchemy import Connection, Engine, Row, func, select

from dashboard.domain.meetings.decisions import MeetingDecision
from dashboard.domain.meetings.entries import EntryKind, MeetingEntry, decisions_of, meetings_of
from dashboard.domain.meetings.notes import FigureNote
from dashboard.domain.meetings.record import MeetingRecord
from data.schema import Found
from data.tables.meetings import figure_note, meeting_entry

R = TypeVar("R")
OF_DECISIONS = frozenset({EntryKind.DECISION, EntryKind.STEP})
OF_MEETINGS = frozenset(EntryKind) - OF_DECISIONS - {EntryKind.REDACTION}


class AnswersMeetings:
    """Part of a store: answers from its engine, as of its day."""

    _engine: Engine
    _day: date | None

    def meeting_records(self, partnership: str) -> tuple[MeetingRecord, ...]:
        return self._made(partnership, OF_MEETINGS, meetings_of)

    def meeting_decisions(self, partnership: str) -> tuple[MeetingDecision, ...]:
        return self._made(partnership, OF_DECISIONS, decisions_of)

    def _made(self, partnership: str, kinds: frozenset[EntryKind], make: Callable[[list[MeetingEntry]], R]) -> R:
        """What the rows of a partnership make; made once until there is another row."""
        memory: dict[object, tuple[int, R]] = self.__dict__.setdefault("_met", {})
        newest = self._newest(partnership)
        if (partnership, kinds) not in memory or memory[partnership, kinds][0] != newest:
            memory[partnership, kinds] = newest, make(self._entries(partnership, kinds))
        return memory[partnership, kinds][1]

    def _newest(self, partnership: str) -> int:
        query = select(func.max(meeting_entry.c.id)).where(meeting_entry.c.partnership == partnership)
        with self._engine.connect() as connection:
            return int(connection.execute(query).scalar() or 0)

    def figure_notes(self, partnership: str) -> tuple[FigureNote, ...]:
        item = figure_note.c
        query = select(figure_note).where(item.partnership == partnership).order_by(item.id)
        if self._day is not None:
            query = query.where(item.moment < end_of(self._day))
        with self._engine.connect() as connection:
            return notes_of(connection.execute(query))

    def _entries(self, partnership: str, kinds: Iterable[EntryKind]) -> list[MeetingEntry]:
        with self._engine.connect() as connection:
            return entries(connection, partnership, kinds, self._day)


def end_of(day: date) -> str:
    """A text after every moment of *day*, whose time begins with T."""
    return f"{day.isoformat()}U"


def entries(
    connection: Connection, partnership: str, kinds: Iterable[EntryKind] = EntryKind, day: date | None = None
) -> list[MeetingEntry]:
    """The rows of a partnership of these *kinds*, the oldest first."""
    item = meeting_entry.c
    query = select(meeting_entry).where(item.partnership == partnership, item.kind.in_(sorted(kinds))).order_by(item.id)
    if day is not None:
        query = query.where(item.moment < end_of(day))
    return list(map(entry_of, connection.execute(query)))


def entry_of(row: Found) -> MeetingEntry:
    kind, fields = EntryKind(row.kind), json.loads(row.fields)
    return MeetingEntry(row.id, row.meeting, row.partnership, kind, row.about, fields, row.who, row.moment)


def notes_of(rows: Iterable[Row[tuple[object, ...]]]) -> tuple[FigureNote, ...]:
    """The notes that *rows* make, in the order of their numbers: the newest words of each that was not taken back."""
    found: dict[int, list[Found]] = {}
    for row in rows:
        found.setdefault(row.about or row.id, []).append(row)
    return tuple(_note(versions) for versions in found.values() if not versions[-1].gone)


def _note(versions: list[Found]) -> FigureNote:
    first, newest = versions[0], versions[-1]
    return FigureNote(
        number=first.id,
        partnership=first.partnership,
        indicator=first.indicator,
        area=first.area,
        period=first.period,
        words=newest.words,
        who=newest.who,
        moment=newest.moment,
        meeting=first.meeting,
        version=newest.id,
        earlier=tuple((row.words, row.who, row.moment) for row in versions[:-1]),
    )
