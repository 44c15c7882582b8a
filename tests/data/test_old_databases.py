"""Databases of three older commits, made by their own code, are upgraded and show the figures that they showed."""

import json
import lzma
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, MetaData, text

from dashboard.exports.addresses import AskedFile, export
from dashboard.pages import OFFERED
from dashboard.reports.desk import Desk
from data.engine import open_engine
from data.intake.published import ensure_published
from data.migrations import FOLDER, steps
from data.store import SqlStore
from data.upgrading import upgrade
from tests.old_databases.filling import COUNTS
from tests.old_databases.make import HERE, figures

NAMES = ("street", "judged", "own")
ALL_CRIME, BURGLARY = 0, 5
RENAMED = {"All recorded crime": "All incidents"}  # it counts anti-social behaviour too, which is not recorded crime
Figures = dict[str, Any]


def unpacked(name: str) -> str:
    return lzma.decompress((HERE / name).read_bytes()).decode()


def shown_before(name: str) -> Figures:
    found: Figures = json.loads(unpacked(f"{name}.json.xz"))
    for rows in (rows for view in found["views"] for rows in view["tables"].values()):
        rows[:] = [[RENAMED.get(str(cell), cell) for cell in row] for row in rows]
    return found


def old_database(name: str, folder: Path) -> Path:
    file = folder / "outturn.db"
    with closing(sqlite3.connect(file)) as opened:
        opened.executescript(unpacked(f"{name}.sql.xz"))
    return file


@pytest.fixture(params=[*NAMES, pytest.param("postgres", marks=pytest.mark.postgres)])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, Engine]]:
    """The name of an older product, and an engine on a database that it made; the last one on PostgreSQL too."""
    file = old_database("own" if request.param == "postgres" else request.param, tmp_path)
    name, engine = request.param, open_engine(f"sqlite:///{file}")
    if name == "postgres":
        server = open_engine(request.getfixturevalue("postgres_url"))
        moved(engine, server)
        engine.dispose()
        name, engine = "own", server
    yield name, engine
    engine.dispose()


def moved(source: Engine, target: Engine) -> None:
    """Make the tables of *source* in *target* too, with their rows."""
    tables = MetaData()
    tables.reflect(source)
    for table in tables.sorted_tables:
        for constraint in table.foreign_key_constraints.copy():
            table.constraints.discard(constraint)
    tables.create_all(target)
    with source.connect() as reading, target.begin() as writing:
        for table in tables.sorted_tables:
            if rows := [dict(row._mapping) for row in reading.execute(table.select())]:
                writing.execute(table.insert(), rows)


def shown_now(engine: Engine, page: str, query: str) -> dict[str, list[list[Any]]]:
    body = json.loads(export(Desk(SqlStore(engine)), OFFERED, AskedFile(page, query, "json")).body)
    return {table["name"]: figures(table) for table in body["tables"] if table["name"] in ("year-end", "counts")}


def test_an_older_database_is_upgraded_and_shows_the_same_figures(opened: tuple[str, Engine]) -> None:
    name, engine = opened
    before = shown_before(name)
    done = upgrade(engine)
    assert done is not None
    assert (done.before, done.now, done.is_new) == ("", steps()[-1], False)
    ensure_published(engine)
    with engine.connect() as connection:
        assert [list(row) for row in connection.execute(text(COUNTS))] == before["counts"]
    for view in before["views"]:
        assert shown_now(engine, view["page"], view["query"]) == view["tables"], view["query"]


@pytest.mark.drill
@pytest.mark.parametrize("step", steps()[:-1])
def test_a_database_of_each_step_since_shows_the_same_figures(step: str, tmp_path: Path) -> None:
    """As whoever upgrades at every release has one: the steps up to *step* were run by an earlier product."""
    engine, before = open_engine(f"sqlite:///{old_database('own', tmp_path)}"), shown_before("own")
    brought_to(engine, step)
    done = upgrade(engine)
    assert done is not None
    assert (done.before, done.now) == (step, steps()[-1])
    ensure_published(engine)
    for view in before["views"]:
        assert shown_now(engine, view["page"], view["query"]) == view["tables"], view["query"]
    engine.dispose()


def brought_to(engine: Engine, step: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("path_separator", "os")
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        config.attributes["connection"] = connection
        command.upgrade(config, step)


@pytest.mark.parametrize("name", NAMES)
def test_the_copy_is_the_database_as_it_was(name: str, tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{old_database(name, tmp_path)}")
    done = upgrade(engine)
    engine.dispose()
    assert done is not None
    assert done.copy is not None
    with closing(sqlite3.connect(done.copy)) as copy:
        assert "\n".join(copy.iterdump()) == unpacked(f"{name}.sql.xz")


def test_the_pages_of_today_add_up_to_what_the_first_loader_counted(tmp_path: Path) -> None:
    """Of the first of them no page can be asked: its commit is half of a change."""
    engine = open_engine(f"sqlite:///{old_database('street', tmp_path)}")
    ensure_published(engine)
    found = shown_now(engine, "year-end", "partnership=fenshire&period=2025-26")["year-end"]
    engine.dispose()
    year, whole = range(2025 * 12 + 3, 2026 * 12 + 3), "E22997001"
    counted = [row for row in shown_before("street")["counts"] if row[0] == whole and row[2] in year]
    sums = [sum(n for _, kind, _, n in counted if kind == crime) for crime in (BURGLARY, ALL_CRIME)]
    assert [(row[1], row[-1]) for row in found] == [("Burglary", sums[0]), ("All incidents", sums[1])]
    assert sums == [90, 241]
