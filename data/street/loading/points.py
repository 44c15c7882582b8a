"""Knows the numbers of map points and of the neighbourhoods they lie in; new ones are added."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, func, select

from data.engine import bulk
from data.parcel_rows import PointColumns
from data.sources.geography.coordinates import NOWHERE
from data.tables import street as tables

MOST_POINTS = 300_000  # kept in memory; then they are asked for afresh
CHUNK = 500

Numbers = NDArray[np.int64]
Pair = tuple[str, str]  # code and name of a neighbourhood
Key = tuple[int, int, int, str]  # longitude, latitude, neighbourhood, name


class Points:
    """Numbers for map points and the neighbourhoods they lie in; new ones wait until they are written."""

    def __init__(self, connection: Connection, most: int = MOST_POINTS) -> None:
        self._connection = connection
        self._most = most
        hood = tables.neighbourhood
        self._hoods = {(code, name): int(at) for at, code, name in connection.execute(select(*hood.c))}
        self._pairs = {number: pair for pair, number in self._hoods.items()}
        self._known: dict[Key, int] = {}
        self._next = (connection.execute(select(func.max(tables.map_point.c.id))).scalar() or 0) + 1
        self._held_hoods = len(self._hoods)  # only in these can a point lie that is held already
        self._told = _Told()
        self._new_hoods: list[tuple[int, str, str]] = []
        self._new_points: list[tuple[int | str, ...]] = []

    def pairs(self, hoods: Iterable[int]) -> dict[int, Pair]:
        """Code and name of each of *hoods*."""
        return {hood: self._pairs[hood] for hood in hoods}

    def hear(self, spots: PointColumns, after: int | None) -> Numbers:
        """Number *spots*, columns of longitude, latitude, name, code and name of the neighbourhood.

        Return a row for each that counts may name: neighbourhood, point, whether it is nowhere. Those that come *after*
        so many others of the call stand behind them; with None they are alone.
        """
        self._forget()
        found = self._numbered(spots)
        return found if after is None else self._told.hear(found, after)

    def write(self) -> None:
        """Write the neighbourhoods and points that are new."""
        bulk(self._connection, tables.neighbourhood, self._new_hoods)
        bulk(self._connection, tables.map_point, self._new_points)
        self._new_hoods, self._new_points = [], []

    def _numbered(self, spots: PointColumns) -> Numbers:
        east, north = (np.frombuffer(column, np.int32) for column in spots[:2])
        _, _, names, codes, areas = spots
        inside = self._inside(list(zip(codes, areas, strict=True)))
        keys = list(zip(east.tolist(), north.tolist(), inside, names, strict=True))
        unknown = [key for key in dict.fromkeys(keys) if key not in self._known]
        if self._ask(unknown):
            unknown = [key for key in unknown if key not in self._known]
        self._add(unknown)
        numbers = list(map(self._known.__getitem__, keys))
        found = np.zeros((len(keys), 3), np.int64)
        found[:, 0], found[:, 1] = inside, numbers
        found[:, 2] = (east == NOWHERE[0]) & (north == NOWHERE[1])
        return found

    def _add(self, new: list[Key]) -> None:
        """Number points that were never met."""
        numbers = range(self._next, self._next + len(new))
        self._known.update(zip(new, numbers, strict=True))
        self._new_points += zip(numbers, *zip(*new, strict=True), strict=True) if new else ()
        self._next += len(new)

    def _inside(self, pairs: list[Pair]) -> list[int]:
        """The number of the neighbourhood of each pair of code and name; new ones are added."""
        for pair in dict.fromkeys(pairs):
            if pair not in self._hoods:
                number = self._hoods[pair] = len(self._hoods) + 1
                self._pairs[number] = pair
                self._new_hoods.append((number, *pair))
        return list(map(self._hoods.__getitem__, pairs))

    def _ask(self, keys: list[Key]) -> bool:
        """Read which of *keys* are held already, by their longitude, which leads to them in a table of any size.

        Return whether any can be.
        """
        point = tables.map_point
        wanted = sorted({east for east, _, hood, _ in keys if hood <= self._held_hoods})
        for at in range(0, len(wanted), CHUNK):
            query = select(*point.c).where(point.c.longitude.in_(wanted[at : at + CHUNK]))
            for number, east, north, hood, name in self._connection.execute(query):
                self._known[east, north, hood, name] = number
        return bool(wanted)

    def _forget(self) -> None:
        """Hold no more points than fit; those that are forgotten are asked for when they are told again."""
        if len(self._known) > self._most:
            self.write()
            self._known.clear()
            self._held_hoods = len(self._hoods)


class _Told:
    """The points that were told in a call, in its order."""

    def __init__(self) -> None:
        self._rows: Numbers = np.empty((0, 3), np.int64)  # with room for more

    def hear(self, found: Numbers, after: int) -> Numbers:
        """All rows up to those *found*, which stand after so many others."""
        total = after + len(found)
        if total > len(self._rows):
            room = np.zeros((2 * total, 3), np.int64)
            room[:after] = self._rows[:after]
            self._rows = room
        self._rows[after:total] = found
        return self._rows[:total]
