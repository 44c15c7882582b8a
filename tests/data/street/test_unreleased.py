"""Files that no release covers are named where something is undone, with why they stay."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.terminal.load import undo_newest
from data.street.unreleased import stays_loaded
from tests.data.street.testshire import HOODS, MOMENT, incident, load, lookup_files, month_file

ONE = next(iter(HOODS))
AGAIN = "what it replaced is not kept, so load the earlier file again to put it back."


def test_what_came_after_is_counted(engine: Engine, tmp_path: Path) -> None:
    assert stays_loaded(engine, "") == ""
    load(engine, month_file(tmp_path, incident(ONE)))
    day = f"{MOMENT:%Y-%m-%d}"
    said = f"1 file of street-level crime and its places, loaded up to {day}, is not undone: {AGAIN}"
    assert stays_loaded(engine, "") == said
    load(engine, *lookup_files(tmp_path))
    assert stays_loaded(engine, "").startswith("3 files of street-level crime and its places, loaded up to")
    assert "what they replaced is not kept" in stays_loaded(engine, "")
    assert stays_loaded(engine, "2999") == ""


def test_where_nothing_can_be_undone_it_says_what_stays(
    engine: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load(engine, month_file(tmp_path, incident(ONE)))
    assert undo_newest(engine, ask=False) == 1
    said = capsys.readouterr().err
    assert said.startswith("There is nothing to undo: no figures of your own are published. ")
    assert AGAIN in said
