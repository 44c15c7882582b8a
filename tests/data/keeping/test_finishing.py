"""Of what was erased no byte is left: not in the kept file, the database's file, its log, or what was handed in."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.questions.street import Original
from data.audit.erased import of_file, state_of
from data.keeping.erasing import erase
from data.keeping.finishing import copies_of, finish_erasing
from data.originals.folder import keep, kept
from tests.data.keeping.test_erasing import LATER, WHY, files, in_folder
from tests.data.killed import killed_at
from tests.data.own.conftest import engine, quick_engine, reader
from tests.data.own.typed import load, text_file

__all__ = ["engine", "quick_engine", "reader"]
HEADING = "Indicator,Period,Actual,Target,Note"
#: Words that stand nowhere but in a cell, a note, a rejected row and a name.
MARKS = ("Qzfigurename", "Qzareaname", "Qznotewords", "Qzrejected")


def marked_file(folder: Path) -> Path:
    return text_file(
        folder,
        "incidents.csv",
        "Indicator,Area,Period,Actual,Target,Note",
        "Qzfigurename,,2010/11,7,,Qznotewords",
        "Qzfigurename,Qzareaname,2010/11,7,,",
        *[f"Qzfigurename,,{year}/{year % 100 + 1:02},{year % 50},," for year in range(2011, 2021)],
        "Qzfigurename,,2009/10,12Qzrejected,,",
    )


def loaded(engine: Engine, folder: Path, originals: Path) -> str:
    """Load the marked file and keep it; return its fingerprint."""
    path = marked_file(folder)
    summary = load(engine, path)
    keep(path, summary.files[0].sha256, originals)
    return summary.files[0].sha256


def found_in(folder: Path) -> set[str]:
    """Which of the words stand in any file of *folder*."""
    every = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return {mark for mark in MARKS if mark.encode() in every}


@pytest.fixture
def folder(quick_engine: Engine) -> Path:
    """Where the database lies, with its log."""
    return Path(str(quick_engine.url.database)).parent


def test_no_byte_is_left_where_the_file_was_read_to(quick_engine: Engine, folder: Path, tmp_path: Path) -> None:
    source, originals = in_folder(tmp_path, "source"), tmp_path / "originals"
    sha256 = loaded(quick_engine, source, originals)
    incoming = originals / "incoming" / "AAAAAAAAAAAAAAAAAAAAAA"
    incoming.mkdir(parents=True)
    (incoming / "job.json").write_text(f'{{"sha256":"{sha256}","text":"Qznotewords"}}', encoding="utf-8")
    for path in source.iterdir():
        path.unlink()
    assert found_in(folder) == set(MARKS)
    erase(quick_engine, files(quick_engine), WHY, LATER)
    assert finish_erasing(quick_engine, originals) == []
    assert found_in(folder) == set()
    assert list(originals.rglob("*.json")) == []
    assert state_of(quick_engine, sha256, Original.MISSING) is Original.ERASED
    found = of_file(quick_engine, files(quick_engine)[0])
    assert found is not None
    assert found.is_finished


def test_a_file_that_was_loaded_again_since_is_kept(quick_engine: Engine, tmp_path: Path) -> None:
    originals = tmp_path / "originals"
    sha256 = loaded(quick_engine, in_folder(tmp_path, "first"), originals)
    erase(quick_engine, files(quick_engine), WHY, LATER)
    loaded(quick_engine, in_folder(tmp_path, "second"), originals)
    assert finish_erasing(quick_engine, originals) == []
    assert kept(sha256, originals).is_file()
    assert state_of(quick_engine, sha256, Original.MISSING) is Original.MISSING


def test_a_file_that_cannot_be_taken_away_is_said_and_tried_again(quick_engine: Engine, tmp_path: Path) -> None:
    originals = tmp_path / "originals"
    sha256 = loaded(quick_engine, tmp_path, originals)
    erase(quick_engine, files(quick_engine), WHY, LATER)
    place = kept(sha256, originals)
    place.unlink()
    place.mkdir()  # whatever keeps it from being taken away
    [said] = finish_erasing(quick_engine, originals)
    assert "cannot be erased" in said
    place.rmdir()
    assert finish_erasing(quick_engine, originals) == []


def test_while_somebody_reads_the_database_the_rest_waits_and_is_done_with_the_next_purge(
    quick_engine: Engine, folder: Path, tmp_path: Path
) -> None:
    originals = tmp_path / "originals"
    loaded(quick_engine, in_folder(tmp_path, "source"), originals)
    with closing(sqlite3.connect(str(quick_engine.url.database))) as reading:
        reading.execute("BEGIN")
        reading.execute("SELECT * FROM own_figure").fetchone()
        erase(quick_engine, files(quick_engine), WHY, LATER)
        [said] = finish_erasing(quick_engine, originals)
        assert "could not be written anew" in said
    assert finish_erasing(quick_engine, originals) == []


@pytest.mark.parametrize("statement", [2, 8, 14, 20, 26, 30, 34, 36, 38, 39, 40, 41, 42, 60])
def test_a_kill_leaves_a_file_erased_or_not_and_the_next_run_ends_it(
    quick_engine: Engine, folder: Path, tmp_path: Path, statement: int
) -> None:
    source, originals = in_folder(tmp_path, "source"), tmp_path / "originals"
    loaded(quick_engine, source, originals)
    [number] = files(quick_engine)
    for path in source.iterdir():
        path.unlink()
    quick_engine.dispose()

    def erase_it(own: Engine) -> None:
        erase(own, [number], WHY, LATER)
        finish_erasing(own, originals)

    killed_at(Path(str(quick_engine.url.database)), statement, erase_it)
    finish_erasing(quick_engine, originals)
    assert found_in(folder) == (set() if of_file(quick_engine, number) else set(MARKS))


def test_copies_that_upgrades_kept_are_named(quick_engine: Engine, folder: Path) -> None:
    assert copies_of(quick_engine) == []
    (folder / "own.before-0007.db").touch()
    (folder / "other.before-0007.db").touch()
    assert [path.name for path in copies_of(quick_engine)] == ["own.before-0007.db"]


def test_on_a_server_too_the_tables_are_written_anew(engine: Engine, tmp_path: Path) -> None:
    originals = tmp_path / "originals"
    sha256 = loaded(engine, tmp_path, originals)
    erase(engine, files(engine), WHY, LATER)
    assert finish_erasing(engine, originals) == []
    assert not kept(sha256, originals).exists()
