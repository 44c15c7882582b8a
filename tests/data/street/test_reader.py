"""Proves that files are read in a child that finds what it needs, keeps its limits, and dies without harm."""

import io
import os
import sys
import time
from pathlib import Path

import pytest

from dashboard.domain.errors import RefusedFile
from data.intake import reader
from data.intake.child import answer
from data.intake.frames import frames
from data.intake.reader import read
from data.parcels import Refused, StreetMonth
from tests.data.street.testshire import incident, month_file, written

ONE = "E01990001"


def test_every_path_is_answered_in_order_with_its_position(tmp_path: Path) -> None:
    paths = [month_file(tmp_path / folder, incident(ONE)) for folder in "ab"]
    found = list(read([paths[0], tmp_path / "none.csv", paths[1]]))
    assert [(frame.at, frame.said.kind) for frame in found] == [(0, "street"), (1, "refused"), (2, "street")]


@pytest.mark.parametrize(
    "name", ["line\nfeed.csv", "tab\t.csv", " spaces .csv", "Ünïcode.csv", os.fsdecode(b"\xff.csv")]
)
def test_a_path_may_hold_anything_that_a_file_system_allows(tmp_path: Path, name: str) -> None:
    [frame] = read([month_file(tmp_path, incident(ONE), name=name)])
    assert isinstance(frame.said, StreetMonth)


def test_a_path_is_found_from_the_folder_we_are_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = month_file(tmp_path / "in", incident(ONE))
    monkeypatch.chdir(tmp_path)
    [frame] = read([path.relative_to(tmp_path)])
    assert isinstance(frame.said, StreetMonth)


def test_modules_in_the_folder_we_are_in_are_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = month_file(tmp_path, incident(ONE), name="street.csv")
    for name in ("msgspec.py", "csv.py", "sitecustomize.py", "data.py"):
        written(tmp_path, name, f"open({str(tmp_path / 'run')!r}, 'w').close()\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    for variable in ("PYTHONPATH", "PYTHONSTARTUP"):
        monkeypatch.setenv(variable, str(tmp_path))
    [frame] = read([path])
    assert isinstance(frame.said, StreetMonth)
    assert not (tmp_path / "run").exists()


def test_a_file_that_takes_too_long_is_refused_by_name(tmp_path: Path) -> None:
    rows = [incident(ONE)] * 400_000
    path = month_file(tmp_path, *rows)
    with pytest.raises(RefusedFile, match=r"^Reading 2025-06-testshire-street\.csv took more memory or time than it"):
        list(read([path], seconds=0.3))


def with_child(monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    """Start children in which *change* was made to the module child."""
    changed = f"from data.intake import child; {change}; from data.intake.child"
    monkeypatch.setattr(reader, "START", reader.START.replace("from data.intake.child", changed))


def test_a_file_that_takes_too_much_memory_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_child(monkeypatch, "child.MEMORY = 400 * 1024**2")  # far more than its libraries take, however they lie
    rows = "".join(f"Testbury,North,E{at:08}\n" for at in range(1_000_000))
    [frame] = read([written(tmp_path, "many.csv", "partnership,locality,code\n" + rows)])
    assert isinstance(frame.said, Refused)
    assert frame.said.sentence == "many.csv is too large to read: split it into smaller files."


def test_a_child_that_breaks_names_the_file_it_was_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_child(monkeypatch, "child.readings = lambda path, *rest: (1 / 0 for _ in '1' if path.name == 'b.csv')")
    with pytest.raises(RefusedFile, match=r"^b\.csv could not be read: it is damaged in a way we do not know\.$"):
        list(read([tmp_path / "a.csv", tmp_path / "b.csv"]))


def test_a_child_that_does_not_start_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "START", "import sys; sys.exit(3)")
    with pytest.raises(RefusedFile, match=r"^a\.csv could not be read|does not start\.$"):
        list(read([tmp_path / "a.csv"] * 20_000))


def test_who_stops_listening_ends_the_child(tmp_path: Path) -> None:
    paths = [month_file(tmp_path / str(at), *[incident(ONE)] * 1_000) for at in range(60)]
    answers = read(paths * 50)  # half a minute of reading and more
    next(answers)
    began = time.monotonic()
    answers.close()
    assert time.monotonic() - began < 10


def test_the_child_says_what_it_opens_and_then_what_is_in_it(tmp_path: Path) -> None:
    paths = [month_file(tmp_path, incident(ONE)), tmp_path / "none.csv"]
    told = io.BytesIO()
    answer(io.BytesIO(b"\0".join([b"", *map(os.fsencode, paths)])), told)
    told.seek(0)
    found = list(frames(told, len(paths)))
    assert [(frame.at, frame.said.kind) for frame in found] == [
        *((0, ""), (0, "street")),
        *((1, ""), (1, "refused")),
    ]
