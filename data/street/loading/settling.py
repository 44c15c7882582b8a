"""Knows which neighbourhoods of a call have no leaf yet in the force that names them, and finds one for each."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from data.street.loading.leaves import Leaves
from data.street.loading.points import Points
from data.tables import street as tables


class Settling:
    """Finds a leaf for every neighbourhood that a force names for the first time, in the order of the call."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._settled: dict[int, set[int]] = {}  # neighbourhoods by force
        self._waiting: list[tuple[int, list[int]]] = []
        self._leaves: dict[int, Leaves] = {}

    def add(self, force: int, hoods: Iterable[int]) -> None:
        """Note that *force* names these *hoods*."""
        if force not in self._settled:
            query = select(tables.leaf_of.c.neighbourhood).where(tables.leaf_of.c.force == force)
            self._settled[force] = set(self._connection.execute(query).scalars())
        new = [hood for hood in hoods if hood not in self._settled[force]]
        self._settled[force].update(new)
        if self._waiting and self._waiting[-1][0] == force:
            self._waiting[-1][1].extend(new)
        elif new:
            self._waiting.append((force, new))

    def write(self, points: Points) -> None:
        """Write the leaves of those that wait, whose code and name *points* knows."""
        for force, hoods in self._waiting:
            if force not in self._leaves:  # the tree is read once for each force
                self._leaves[force] = Leaves(self._connection, force)
            self._leaves[force].settle(points.pairs(hoods))
        self._waiting.clear()
