"""Proves that a load killed at any moment leaves the old figures or the new ones, never a part."""

import os
import shutil
import signal
import sqlite3
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.engine import open_engine
from data.intake.pipeline import Wish, load_files
from tests.data.street.streets import street_file

MONTHS = [f"2025-{month:02}" for month in range(1, 13)]
ROWS = 2_000
State = tuple[int, int, int]


def state(database: Path) -> State:
    """Published months, incidents by map point, and the sum of every place's counts."""
    with sqlite3.connect(database) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        sums = ("SELECT COUNT(*) FROM force_month", "SELECT SUM(n) FROM point_count", "SELECT SUM(n) FROM area_count")
        found = tuple(opened.execute(question).fetchone()[0] for question in sums)
    opened.close()
    return found[0], found[1], found[2]


def start(database: Path, files: list[Path]) -> int:
    """Load *files* in a process of its own; return its number."""
    process = os.fork()
    if process == 0:
        try:
            summary = load_files(open_engine(f"sqlite:///{database}"), files, Wish(datetime(2026, 11, 21, tzinfo=UTC)))
            os._exit(0 if summary.loaded else 1)
        except BaseException:  # noqa: BLE001 - the forked test must never go on as a second one
            os._exit(2)
    return process


def copied(database: Path, folder: Path) -> Path:
    return Path(shutil.copyfile(database, folder / "outturn.db"))


@pytest.mark.slow
@pytest.mark.parametrize("kills", [8, pytest.param(50, marks=pytest.mark.drill)])
def test_a_load_killed_again_and_again_leaves_the_old_figures_or_the_new(
    published_url: str, tmp_path: Path, kills: int
) -> None:
    original = Path(published_url.removeprefix("sqlite:///"))
    files = [street_file(tmp_path, month, ROWS) for month in MONTHS]
    old = state(original)
    began = time.monotonic()
    _, status = os.waitpid(start(copied(original, tmp_path), files), 0)
    lasted = time.monotonic() - began
    new = state(tmp_path / "outturn.db")
    assert (os.waitstatus_to_exitcode(status), new[:2]) == (0, (old[0] + len(MONTHS), old[1] + len(MONTHS) * ROWS))
    ends = []
    for kill in range(kills):
        for leftover in tmp_path.glob("outturn.db*"):
            leftover.unlink()
        process = start(copied(original, tmp_path), files)
        time.sleep(lasted * kill / kills)
        os.kill(process, signal.SIGKILL)
        _, status = os.waitpid(process, 0)
        ends.append((os.waitstatus_to_exitcode(status), state(tmp_path / "outturn.db")))
    assert {end for _, end in ends} <= {old, new}
    # How many come before the end hangs on what else the machine does: the first always does.
    assert sum(end == (-signal.SIGKILL, old) for end in ends) >= kills // 4
