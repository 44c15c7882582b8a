"""Knows how the country's counts of incidents and of their outcomes are made: the sum of its forces'."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table, delete, func, insert, literal, select

from dashboard.domain.street.crime import Level
from data.geography.area_tree import COUNTRY
from data.tables import street as tables

CHUNK = 500  # months in one statement


def add_up(connection: Connection, months: Iterable[int]) -> None:
    """Write what the country holds of *months* anew; nothing where no country is known."""
    country = connection.execute(select(tables.place.c.id).where(tables.place.c.code == COUNTRY)).scalar()
    if country is None:
        return
    wanted = sorted(set(months))
    for at in range(0, len(wanted), CHUNK):
        for counted in (tables.area_count, tables.outcome_count):
            _write(connection, counted, country, wanted[at : at + CHUNK])


def _write(connection: Connection, counted: Table, country: int, months: Sequence[int]) -> None:
    """The rows of *counted* (place, what distinguishes its counts, n) for the country and *months*."""
    held, place = counted.c, tables.place.c
    forces = select(place.id).where(place.level == Level.FORCE, place.parent == country)
    some = held.month.in_(months)
    connection.execute(delete(counted).where(held.place == country, some))
    keys = [column for column in held if column.name not in ("place", "n")]
    added = select(literal(country), *keys, func.sum(held.n)).where(held.place.in_(forces), some).group_by(*keys)
    connection.execute(insert(counted).from_select(["place", *(key.name for key in keys), "n"], added))
