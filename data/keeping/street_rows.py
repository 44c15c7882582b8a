"""Knows how the months of street-level crime that a file is published for are erased, with points of theirs alone."""

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, delete, select

from dashboard.domain.periods.months import month_text
from data.street import doubting
from data.street.loading import roll_up
from data.street.loading.totals import settle
from data.tables import street as tables

CHUNK = 500
Month = tuple[int, int]  # force and month


def erase_months(connection: Connection, files: Collection[int]) -> list[Month]:
    """Erase every month that is published from *files*; totals are brought up to date by `settle_months`."""
    held = tables.force_month.c
    query = select(held.force, held.month).where(held.arrival.in_(files)).order_by(held.force, held.month)
    months: list[Month] = [(force, month) for force, month in connection.execute(query)]
    points = set[int]()
    for force, month in months:
        points |= _erase_month(connection, force, month)
    _erase_points(connection, points)
    return months


def settle_months(connection: Connection, months: Iterable[Month], moment: str, *, regrow: bool = False) -> None:
    """Bring every total up to date, in another tree where it *regrows*, and look anew which months look incomplete."""
    touched = list(months)
    settle(connection, touched, moment, regrow=regrow)
    doubting.judge(connection, {force for force, _ in touched})


def named(connection: Connection, months: Iterable[Month]) -> list[str]:
    """Each month with its force, as a reader knows it."""
    names = {number: name for number, name in connection.execute(select(tables.force.c.id, tables.force.c.name))}
    return [f"{names[force]} {month_text(month)}" for force, month in months]


def _erase_month(connection: Connection, force: int, month: int) -> set[int]:
    """Erase one month; return the map points that it named."""
    count = tables.point_count.c
    named = select(count.point).where(count.force == force, count.month == month).distinct()
    points = set(connection.execute(named).scalars())
    roll_up.clear(connection, force, month)
    for table in (tables.point_count, tables.force_month, tables.doubtful_month):
        connection.execute(delete(table).where(table.c.force == force, table.c.month == month))
    return points


def _erase_points(connection: Connection, points: set[int]) -> None:
    """Erase those of *points* that no month names any more."""
    if not points:
        return
    left = points - set(connection.execute(select(tables.point_count.c.point).distinct()).scalars())
    alone = sorted(left)
    for at in range(0, len(alone), CHUNK):
        table = tables.map_point
        connection.execute(delete(table).where(table.c.id.in_(alone[at : at + CHUNK])))
