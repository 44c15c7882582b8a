"""`outturn backup` and `outturn restore` say what they did, ask before they replace anything, refuse in a sentence."""

from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.cli import main
from data.access.accounts import NewAccount, account_named, add
from data.originals.folder import keep
from tests.data.own.conftest import reader
from tests.data.own.typed import load, table_1

__all__ = ["reader"]
Captured = pytest.CaptureFixture[str]
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


class Terminal(StringIO):
    """Somebody who answers."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def backed_up(own: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> Path:
    """A backup of a database with one file; since then somebody was given an account."""
    monkeypatch.setenv("OUTTURN_ORIGINALS", str(tmp_path / "originals"))
    path = table_1(tmp_path, E7="1,131")
    keep(path, load(own, path).files[0].sha256, tmp_path / "originals")
    file = tmp_path / "last-night.backup"
    assert main(["backup", str(file)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"{file} holds the database at step 0")
    assert " and one loaded file, as they were on " in out
    assert err == ""
    add(own, NewAccount("jo", "local"), NOON)
    return file


def test_without_an_answer_nothing_is_replaced(
    backed_up: Path, own: Engine, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    assert main(["restore", str(backed_up)]) == 2
    assert "there is a database already, and nobody is there to be asked. Say --yes" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", Terminal("n\n"))
    assert main(["restore", str(backed_up)]) == 0
    assert "Nothing was restored." in capsys.readouterr().err
    assert account_named(own, "jo")


@pytest.mark.parametrize("said", ["--yes", "y\n"])
def test_it_is_replaced_where_somebody_says_so(
    backed_up: Path, own: Engine, monkeypatch: pytest.MonkeyPatch, capsys: Captured, said: str
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(said))
    assert main(["restore", str(backed_up), *([said] if said == "--yes" else [])]) == 0
    assert "Restored from last-night.backup: the database at step 0" in capsys.readouterr().out
    assert account_named(own, "jo") is None


def test_where_nothing_is_nobody_is_asked(backed_up: Path, tmp_path: Path, capsys: Captured) -> None:
    assert main(["restore", str(backed_up), "--database", f"sqlite:///{tmp_path / 'new' / 'outturn.db'}"]) == 0
    assert capsys.readouterr().out.endswith("Everybody signs in again.\n")
    assert main(["check", "--database", f"sqlite:///{tmp_path / 'new' / 'outturn.db'}"]) == 0


def test_what_is_not_in_the_backup_is_said(backed_up: Path, tmp_path: Path, capsys: Captured) -> None:
    for file in (tmp_path / "originals").rglob("*"):
        if file.is_file():
            file.write_bytes(b"another")
    assert main(["backup", str(tmp_path / "tonight.backup")]) == 0
    assert capsys.readouterr().err.startswith(
        "One kept file is altered in the folder of originals, and not in the back"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["backup", "/no/such/folder/x.backup"], "No backup was made in /no/such/folder: no such file or directory."),
        (["restore", "/no/such/file"], "/no/such/file cannot be opened: no such file or directory."),
        (["backup", "x", "--database", "nonsense"], "The database address is not a SQLAlchemy URL"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(own: Engine, capsys: Captured, words: list[str], said: str) -> None:
    assert main(words) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n"), err.startswith(said)) == ("", 1, True)
