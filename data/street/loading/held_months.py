"""Knows what is held of each month of a force at map points; what a call adds waits, and is written many at once."""

import numpy as np
from sqlalchemy import Connection, delete, select

from data.engine import bulk, bulk_numbers
from data.street.loading.points import Numbers
from data.tables import street as tables

Remembered = tuple[int, int, int, int, int, str, str]  # a row of force_month


class HeldMonths:
    """The months of every force, those among them that wait to be written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._published: dict[int, set[int]] = {}  # of each force
        self._waiting: dict[tuple[int, int], tuple[Numbers, Remembered]] = {}

    def rows(self, force: int, month: int) -> Numbers | None:
        """The rows of point_count of a month in the order of its key; None where it is not held."""
        if (force, month) in self._waiting:
            return self._waiting[force, month][0]
        if month not in self._of(force):
            return None
        count = tables.point_count
        found = select(*count.c).where(count.c.force == force, count.c.month == month)
        rows = self._connection.execute(found.order_by(*count.primary_key)).all()
        return np.array(list(map(tuple, rows))).reshape(-1, len(count.c))

    def replace(self, rows: Numbers, remembered: Remembered) -> None:
        """Let *rows* be what is held of their month, with the row of force_month that says where they are from."""
        force, month, *_ = remembered
        if month in self._of(force):
            for table in (tables.point_count, tables.force_month):
                here = table.c.force == force, table.c.month == month
                self._connection.execute(delete(table).where(*here))
            self._of(force).remove(month)
        self._waiting[force, month] = rows, remembered

    def write(self) -> None:
        """Write the months that wait."""
        if not self._waiting:
            return
        months = sorted(self._waiting)
        for force, month in months:
            self._of(force).add(month)
        bulk_numbers(self._connection, tables.point_count, np.concatenate([self._waiting[key][0] for key in months]))
        bulk(self._connection, tables.force_month, [self._waiting[key][1] for key in months])
        self._waiting.clear()

    def _of(self, force: int) -> set[int]:
        """The months of a force that the tables hold."""
        if force not in self._published:
            query = select(tables.force_month.c.month).where(tables.force_month.c.force == force)
            self._published[force] = set(self._connection.execute(query).scalars())
        return self._published[force]
