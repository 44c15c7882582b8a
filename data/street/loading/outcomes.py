"""Knows how the outcomes of incidents are summed for districts and wider places: no query adds them up in time.

Those of neighbourhoods and wards are added up where they are asked for (data/street/outcomes.py).
"""

from collections.abc import Collection, Iterable

import numpy as np
from sqlalchemy import Connection, Select, delete, func, insert, literal, select

from dashboard.domain.street.crime import NOWHERE, Level
from data.geography.area_tree import COUNTRY
from data.street.loading.points import Numbers
from data.street.loading.sums import outward
from data.tables import street as tables

#: A force's incidents that lie in none of its neighbourhoods name hundreds of others.
WIDE = (Level.COUNTRY, Level.FORCE, Level.CSP, Level.DISTRICT, Level.LOCALITY, Level.REST, *sorted(NOWHERE))
CHUNK = 500  # months in one statement


def wide(connection: Connection, forces: Collection[int]) -> Numbers:
    """The places of *forces* that outcomes are summed for."""
    place = tables.place.c
    query = select(place.id).where(place.force.in_(forces), place.level.in_(WIDE))
    return np.array(connection.execute(query).scalars().all(), np.int64)


def rows(pairs: Numbers, counts: Numbers) -> Numbers:
    """The rows of outcome_count from *counts* of neighbourhood, crime type, outcome, month, incidents.

    *pairs* are neighbourhoods with the places that they lie in.
    """
    if not len(pairs):
        return np.empty((0, len(tables.outcome_count.c)), np.int64)
    hood, kind, outcome, month, n = counts.T
    endings = int(outcome.max()) + 1
    place, both, at, total = outward(pairs, np.column_stack((hood, kind * endings + outcome, month, n))).T
    return np.column_stack((place, both // endings, both % endings, at, total))


def clear(connection: Connection, inside: Select[tuple[int]], month: int) -> None:
    """Remove what the places *inside* hold for *month*."""
    count = tables.outcome_count
    connection.execute(delete(count).where(count.c.place.in_(inside), count.c.month == month))


def add_up_country(connection: Connection, months: Iterable[int]) -> None:
    """Write the country's outcomes of *months* as the sum of its forces'."""
    country = connection.execute(select(tables.place.c.id).where(tables.place.c.code == COUNTRY)).scalar()
    if country is None:
        return
    count, place = tables.outcome_count, tables.place
    forces = select(place.c.id).where(place.c.level == Level.FORCE, place.c.parent == country)
    wanted = sorted(set(months))
    for at in range(0, len(wanted), CHUNK):
        some = count.c.month.in_(wanted[at : at + CHUNK])
        connection.execute(delete(count).where(count.c.place == country, some))
        keys = (count.c.crime_type, count.c.outcome, count.c.month)
        added = select(literal(country), *keys, func.sum(count.c.n)).where(count.c.place.in_(forces), some)
        connection.execute(insert(count).from_select([column.name for column in count.c], added.group_by(*keys)))
