"""Knows how every total is brought up to date at the end of a load: the tree, the counts, the newest months' window."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, delete, func, insert, select, update

from data.geography import tree
from data.street.loading import country, roll_up
from data.street.loading.leaves import Leaves
from data.tables import street as tables

Months = dict[int, list[int]]  # of each force


def settle(connection: Connection, touched: Iterable[tuple[int, int]], moment: str, *, regrow: bool) -> None:
    """Bring forces and the country up to date with the *touched* months, or with every one after regrowing."""
    months = _regrow(connection) if regrow or tree.is_stale(connection) else _by_force(touched)
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


def _regrow(connection: Connection) -> Months:
    """Grow the tree afresh, find every leaf again, roll up every month."""
    hood, leaf, held = tables.neighbourhood, tables.leaf_of, tables.force_month
    joined = select(leaf.c.force, hood.c.id, hood.c.code, hood.c.name).join(hood, hood.c.id == leaf.c.neighbourhood)
    pairs: dict[int, dict[int, tuple[str, str]]] = {}
    for force, number, code, name in connection.execute(joined.order_by(leaf.c.force, hood.c.id)):
        pairs.setdefault(force, {})[number] = (code, name)
    tree.rebuild(connection)
    for force, known in pairs.items():
        Leaves(connection, force).settle(known)
    for table in (tables.area_count, tables.outcome_count, tables.place_window, tables.known_point):
        connection.execute(delete(table))
    months = _by_force((force, month) for force, month in connection.execute(select(held.c.force, held.c.month)))
    gathering = roll_up.Gathering(connection)
    for force, month in [(force, month) for force, of_force in months.items() for month in of_force]:
        gathering.add(force, month, roll_up.held_counts(connection, force, month), replacing=False)
        if gathering.is_full:
            gathering.write()
    gathering.write()
    return months


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
