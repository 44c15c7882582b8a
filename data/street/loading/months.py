"""Knows how a force's month of street-level crime is published: replaced whole, or left when nothing changes."""

from collections import Counter
from collections.abc import Mapping

import numpy as np
from sqlalchemy import Connection, Table, select

from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods.months import month_text
from data.engine import bulk
from data.geography.tree import force_number
from data.parcels import StreetMonth
from data.street.loading.held_months import HeldMonths
from data.street.loading.points import MOST_POINTS, Numbers, Points
from data.street.loading.roll_up import Gathering
from data.street.loading.settling import Settling
from data.street.loading.sums import summed
from data.tables import documents as published
from data.tables import street as tables


class Streets:
    """Writes the parcels of one call into the tables and rolls them up, unless every month will be *rolled_later*."""

    def __init__(self, connection: Connection, most_points: int = MOST_POINTS) -> None:
        self._connection = connection
        self.touched: set[tuple[int, int]] = set()  # (force, month)
        self.rolled_later = False
        self._files: dict[tuple[int, int], str] = {}  # the file of this call that holds a force and month
        self._forces: dict[str, int] = {}
        types = connection.execute(select(published.crime_type.c.name, published.crime_type.c.number))
        self._types = {name: int(number) for name, number in types}
        self._outcomes = _Names(connection, tables.outcome)
        self._points = Points(connection, most_points)
        self._settling = Settling(connection)
        self._held = HeldMonths(connection)
        self._gathering = Gathering(connection)

    def keep(self, arrival: int, file: str) -> None:
        """Note that *file* was handed in again and that its months, loaded as *arrival*, stay as they are."""
        held = tables.force_month.c
        for force, month in self._connection.execute(select(held.force, held.month).where(held.arrival == arrival)):
            self._files[force, month] = file

    def hear(self, parcel: StreetMonth) -> None:
        """Take from a month that is not written the points that later ones name."""
        self._points.hear(parcel.points, parcel.after)

    def write(self, parcel: StreetMonth, arrival: int, file: str) -> list[str]:
        """Publish one force-month, of the file that is called *file*; return what has to be said about it.

        What is published waits until it is rolled up. Raises RefusedFile when another file of the same call has other
        figures for it.
        """
        key = force, month = self._force(parcel.force), parcel.month
        rows, nowhere = self._rows(parcel, key)
        before, label = self._held.rows(force, month), f"{parcel.force} {month_text(month)}"
        other = self._files.setdefault(key, file)
        if before is not None and np.array_equal(before, rows):
            return [f"{label}: the same figures as {'published' if other == file else other}; nothing changes."]
        if other != file:
            raise RefusedFile(f"{other} and {file} have different figures for {label}: load only one of them.")
        said = [f"{label}: {_difference(before, rows, self._types)}"] if before is not None else []
        total = int(rows[:, -1].sum())
        self._held.replace(rows, (force, month, arrival, total, nowhere, parcel.file, " ".join(said)))
        self._gathering.add(force, month, rows[:, [2, 4, 5, 6]], replacing=before is not None)
        self.touched.add(key)
        if self._gathering.is_full:
            self.roll_up()
        return said

    def roll_up(self) -> None:
        """Write what waits, and the counts of every place for its months unless all are rolled up later."""
        self._points.write()
        self._settling.write(self._points)
        if self.rolled_later:
            self._gathering.forget()
            self._held.write()
        else:
            self._gathering.write(beside=self._held.write)

    def _force(self, name: str) -> int:
        if name not in self._forces:
            self._forces[name] = force_number(self._connection, name)
        return self._forces[name]

    def _rows(self, parcel: StreetMonth, key: tuple[int, int]) -> tuple[Numbers, int]:
        """The rows of point_count in the order of its key, and how many incidents are nowhere.

        A row is force, month, neighbourhood, point, type, outcome, n.
        """
        points = self._points.hear(parcel.points, parcel.after)
        point, kind, outcome, n = (np.frombuffer(column, np.int32) for column in parcel.counts)
        types = np.array([self._types[name] for name in parcel.types])
        outcomes = np.array(self._outcomes.numbers(parcel.outcomes))
        whole = np.empty((len(tables.point_count.c), len(n)), np.int64).T  # column by column, as it is worked on
        whole[:, :2], whole[:, 2:4] = key, points[point, :2]
        whole[:, 4], whole[:, 5], whole[:, 6] = types[kind], outcomes[outcome], n
        self._settling.add(key[0], np.unique(whole[:, 2]).tolist())
        return summed(whole), int(n[points[point, 2] > 0].sum())


def _difference(before: Numbers, now: Numbers, types: Mapping[str, int]) -> str:
    """What a later download changed: the total, and the crime types that moved most."""
    names = {number: name for name, number in types.items()}
    moved: Counter[int] = Counter()
    for sign, rows in ((-1, before), (1, now)):
        for kind, n in rows[:, [4, -1]].tolist():
            moved[kind] += sign * n
    most = sorted(moved.items(), key=lambda item: -abs(item[1]))[:3]
    parts = [f"{names[kind]} {_signed(n)}" for kind, n in most if n]
    if not parts:
        return "replaced; the same counts, other places or outcomes."
    return f"replaced; {_signed(moved.total())} incidents ({', '.join(parts)})."


def _signed(number: int) -> str:
    return f"{number:+,}".replace("-", "−")


class _Names:
    """Numbers for words that only grow."""

    def __init__(self, connection: Connection, table: Table) -> None:
        self._connection = connection
        self._table = table
        self._known = {name: int(number) for number, name in connection.execute(select(table.c.id, table.c.name))}

    def numbers(self, names: list[str]) -> list[int]:
        new = [name for name in names if name not in self._known]
        for name in new:
            self._known[name] = len(self._known) + 1
        bulk(self._connection, self._table, [(self._known[name], name) for name in new])
        return [self._known[name] for name in names]
