"""A backup holds everything but who is signed in, is taken while others write, and comes back on either engine."""

import shutil
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import Engine, inspect, select, text

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.errors import RefusedBackup
from dashboard.domain.papers.job import PaperOrder
from data.access.accounts import NewAccount, accounts, add
from data.audit import reading
from data.audit.recording import record
from data.backup.restoring import Restored, restore
from data.backup.taking import back_up
from data.engine import open_engine
from data.intake.published import ensure_published
from data.keeping.erasing import Because, erase
from data.keeping.retention import files
from data.migrations import steps
from data.originals.folder import kept, original
from data.papers.jobs import order
from data.tables.access import session
from data.tables.every import every_table
from data.upgrading import VERSIONS
from tests.data.backup.kept_place import NOON, KeptPlace, exports, rows

LATER = NOON + timedelta(hours=8)
EVERY = [table.name for table in every_table()]
PAGES_WITH_FIGURES = ("overview", "year-end", "trends", "drill-down", "hotspots", "plan", "data")
BOTH_VIEWS = ("partnership=warwickshire&period=2010-11", "partnership=sampleshire")
CHANGED = ("session", "audit", "audit_head", "street_state")  # by the restoring itself


def test_every_table_of_the_database_is_one_that_a_backup_holds(place: KeptPlace) -> None:
    there = set(inspect(place.engine).get_table_names()) - {VERSIONS, "sqlite_sequence"}
    assert {table.name for table in every_table()} == there


def put_back(file: Path, address: str, originals: Path) -> tuple[Engine, Restored]:
    engine = open_engine(address)
    return engine, restore(engine, originals, file, LATER)


def check_is_back(place: KeptPlace, engine: Engine, originals: Path) -> None:
    """Every row but those of sessions, every file and export to its last byte; what is done next goes on from there."""
    before, after = rows(place.engine, EVERY), rows(engine, EVERY)
    assert [name for name in before if before[name] != after[name] and name not in CHANGED] == []
    assert after["session"] == []
    assert original(place.sha256, originals) == "kept"
    assert exports(engine) == exports(place.engine)
    soundness, _ = reading.check(engine)
    assert soundness.is_whole
    assert DeedKind.DATABASE_RESTORED in {line.deed for line in reading.page(engine, reading.EVERY_LINE)[:2]}
    assert add(engine, NewAccount("sam", "local"), LATER).number == accounts(place.engine)[-1].number + 1
    assert order(engine, PaperOrder("derby", 3, "html", "x", "y"), LATER) == 3  # the second was taken away since
    assert not ensure_published(engine)


def test_what_is_wiped_comes_back(place: KeptPlace, backup: Path, tmp_path: Path) -> None:
    shutil.rmtree(place.originals)
    kept_file = tmp_path / "other" / "again.db"
    engine, done = put_back(backup, f"sqlite:///{kept_file}", tmp_path / "other" / "originals")
    assert (done.contents.step, len(done.contents.originals), done.come_back) == (steps()[-1], 1, ())
    check_is_back(place, engine, tmp_path / "other" / "originals")
    assert {path.name for path in (tmp_path / "other").iterdir()} - {"again.db-wal", "again.db-shm"} == {
        "again.db",
        "originals",
    }
    engine.dispose()


@pytest.mark.drill
@pytest.mark.postgres
def test_every_page_is_the_same_to_its_last_byte(
    whole_place: KeptPlace, backup: Path, tmp_path: Path, postgres_url: str
) -> None:
    before = exports(whole_place.engine, PAGES_WITH_FIGURES, BOTH_VIEWS)
    for address in (f"sqlite:///{tmp_path / 'again.db'}", postgres_url):
        engine, _ = put_back(backup, address, whole_place.originals)
        assert rows(engine, EVERY)["area_count"] == rows(whole_place.engine, EVERY)["area_count"]
        assert exports(engine, PAGES_WITH_FIGURES, BOTH_VIEWS) == before
        engine.dispose()


