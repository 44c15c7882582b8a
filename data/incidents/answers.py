"""Knows how to answer questions on incident lists: the months of a view are added up in columns."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

import numpy as np
from sqlalchemy import Connection, Engine, func, select

from dashboard.domain.incidents.following import Following, following, points_of
from dashboard.domain.incidents.hours import Hours, hours_of
from dashboard.domain.incidents.lists import IncidentList, standing_for
from dashboard.domain.incidents.parts import Numbers, Parts, long_spans, timed
from dashboard.domain.incidents.week import CELLS
from dashboard.questions.incidents import HourPart, HourQuery, OffenceType
from data.incidents.grouping import NOT_ASKED, Groups
from data.incidents.packed import Columns, unpacked, unpacked_parts
from data.incidents.repeats_shown import are_repeats_shown
from data.incidents.standing import Offences, lists_of, months_standing
from data.kept import Kept
from data.tables import incidents as tables


class AnswersIncidents:
    """The part of a store that answers of incident lists."""

    _engine: Engine
    _kept: Kept
    _day: date | None

    def incident_lists(self, partnership: str) -> tuple[IncidentList, ...]:
        """Every list, those that are withdrawn too, the oldest first."""
        return self._kept.get(("lists", partnership), lambda: self._lists(partnership))

    def _lists(self, partnership: str) -> tuple[IncidentList, ...]:
        with self._engine.connect() as connection:
            return lists_of(connection, partnership, self._day)

    def incident_months(self) -> Mapping[str, tuple[int, int]]:
        """The first and the last month of the lists that stand, by partnership."""
        with self._engine.connect() as connection:
            return months_standing(connection, self._day)

    def offence_types(self, partnership: str) -> tuple[OffenceType, ...]:
        """The offences of the lists that stand, the most frequent first, with what each is told as."""
        standing = [item.number for item in self.incident_lists(partnership) if item.is_standing]
        item = tables.incident_offence.c
        query = select(item.words, func.sum(item.rows)).where(item.list.in_(standing)).group_by(item.words)
        with self._engine.connect() as connection:
            types = Offences(connection, partnership)
            found = [(words, int(n)) for words, n in connection.execute(query)]
        ranked = sorted(found, key=lambda item: (-item[1], item[0]))
        told = ((words, n, types.told(words)) for words, n in ranked)
        return tuple(OffenceType(words, crime, n, telling) for words, n, (crime, telling) in told)

    def shows_repeats(self, partnership: str) -> bool:
        """Whether nobody who administers the partnership turned its repeats off."""

        def found() -> bool:
            with self._engine.connect() as connection:
                return are_repeats_shown(connection, partnership)

        return self._kept.get(("repeats shown", partnership), found)

    def incident_hours(self, asked: HourQuery) -> tuple[HourPart, ...]:
        """The hours of what is asked for, or of each part of it; parts without an incident are left out."""
        with self._engine.connect() as connection:
            return tuple(_Asked(connection, asked, self.incident_lists(asked.partnership)).parts())

    def incident_following(self, asked: HourQuery, times: int) -> Following:
        """How the incidents that are asked for follow each other, their days dealt out so many *times*."""
        with self._engine.connect() as connection:
            found = list(_Asked(connection, asked, self.incident_lists(asked.partnership)).chosen())
        days = np.concatenate([columns.day for columns in found]) if found else np.empty(0, np.int64)
        return following(days, points_of([item.easting for item in found], [item.northing for item in found]), times)


class _Asked:
    """One question, answered on one connection."""

    def __init__(self, connection: Connection, asked: HourQuery, lists: Sequence[IncidentList]) -> None:
        self._connection = connection
        self._asked = asked
        self._lists = lists
        self._groups = Groups(connection, asked)

    def parts(self) -> Iterator[HourPart]:
        found = [self._counted(*month) for month in self._months()]
        groups = len(self._groups.keys)
        cells, kinds = np.zeros((groups, CELLS), np.int64), np.zeros((groups, 3), np.int64)
        for part_cells, part_kinds in found:
            cells[: len(part_cells)] += part_cells
            kinds[: len(part_kinds)] += part_kinds
        for key, at in self._groups.keys.items():
            if kinds[at].sum():
                yield HourPart(key, self._hours(cells[at], kinds[at]))

    @staticmethod
    def _hours(cells: Numbers, kinds: Numbers) -> Hours:
        known, unknown, wide = map(int, kinds)
        return hours_of([int(weight) for weight in cells], known, unknown, wide)

    def chosen(self) -> Iterator[Columns]:
        """The incidents that are asked for, month by month."""
        for number, month, incidents, _ in self._months():
            columns = unpacked(incidents)
            yield columns.of(np.flatnonzero(self._groups.of(number, month, columns) != NOT_ASKED))

    def _months(self) -> Iterator[tuple[int, int, bytes, bytes]]:
        """List, month and columns of what counts in the months that are asked for."""
        item = tables.incident_month.c
        wanted: list[tuple[int, int]] = []
        for month in range(self._asked.first, self._asked.last + 1):
            wanted += [(found.number, month) for found in standing_for(month, self._lists)]
        for number, months in groupby(sorted(wanted), key=lambda pair: pair[0]):
            query = select(item.list, item.month, item.incidents, item.parts)
            here = query.where(item.list == number, item.month.in_([month for _, month in months]))
            yield from map(tuple, self._connection.execute(here))

    def _counted(self, number: int, month: int, incidents: bytes, pieces: bytes) -> tuple[Numbers, Numbers]:
        """Millionths by group and hour, and incidents by group: with an hour, without a time, spread too wide."""
        columns, parts = unpacked(incidents), unpacked_parts(pieces)
        group = self._groups.of(number, month, columns)
        size = len(self._groups.keys)
        return _cells(parts, group, size), _kinds(columns, group, size)


def _cells(parts: Parts, group: Numbers, size: int) -> Numbers:
    of = group[parts.incident] + 1  # those that are not asked about are group 0
    found = np.bincount(of * CELLS + parts.cell, parts.weight, (size + 1) * CELLS)
    return np.rint(found[CELLS:]).astype(np.int64).reshape(size, CELLS)


def _kinds(columns: Columns, group: Numbers, size: int) -> Numbers:
    long = long_spans(columns.start, columns.end)
    kind = np.where(timed(columns.start, columns.end), 0, np.where(long, 2, 1))
    found = np.bincount((group + 1) * 3 + kind, minlength=(size + 1) * 3)
    return found[3:].reshape(size, 3).astype(np.int64)
