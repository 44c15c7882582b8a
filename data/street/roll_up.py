"""Knows how counts at map points become counts of every wider place, month by month, and the newest months' window."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, case, delete, func, insert, literal, select

from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.street.crime import Level
from data.engine import bulk
from data.geography.area_tree import COUNTRY
from data.schema import Expression
from data.tables import documents as published
from data.tables import street as tables

ALL = 0  # the crime type that stands for all of them
APRIL = 3

Count = tuple[int, int, int]  # neighbourhood, crime type, incidents


class Rolling:
    """Rolls up the months of one force; the tree is read once."""

    def __init__(self, connection: Connection, force: int) -> None:
        self._connection = connection
        self._force = force
        self._country = connection.execute(select(tables.place.c.id).where(tables.place.c.code == COUNTRY)).scalar()
        self._outer = self._read_outer()

    def _read_outer(self) -> dict[int, tuple[int, ...]]:
        """Neighbourhood -> its leaf and everything the leaf lies in, up to the force."""
        leaf, within = tables.leaf_of, tables.place_within
        query = (
            select(leaf.c.neighbourhood, leaf.c.place, within.c.place)
            .join(within, within.c.leaf == leaf.c.place)
            .where(leaf.c.force == self._force)
        )
        found: dict[int, list[int]] = defaultdict(list)
        for neighbourhood, place, outer in self._connection.execute(query):
            found[neighbourhood] = found[neighbourhood] or [place]
            if outer != self._country:
                found[neighbourhood].append(outer)
        return {neighbourhood: tuple(places) for neighbourhood, places in found.items()}

    def month(self, month: int, counts: Iterable[Count], *, replacing: bool) -> None:
        """Write the counts of every place of the force for *month*; the country is added up afterwards."""
        of_hoods: dict[tuple[int, int], int] = defaultdict(int)
        for neighbourhood, crime_type, n in counts:
            of_hoods[neighbourhood, crime_type] += n
            of_hoods[neighbourhood, ALL] += n
        totals: dict[tuple[int, int], int] = defaultdict(int)
        for (neighbourhood, crime_type), n in of_hoods.items():
            for place in self._outer[neighbourhood]:
                totals[place, crime_type] += n
        if replacing:
            clear(self._connection, self._force, month)
        rows = [(place, crime_type, month, n) for (place, crime_type), n in totals.items()]
        rows.sort()
        bulk(self._connection, tables.area_count, rows)


def held_counts(connection: Connection, force: int, month: int) -> list[Count]:
    """What is held of a force and month: (neighbourhood, crime type, incidents)."""
    count = tables.point_count.c
    query = select(count.neighbourhood, count.crime_type, func.sum(count.n))
    query = query.where(count.force == force, count.month == month).group_by(count.neighbourhood, count.crime_type)
    return [(hood, crime_type, int(n)) for hood, crime_type, n in connection.execute(query)]


def clear(connection: Connection, force: int, month: int) -> None:
    """Remove what one force's places hold for *month*."""
    area, place = tables.area_count, tables.place
    inside = select(place.c.id).where(place.c.force == force)
    # Naming the crime types lets the engine go straight to each row of the key.
    types = range(max_type(connection) + 1)
    connection.execute(
        delete(area).where(area.c.place.in_(inside), area.c.crime_type.in_(types), area.c.month == month)
    )


def max_type(connection: Connection) -> int:
    return int(connection.execute(select(func.max(published.crime_type.c.number))).scalar() or 0)


def add_up_country(connection: Connection, months: Iterable[int]) -> None:
    """Write the country's counts of *months* as the sum of its forces."""
    country = connection.execute(select(tables.place.c.id).where(tables.place.c.code == COUNTRY)).scalar()
    if country is None:
        return
    area, place = tables.area_count, tables.place
    for month in sorted(set(months)):
        connection.execute(delete(area).where(area.c.place == country, area.c.month == month))
        forces = select(place.c.id).where(place.c.level == Level.FORCE, place.c.parent == country)
        summed = (
            select(literal(country), area.c.crime_type, area.c.month, func.sum(area.c.n))
            .where(area.c.place.in_(forces), area.c.month == month)
            .group_by(area.c.crime_type, area.c.month)
        )
        connection.execute(insert(area).from_select(["place", "crime_type", "month", "n"], summed))


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
    year_start = newest - (newest - APRIL) % MONTHS_IN_YEAR
    spans = [(newest, newest), (year_start, newest), (newest - MONTHS_IN_YEAR + 1, newest)]
    found: list[Expression] = []
    for first, last in spans:
        for back in (0, MONTHS_IN_YEAR):
            inside = area.month.between(first - back, last - back)
            found.append(func.coalesce(func.sum(case((inside, area.n), else_=0)), 0).label(f"sum_{len(found)}"))
    return found
