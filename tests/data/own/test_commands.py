"""Proves `outturn load` and `outturn undo` on figures: what is told, what is asked, how each ends."""

import getpass
import io
import json
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.cli import main
from dashboard.terminal.load import MOST_CHANGES
from data.own.history import moves
from tests.data.own.typed import number, table_1, text_file

Captured = pytest.CaptureFixture[str]
HEADING = "Indicator,Area,Period,Actual,Target"


@pytest.fixture(autouse=True)
def database(quick_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUTTURN_DATABASE", quick_engine.url.render_as_string(hide_password=False))
    monkeypatch.setenv("OUTTURN_ORIGINALS", str(tmp_path / "originals"))


@pytest.fixture
def corrected(tmp_path: Path, capsys: Captured) -> Path:
    """A table with another figure for NI 40, loaded."""
    path = table_1(tmp_path, E7="1,131")
    assert main(["load", str(path), "--partnership", "Warwickshire", "--yes"]) == 0
    capsys.readouterr()
    return path


def typing(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """Somebody sits at a terminal and types *answers*."""
    typed = io.StringIO("".join(f"{words}\n" for words in answers))
    monkeypatch.setattr(typed, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", typed)


def test_what_a_table_changes_is_told_figure_by_figure(tmp_path: Path, capsys: Captured) -> None:
    path = table_1(tmp_path, E7="1,131", E8="1,1283", F2="2011/12 Target", F8=290)
    assert main(["load", str(path), "--partnership", "warwickshire", "--yes"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "table-1.xlsx: indicator figures, 25 rows"
    assert "  table-1.xlsx: 1 row rejected: a row has a figure that cannot be read." in said
    assert said[-4:] == [
        "  changed: Drug users in effective treatment, Warwickshire, 2010/11 actual: 1,128 ³ → 1,131",
        "  new: People killed or seriously injured in road traffic accidents, Warwickshire, 2011/12 target: 290",
        "  22 figures the same as published",
        "25 rows in 1 file.",
    ]


def test_what_is_new_is_told_first_and_many_figures_are_counted(tmp_path: Path, capsys: Captured) -> None:
    lines = [f"Knife crime,Lymington,{year}/{(year + 1) % 100:02},{year},TBC" for year in range(1991, 2021)]
    path = text_file(tmp_path, "a.csv", HEADING, *lines)
    assert main(["load", str(path), "--partnership", "New Forest", "--yes"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[1:5] == [
        "  New partnership: New Forest",
        "  New area: Lymington",
        "  New indicator: Knife crime",
        "  Not judged, no polarity declared: Knife crime",
    ]
    assert said[-2] == f"  … and {60 - MOST_CHANGES} more figures"


def test_the_summary_as_json_is_whole(tmp_path: Path, capsys: Captured) -> None:
    path = table_1(tmp_path, E7="1,131", E8="1,1283")
    assert main(["load", str(path), "--partnership", "warwickshire", "--yes", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["loaded"], said["rejected"], said["refused"], said["files"][0]["kind"]) == (True, 1, [], "figures")


def test_a_table_of_nobody_is_refused(tmp_path: Path, capsys: Captured) -> None:
    assert main(["load", str(table_1(tmp_path)), "--yes"]) == 1
    assert capsys.readouterr().err.startswith("Nothing was loaded. table-1.xlsx does not say whose figures it holds:")


def test_what_a_file_holds_no_more_is_withdrawn_when_asked(
    tmp_path: Path, capsys: Captured, quick_engine: Engine
) -> None:
    lines = (HEADING, "NI 40,,2010/11,1131,", "NI 47,,2012/13,,250")
    for kept in (lines, lines[:2]):
        path = text_file(tmp_path, "a.csv", *kept)
        assert main(["load", str(path), "--partnership", "warwickshire", "--withdraw", "--yes"]) == 0
    assert "2012/13 target: 250 → –" in capsys.readouterr().out
    assert len(moves(quick_engine)) == 2


def test_the_newest_load_is_undone(corrected: Path, capsys: Captured, quick_engine: Engine) -> None:
    assert main(["undo", "--yes"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"Undone: loaded {corrected}, 20")
    assert said.endswith(" UTC, 1 figure.\n")
    assert number(quick_engine)[0] == 1128
    assert [item.who for item in moves(quick_engine)] == [getpass.getuser()] * 2
    assert main(["undo", "--yes"]) == 1
    assert capsys.readouterr().err == "There is nothing to undo: no figures of your own are published.\n"


@pytest.mark.parametrize(("answers", "left"), [(["y"], 1128), (["YES"], 1128), (["n"], 1131), ([""], 1131)])
@pytest.mark.usefixtures("corrected")
def test_undoing_is_asked_for_on_a_terminal(
    answers: Iterable[str], left: int, quick_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing(monkeypatch, *answers)
    assert main(["undo"]) == 0
    assert number(quick_engine)[0] == left


@pytest.mark.usefixtures("corrected")
def test_nothing_is_undone_when_nobody_is_there_to_be_asked(
    capsys: Captured, quick_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert main(["undo"]) == 2
    assert capsys.readouterr().err.startswith("Nothing was undone: nobody is there to be asked. Say --yes to undo:")
    assert number(quick_engine)[0] == 1131


def test_loading_is_asked_for_on_a_terminal(
    tmp_path: Path, capsys: Captured, quick_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ["load", str(table_1(tmp_path, E7="1,131")), "--partnership", "warwickshire"]
    typing(monkeypatch, "no", "y")
    assert main(command) == 0
    assert "Nothing was loaded." in capsys.readouterr().err
    assert number(quick_engine)[0] == 1128
    assert main(command) == 0
    assert number(quick_engine)[0] == 1131


def test_help_names_undo(capsys: Captured) -> None:
    with pytest.raises(SystemExit):
        main(["undo", "--help"])
    assert "--yes" in capsys.readouterr().out
