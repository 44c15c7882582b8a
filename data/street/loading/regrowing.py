"""Knows how places are grown again: only the forces whose incidents are counted elsewhere then are counted anew."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, select

from data.geography import tree
from data.geography.area_tree import COUNTRY
from data.street.loading import roll_up
from data.street.loading.leaves import Leaves
from data.tables import street as tables

CHUNK = 500  # places in one statement
COUNTED = (tables.area_count, tables.outcome_count, tables.known_point)

Month = tuple[int, int]  # force and month
Picture = Mapping[int, set[tuple[object, ...]]]  # of each force: what its incidents are counted in


def regrown(connection: Connection, touched: set[Month], *, every: bool) -> set[Month]:
    """Grow the tree afresh, find every leaf again, and count what lies elsewhere now; return the months it was.

    The *touched* months that are held are counted in any case; with *every*, all of them.
    """
    before, owners, ids = _picture(connection), _owners(connection), tree.place_ids(connection)
    pairs = _pairs(connection)
    tree.rebuild(connection)
    for force, known in pairs.items():
        Leaves(connection, force, ids).settle(known)
    after = _picture(connection)
    moved = {force for force in before.keys() | after.keys() if every or before.get(force) != after.get(force)}
    _forget(connection, owners, None if moved >= before.keys() else moved)
    held = tables.force_month.c
    months = {(force, month) for force, month in connection.execute(select(held.force, held.month))}
    _count(connection, sorted(month for month in months if month[0] in moved), replacing=False)
    _count(connection, sorted(month for month in months & touched if month[0] not in moved), replacing=True)
    return touched | {month for month in months if month[0] in moved}


def _pairs(connection: Connection) -> dict[int, dict[int, tuple[str, str]]]:
    """The neighbourhoods that each force names, with code and name."""
    hood, leaf = tables.neighbourhood, tables.leaf_of
    joined = select(leaf.c.force, hood.c.id, hood.c.code, hood.c.name).join(hood, hood.c.id == leaf.c.neighbourhood)
    found: dict[int, dict[int, tuple[str, str]]] = defaultdict(dict)
    for force, number, code, name in connection.execute(joined.order_by(leaf.c.force, hood.c.id)):
        found[force][number] = (code, name)
    return found


def _picture(connection: Connection) -> Picture:
    """Neighbourhood and place, with what decides how it is counted there, of every force."""
    leaf, within, place = tables.leaf_of.c, tables.place_within, tables.place
    shown = (place.c.id, place.c.level, place.c.force)
    own = select(leaf.force, leaf.neighbourhood, *shown).join(place, place.c.id == leaf.place)
    wider = select(leaf.force, leaf.neighbourhood, *shown).join(within, within.c.leaf == leaf.place)
    wider = wider.join(place, place.c.id == within.c.place).where(place.c.code != COUNTRY)
    found: dict[int, set[tuple[object, ...]]] = defaultdict(set)
    for force, *rest in connection.execute(own.union_all(wider)):
        found[force].add(tuple(rest))
    return found


def _owners(connection: Connection) -> dict[int, int | None]:
    """The force of every place."""
    place = tables.place.c
    return {number: force for number, force in connection.execute(select(place.id, place.force))}


def _forget(connection: Connection, owners: Mapping[int, int | None], moved: set[int] | None) -> None:
    """Remove the counts of the forces that *moved*, None: of all, and of places that are no more."""
    if moved is None:
        for table in (*COUNTED, tables.place_window):
            connection.execute(delete(table))
        return
    connection.execute(delete(tables.place_window).where(tables.place_window.c.force.in_(moved)))
    left = set(connection.execute(select(tables.place.c.id)).scalars())
    gone = sorted(number for number, force in owners.items() if force in moved or number not in left)
    for at in range(0, len(gone), CHUNK):
        for table in COUNTED:
            connection.execute(delete(table).where(table.c.place.in_(gone[at : at + CHUNK])))


def _count(connection: Connection, months: Iterable[Month], *, replacing: bool) -> None:
    """Roll up what is held of *months*."""
    gathering = roll_up.Gathering(connection)
    for force, month in months:
        gathering.add(force, month, roll_up.held_counts(connection, force, month), replacing=replacing)
        if gathering.is_full:
            gathering.write()
    gathering.write()
