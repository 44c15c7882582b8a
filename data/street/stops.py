"""Knows how to answer where searches were and how they ended: at map points, which lie in neighbourhoods."""

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Connection, Select, and_, func, select

from dashboard.domain.street.crime import Level
from dashboard.questions.street import Searches, Stop
from data.sources.geography.coordinates import NOWHERE
from data.street.places import some
from data.tables import street as tables

Spot = tuple[int, int]  # longitude and latitude in millionths of a degree
Key = tuple[int, str, str, str, int, bool]


def stop_months(connection: Connection, force: int) -> tuple[int, ...]:
    """The local months in which a force has searches."""
    held = tables.stop_search.c
    query = select(held.month).where(held.force.in_(_name(force))).distinct().order_by(held.month)
    return tuple(connection.execute(query).scalars())


def stops(connection: Connection, force: int) -> tuple[Stop, ...]:
    """Every search of a force, counted by month, object, outcome and neighbourhood."""
    held = tables.stop_search.c
    keys = (held.month, held.object, held.outcome, held.linked, held.longitude, held.latitude)
    query = select(*keys, func.sum(held.n)).where(held.force.in_(_name(force))).group_by(*keys)
    rows = connection.execute(query).all()
    places = _places(connection, force, {(row[4], row[5]) for row in rows} - {NOWHERE})
    found: Counter[Key] = Counter()
    for month, what, outcome, linked, east, north, n in rows:
        spot = east, north
        found[month, what, outcome, linked, places.get(spot, 0), spot != NOWHERE] += int(n)
    return tuple(Stop(*key, n) for key, n in sorted(found.items()))


def searches(connection: Connection, force: str) -> tuple[Searches, ...]:
    """How many searches of a force ended how, by month."""
    held = tables.stop_search.c
    keys = (held.force, held.month, held.outcome)
    query = (
        select(*keys, func.sum(held.n)).where(held.force == force).group_by(*keys).order_by(held.month, held.outcome)
    )
    return tuple(Searches(row[0], row[1], row[2], int(row[3])) for row in connection.execute(query))


def _name(force: int) -> Select[tuple[str]]:
    """The name that files of stop and search have for a force."""
    return select(tables.force.c.slug).where(tables.force.c.id == force)


def _places(connection: Connection, force: int, spots: Iterable[Spot]) -> dict[Spot, int]:
    """The neighbourhood of each of *spots* where an incident was placed, too: both are moved to the same points."""
    wanted = set(spots)
    point, leaf, place = tables.map_point.c, tables.leaf_of.c, tables.place.c
    of_force = and_(leaf.force == force, leaf.neighbourhood == point.neighbourhood)
    found: dict[Spot, int] = {}
    for part in some(sorted({east for east, _ in wanted})):
        query = (
            select(point.longitude, point.latitude, func.min(leaf.place))
            .join(tables.leaf_of, of_force)
            .join(tables.place, and_(place.id == leaf.place, place.level == Level.LSOA))
            .where(point.longitude.in_(part))
            .group_by(point.longitude, point.latitude)
        )
        found |= {(east, north): number for east, north, number in connection.execute(query)}
    return {spot: number for spot, number in found.items() if spot in wanted}
