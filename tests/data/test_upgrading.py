"""A database of an older product is upgraded after a copy is kept, once, whole or not; a newer one is refused."""

import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    Numeric,
    String,
    Table,
    insert,
    inspect,
    select,
    text,
)

import data.tables.documents  # noqa: F401 - its tables belong to the same database
from dashboard.domain.errors import SettingsFault
from data.engine import open_engine
from data.migrations import FOLDER, steps
from data.migrations.columns import complete
from data.schema import metadata
from data.tables.access import access
from data.tables.audit import trail
from data.tables.incidents import incidents
from data.tables.meetings import meetings
from data.tables.own import releases
from data.tables.papers import ordered
from data.tables.snapshots import frozen
from data.tables.street import street
from data.upgrading import Upgrade, upgrade
from tests.data.killed import killed_at

HEAD = steps()[-1]
OLD = "CREATE TABLE release (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL, moment VARCHAR NOT NULL)"
NEEDS_A_STEP = (
    "The tables of data/tables are not those that the steps make: add data/migrations/versions/vNNNN_….py that "
    "brings the tables of the step before to these, and never change a step that was published."
)


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    found = open_engine(store_url)
    yield found
    found.dispose()


def old_file(folder: Path) -> Path:
    """A SQLite database of a product without steps, with one row."""
    file = folder / "outturn.db"
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.execute(OLD)
        opened.execute("INSERT INTO release VALUES (7, 0, '2026-05-14')")
    return file


def upgraded(address: str) -> Upgrade | None:
    engine = open_engine(address)
    try:
        return upgrade(engine)
    finally:
        engine.dispose()


def asked(file: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as opened:
        return list(opened.execute(question))


def tables_of(file: Path) -> set[object]:
    return {name for (name,) in asked(file, "SELECT name FROM sqlite_master WHERE type = 'table'")}


def is_ours(_object: object, name: str | None, kind: str, *_rest: object) -> bool:
    """Whether steps make it: the documents' tables are made anew from their files."""
    return not (kind == "table" and name in metadata.tables)


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"include_object": is_ours})
    # All of them: what is not named would be dropped.
    every: Any = [access, incidents, meetings, street, releases, trail, frozen, ordered]
    return list(compare_metadata(context, every))


def test_the_steps_make_the_tables_of_today(engine: Engine) -> None:
    assert upgrade(engine) == Upgrade("", HEAD, is_new=True)
    with engine.connect() as connection:
        assert differences(connection) == [], NEEDS_A_STEP


def test_the_steps_are_in_one_line_and_named_by_their_numbers() -> None:
    found = list(ScriptDirectory.from_config(config()).walk_revisions())
    assert [step.revision for step in reversed(found)] == steps()


def config() -> Config:
    found = Config()
    found.set_main_option("script_location", str(FOLDER))
    found.set_main_option("path_separator", "os")
    return found


def test_an_upgraded_database_is_left_alone(engine: Engine) -> None:
    upgrade(engine)
    assert upgrade(engine) is None


def test_a_database_of_an_older_product_keeps_its_rows_and_a_copy_of_it_lies_beside(tmp_path: Path) -> None:
    file = old_file(tmp_path)
    copy = tmp_path / f"outturn.before-{HEAD}.db"
    assert upgraded(f"sqlite:///{file}") == Upgrade("", HEAD, is_new=False, copy=copy)
    assert asked(file, "SELECT * FROM release") == [(7, 0, "2026-05-14", "", "", "")]
    assert (tables_of(copy), asked(copy, "SELECT * FROM release")) == ({"release"}, [(7, 0, "2026-05-14")])
    assert {path.name for path in tmp_path.iterdir()} == {"outturn.db", copy.name}


def test_a_copy_of_another_upgrade_is_never_written_over(tmp_path: Path) -> None:
    file = old_file(tmp_path)
    (tmp_path / f"outturn.before-{HEAD}.db").write_text("an earlier one")
    done = upgraded(f"sqlite:///{file}")
    assert done is not None
    assert done.copy == tmp_path / f"outturn.before-{HEAD}-2.db"
    assert (tmp_path / f"outturn.before-{HEAD}.db").read_text() == "an earlier one"


