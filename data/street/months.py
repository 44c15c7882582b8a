"""Knows how a force's month of street-level crime is published: replaced whole, or left when nothing changes."""

from collections import Counter
from collections.abc import Mapping

import numpy as np
from sqlalchemy import Connection, Table, delete, select

from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods.calendar import month_text
from data.engine import bulk, bulk_numbers
from data.geography.tree import force_number
from data.parcels import StreetMonth
from data.sources.geography.coordinates import NOWHERE
from data.street.leaves import Leaves
from data.street.points import MOST_POINTS, Numbers, Points
from data.street.roll_up import Gathering
from data.tables import documents as published
from data.tables import street as tables


class Streets:
    """Writes the parcels of one call into the tables and rolls them up, unless every month will be *rolled_later*."""

    def __init__(self, connection: Connection, most_points: int = MOST_POINTS) -> None:
        self._connection = connection
        self.touched: set[tuple[int, int]] = set()  # (force, month)
        self.rolled_later = False
        self._files: dict[tuple[int, int], str] = {}  # the file of this call that holds a force and month
        types = connection.execute(select(published.crime_type.c.name, published.crime_type.c.number))
        self._types = {name: int(number) for name, number in types}
        self._outcomes = _Names(connection, tables.outcome)
        self._points = Points(connection, most_points)
        self._settled: dict[int, set[int]] = {}
        self._leaves: dict[int, Leaves] = {}
        self._gathering = Gathering(connection)

    def keep(self, arrival: int, file: str) -> None:
        """Note that *file* was handed in again and that its months, loaded as *arrival*, stay as they are."""
        held = tables.force_month.c
        for force, month in self._connection.execute(select(held.force, held.month).where(held.arrival == arrival)):
            self._files[force, month] = file

    def write(self, parcel: StreetMonth, arrival: int, file: str) -> list[str]:
        """Publish one force-month, of the file that is called *file*; return what has to be said about it.

        Raises RefusedFile when another file of the same call has other figures for it.
        """
        force, month = force_number(self._connection, parcel.force), parcel.month
        counts = np.array(parcel.counts)
        rows = self._rows(parcel, counts, force, month)
        before, label = self._published(force, month), f"{parcel.force} {month_text(month)}"
        other = self._files.setdefault((force, month), file)
        if before is not None and np.array_equal(before, rows):
            return [f"{label}: the same figures as {'published' if other == file else other}; nothing changes."]
        if other != file:
            raise RefusedFile(f"{other} and {file} have different figures for {label}: load only one of them.")
        said = [f"{label}: {_difference(before, rows, self._types)}"] if before is not None else []
        self._replace(force, month, rows, existed=before is not None)
        row = (force, month, arrival, int(counts[-1].sum()), _nowhere(parcel, counts), parcel.file, " ".join(said))
        self._remember(row, existed=before is not None)
        self.touched.add((force, month))
        return said

    def roll_up(self) -> None:
        """Write the counts of every place for the months that were written, unless all are rolled up later."""
        if not self.rolled_later:
            self._gathering.write()

    def _rows(self, parcel: StreetMonth, counts: Numbers, force: int, month: int) -> Numbers:
        """The rows of point_count in the order of its key: force, month, neighbourhood, point, type, outcome, n."""
        hoods, places = self._points.numbers(parcel.points)
        self._settle(force, hoods)
        types = np.array([self._types[name] for name in parcel.types])
        outcomes = np.array(self._outcomes.numbers(parcel.outcomes))
        point, kind, outcome, n = counts
        keys = (*places[point].T, types[kind], outcomes[outcome])
        whole = np.column_stack((np.full_like(n, force), np.full_like(n, month), *keys, n))
        return whole[np.lexsort(keys[::-1])]

    def _settle(self, force: int, hoods: Mapping[int, tuple[str, str]]) -> None:
        """Every neighbourhood of the parcel has its leaf in this force."""
        if force not in self._settled:
            query = select(tables.leaf_of.c.neighbourhood).where(tables.leaf_of.c.force == force)
            self._settled[force] = set(self._connection.execute(query).scalars())
        new = {number: pair for number, pair in hoods.items() if number not in self._settled[force]}
        if new:
            self._leaves_of(force).settle(new)
            self._settled[force] |= set(new)

    def _leaves_of(self, force: int) -> Leaves:
        """The tree is read once for each force; when areas are loaded in the same call, each time."""
        if self.rolled_later or force not in self._leaves:
            self._leaves[force] = Leaves(self._connection, force)
        return self._leaves[force]

    def _published(self, force: int, month: int) -> Numbers | None:
        held = tables.force_month.c
        query = select(held.month).where(held.force == force, held.month == month)
        if self._connection.execute(query).scalar() is None:
            return None
        count = tables.point_count
        found = select(*count.c).where(count.c.force == force, count.c.month == month)
        rows = self._connection.execute(found.order_by(*count.primary_key)).all()
        return np.array(list(map(tuple, rows))).reshape(-1, len(count.c))

    def _replace(self, force: int, month: int, rows: Numbers, *, existed: bool) -> None:
        count = tables.point_count
        if existed:
            self._connection.execute(delete(count).where(count.c.force == force, count.c.month == month))
        bulk_numbers(self._connection, count, rows)
        self._gathering.add(force, month, rows[:, [2, 4, 6]], replacing=existed)
        if self._gathering.is_full:
            self.roll_up()

    def _remember(self, row: tuple[object, ...], *, existed: bool) -> None:
        held = tables.force_month
        if existed:
            self._connection.execute(delete(held).where(held.c.force == row[0], held.c.month == row[1]))
        bulk(self._connection, held, [row])


def _nowhere(parcel: StreetMonth, counts: Numbers) -> int:
    """How many rows of the parcel have no location."""
    longitudes, latitudes, *_ = map(np.array, parcel.points)
    nowhere = np.flatnonzero((longitudes == NOWHERE[0]) & (latitudes == NOWHERE[1]))
    return int(counts[-1][np.isin(counts[0], nowhere)].sum())


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
