"""Knows every indicator and area that a partnership's own files ever named, those of undone loads among them."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from dashboard.domain.records import Area, Indicator
from data.own.figure_rows import cell_of
from data.own.indicator_rows import read_indicator
from data.tables import own as tables


def every_indicator(connection: Connection, partnership: str, now: Iterable[Indicator]) -> dict[str, Indicator]:
    """Those there are *now*, and as they were said last those that are not there any more."""
    table, found = tables.indicator, {item.id: item for item in now}
    query = select(table).where(table.c.partnership == partnership, table.c.gone == 0).order_by(table.c.id.desc())
    for row in (row._asdict() for row in connection.execute(query)):
        if row["indicator"] not in found:
            found[row["indicator"]] = read_indicator(row, None, cell_of(row))
    return found


def every_area(connection: Connection, partnership: str, now: Iterable[Area]) -> tuple[Area, ...]:
    table, found = tables.area, {item.slug: item for item in now}
    query = select(table).where(table.c.partnership == partnership).order_by(table.c.id.desc())
    for row in connection.execute(query):
        parent = "" if row.area == partnership else partnership
        found.setdefault(row.area, Area(row.area, row.name, row.level, parent, code=row.code))
    return tuple(found.values())
