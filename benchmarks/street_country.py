"""Knows how to fill a database with a made-up country in bulk: the tables as the loader leaves them, in key order."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import orjson
from scipy.sparse import coo_array
from sqlalchemy import Connection, Engine, select

from benchmarks.street_areas import LAST_MONTH, Areas, Ints, Size, code, district_name, force_name, make_up, outlines
from benchmarks.street_incidents import TYPES, by_month, expected, of_force
from benchmarks.street_spots import write_points
from dashboard.domain.street.crime import NO_LOCATION, Level
from dashboard.domain.street.sortings import ALL
from data.engine import bulk
from data.geography import tree
from data.geography.area_tree import COUNTRY
from data.intake.published import ensure_published
from data.street.loading import roll_up
from data.street.loading.leaves import Leaves
from data.tables import street as tables

VINTAGE = 24
FILE = 1  # in the log, that says it
NOWHERE = 1  # the number of the neighbourhood that is none
PIECE = 200  # places written at once
NUMBERS = np.concatenate(([ALL], TYPES))
WITH_POINTS = 1  # the one force whose map points are written


def fill(engine: Engine, size: Size) -> None:
    """Write everything of *size* into the empty database of *engine*."""
    ensure_published(engine)
    areas = make_up(size)
    with _filling(engine) as connection:
        _write_areas(connection, areas)
        tree.rebuild(connection)
        hoods = [(_hood(at), areas.codes(at)[0], areas.name(at)) for at in range(len(areas.ward))]
        bulk(connection, tables.neighbourhood, [(NOWHERE, "", NO_LOCATION), *hoods])
        _write_counts(connection, areas, size)
        bulk(connection, tables.street_state, [("version", size.name)])
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM ANALYZE")


@contextmanager
def _filling(engine: Engine) -> Iterator[Connection]:
    """One transaction; SQLite does without a journal, as nothing is lost when filling has to begin again."""
    engine.dispose()
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            for setting in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-524288"):
                connection.exec_driver_sql(f"PRAGMA {setting}")
        yield connection
        connection.commit()
    engine.dispose()


def _hood(at: int) -> int:
    return at + NOWHERE + 1


def _write_areas(connection: Connection, areas: Areas) -> None:
    """Write what lookups, populations and boundaries would have said."""
    hoods = range(len(areas.ward))
    names = [(code("E01", at), areas.name(at), str(Level.LSOA), VINTAGE, FILE) for at in hoods]
    names += [
        (code("E05", at), f"Ward {at + 1:04}", str(Level.WARD), VINTAGE, FILE) for at in range(len(areas.district))
    ]
    names += [
        (code("E07", at), district_name(at), str(Level.DISTRICT), VINTAGE, FILE) for at in range(len(areas.force))
    ]
    forces = range(int(areas.force.max()) + 1)
    names += [(code("E23", at), force_name(at), str(Level.FORCE), VINTAGE, FILE) for at in forces]
    bulk(connection, tables.lookup_area, sorted(names))
    links = {
        (inner, str(level), VINTAGE, outer, FILE)
        for chain in map(areas.codes, hoods)
        for inner, outer, level in zip(chain, chain[1:], (Level.WARD, Level.DISTRICT, Level.FORCE), strict=False)
    }
    bulk(connection, tables.lookup_link, sorted(links))
    bulk(connection, tables.population, [(code("E01", at), int(areas.people[at]), "2024", FILE) for at in hoods])
    shapes = (
        (code("E01", at), areas.name(at), str(Level.LSOA), orjson.dumps([[ring]]).decode(), FILE)
        for at, ring in outlines(areas)
    )
    bulk(connection, tables.boundary, list(shapes))


@dataclass(frozen=True, slots=True)
class _Totals:
    """Counts of the places of one force, by place, crime type (the first is all) and month."""

    places: Ints
    counts: Ints

    def rows(self, first: int) -> Iterator[list[tuple[int, int, int, int]]]:
        """The rows of area_count, in the order of its key."""
        for start in range(0, len(self.places), PIECE):
            piece = self.counts[start : start + PIECE]
            place, kind, month = np.nonzero(piece)
            columns = (self.places[start + place], NUMBERS[kind], first + month, piece[place, kind, month])
            yield list(zip(*(column.tolist() for column in columns), strict=True))


def _write_counts(connection: Connection, areas: Areas, size: Size) -> None:
    rates, months = expected(areas, size), by_month(size)
    numbers = dict(tuple(row) for row in connection.execute(select(tables.force.c.name, tables.force.c.id)))
    country = np.zeros((1, len(NUMBERS), size.months), dtype=np.int64)
    for force in range(size.forces):
        members, number = areas.members(force), numbers[force_name(force)]
        counts = of_force(force, rates[members], months)
        hoods = [*(_hood(at) for at in members.tolist()), NOWHERE]
        pairs = {_hood(at): (code("E01", at), areas.name(at)) for at in members.tolist()}
        Leaves(connection, number).settle({NOWHERE: ("", NO_LOCATION)} | pairs)
        totals = _summed(connection, number, hoods, counts)
        for rows in totals.rows(size.first):
            bulk(connection, tables.area_count, rows)
        _write_arrival(connection, number, counts, size)
        country[0, 1:] += counts.sum(axis=0)
        if force == min(WITH_POINTS, size.forces - 1):
            write_points(connection, number, hoods, counts, size.first)
    country[0, 0] = country[0, 1:].sum(axis=0)
    place = connection.execute(select(tables.place.c.id).where(tables.place.c.code == COUNTRY)).scalar_one()
    for rows in _Totals(np.array([place]), country).rows(size.first):
        bulk(connection, tables.area_count, rows)
    for number in numbers.values():
        roll_up.rewrite_window(connection, number)


def _summed(connection: Connection, force: int, hoods: Sequence[int], counts: Ints) -> _Totals:
    """Sum *counts* of neighbourhoods over the leaf of each and everything it lies in, but for the country."""
    leaf, within, place = tables.leaf_of.c, tables.place_within, tables.place.c
    row_of = {hood: row for row, hood in enumerate(hoods)}
    leaves = connection.execute(select(leaf.neighbourhood, leaf.place).where(leaf.force == force)).all()
    wider = (
        select(leaf.neighbourhood, within.c.place)
        .join(within, within.c.leaf == leaf.place)
        .join(tables.place, place.id == within.c.place)
        .where(leaf.force == force, place.code != COUNTRY)
    )
    pairs = [*leaves, *connection.execute(wider)]
    places, outer = np.unique([row[1] for row in pairs], return_inverse=True)
    inner = [row_of[row[0]] for row in pairs]
    sums = coo_array((np.ones(len(pairs), dtype=np.int64), (outer, inner)), shape=(len(places), len(hoods))).tocsr()
    by_type = (sums @ counts.reshape(len(hoods), -1)).reshape(len(places), *counts.shape[1:])
    return _Totals(places, np.concatenate([by_type.sum(axis=1, keepdims=True), by_type], axis=1))


def _write_arrival(connection: Connection, force: int, counts: Ints, size: Size) -> None:
    """Note one file for all the months of a force."""
    by_month, nowhere = counts.sum(axis=(0, 1)).tolist(), counts[-1].sum(axis=0).tolist()
    moment, name = "2026-01-20T00:00:00+00:00", f"force-{force:02}.zip"
    total = sum(by_month)
    row = (force, name, f"{force:064x}", "benchmark", moment, "street", "", total * 200, total, 0, size.months)
    bulk(connection, tables.arrival, [row])
    held = [
        (force, size.first + at, force, by_month[at], nowhere[at], name, "")
        for at in range(LAST_MONTH - size.first + 1)
    ]
    bulk(connection, tables.force_month, held)