@pytest.mark.postgres
def test_it_moves_to_a_server_and_back(place: KeptPlace, backup: Path, tmp_path: Path, postgres_url: str) -> None:
    server, _ = put_back(backup, postgres_url, place.originals)
    again, _ = put_back(backup, postgres_url, place.originals)  # in the place of what is there
    server.dispose()
    file = tmp_path / "of-the-server.backup"
    assert back_up(again, place.originals, file, LATER).missing == ()
    back, _ = put_back(file, f"sqlite:///{tmp_path / 'back.db'}", place.originals)
    check_is_back(place, back, place.originals)
    check_is_back(place, again, place.originals)
    for engine in (again, back):
        with pytest.raises(Exception, match="the audit trail only grows"), engine.begin() as connection:
            connection.execute(text("DELETE FROM audit"))
        engine.dispose()


def test_it_is_taken_while_others_write_and_is_of_one_moment(place: KeptPlace, tmp_path: Path) -> None:
    ended, file = Event(), tmp_path / "busy.backup"

    def write() -> None:
        while not ended.is_set():
            record(place.engine, Deed(DeedKind.NOTE_WRITTEN, "x" * 200), NOON)

    busy = Thread(target=write)
    busy.start()
    try:
        back_up(place.engine, place.originals, file, NOON)
    finally:
        ended.set()
        busy.join()
    engine, _ = put_back(file, f"sqlite:///{tmp_path / 'again.db'}", place.originals)
    soundness, head = reading.check(engine)
    assert soundness.is_whole
    assert head is not None
    assert exports(engine) == exports(place.engine)
    engine.dispose()


def test_kept_files_that_are_gone_or_altered_are_named_and_left_out(place: KeptPlace, tmp_path: Path) -> None:
    lying = kept(place.sha256, place.originals)
    lying.write_bytes(b"another")
    taken = back_up(place.engine, place.originals, tmp_path / "1", NOON)
    lying.unlink()
    assert taken.altered == back_up(place.engine, place.originals, tmp_path / "2", NOON).missing == (place.sha256,)
    assert (taken.missing, taken.contents.originals) == ((), [])


def test_whoever_was_signed_in_signs_in_again(place: KeptPlace, backup: Path) -> None:
    with place.engine.connect() as connection:
        assert len(connection.execute(select(session)).all()) == 1
    restore(place.engine, place.originals, backup, LATER)
    assert rows(place.engine)["session"] == []


def test_what_was_erased_since_is_named(place: KeptPlace, backup: Path) -> None:
    [number] = [item.number for item in files(place.engine) if item.sha256 == place.sha256]
    erase(place.engine, {number}, Because("Jo", "as agreed"), LATER)
    assert restore(place.engine, place.originals, backup, LATER).come_back == ("table-1.xlsx",)


def test_the_trail_says_what_was_replaced(place: KeptPlace, backup: Path) -> None:
    with place.engine.connect() as connection:
        end = reading.head(connection)
    assert end is not None
    restore(place.engine, place.originals, backup, LATER)
    line = reading.page(place.engine, reading.EVERY_LINE)[0]
    assert line.before == f"an audit trail of {end.count} lines, ending in {end.shown}"


@pytest.mark.parametrize("step", ["", "0001", "9999"])
def test_only_a_database_of_this_product_is_backed_up(place: KeptPlace, tmp_path: Path, step: str) -> None:
    with place.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :step"), {"step": step})
    with pytest.raises(RefusedBackup, match=r"is not of this Outturn .*no backup was made"):
        back_up(place.engine, place.originals, tmp_path / "x.backup", NOON)
    assert not (tmp_path / "x.backup").exists()


def test_a_backup_is_never_written_over(place: KeptPlace, backup: Path) -> None:
    before = backup.read_bytes()
    with pytest.raises(RefusedBackup, match="is there already"):
        back_up(place.engine, place.originals, backup, NOON)
    assert backup.read_bytes() == before


def test_a_database_in_memory_is_not_backed_up(tmp_path: Path) -> None:
    engine = open_engine("sqlite://")
    ensure_published(engine)
    with pytest.raises(RefusedBackup, match="in memory is gone"):
        back_up(engine, tmp_path, tmp_path / "x.backup", NOON)
    assert list(tmp_path.iterdir()) == []
    engine.dispose()


def test_a_backup_is_for_its_owner_alone(place: KeptPlace, tmp_path: Path) -> None:
    back_up(place.engine, place.originals, tmp_path / "it", NOON)
    assert (tmp_path / "it").stat().st_mode & 0o777 == 0o600
