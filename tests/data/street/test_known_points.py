"""The map point that a neighbourhood is best known by: counted from the files, by a load and by the upgrade alike."""

from collections import Counter, defaultdict
from importlib import import_module

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Engine, delete, select

from data.engine import open_engine
from data.street.loading.roll_up import rewrite_known_points
from data.tables import street as tables
from tests.reports.sample_files import SampleFiles, within

Known = dict[str, tuple[str, int, int]]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> SampleFiles:
    return SampleFiles(tmp_path_factory.mktemp("sampleshire"))


def held(engine: Engine) -> Known:
    """What each neighbourhood of the made-up county is known by."""
    known, place = tables.known_point.c, tables.place.c
    query = select(place.code, known.name, known.n, known.total).join(tables.place, place.id == known.place)
    with engine.connect() as connection:
        found = connection.execute(query.where(place.code.startswith("X01"))).all()
    return {code: (name, n, total) for code, name, n, total in found}


def counted(files: SampleFiles, first: str, last: str) -> Known:
    """The same from the files: of points with as many incidents the first by name."""
    spots: dict[str, Counter[str]] = defaultdict(Counter)
    for row in files.rows(within(first, last)):
        if row["LSOA code"]:
            spots[row["LSOA code"]][row["Location"]] += 1
    best = {code: min(found, key=lambda name: (-found[name], name)) for code, found in spots.items()}
    return {code: (name, spots[code][name], spots[code].total()) for code, name in best.items()}


def test_it_is_that_of_the_newest_12_months_of_the_files(published_url: str, files: SampleFiles) -> None:
    engine = open_engine(published_url)
    assert held(engine) == counted(files, "2025-10", "2026-09")
    engine.dispose()


def test_an_upgrade_finds_what_a_load_finds_and_so_does_working_it_out_anew(published_url: str) -> None:
    engine = open_engine(published_url)
    before = held(engine)
    step = import_module("data.migrations.versions.v0003_known_points")
    with engine.connect() as connection:
        connection.execute(delete(tables.known_point))
        with Operations.context(MigrationContext.configure(connection)) as operations:
            operations.execute(step.FILLED)
        upgraded = connection.execute(select(tables.known_point.c.n)).all()
        force = connection.execute(select(tables.place.c.force).where(tables.place.c.code == "X01000001")).scalar()
        rewrite_known_points(connection, int(force or 0))
        again = connection.execute(select(tables.known_point.c.n)).all()
        connection.rollback()
    assert sorted(upgraded) == sorted(again)
    assert len(upgraded) == len(before) > 50
    assert held(engine) == before
    engine.dispose()


def test_a_force_without_a_month_has_no_known_points(published_url: str) -> None:
    engine = open_engine(published_url)
    with engine.connect() as connection:
        rewrite_known_points(connection, 999)
        connection.rollback()
    engine.dispose()
