"""Which databases can be opened, and that a write is all or nothing."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from dashboard.domain.errors import SettingsFault
from data.engine import begin_writing, open_engine


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("", "The database address is not a SQLAlchemy URL such as sqlite:///outturn.db."),
        ("outturn.db", "The database address is not a SQLAlchemy URL such as sqlite:///outturn.db."),
        ("mysql://localhost/outturn", "Outturn keeps its figures in SQLite or PostgreSQL, not mysql."),
    ],
)
def test_an_address_we_cannot_serve_is_refused_in_a_sentence(address: str, sentence: str) -> None:
    with pytest.raises(SettingsFault) as fault:
        open_engine(address)
    assert str(fault.value) == sentence


def test_a_sqlite_file_may_lie_in_a_folder_that_does_not_exist_yet(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder" / "outturn.db"
    engine = open_engine(f"sqlite:///{file}")
    with begin_writing(engine) as connection:
        connection.exec_driver_sql("CREATE TABLE t (n INTEGER)")
    engine.dispose()
    assert file.is_file()


@pytest.mark.parametrize("address", ["sqlite://", "sqlite:///:memory:"])
def test_a_database_in_memory_needs_no_folder(address: str) -> None:
    engine = open_engine(address)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT 1")).scalar() == 1
    engine.dispose()


def test_sqlite_keeps_foreign_keys_and_readers_beside_a_writer(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    with engine.connect() as connection:
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("foreign_keys", "journal_mode")]
    engine.dispose()
    assert found == [1, "wal"]


def write_and_fail(engine: Engine) -> None:
    with begin_writing(engine) as connection:
        connection.execute(text("INSERT INTO t VALUES (1)"))
        raise KeyError


def test_a_write_that_fails_leaves_nothing_behind(store_url: str) -> None:
    engine = open_engine(store_url)
    with begin_writing(engine) as connection:
        connection.execute(text("CREATE TABLE t (n INTEGER)"))
    with pytest.raises(KeyError):
        write_and_fail(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM t")).scalar() == 0
    engine.dispose()


def test_a_plain_postgresql_address_is_opened_with_the_driver_we_ship() -> None:
    engine = open_engine("postgresql://localhost/outturn")
    assert engine.url.drivername == "postgresql+psycopg"
    engine.dispose()
