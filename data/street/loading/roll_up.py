"""Knows how counts at map points become those of wider places, the newest months' window, and the best-known points."""

from collections.abc import Callable, Mapping
from functools import partial

import numpy as np
from sqlalchemy import Connection, Subquery, and_, case, delete, func, insert, literal, select

from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, By, first_month, period_with
from dashboard.domain.street.crime import Level
from data.ahead import Coming
from data.engine import bulk_numbers
from data.geography.area_tree import COUNTRY
from data.schema import Expression
from data.street.loading import outcomes
from data.street.loading.points import Numbers
from data.street.loading.sums import outward, summed
from data.tables import documents as published
from data.tables import street as tables

MOST_WAITING = 500_000  # rows that are gathered before they are written: with what is made of them 200 MB


class Gathering:
    """Gathers what months hold and writes the counts of every place, many months at once in the order they lie in."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: dict[tuple[int, int], Numbers] = {}
        self._replaced: set[tuple[int, int]] = set()

    @property
    def is_full(self) -> bool:
        return sum(map(len, self._waiting.values())) > MOST_WAITING

    def add(self, force: int, month: int, counts: Numbers, *, replacing: bool) -> None:
        """Take the *counts* of a month: rows of neighbourhood, crime type, outcome, incidents."""
        self._waiting[force, month] = counts
        if replacing:
            self._replaced.add((force, month))

    def write(self, beside: Callable[[], None] = lambda: None) -> None:
        """Write what was gathered, also for all crime types together; the country is added up afterwards.

        What is *beside* is done while the counts are made, for which the database is not asked.
        """
        forces = sorted({force for force, _ in self._waiting})
        pairs = {force: _outer(self._connection, force) for force in forces}
        coming = Coming(iter(partial(self._counts, pairs, outcomes.wide(self._connection, forces)), None))
        coming.start()
        beside()
        for force, month in sorted(self._replaced):
            clear(self._connection, force, month)
        for counts, endings in coming.taken()[0]:
            bulk_numbers(self._connection, tables.area_count, counts)
            bulk_numbers(self._connection, tables.outcome_count, endings)
        self.forget()

    def _counts(self, pairs: Mapping[int, Numbers], wide: Numbers) -> list[tuple[Numbers, Numbers]]:
        """The rows of area_count and outcome_count of each force, of which *pairs* say what its neighbourhoods lie in.

        *wide* are the places that outcomes are summed for.
        """
        found = []
        for force, outer in pairs.items():
            rows = [_of_month(month, counts) for (owner, month), counts in self._waiting.items() if owner == force]
            ended = summed(np.concatenate(rows))
            counted = summed(ended[:, [0, 1, 3, 4]])
            every = np.concatenate((counted, summed(counted * (1, 0, 1, 1))))  # type 0: all of them
            found.append((outward(outer, every), outcomes.rows(outer[np.isin(outer[:, 1], wide)], ended)))
        return found

    def forget(self) -> None:
        """Hold nothing any more."""
        self._waiting.clear()
        self._replaced.clear()


def _of_month(month: int, counts: Numbers) -> Numbers:
    """Rows of neighbourhood, crime type, outcome, month, incidents."""
    return np.insert(counts, 3, month, axis=1)


def _outer(connection: Connection, force: int) -> Numbers:
    """Neighbourhood and place, by neighbourhood: its leaf and everything the leaf lies in, up to the force."""
    leaf, within, place = tables.leaf_of.c, tables.place_within.c, tables.place.c
    country = select(place.id).where(place.code == COUNTRY)
    own = select(leaf.neighbourhood, leaf.place).where(leaf.force == force)
    wider = select(leaf.neighbourhood, within.place).join(tables.place_within, within.leaf == leaf.place)
    found = own.union_all(wider.where(leaf.force == force, within.place.not_in(country)))
    pairs = np.array(list(map(tuple, connection.execute(found))))
    return pairs[np.argsort(pairs[:, 0], kind="stable")]


def held_counts(connection: Connection, force: int, month: int) -> Numbers:
    """What is held of a force and month: rows of neighbourhood, crime type, outcome, incidents."""
    count = tables.point_count.c
    keys = (count.neighbourhood, count.crime_type, count.outcome)
    query = select(*keys, func.sum(count.n)).where(count.force == force, count.month == month).group_by(*keys)
    return np.array([(*key, int(n)) for *key, n in connection.execute(query)]).reshape(-1, 4)


def clear(connection: Connection, force: int, month: int) -> None:
    """Remove what one force's places hold for *month*."""
    area, place = tables.area_count, tables.place
    inside = select(place.c.id).where(place.c.force == force)
    # Naming the crime types lets the engine go straight to each row of the key.
    types = range(max_type(connection) + 1)
    connection.execute(
        delete(area).where(area.c.place.in_(inside), area.c.crime_type.in_(types), area.c.month == month)
    )
    outcomes.clear(connection, inside, month)


