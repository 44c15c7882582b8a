"""Knows how every total is brought up to date at the end of a load: the tree, the counts, the newest months' window."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, func, insert, select, update

from data.geography import tree
from data.street.loading import country, roll_up
from data.street.loading.regrowing import regrown
from data.tables import street as tables

Months = dict[int, list[int]]  # of each force


def settle(connection: Connection, touched: Iterable[tuple[int, int]], moment: str, *, regrow: bool) -> None:
    """Bring forces and the country up to date with the *touched* months, in another tree where it is to *regrow*."""
    is_stale = tree.is_stale(connection)
    if regrow or is_stale:
        touched = regrown(connection, set(touched), every=is_stale)
    months = _by_force(touched)
    for force in months:
        roll_up.rewrite_window(connection, force)
        roll_up.rewrite_known_points(connection, force)
    country.add_up(connection, {month for of_force in months.values() for month in of_force})
    new_version(connection, moment)


def regrow_stale(connection: Connection, moment: str) -> bool:
    """Grow again a tree of an older product; return whether that was needed."""
    if not tree.is_stale(connection):
        return False
    settle(connection, (), moment, regrow=True)
    return True


def _by_force(months: Iterable[tuple[int, int]]) -> Months:
    found: Months = defaultdict(list)
    for force, month in sorted(months):
        found[force].append(month)
    return found


def new_version(connection: Connection, moment: str) -> None:
    """Name the state of the data by the newest load."""
    table = tables.street_state
    value = f"{moment} {connection.execute(select(func.max(tables.arrival.c.id))).scalar()}"
    if not connection.execute(update(table).where(table.c.name == "version").values(value=value)).rowcount:
        connection.execute(insert(table).values(name="version", value=value))
