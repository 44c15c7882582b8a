"""Knows how the sums of incident lists are kept, and added up for a question: of two ways the one that reads less."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from sqlalchemy import Connection, insert, select

from dashboard.domain.incidents.lists import IncidentList
from dashboard.domain.incidents.parts import Numbers
from dashboard.questions.incidents import SplitBy
from data.hour_sums import BINS, YEAR, HourSums, Row, Split, unpacked_sums
from data.incidents.grouping import NOT_ASKED, Groups
from data.tables.incidents import incident_sum

AT_ONCE = 500  # rows asked for, or written
BY_TIME = (Split.OFFENCES, Split.AREAS)
BY_OFFENCE = (Split.OFFENCES, Split.OF_AREA)  # whose sums are split by offence


def write_sums(connection: Connection, number: int, rows: Iterable[Row]) -> None:
    """Keep the sums of a list."""
    values = [{"list": number, "split": int(split), "number": of, "sums": kept} for split, of, kept in rows]
    for at in range(0, len(values), AT_ONCE):
        connection.execute(insert(incident_sum), values[at : at + AT_ONCE])


class Adding:
    """The sums of one question."""

    def __init__(self, connection: Connection, by: SplitBy, groups: Groups) -> None:
        self._connection = connection
        self._by = by
        self._groups = groups

    def added(self, item: IncidentList, months: Sequence[int]) -> Numbers:
        """By group the millionths in each hour of the week, and the incidents of each kind, in *months* of a list."""
        offences, areas = self._groups.of_list(item.number)
        split = self._split(offences, areas)
        here, beside = (offences, areas) if split in BY_OFFENCE else (areas, offences)
        numbers = self._blocks(item, months) if split in BY_TIME else np.flatnonzero(beside != NOT_ASKED).tolist()
        by_month = self._by_month(item, months)
        found = list(self._kept(item.number, split, numbers))
        size = len(self._groups.keys)
        if not found:
            return np.zeros((size, BINS), np.int64)
        sums, counts = unpacked_sums(kept for _, kept in found)
        group = here[sums.other]
        if split not in BY_TIME and (by_month == NOT_ASKED).any():
            group[by_month[sums.month - np.int64(item.first)] == NOT_ASKED] = NOT_ASKED
        if self._by is SplitBy.MONTH:
            group = np.where(group == NOT_ASKED, NOT_ASKED, by_month[sums.month - np.int64(item.first)])
        elif split not in BY_TIME and self._is_beside(split):
            rows = beside[[number for number, _ in found]]
            group = np.where(group == NOT_ASKED, NOT_ASKED, np.repeat(rows, counts))
        return _binned(sums, group, size)

    def _split(self, offences: Numbers, areas: Numbers) -> Split:
        """The sums that hold what is asked for, and of these the ones of which the smaller part is read."""
        some_offences, some_areas = offences != NOT_ASKED, areas != NOT_ASKED
        if some_areas.all() and self._by is not SplitBy.AREA:
            return Split.OFFENCES
        if some_offences.all() and self._by not in (SplitBy.TYPE, SplitBy.OFFENCE):
            return Split.AREAS
        return Split.OF_AREA if some_areas.mean() <= some_offences.mean() else Split.OF_OFFENCE

    def _is_beside(self, split: Split) -> bool:
        """Whether the parts of the answer are what each row is of."""
        return self._by is SplitBy.AREA if split in BY_OFFENCE else self._by in (SplitBy.TYPE, SplitBy.OFFENCE)

    def _blocks(self, item: IncidentList, months: Sequence[int]) -> list[int]:
        """Years that are asked for whole, as far as the list has them, and single months."""
        if self._by is SplitBy.MONTH:
            return list(months)
        asked, found = set(months), list[int]()
        for year in range(item.first // YEAR, item.last // YEAR + 1):
            there = range(max(item.first, year * YEAR), min(item.last, year * YEAR + YEAR - 1) + 1)
            found += [-year] if asked.issuperset(there) else asked.intersection(there)
        return found

    def _by_month(self, item: IncidentList, months: Sequence[int]) -> Numbers:
        """By month of the list from its first one on: its group, or whether it is asked for."""
        found = np.full(item.last - item.first + 1, NOT_ASKED, np.int64)
        for month in months:
            found[month - item.first] = self._groups.key(str(month)) if self._by is SplitBy.MONTH else 0
        if self._by is SplitBy.NOTHING:
            self._groups.key("")
        return found

    def _kept(self, number: int, split: Split, numbers: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        item = incident_sum.c
        query = select(item.number, item.sums).where(item.list == number, item.split == int(split))
        for at in range(0, len(numbers), AT_ONCE):
            yield from map(tuple, self._connection.execute(query.where(item.number.in_(numbers[at : at + AT_ONCE]))))


def _binned(sums: HourSums, group: Numbers, size: int) -> Numbers:
    of = (group + 1) * BINS  # those that are not asked about are group 0
    of += sums.bin
    found = np.bincount(of, sums.weight, (size + 1) * BINS)
    return np.rint(found[BINS:]).astype(np.int64).reshape(size, BINS)
