"""Knows how a force's month of street-level crime is published: replaced whole, or left when nothing changes."""

from collections import Counter
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, Table, delete, func, select

from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods.calendar import month_text
from data.engine import bulk
from data.geography.tree import force_number
from data.parcels import StreetMonth
from data.sources.geography.coordinates import NOWHERE
from data.street.leaves import Leaves
from data.street.roll_up import Rolling
from data.tables import documents as published
from data.tables import street as tables

MOST_POINTS = 300_000  # kept in memory; then they are asked for afresh
CHUNK = 500

Row = tuple[int, int, int, int, int, int, int]  # force, month, neighbourhood, point, crime type, outcome, n


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
        self._points = _Points(connection, most_points)
        self._settled: dict[int, set[int]] = {}
        self._rolling: dict[int, Rolling] = {}

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
        rows = self._rows(parcel, force, month)
        before, label = self._published(force, month), f"{parcel.force} {month_text(month)}"
        other = self._files.setdefault((force, month), file)
        if before == rows:
            return [f"{label}: the same figures as {'published' if other == file else other}; nothing changes."]
        if other != file:
            raise RefusedFile(f"{other} and {file} have different figures for {label}: load only one of them.")
        said = [f"{label}: {_difference(before, rows, self._types)}"] if before is not None else []
        self._replace(force, month, rows, existed=before is not None)
        self._remember(parcel, (force, month, arrival), said)
        self.touched.add((force, month))
        return said

    def _rows(self, parcel: StreetMonth, force: int, month: int) -> list[Row]:
        """The rows of point_count in the order of its key."""
        hoods, points = self._points.numbers(parcel.points)
        self._settle(force, hoods)
        types = [self._types[name] for name in parcel.types]
        outcomes = self._outcomes.numbers(parcel.outcomes)
        rows = [
            (force, month, *points[point], types[kind], outcomes[outcome], n)
            for point, kind, outcome, n in parcel.counts
        ]
        rows.sort()
        return rows

    def _settle(self, force: int, hoods: Mapping[int, tuple[str, str]]) -> None:
        """Every neighbourhood of the parcel has its leaf in this force."""
        if force not in self._settled:
            query = select(tables.leaf_of.c.neighbourhood).where(tables.leaf_of.c.force == force)
            self._settled[force] = set(self._connection.execute(query).scalars())
        new = {number: pair for number, pair in hoods.items() if number not in self._settled[force]}
        if new:
            Leaves(self._connection, force).settle(new)
            self._settled[force] |= set(new)
            self._rolling.pop(force, None)

    def _published(self, force: int, month: int) -> list[Row] | None:
        held = tables.force_month.c
        query = select(held.month).where(held.force == force, held.month == month)
        if self._connection.execute(query).scalar() is None:
            return None
        count = tables.point_count
        found = select(*count.c).where(count.c.force == force, count.c.month == month)
        return sorted(map(tuple, self._connection.execute(found)))

    def _replace(self, force: int, month: int, rows: list[Row], *, existed: bool) -> None:
        count = tables.point_count
        if existed:
            self._connection.execute(delete(count).where(count.c.force == force, count.c.month == month))
        bulk(self._connection, count, rows)
        if not self.rolled_later:
            if force not in self._rolling:
                self._rolling[force] = Rolling(self._connection, force)
            counts = ((hood, kind, n) for _, _, hood, _, kind, _, n in rows)
            self._rolling[force].month(month, counts, replacing=existed)

    def _remember(self, parcel: StreetMonth, key: tuple[int, int, int], said: list[str]) -> None:
        force, month, arrival = key
        held = tables.force_month
        nowhere = {at for at, spot in enumerate(parcel.points) if spot[:2] == NOWHERE}
        without = sum(n for point, _, _, n in parcel.counts if point in nowhere)
        total = sum(count[-1] for count in parcel.counts)
        self._connection.execute(delete(held).where(held.c.force == force, held.c.month == month))
        row = (force, month, arrival, total, without, parcel.file, " ".join(said))
        bulk(self._connection, held, [row])


def _difference(before: list[Row] | None, now: list[Row], types: Mapping[str, int]) -> str:
    """What a later download changed: the total, and the crime types that moved most."""
    names = {number: name for name, number in types.items()}
    moved: Counter[int] = Counter()
    for sign, rows in ((-1, before or []), (1, now)):
        for row in rows:
            moved[row[4]] += sign * row[-1]
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


class _Points:
    """Numbers for map points and the neighbourhoods they lie in."""

    def __init__(self, connection: Connection, most: int) -> None:
        self._connection = connection
        self._most = most
        hood = tables.neighbourhood
        self._hoods = {(code, name): int(at) for at, code, name in connection.execute(select(*hood.c))}
        self._known: dict[tuple[int, int, int, str], int] = {}
        self._asked: set[int] = set()
        self._next = (connection.execute(select(func.max(tables.map_point.c.id))).scalar() or 0) + 1

    def numbers(
        self, spots: list[tuple[int, int, str, str, str]]
    ) -> tuple[dict[int, tuple[str, str]], list[tuple[int, int]]]:
        """Return the neighbourhoods of *spots* by number, and (neighbourhood, point) for each spot in order."""
        pairs = [(code, area) for _, _, _, code, area in spots]
        hoods = self._numbered(dict.fromkeys(pairs))
        if len(self._known) > self._most:
            self._known.clear()
            self._asked.clear()
        self._ask(set(hoods) - self._asked)
        keys = [(spot[0], spot[1], self._hoods[pair], spot[2]) for spot, pair in zip(spots, pairs, strict=True)]
        new = [key for key in dict.fromkeys(keys) if key not in self._known]
        self._known.update(zip(new, range(self._next, self._next + len(new)), strict=True))
        bulk(self._connection, tables.map_point, [(at, *key) for at, key in enumerate(new, self._next)])
        self._next += len(new)
        return hoods, [(key[2], self._known[key]) for key in keys]

    def _numbered(self, pairs: Iterable[tuple[str, str]]) -> dict[int, tuple[str, str]]:
        """The number of each neighbourhood, code and name; new ones are added."""
        new = [pair for pair in pairs if pair not in self._hoods]
        self._hoods.update(zip(new, range(len(self._hoods) + 1, len(self._hoods) + len(new) + 1), strict=True))
        bulk(self._connection, tables.neighbourhood, [(self._hoods[pair], *pair) for pair in new])
        return {self._hoods[pair]: pair for pair in pairs}

    def _ask(self, hoods: set[int]) -> None:
        """Read the points of neighbourhoods not met before in this call."""
        self._asked |= hoods
        point, wanted = tables.map_point, sorted(hoods)
        for at in range(0, len(wanted), CHUNK):
            query = select(*point.c).where(point.c.neighbourhood.in_(wanted[at : at + CHUNK]))
            for number, longitude, latitude, hood, name in self._connection.execute(query):
                self._known[longitude, latitude, hood, name] = number
