"""Proves that a load of figures killed at any moment leaves the old figures or the new ones, never a part."""

import os
import shutil
import signal
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from openpyxl import Workbook

from data.engine import open_engine
from data.intake.pipeline import load_files
from tests.data.own.typed import wish

INDICATORS, PERIODS = 100, 20
FIGURES = INDICATORS * PERIODS
State = tuple[int, int, int, int, int]
NOTHING: State = (0, 0, 0, 0, 0)


@pytest.fixture
def in_a_child() -> bool:
    return True


def big_book(path: Path) -> Path:
    """A workbook of 2,000 figures."""
    made = Workbook(write_only=True)
    sheet = made.create_sheet("Figures")
    sheet.append(["Indicator", "Polarity", *(f"{year}/{(year + 1) % 100:02}" for year in range(2000, 2000 + PERIODS))])
    for at in range(INDICATORS):
        sheet.append([f"Indicator {at}", "lower", *(at * 100 + year for year in range(PERIODS))])
    made.save(path)
    return path


def questions() -> Iterator[str]:
    for table in ("arrival WHERE kind = 'figures'", "release", "release_move", "own_indicator", "own_figure"):
        yield f"SELECT COUNT(*) FROM {table}"


def state(database: Path) -> State:
    """Files, releases, moves of the pointer, indicators and figures."""
    with sqlite3.connect(database) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        found = tuple(int(opened.execute(question).fetchone()[0]) for question in questions())
    opened.close()
    files, releases, moves, indicators, figures = found
    return files, releases, moves, indicators, figures


def start(database: Path, file: Path) -> int:
    """Load *file* in a process of its own; return its number."""
    process = os.fork()
    if process == 0:
        try:
            summary = load_files(open_engine(f"sqlite:///{database}"), [file], wish())
            os._exit(0 if summary.loaded else 1)
        except BaseException:  # noqa: BLE001 - the forked test must never go on as a second one
            os._exit(2)
    return process


def copied(database: Path, folder: Path) -> Path:
    for leftover in folder.glob("outturn.db*"):
        leftover.unlink()
    return Path(shutil.copyfile(database, folder / "outturn.db"))


@pytest.mark.no_cover  # the loads are processes of their own
@pytest.mark.slow
@pytest.mark.parametrize("kills", [3, pytest.param(30, marks=pytest.mark.drill)])
def test_a_load_of_figures_killed_again_and_again_leaves_the_old_state_or_the_new(
    published_url: str, tmp_path: Path, kills: int
) -> None:
    original = Path(published_url.removeprefix("sqlite:///"))
    file, own = big_book(tmp_path / "big.xlsx"), tmp_path / "outturn.db"
    assert state(original) == NOTHING
    began = time.monotonic()
    _, status = os.waitpid(start(copied(original, tmp_path), file), 0)
    lasted = time.monotonic() - began
    new: State = (1, 1, 1, INDICATORS, FIGURES)
    assert (os.waitstatus_to_exitcode(status), state(own)) == (0, new)
    chance, ends = Random("kill"), []
    for kill in range(kills):
        process = start(copied(original, tmp_path), file)
        time.sleep(lasted * (kill + chance.random()) / kills)
        os.kill(process, signal.SIGKILL)
        _, status = os.waitpid(process, 0)
        ends.append((os.waitstatus_to_exitcode(status), state(own)))
    assert {end for _, end in ends} <= {NOTHING, new}
    # How many come before the end hangs on what else the machine does.
    assert sum(end == (-signal.SIGKILL, NOTHING) for end in ends) >= kills // 6
