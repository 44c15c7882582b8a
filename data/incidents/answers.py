"""Knows how to answer questions on incident lists: the months of a view are added up in columns."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter

import numpy as np
from sqlalchemy import Connection, Engine, func, select

from dashboard.domain.incidents.following import Following, following, points_of
from dashboard.domain.incidents.hours import Hours, hours_of
from dashboard.domain.incidents.lists import IncidentList, standing_for
from dashboard.domain.incidents.parts import Numbers
from dashboard.domain.incidents.week import CELLS
from dashboard.questions.incidents import HourPart, HourQuery, OffenceType
from data.hour_sums import BINS
from data.incidents.adding import Adding
from data.incidents.grouping import NOT_ASKED, Groups
from data.incidents.packed import Columns, unpacked
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
        adding = Adding(self._connection, self._asked.by, self._groups)
        lists = {item.number: item for item in self._lists}
        found = [adding.added(lists[number], months) for number, months in self._by_list()]
        bins = np.zeros((len(self._groups.keys), BINS), np.int64)
        for part in found:
            bins[: len(part)] += part
        for key, at in self._groups.keys.items():
            if bins[at, CELLS:].any():
                yield HourPart(key, self._hours(bins[at]))

    @staticmethod
    def _hours(bins: Numbers) -> Hours:
        weights = bins.tolist()
        known, unknown, wide = weights[CELLS:]
        return hours_of(weights[:CELLS], known, unknown, wide)

    def chosen(self) -> Iterator[Columns]:
        """The incidents that are asked for, month by month."""
        for number, month, incidents in self._months():
            columns = unpacked(incidents)
            yield columns.of(np.flatnonzero(self._groups.of(number, month, columns) != NOT_ASKED))

    def _by_list(self) -> Iterator[tuple[int, list[int]]]:
        """The lists that count in the months that are asked for, each with its months."""
        wanted: list[tuple[int, int]] = []
        for month in range(self._asked.first, self._asked.last + 1):
            wanted += [(found.number, month) for found in standing_for(month, self._lists)]
        for number, months in groupby(sorted(wanted), key=itemgetter(0)):
            yield number, [month for _, month in months]

    def _months(self) -> Iterator[tuple[int, int, bytes]]:
        """List, month and columns of what counts in the months that are asked for."""
        item = tables.incident_month.c
        for number, months in self._by_list():
            query = select(item.list, item.month, item.incidents)
            here = query.where(item.list == number, item.month.in_(months))
            yield from map(tuple, self._connection.execute(here))