def test_a_database_that_cannot_be_copied_is_not_touched(tmp_path: Path) -> None:
    file = old_file(tmp_path)
    (tmp_path / f"outturn.db.before-{HEAD}.part").mkdir()
    (tmp_path / f"outturn.db.before-{HEAD}.part" / "full").touch()
    with pytest.raises(SettingsFault, match="no copy of it could be kept in"):
        upgraded(f"sqlite:///{file}")
    assert tables_of(file) == {"release"}


@pytest.mark.parametrize("step", ["0002x", "9999", "1f3a5b7c9d2e"])
def test_a_database_of_a_newer_product_is_refused_and_not_touched(engine: Engine, step: str) -> None:
    upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :step"), {"step": step})
        connection.execute(text("DROP TABLE own_note"))
    with pytest.raises(SettingsFault, match=f"newer Outturn: its tables are at step {step}.*Nothing was changed"):
        upgrade(engine)
    assert not inspect(engine).has_table("own_note")


def _upgrade_in_a_process(address: str) -> str:
    done = upgraded(address)
    return done.now if done else "waited"


def test_of_processes_that_start_together_one_upgrades_and_the_others_wait(engine: Engine, store_url: str) -> None:
    with engine.begin() as connection:
        connection.execute(text(OLD))
    with get_context("spawn").Pool(3) as pool:
        assert sorted(pool.map(_upgrade_in_a_process, [store_url] * 3)) == [HEAD, "waited", "waited"]


@pytest.mark.parametrize("statement", [3, 8, 20, 40, 80, 120, 200])
def test_a_kill_in_the_middle_leaves_a_database_that_opens_and_is_upgraded(tmp_path: Path, statement: int) -> None:
    file = old_file(tmp_path)
    killed = killed_at(file, statement, upgrade)
    if killed:
        assert killed == signal.SIGKILL
        is_done = tables_of(file) != {"release"}  # killed after its end
        assert not is_done or asked(file, "SELECT version_num FROM alembic_version") == [(HEAD,)]
    upgraded(f"sqlite:///{file}")
    assert asked(file, "SELECT id, words FROM release") == [(7, "")]
    assert asked(file, "PRAGMA integrity_check") == [("ok",)]
    assert [path.name for path in tmp_path.glob("*before*")] == [f"outturn.before-{HEAD}.db"]


def test_a_step_may_drop_what_is_referred_to_but_not_leave_it_so(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To make a table anew SQLite has to drop it, which it refuses while it checks references."""
    old_file(tmp_path)
    engine = open_engine(sqlite_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE kept (release INTEGER REFERENCES release (id))"))
        connection.execute(text("INSERT INTO kept VALUES (7)"))
    monkeypatch.setattr("data.upgrading._run", lambda connection: connection.execute(text("DROP TABLE release")))
    with pytest.raises(SettingsFault, match="rows of kept refer to rows that are not there"):
        upgrade(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT id FROM release")).all() == [(7,)]
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
    engine.dispose()


def before() -> Table:
    return Table("kept", MetaData(), Column("id", Integer, primary_key=True))


def after() -> Table:
    columns = (
        Column("words", String, nullable=False, default="its"),
        Column("gone", Integer, nullable=False, default=0),
        Column("number", Numeric),
    )
    return Table("kept", MetaData(), Column("id", Integer, primary_key=True), *columns)


def completed(connection: Connection, tables: MetaData) -> None:
    with Operations.context(MigrationContext.configure(connection)):
        complete(connection, tables)


def test_columns_are_added_with_their_defaults_and_rows_stay(engine: Engine) -> None:
    old, new = before(), after()
    with engine.begin() as connection:
        old.metadata.create_all(connection)
        connection.execute(insert(old).values(id=7))
        completed(connection, new.metadata)
        completed(connection, new.metadata)  # nothing is lacking any more
        assert [tuple(row) for row in connection.execute(select(new))] == [(7, "its", 0, None)]


def test_a_column_that_old_rows_cannot_have_is_a_mistake_of_ours(engine: Engine) -> None:
    new = Table("kept", MetaData(), Column("id", Integer, primary_key=True), Column("who", String, nullable=False))
    with engine.begin() as connection:
        before().metadata.create_all(connection)
        with pytest.raises(ValueError, match="needs a default"):
            completed(connection, new.metadata)
