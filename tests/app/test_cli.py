"""The commands: what they write, and how they end (0 done, 1 refused in a sentence, 2 wrong usage)."""

import json
import runpy
import sys
from pathlib import Path

import pytest

from dashboard.cli import main

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def database(published_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUTTURN_DATABASE", published_url)


def test_an_export_is_written_to_standard_output(capsys: Captured) -> None:
    assert main(["export", "plan", "--query", "partnership=derby"]) == 0
    out, err = capsys.readouterr()
    assert (out.count("\r\n") >= 31, out.startswith("ref,objective,action"), err) == (True, True, "")


def test_an_export_is_written_to_a_file_and_says_nothing(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "year-end.json"
    assert main(["export", "year-end", "--query", "period=2010-11", "--format", "json", "-o", str(file)]) == 0
    body = json.loads(file.read_text(encoding="utf-8"))
    assert (body["page"], body["title"]) == (
        "year-end",
        "2010/11 year end: two targets met, one missed and three not judged",
    )
    assert capsys.readouterr() == ("", "")


def test_a_file_and_standard_output_hold_the_same_bytes(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "plan.csv"
    main(["export", "plan", "-o", str(file)])
    main(["export", "plan"])
    assert file.read_bytes().decode("utf-8") == capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["heatmap"], "There is no page 'heatmap' to export; there are overview, year-end,"),
        (["plan", "--format", "docx"], "'docx' is not an export format; the formats are csv, json"),
        (["plan", "--template", "own.pptx"], "'csv' takes no template; those that do are: pptx."),
        (["meeting", "--format", "html", "--query", "meeting=99"], "Name a meeting by its number"),
        (["plan", "--query", "table=none"], "The page plan has no table 'none'; it has actions,"),
        (["plan", "--query", "partnership=atlantis"], "There is no partnership 'atlantis';"),
        (["plan", "--query", "area=%FF"], "The address is not a list of filters"),
        (["plan", "--database", "nonsense"], "The database address is not a SQLAlchemy URL"),
        (["plan", "--database", "mysql://db/outturn"], "Outturn keeps its figures in SQLite or PostgreSQL, not mysql."),
        (["plan", "-o", "/no/such/folder/plan.csv"], "/no/such/folder/plan.csv cannot be written: No such file"),
    ],
)
def test_what_cannot_be_exported_is_one_sentence_on_standard_error(
    arguments: list[str], words: str, capsys: Captured
) -> None:
    assert main(["export", *arguments]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n"), err.startswith(words)) == ("", 1, True)


@pytest.mark.parametrize(
    "arguments", [[], ["fly"], ["export"], ["export", "plan", "--colour", "red"], ["serve", "--port", "many"]]
)
def test_wrong_usage_ends_with_two(arguments: list[str], capsys: Captured) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    assert "usage: outturn" in capsys.readouterr().err


def test_the_database_of_the_command_goes_before_that_of_the_environment(
    published_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("OUTTURN_DATABASE", f"sqlite:///{tmp_path / 'other.db'}")
    assert main(["check", "--database", published_url]) == 0
    assert ([*tmp_path.iterdir()], bool(capsys.readouterr().out)) == ([], True)


def test_a_check_lists_every_finding_in_words_and_as_json(capsys: Captured) -> None:
    assert main(["check"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert main(["check", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert len(lines) == len(found)
    asb = next(item for item in found if item["said"] == "3135")
    assert (asb["partnership"], asb["severity"], asb["difference"]) == ("south-staffordshire", "differs", "8")
    assert asb["standing"] == "explained"
    assert f"south-staffordshire: differs, explained: {asb['subject']}: {asb['sentence']}" in lines


def test_help_names_every_command(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--help"])
    text = capsys.readouterr().out
    assert (end.value.code, [name in text for name in ("serve", "load", "export", "check")]) == (0, [True] * 4)


def test_a_reader_that_has_seen_enough_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    class ClosedPipe:
        def write(self, _text: str) -> int:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", ClosedPipe())
    assert main(["export", "plan"]) == 0


def test_the_package_is_run_like_the_command(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr(sys, "argv", ["outturn", "export", "heatmap"])
    with pytest.raises(SystemExit) as end:
        runpy.run_module("dashboard", run_name="__main__")
    assert end.value.code == 1
    assert capsys.readouterr().err.startswith("There is no page 'heatmap'")