def max_type(connection: Connection) -> int:
    return int(connection.execute(select(func.max(published.crime_type.c.number))).scalar() or 0)


def rewrite_window(connection: Connection, force: int) -> None:
    """Write each place's newest month, year to date and rolling year beside the same a year before."""
    window, area, place, held = tables.place_window, tables.area_count, tables.place, tables.force_month
    connection.execute(delete(window).where(window.c.force == force))
    newest = connection.execute(select(func.max(held.c.month)).where(held.c.force == force)).scalar()
    if newest is None:
        return
    # Naming the crime types lets the engine go straight to the months of each; levels are joined to the sums.
    of_force = select(place.c.id).where(place.c.force == force)
    summed = (
        select(area.c.crime_type, area.c.place, *_window_sums(newest))
        .where(area.c.place.in_(of_force), area.c.crime_type.in_(range(max_type(connection) + 1)))
        .where(area.c.month > newest - 2 * MONTHS_IN_YEAR)
        .group_by(area.c.place, area.c.crime_type)
        .subquery()
    )
    kind, number, *sums = summed.c
    columns = (place.c.level, kind, number, literal(force), literal(newest), *sums)
    query = select(*columns).join(place, place.c.id == number)
    connection.execute(insert(window).from_select([column.name for column in window.c], query))


def _window_sums(newest: int) -> list[Expression]:
    """The sums of the window's spans in the order of its columns, each followed by the same a year before."""
    area = tables.area_count.c
    year_start = first_month(period_with(newest, By.YEAR))
    spans = [(newest, newest), (year_start, newest), (newest - MONTHS_IN_YEAR + 1, newest)]
    found: list[Expression] = []
    for first, last in spans:
        for back in (0, MONTHS_IN_YEAR):
            inside = area.month.between(first - back, last - back)
            found.append(func.coalesce(func.sum(case((inside, area.n), else_=0)), 0).label(f"sum_{len(found)}"))
    return found


def rewrite_known_points(connection: Connection, force: int) -> None:
    """Find the point of every neighbourhood of *force* anew; of two with as many incidents the first by name."""
    known, place, held = tables.known_point, tables.place.c, tables.force_month.c
    inside = select(place.id).where(place.force == force)
    connection.execute(delete(known).where(known.c.place.in_(inside)))
    newest = connection.execute(select(func.max(held.month)).where(held.force == force)).scalar()
    if newest is None:
        return
    spots = _spots(force, int(newest))
    total = func.sum(spots.c.n).over(partition_by=spots.c.place)
    rank = func.row_number().over(partition_by=spots.c.place, order_by=(spots.c.n.desc(), spots.c.name))
    ranked = select(spots.c.place, spots.c.name, spots.c.n, total.label("total"), rank.label("rank")).subquery()
    best = select(ranked.c.place, ranked.c.name, ranked.c.n, ranked.c.total).where(ranked.c.rank == 1)
    connection.execute(insert(known).from_select(["place", "name", "n", "total"], best))


def _spots(force: int, newest: int) -> Subquery:
    """The incidents of 12 months by neighbourhood and name of the map point."""
    point, leaf, place = tables.map_point.c, tables.leaf_of.c, tables.place.c
    points = _points(force, newest)
    count = points.c
    return (
        select(leaf.place, point.name, func.sum(count.n).label("n"))
        .select_from(points)
        .join(tables.map_point, point.id == count.point)
        .join(tables.leaf_of, and_(leaf.force == force, leaf.neighbourhood == count.neighbourhood))
        .join(tables.place, and_(place.id == leaf.place, place.level == Level.LSOA))
        .group_by(leaf.place, point.name)
        .subquery()
    )


def _points(force: int, newest: int) -> Subquery:
    """The incidents of 12 months by map point, added up before their names are looked for."""
    count = tables.point_count.c
    months = range(newest - MONTHS_IN_YEAR + 1, newest + 1)  # named, so that the key leads straight to each
    query = select(count.neighbourhood, count.point, func.sum(count.n).label("n"))
    held = query.where(count.force == force, count.month.in_(months))
    return held.group_by(count.neighbourhood, count.point).subquery()
