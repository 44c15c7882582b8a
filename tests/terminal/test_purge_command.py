"""`outturn purge` says what would go, asks, erases with the reason, and is done with the disk when it ends with 0."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from dashboard.cli import main
from dashboard.domain.access.retention import KeepRule, KeptBy
from dashboard.terminal.purge import told
from data.intake.pipeline import Wish
from data.keeping.area_rows import AreaLoss
from data.keeping.erasing import Because, Loss, erase
from data.keeping.own_rows import OwnLoss
from data.keeping.retention import decide, months_of
from data.originals.folder import keep
from tests.data.keeping.test_erasing import files
from tests.data.own.conftest import reader
from tests.data.own.typed import load, table_1
from tests.web.served import client_of

__all__ = ["reader"]
Captured = pytest.CaptureFixture[str]
LONG_AGO = datetime.now(UTC) - timedelta(days=400)


@pytest.fixture
def own(own: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """A database of one's own with a file that was loaded more than a year ago, and is kept."""
    monkeypatch.setenv("OUTTURN_ORIGINALS", str(tmp_path / "originals"))
    path = table_1(tmp_path, E7="1,131")
    summary = load(own, path, wish=Wish(LONG_AGO, partnership="warwickshire"))
    keep(path, summary.files[0].sha256, tmp_path / "originals")
    return own


@pytest.mark.parametrize(
    ("numbers", "stay", "words"),
    [
        ((3,), 0, "File 3, a.csv: the kept file."),
        ((3, 4), 1, "Files 3 and 4, a.csv: the kept file (one name that other files need stays)."),
        ((3, 4, 9), 2, "Files 3, 4 and 9, a.csv: the kept file (two names that other files need stay)."),
    ],
)
def test_one_and_many_are_said_apart(numbers: tuple[int, ...], stay: int, words: str) -> None:
    assert told((Loss(numbers, "a.csv", "", OwnLoss(stay=stay), (), 0, AreaLoss()),))[0] == words


def is_kept(tmp_path: Path) -> bool:
    return any(path.is_file() for path in (tmp_path / "originals").rglob("*"))


def test_without_yes_what_would_go_is_said_and_nothing_goes(own: Engine, tmp_path: Path, capsys: Captured) -> None:
    [number] = files(own)
    assert main(["purge", "--file", str(number), "--because", "as agreed"]) == 2
    said = capsys.readouterr().err
    assert f"File {number}, table-1.xlsx: one figure and the kept file of warwickshire." in said
    assert "Nothing brings the rest back." in said
    assert is_kept(tmp_path)


def test_with_yes_it_is_erased_and_every_page_says_so(own: Engine, tmp_path: Path, capsys: Captured) -> None:
    [number] = files(own)
    assert main(["purge", "--file", str(number), "--because", "the agreement has ended.", "--yes"]) == 0
    assert capsys.readouterr().out.startswith(f"Erased: File {number}, table-1.xlsx: one figure")
    assert not is_kept(tmp_path)
    client: FlaskClient = client_of(own, tmp_path)
    for address in (f"/files/{number}", "/figures/1"):
        page = client.get(address)
        assert page.status_code == 410
        assert "<h1>What stood here was erased</h1>" in page.text
        assert "The file table-1.xlsx was erased on " in page.text
        assert "because the agreement has ended." in page.text
    assert "; erased on " in client.get("/load").text
    assert client.get("/figures/2").status_code == 404
    assert client.get(f"/files/{number + 1}").status_code == 404


def test_what_is_due_is_erased_by_its_rule(own: Engine, tmp_path: Path, capsys: Captured) -> None:
    assert main(["purge", "--due", "--yes"]) == 0
    assert capsys.readouterr().out == "Nothing is due.\n"
    decide(own, KeepRule(KeptBy.KIND, "figures", 12, "as agreed", "A. Jones"), LONG_AGO)
    assert main(["purge", "--due", "--yes", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [(item["name"], item["figures"], item["partnerships"]) for item in said["erased"]] == [
        ("table-1.xlsx", 1, ["warwickshire"])
    ]
    assert (said["unfinished"], said["copies"], is_kept(tmp_path)) == ([], [], False)
    assert main(["purge", "--due", "--yes"]) == 0
    page = client_of(own, tmp_path).get(f"/files/{files(own)[0]}").text
    assert "because files of this kind are kept 12 months." in page


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--file", "9999", "--because", "x"], "There is no file 9999 in the log"),
        (["--file", "99999999999999999999", "--because", "x"], "There is no file 99999999999999999999 in the log"),
        (["--file", "1"], "Say why with --because"),
        (["--source", "nowhere", "--because", "x"], "No file was loaded from “nowhere”"),
        (["--file", "1", "--because", "x"], "Sampleshire, which comes with the product"),
    ],
)
def test_what_cannot_be_is_said(own: Engine, capsys: Captured, words: list[str], said: str) -> None:
    assert main(["purge", *words, "--yes"]) == 1
    assert said in capsys.readouterr().err


def test_a_purge_that_was_cut_off_is_ended_by_the_next(own: Engine, tmp_path: Path) -> None:
    erase(own, files(own), Because("A. Jones", "as agreed"), LONG_AGO)
    assert is_kept(tmp_path)
    assert main(["purge"]) == 0
    assert not is_kept(tmp_path)


def test_a_server_that_starts_ends_a_purge_that_was_cut_off(own: Engine, tmp_path: Path) -> None:
    erase(own, files(own), Because("A. Jones", "as agreed"), LONG_AGO)
    client_of(own, tmp_path)
    assert not is_kept(tmp_path)


def test_copies_that_upgrades_kept_are_named(own: Engine, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "own.before-0006.db").touch()
    assert main(["purge", "--file", str(files(own)[0]), "--because", "as agreed", "--yes"]) == 0
    assert f"{tmp_path / 'own.before-0006.db'}. Erase them yourself." in capsys.readouterr().err


@pytest.mark.parametrize(("months", "words"), [(0, "kept"), (1, "one month"), (12, "12 months")])
def test_a_rule_says_how_long_in_words(months: int, words: str) -> None:
    assert months_of(months) == words
