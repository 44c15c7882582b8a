"""Loads that meet or die: two at once leave one set of rows, a killed one leaves the old state or the new."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from data.engine import open_engine
from data.intake.published import FOLDER, current_version, ensure_published, fingerprint
from tests.data.contents import contents
from tests.data.loading_process import COMMIT, NEVER

ROOT = Path(__file__).parents[2]


def start(url: str, folder: Path, fatal: str = NEVER) -> subprocess.Popen[str]:
    """A process that is ready to load *folder* and waits for a line."""
    command = [sys.executable, "-m", "tests.data.loading_process", url, str(folder), fatal]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def killed(url: str, folder: Path, fatal: str) -> bool:
    """Load *folder* in a process of its own; return whether it died by its own hand."""
    process = start(url, folder, fatal)
    process.communicate("go\n")
    assert process.returncode in (0, -signal.SIGKILL)
    return process.returncode == -signal.SIGKILL


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The published folder with one figure changed."""
    folder = Path(shutil.copytree(FOLDER, tmp_path / "published"))
    file = folder / "observations.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("Actual,323\n", "Actual,324\n"), encoding="utf-8")
    assert fingerprint(folder) != fingerprint(FOLDER)
    return folder


def test_three_starts_at_once_on_an_empty_database_leave_every_row_once(store_url: str, published_url: str) -> None:
    processes = [start(store_url, FOLDER) for _ in range(3)]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    answers = [process.communicate()[0].strip() for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0]
    assert sorted(answers) == ["already there", "already there", "loaded"]
    engine, single = open_engine(store_url), open_engine(published_url)
    assert contents(engine) == contents(single)
    engine.dispose()
    single.dispose()


@pytest.mark.parametrize(
    "fatal",
    [
        *("DROP TABLE source_cell", "INSERT INTO observation", COMMIT),
        *(
            pytest.param(fatal, marks=pytest.mark.drill)
            for fatal in (
                *("DROP TABLE observation", "DROP TABLE state", "INSERT INTO load", "INSERT INTO category"),
                *("INSERT INTO source_cell", "INSERT INTO target", "INSERT INTO state"),
            )
        ),
    ],
)
def test_a_killed_load_leaves_the_old_state_and_the_next_one_the_new(store_url: str, changed: Path, fatal: str) -> None:
    engine = open_engine(store_url)
    ensure_published(engine)
    old = contents(engine)
    died = killed(store_url, changed, fatal)
    found = contents(engine)
    loaded = ensure_published(engine, changed)
    version = current_version(engine)
    engine.dispose()
    assert (died, found == old, loaded, version) == (True, True, True, fingerprint(changed))


@pytest.mark.parametrize(
    "fatal",
    [
        *("INSERT INTO observation", COMMIT),
        *(pytest.param(fatal, marks=pytest.mark.drill) for fatal in ("CREATE TABLE category", "INSERT INTO state")),
    ],
)
def test_a_killed_first_load_leaves_nothing_that_looks_like_figures(store_url: str, fatal: str) -> None:
    died = killed(store_url, FOLDER, fatal)
    engine = open_engine(store_url)
    version = current_version(engine)
    loaded = ensure_published(engine)
    engine.dispose()
    assert (died, version, loaded) == (True, "", True)
