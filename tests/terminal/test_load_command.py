"""`outturn load` from one end to the other: 0 loaded, 1 refused in a sentence, 2 nobody to be asked."""

import csv
import hashlib
import io
import json
import shutil
import sys
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.terminal.load import described
from data.intake.pipeline import FileSummary, Summary

Captured = pytest.CaptureFixture[str]
HEADER = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,"
    "Crime type,Last outcome category,Context"
)
PLACED = "-1.5,52.3,On or near Mill Lane,E01031289,Warwick 001A"
KEYS = ["loaded", "rows", "rejected", "refused", "questions", "indicators", "files"]


def street_file(folder: Path, month: str = "2026-01", rows: int = 40) -> Path:
    path = folder / f"{month}-warwickshire-street.csv"
    lines = [f",{month},Warwickshire Police,Warwickshire Police,{PLACED},Anti-social behaviour,,"] * rows
    path.write_text("\n".join([HEADER, *lines, ""]), encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def database(published_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database of one's own that holds the published figures and the invented county."""
    own = tmp_path / "own.db"
    shutil.copyfile(published_url.removeprefix("sqlite:///"), own)
    monkeypatch.setenv("OUTTURN_DATABASE", f"sqlite:///{own}")
    monkeypatch.setenv("OUTTURN_ORIGINALS", str(tmp_path / "originals"))
    return own


def counted(capsys: Captured) -> int | None:
    """Warwickshire's incidents as the drill-down exports them; None while nothing is loaded."""
    capsys.readouterr()
    assert main(["export", "drill-down", "--query", "partnership=warwickshire&by=month"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    return sum(int(row["count"] or 0) for row in rows) if "count" in rows[0] else None


def test_what_is_loaded_is_shown_and_kept(tmp_path: Path, capsys: Captured) -> None:
    file = street_file(tmp_path)
    assert main(["load", str(file), "--yes", "--source", "data.police.uk"]) == 0
    out, err = capsys.readouterr()
    assert (out.splitlines()[0].startswith(f"{file.name}: "), out.splitlines()[-1], err) == (
        True,
        "40 rows in 1 file.",
        "",
    )
    (kept,) = [path for path in (tmp_path / "originals").rglob("*") if path.is_file()]
    assert kept.read_bytes() == file.read_bytes()
    assert counted(capsys) == 40


def test_the_same_bytes_again_change_nothing(tmp_path: Path, capsys: Captured) -> None:
    file = street_file(tmp_path)
    assert [main(["load", str(file), "--yes"]) for _ in range(2)] == [0, 0]
    assert "Already loaded on" in capsys.readouterr().out
    assert counted(capsys) == 40


def test_the_same_file_named_twice_is_read_once(tmp_path: Path, capsys: Captured) -> None:
    file = street_file(tmp_path)
    assert main(["load", str(file), str(file), "--yes"]) == 0
    assert counted(capsys) == 40


def test_a_refused_file_is_one_sentence_and_nothing_of_the_call_is_loaded(tmp_path: Path, capsys: Captured) -> None:
    wrong = tmp_path / "notes.csv"
    wrong.write_text("dear,all\nplease,find\n", encoding="utf-8")
    assert main(["load", str(street_file(tmp_path)), str(wrong), "--yes"]) == 1
    err = capsys.readouterr().err
    assert (err.count("\n"), err.startswith("Nothing was loaded. "), "Traceback" in err) == (1, True, False)
    assert "notes.csv" in err
    assert counted(capsys) is None
    assert not (tmp_path / "originals").exists()


def test_a_file_that_is_not_there_is_refused(tmp_path: Path, capsys: Captured) -> None:
    assert main(["load", str(tmp_path / "gone.csv"), "--yes"]) == 1
    assert capsys.readouterr().err == "Nothing was loaded. gone.csv cannot be opened: no such file or directory.\n"


def test_a_file_with_too_many_wrong_rows_is_refused(tmp_path: Path, capsys: Captured) -> None:
    file = street_file(tmp_path, rows=8)
    text = file.read_text(encoding="utf-8").replace("Anti-social behaviour", "Piracy", 2)
    file.write_text(text, encoding="utf-8")
    assert main(["load", str(file), "--yes"]) == 1
    assert "2 of 8 rows cannot be taken" in capsys.readouterr().err
    assert counted(capsys) is None


def test_without_a_terminal_and_without_yes_nothing_is_loaded(tmp_path: Path, capsys: Captured) -> None:
    assert main(["load", str(street_file(tmp_path))]) == 2
    out, err = capsys.readouterr()
    assert (out, err.splitlines()[-1]) == (
        "",
        "Nothing was loaded: nobody is there to be asked. Say --yes to load.",
    )
    assert "40 rows" in err  # what would have changed
    assert counted(capsys) is None


@pytest.mark.parametrize(("answer", "expected"), [("y", 40), (" YES ", 40), ("n", None), ("", None), ("maybe", None)])
def test_on_a_terminal_only_a_yes_loads(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch, answer: str, expected: int | None
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _prompt: answer)
    assert main(["load", str(street_file(tmp_path))]) == 0
    said = capsys.readouterr()
    assert said.err.endswith("Nothing was loaded.\n") is (expected is None)
    assert bool(said.out) is (expected is not None)
    assert counted(capsys) == expected


def test_a_summary_for_programs_is_all_that_is_written(tmp_path: Path, capsys: Captured) -> None:
    file = street_file(tmp_path)
    assert main(["load", str(file), "--yes", "--json"]) == 0
    out, err = capsys.readouterr()
    summary = json.loads(out)
    assert (list(summary), err) == (KEYS, "")
    assert (summary["loaded"], summary["rows"], summary["rejected"], summary["refused"]) == (True, 40, 0, [])
    (item,) = summary["files"]
    assert {"name", "sha256", "kind", "rows", "rejected", "rules", "said"} <= set(item)
    assert (item["name"], item["kind"], item["rows"], len(item["sha256"])) == (file.name, "street", 40, 64)


def test_a_refusal_for_programs_says_what_was_wrong(tmp_path: Path, capsys: Captured) -> None:
    assert main(["load", str(tmp_path / "gone.csv"), "--yes", "--json"]) == 1
    summary = json.loads(capsys.readouterr().out)
    assert (summary["loaded"], summary["files"]) == (False, [])
    assert summary["refused"] == ["gone.csv cannot be opened: no such file or directory."]


@pytest.mark.parametrize("arguments", [["load"], ["load", "a.csv", "--colour", "red"], ["load", "--yes"]])
def test_wrong_usage_ends_with_two(arguments: list[str], capsys: Captured) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    assert "usage: outturn" in capsys.readouterr().err


def test_what_cannot_be_kept_is_not_loaded(tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be", encoding="utf-8")
    monkeypatch.setenv("OUTTURN_ORIGINALS", str(blocked))
    file = street_file(tmp_path)
    assert main(["load", str(file), "--yes"]) == 1
    assert capsys.readouterr().err.startswith(
        f"Nothing was loaded. {file.name} cannot be kept in the folder of originals: "
    )
    assert counted(capsys) is None


def test_files_lie_beside_the_database_unless_it_is_said_where(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OUTTURN_ORIGINALS")
    there = tmp_path / "another" / "figures.db"
    there.parent.mkdir()
    shutil.copyfile(database, there)
    assert main(["load", str(street_file(tmp_path)), "--yes", "--database", f"sqlite:///{there}"]) == 0
    (kept,) = [path for path in (there.parent / "originals").rglob("*") if path.is_file()]
    assert kept.read_bytes() == street_file(tmp_path).read_bytes()


def lost(capsys: Captured) -> list[tuple[str, str]]:
    """The files behind Warwickshire's figures that are not kept as they were loaded."""
    capsys.readouterr()
    assert main(["export", "data", "--query", "partnership=warwickshire&table=originals"]) == 0
    return [(row["file"], row["state"]) for row in csv.DictReader(io.StringIO(capsys.readouterr().out))]


def test_a_file_that_is_lost_is_listed_until_it_is_loaded_again(tmp_path: Path, capsys: Captured) -> None:
    files = [str(street_file(tmp_path)), str(street_file(tmp_path, "2026-02"))]
    assert main(["load", *files, "--yes"]) == 0
    assert lost(capsys) == []
    first, second = (
        next((tmp_path / "originals").rglob(hashlib.sha256(Path(file).read_bytes()).hexdigest())) for file in files
    )
    first.unlink()
    second.write_bytes(b"another")
    assert sorted(lost(capsys)) == [(Path(files[0]).name, "missing"), (Path(files[1]).name, "altered")]
    assert main(["load", *files, "--yes"]) == 0
    assert "The file kept of it was missing: it is kept again." in capsys.readouterr().out
    assert (lost(capsys), first.read_bytes()) == ([], Path(files[0]).read_bytes())


def test_on_a_terminal_a_line_counts_the_rows_and_goes_again(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(["load", str(street_file(tmp_path)), "--yes"]) == 0
    err = capsys.readouterr().err
    assert "40 rows  2026-01-warwickshire-street.csv" in err
    assert err.endswith("\r\033[K")


def test_a_database_that_is_none_is_refused_before_anything_is_read(capsys: Captured) -> None:
    assert main(["load", "gone.csv", "--database", "nonsense"]) == 1
    assert capsys.readouterr().err.startswith("The database address is not a SQLAlchemy URL")


def summary_of(count: int, *, said: tuple[str, ...] = (), rules: dict[str, int] | None = None) -> Summary:
    files = [
        FileSummary(f"{at}.csv", kind="street", rows=1_000, said=list(said), rules=dict(rules or {}))
        for at in range(count)
    ]
    return Summary(files=files, loaded=True)


def test_many_files_and_remarks_are_counted_not_listed() -> None:
    lines = described(summary_of(14, said=("Outside.",)))
    assert lines[12] == "… and 2 more files"
    assert lines[-2:] == ["  … and 2 more remarks, on the Data page", "14,000 rows in 14 files."]
    assert len(lines) == 12 + 1 + 12 + 1 + 1


def test_rejected_rows_are_said_with_their_rule() -> None:
    (said,) = [line for line in described(summary_of(1, rules={"unheard-of": 3})) if "rejected" in line]
    assert said == "  0.csv: 3 rows rejected: a row unheard-of."


def test_a_refused_call_gives_no_total() -> None:
    summary = summary_of(1)
    summary.refused.append("It is none of ours.")
    assert not any("rows in" in line for line in described(summary))
