"""Knows how the outcomes of incidents are summed for districts and wider places: no query adds them up in time.

Those of neighbourhoods and wards are added up where they are asked for (data/street/outcomes.py).
"""

from collections.abc import Collection

import numpy as np
from sqlalchemy import Connection, Select, delete, select

from dashboard.domain.street.crime import NOWHERE, Level
from data.street.loading.points import Numbers
from data.street.loading.sums import outward
from data.tables import street as tables

#: A force's incidents that lie in none of its neighbourhoods name hundreds of others.
WIDE = (Level.COUNTRY, Level.FORCE, Level.CSP, Level.DISTRICT, Level.LOCALITY, Level.REST, *sorted(NOWHERE))


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
