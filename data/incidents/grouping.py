"""Knows into which part of an answer each incident of a list falls: a crime type, an area, a month, or none."""

from collections.abc import Mapping
from functools import cached_property

import numpy as np
from sqlalchemy import Connection, select

from dashboard.domain.incidents.parts import Numbers
from dashboard.domain.street.crime import Level
from dashboard.questions.incidents import HourQuery, SplitBy
from data.incidents.packed import Columns
from data.incidents.standing import Offences
from data.street import places as street_places
from data.tables import incidents as tables

NOT_ASKED = -1  # which is one less than the first group
Pair = tuple[Numbers, Numbers]  # group by the number of an offence, and by that of an area


class Groups:
    """The parts of one question by their keys, numbered as they are met."""

    def __init__(self, connection: Connection, asked: HourQuery) -> None:
        self._connection = connection
        self._asked = asked
        self._of_lists: dict[int, Pair] = {}
        self.keys: dict[str, int] = {}

    def of(self, number: int, month: int, columns: Columns) -> Numbers:
        """The group of every incident of a list's month; NOT_ASKED where it is not asked about."""
        by_offence, by_area = self.of_list(number)
        offence, area = by_offence[columns.offence], by_area[columns.area]
        is_out = (offence == NOT_ASKED) | (area == NOT_ASKED)
        match self._asked.by:
            case SplitBy.TYPE | SplitBy.OFFENCE:
                found = offence
            case SplitBy.AREA:
                found = area
            case SplitBy.MONTH:
                found = np.full(len(offence), self.key(str(month)))
            case SplitBy.NOTHING:
                found = np.full(len(offence), self.key(""))
        return np.where(is_out, NOT_ASKED, found)

    def of_list(self, number: int) -> Pair:
        """The group of every offence and of every area of a list."""
        if number not in self._of_lists:
            self._of_lists[number] = self._by_offence(number), self._by_area(number)
        return self._of_lists[number]

    def key(self, key: str) -> int:
        """The number of a group, a new one where there was none."""
        return self.keys.setdefault(key, len(self.keys))

    def _by_offence(self, number: int) -> Numbers:
        item = tables.incident_offence.c
        query = select(item.words).where(item.list == number).order_by(item.number)
        every = [(words, self._types.crime(words)) for words in self._connection.execute(query).scalars()]
        asked, by = self._asked.crimes, self._asked.by
        split = by in (SplitBy.TYPE, SplitBy.OFFENCE)
        keys = [words if by is SplitBy.OFFENCE else crime for words, crime in every]
        found = [
            self._group(key, not asked or crime in asked, split) for key, (_, crime) in zip(keys, every, strict=True)
        ]
        return np.array(found, np.int64)

    def _by_area(self, number: int) -> Numbers:
        item = tables.incident_area.c
        query = select(item.code).where(item.list == number).order_by(item.number)
        codes = self._connection.execute(query).scalars().all()
        within, split = self._within, self._asked.by is SplitBy.AREA
        found = [self._group(self._inner.get(code, ""), within is None or code in within, split) for code in codes]
        return np.array(found, np.int64)

    def _group(self, key: str, is_asked: bool, is_split: bool) -> int:
        if not is_asked:
            return NOT_ASKED
        return self.key(key) if is_split else 0

    @cached_property
    def _types(self) -> Offences:
        return Offences(self._connection, self._asked.partnership)

    @cached_property
    def _place(self) -> int | None:
        """The place that is asked about, where crime is counted in it."""
        partnership, key = self._asked.partnership, self._asked.area
        root = street_places.root_of(self._connection, partnership)
        found = street_places.named(self._connection, root, partnership, key) if root and key else root
        return found.id if found else None

    @cached_property
    def _within(self) -> frozenset[str] | None:
        """The codes of all that lies in the area that is asked for; None: whatever the lists hold."""
        if not self._asked.area:
            return None
        own = frozenset({f"{self._asked.partnership}/{self._asked.area}"})
        return own if self._place is None else own | street_places.codes_within(self._connection, self._place)

    @cached_property
    def _inner(self) -> Mapping[str, str]:
        """By code the key of the part, one step in, that a place lies in."""
        found: dict[str, str] = {}
        if self._asked.by is not SplitBy.AREA or self._place is None:
            return found
        for child in street_places.inner_places(self._connection, self._place):
            alone = child.level is Level.LSOA
            codes = (child.code,) if alone else street_places.codes_within(self._connection, child.id)
            found |= dict.fromkeys(codes, child.key)
        return found
