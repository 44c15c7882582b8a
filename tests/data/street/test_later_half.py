"""Proves that many files read by two processes are told as by one, and that the second ends as the first does."""

import os
import time
from pathlib import Path

import pytest

from dashboard.domain.errors import RefusedFile
from data.intake import reader
from data.intake.later_half import MANY, first_of_later
from data.intake.reader import read
from data.parcels import Refused, StreetMonth
from tests.data.street.testshire import incident, month_file

TOWNS = ("E01990001", "E01990002", "E01990003")
MONTHS = ("2025-01", "2025-02", "2025-03", "2025-04", "2025-05")


@pytest.mark.parametrize(
    ("sizes", "at"),
    [((), 0), ((MANY,), 1), ((1, 1, 1, 1), 4), ((MANY, MANY), 1), ((1, 1, 1, MANY), 3), ((MANY, 1, 1, 1), 1)],
)
def test_two_halves_are_made_of_many_bytes(monkeypatch: pytest.MonkeyPatch, sizes: tuple[int, ...], at: int) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    assert first_of_later(sizes) == at


def test_one_processor_reads_all_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert first_of_later((MANY, MANY)) == 2


def in_two(monkeypatch: pytest.MonkeyPatch, change: str = "pass") -> None:
    """Let children read any number of bytes by two, in which *change* was made."""
    many = "import os; from data.intake import child, later_half; later_half.MANY = 0"
    many += "; os.sched_getaffinity = lambda _: (0, 1)"
    monkeypatch.setattr(
        reader, "START", reader.START.replace("from data.intake", f"{many}; {change}; from data.intake")
    )


def files(folder: Path) -> list[Path]:
    """A month each, every one with a neighbourhood of its own and one that all have."""
    return [
        month_file(folder, incident(TOWNS[at % 3], month=month), incident(TOWNS[0], month=month), name=f"{month}.csv")
        for at, month in enumerate(MONTHS)
    ]


def test_files_are_told_in_order_whoever_reads_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [*files(tmp_path), tmp_path / "none.csv"]
    alone = list(read(paths))
    in_two(monkeypatch)
    both = list(read(paths))
    kinds = [(at, StreetMonth) for at in range(5)] + [(5, Refused)]
    assert [(frame.at, type(frame.said)) for frame in both] == kinds
    assert [frame.said.file for frame in both] == [frame.said.file for frame in alone]  # type: ignore[union-attr]
    assert [getattr(frame.said, "after", None) for frame in both] == [0, 1, 0, 2, 2, None]


@pytest.mark.parametrize(
    ("end", "sentence"),
    [
        ("1 / 0", r"^2025-05\.csv could not be read: it is damaged in a way we do not know\.$"),
        ("os.kill(os.getpid(), 9)", r"^Reading 2025-05\.csv took more memory or time than it may: split it\.$"),
    ],
)
def test_a_helper_that_breaks_names_the_file_it_was_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str, sentence: str
) -> None:
    in_two(monkeypatch, f"child.readings = lambda path, *_: ({end} for _ in '1' if path.name == '2025-05.csv')")
    with pytest.raises(RefusedFile, match=sentence):
        list(read(files(tmp_path)))


def test_who_stops_listening_ends_the_helper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = tmp_path / "number"
    lasting = f"(open({str(note)!r}, 'w').write(str(os.getpid())), time.sleep(600))"
    whose = "path.name == '2025-05.csv'"
    in_two(monkeypatch, f"import time; child.readings = lambda path, *_: ({lasting} for _ in '1' if {whose})")
    with pytest.raises(RefusedFile, match="took more memory or time"):
        list(read(files(tmp_path), seconds=3))
    number = int(note.read_text())
    end = time.monotonic() + 10
    while _runs(number) and time.monotonic() < end:
        time.sleep(0.05)
    assert not _runs(number)


def _runs(number: int) -> bool:
    """Whether a process is there that has not ended."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
