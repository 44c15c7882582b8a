"""A SQLite file is its owner's alone, and nobody goes on writing to one that is gone."""

import stat
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from data.connections.trouble import Trouble, trouble_of
from data.engine import open_engine


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_is_made_is_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "home" / "outturn.db"
    engine = open_engine(f"sqlite:///{file}")
    with engine.connect() as connection:
        connection.execute(text("CREATE TABLE one (a)"))
        connection.commit()
        assert {path.name: mode(path) for path in file.parent.iterdir()} == dict.fromkeys(
            ("outturn.db", "outturn.db-wal", "outturn.db-shm"), 0o600
        )
    engine.dispose()
    assert mode(file.parent) == 0o700


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir(mode=0o755)
    open_engine(f"sqlite:///{tmp_path / 'shared' / 'outturn.db'}").dispose()
    assert mode(tmp_path / "shared") == 0o755


def test_a_file_that_is_gone_is_not_made_anew_and_one_that_is_back_is_read(tmp_path: Path) -> None:
    file, aside = tmp_path / "outturn.db", tmp_path / "aside.db"
    engine = open_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE one (a)"))
    file.rename(aside)
    with pytest.raises(OperationalError) as raised:
        engine.connect()
    assert (trouble_of(raised.value), file.exists()) == (Trouble.AWAY, False)
    aside.rename(file)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM one")).scalar() == 0
    engine.dispose()


def test_another_file_in_its_place_is_read_and_not_the_one_that_was_opened(tmp_path: Path) -> None:
    file, other = tmp_path / "outturn.db", tmp_path / "other.db"
    engines = {path: open_engine(f"sqlite:///{path}") for path in (file, other)}
    for path, engine in engines.items():
        with engine.begin() as connection:
            connection.execute(text(f"CREATE TABLE said AS SELECT '{path.stem}' AS name"))
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    engines[other].dispose()
    other.replace(file)
    with engines[file].connect() as connection:
        assert connection.execute(text("SELECT name FROM said")).scalar() == "other"
    engines[file].dispose()
