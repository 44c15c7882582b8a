"""Knows the numbers of map points and of the neighbourhoods they lie in; new ones are added."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, func, select

from data.engine import bulk
from data.parcel_rows import PointColumns
from data.tables import street as tables

MOST_POINTS = 300_000  # kept in memory; then they are asked for afresh
CHUNK = 500

Numbers = NDArray[np.int64]
Pair = tuple[str, str]  # code and name of a neighbourhood
Key = tuple[int, int, int, str]  # longitude, latitude, neighbourhood, name


class Points:
    """Numbers for map points and the neighbourhoods they lie in."""

    def __init__(self, connection: Connection, most: int = MOST_POINTS) -> None:
        self._connection = connection
        self._most = most
        hood = tables.neighbourhood
        self._hoods = {(code, name): int(at) for at, code, name in connection.execute(select(*hood.c))}
        self._known: dict[Key, int] = {}
        self._asked: set[int] = set()
        self._next = (connection.execute(select(func.max(tables.map_point.c.id))).scalar() or 0) + 1

    def numbers(self, spots: PointColumns) -> tuple[dict[int, Pair], Numbers]:
        """Return the neighbourhoods of *spots* by number, and neighbourhood and point of each spot, a row each.

        *spots* are columns: longitude, latitude, name, code and name of the neighbourhood.
        """
        longitudes, latitudes, names, codes, areas = spots
        pairs = list(zip(codes, areas, strict=True))
        hoods = self._numbered(dict.fromkeys(pairs))
        if len(self._known) > self._most:
            self._known.clear()
            self._asked.clear()
        self._ask(set(hoods) - self._asked)
        inside = [self._hoods[pair] for pair in pairs]
        keys = list(zip(longitudes, latitudes, inside, names, strict=True))
        found = [self._known.get(key, 0) for key in keys]
        if not all(found):
            self._add(key for key, number in zip(keys, found, strict=True) if not number)
            found = [self._known[key] for key in keys]
        return hoods, np.array([inside, found]).T

    def _add(self, keys: Iterable[Key]) -> None:
        """Number points that were never met."""
        new = list(dict.fromkeys(keys))
        self._known.update(zip(new, range(self._next, self._next + len(new)), strict=True))
        bulk(self._connection, tables.map_point, [(at, *key) for at, key in enumerate(new, self._next)])
        self._next += len(new)

    def _numbered(self, pairs: Iterable[Pair]) -> dict[int, Pair]:
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
            found = self._connection.execute(query).all()
            self._known.update({(east, north, hood, name): number for number, east, north, hood, name in found})
