"""Knows how the incident lists of a file are erased: with every incident, whether they stand or not."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select

from data.tables import incidents as tables

KIND = "incidents"
PARTS = (
    *(tables.incident_month, tables.incident_sum, tables.incident_offence, tables.incident_area),
    tables.incident_move,
)


@dataclass(frozen=True, slots=True)
class ListLoss:
    """What went of incident lists."""

    incidents: int = 0
    partnerships: frozenset[str] = frozenset()


def erase_lists(connection: Connection, files: Collection[int]) -> ListLoss:
    """Erase the lists of *files*; an older list that they took the place of counts again."""
    item = tables.incident_list
    query = select(item.c.id, item.c.incidents, item.c.partnership).where(item.c.arrival.in_(files))
    found = connection.execute(query).all()
    numbers = [row.id for row in found]
    for table in PARTS:
        connection.execute(delete(table).where(table.c.list.in_(numbers)))
    connection.execute(delete(item).where(item.c.id.in_(numbers)))
    return ListLoss(sum(row.incidents for row in found), frozenset(row.partnership for row in found))
