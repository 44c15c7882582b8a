"""Knows how every total is brought up to date at the end of a load: the tree, the counts, the newest months' window."""

from collections.abc import Mapping

from sqlalchemy import Connection, delete, func, insert, select, update

from data import street_tables as tables
from data.load import roll_up, tree
from data.load.leaves import Leaves

Months = dict[int, dict[int, bool]]  # force -> month -> whether it was rolled up before


def settle(connection: Connection, touched: Mapping[tuple[int, int], bool], moment: str, *, regrow: bool) -> None:
    """Roll up the *touched* months (force and month, whether it was there before), or every one after regrowing."""
    months: Months = {}
    for (force, month), replacing in touched.items():
        months.setdefault(force, {})[month] = replacing
    if regrow:
        months = _regrow(connection)
    for force, of_force in months.items():
        rolling = roll_up.Rolling(connection, force)
        for month, replacing in sorted(of_force.items()):
            rolling.month(month, replacing=replacing)
        roll_up.rewrite_window(connection, force)
    roll_up.add_up_country(connection, {month for of_force in months.values() for month in of_force})
    _new_version(connection, moment)


def _regrow(connection: Connection) -> Months:
    """Grow the tree afresh, find every leaf again; every month has to be rolled up."""
    hood, leaf, held = tables.neighbourhood, tables.leaf_of, tables.force_month
    joined = select(leaf.c.force, hood.c.id, hood.c.code, hood.c.name).join(hood, hood.c.id == leaf.c.neighbourhood)
    pairs: dict[int, dict[int, tuple[str, str]]] = {}
    for force, number, code, name in connection.execute(joined.order_by(leaf.c.force, hood.c.id)):
        pairs.setdefault(force, {})[number] = (code, name)
    tree.rebuild(connection)
    for force, known in pairs.items():
        Leaves(connection, force).settle(known)
    for table in (tables.area_count, tables.place_window):
        connection.execute(delete(table))
    months: Months = {}
    for force, month in connection.execute(select(held.c.force, held.c.month)):
        months.setdefault(force, {})[month] = False
    return months


def _new_version(connection: Connection, moment: str) -> None:
    """Name the state of the data by the newest load."""
    table = tables.street_state
    value = f"{moment} {connection.execute(select(func.max(tables.arrival.c.id))).scalar()}"
    if not connection.execute(update(table).where(table.c.name == "version").values(value=value)).rowcount:
        connection.execute(insert(table).values(name="version", value=value))
