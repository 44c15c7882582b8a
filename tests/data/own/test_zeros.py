"""Proves that a 0 typed where nobody knows a figure yet is never one: in a period that runs, and at a series' end."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.records import Scope
from data.own.indicators.awaited import zero_question, zeros_at_the_end
from data.sources.figures.parcels import NO_FIGURE
from data.store import SqlStore
from tests.data.own.typed import asked, load, text_file, wish
from tests.data.typed.figure_loads import read_here

NOVEMBER = datetime(2026, 11, 29, tzinfo=UTC)
CHRISTMAS = datetime(2026, 12, 25, tzinfo=UTC)
TODAY = NOVEMBER.date()
QUARTERS = "Indicator,Q1 2026/27,Q2 2026/27,Q3 2026/27,Q4 2026/27"


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    read_here(monkeypatch)


def kept(engine: Engine) -> str:
    found = SqlStore(engine).observations(Scope("marshland"))
    return ", ".join(sorted(f"{item.period.label} {item.value.number}" for item in found))


@pytest.mark.parametrize(
    ("heading", "row", "figures"),
    [
        (QUARTERS, "Lamps,210,190,0,0", "Q1 2026/27 210, Q2 2026/27 190"),
        ("Indicator,Sep 2026,Oct 2026,Nov 2026,Dec 2026", "Lamps,7,9,0,0", "Oct 2026 9, Sep 2026 7"),
        ("Indicator,2025/26,2026/27", "Lamps,850,0", "2025/26 850"),
        ("Indicator,2025,2026", "Lamps,850,0", "2025 850"),
        ("Indicator,Oct 2026,Nov 2026", "Lamps (%),9%,0%", "Oct 2026 9"),
        ("Indicator,Period,Actual,Covers to", "Lamps,2026/27,0,2026-10-31", "2026/27 0"),
    ],
)
def test_a_zero_of_a_period_that_has_not_ended_is_left_out(
    quick_engine: Engine, tmp_path: Path, heading: str, row: str, figures: str
) -> None:
    load(quick_engine, text_file(tmp_path, "own.csv", heading, row), wish=wish("Marshland", NOVEMBER))
    assert kept(quick_engine) == figures


def test_the_sentence_says_what_to_type(quick_engine: Engine, tmp_path: Path) -> None:
    path = text_file(tmp_path, "own.csv", QUARTERS, "Lamps,210,190,0,")
    [file] = asked(quick_engine, path, wish=wish("Marshland", NOVEMBER)).files
    assert file.rules == {"zero-awaited": 1}
    assert "line 2, field 4: Lamps: Q3 2026/27 had not ended on 29 November 2026, so 0 may" in file.kept[0]["text"]
    assert "leave the cell blank until then" in file.kept[0]["text"]


@pytest.mark.parametrize(
    ("line", "covers"),
    [
        ("Lamps,Q3 2026/27,150", date(2026, 10, 31)),
        ("Lamps,Nov 2026,15", date(2026, 11, 29)),
        ("Lamps,2026/27,150", date(2026, 10, 31)),
        ("Lamps,2026/27,150\nLamps,Q1 2026/27,80\nLamps,Q2 2026/27,70", date(2026, 9, 30)),
        ("Lamps,2026/27,150\nLamps,Aug 2026,80\nLamps,Nov 2026,70", date(2026, 8, 31)),
    ],
)
def test_a_period_in_progress_counts_a_part_that_no_later_load_of_the_same_moves(
    quick_engine: Engine, tmp_path: Path, line: str, covers: date
) -> None:
    path = text_file(tmp_path, "own.csv", "Indicator,Period,Actual", *line.split("\n"))
    load(quick_engine, path, wish=wish("Marshland", NOVEMBER))
    again = asked(quick_engine, path, wish=wish("Marshland", CHRISTMAS))
    assert not again.figures.touches
    found = SqlStore(quick_engine).observations(Scope("marshland"))
    longest = max(found, key=lambda item: item.period.months)
    assert (longest.covers_to, longest.is_part) == (covers, True)


SERIES = (
    ("210 190 0 0", 2),
    ("210 0", 1),
    ("6 7 5 0", 1),
    ("0 1 0 2 0 0", 0),  # chance brings such zeros
    ("210 0 190", 0),
    ("0 0 0", 0),
    ("3 3 2 0 0", 2),
    ("98.5 97.1 0", 1),
)


@pytest.mark.parametrize(("figures", "zeros"), SERIES)
def test_zeros_that_end_a_series_far_above_zero_are_asked_about(figures: str, zeros: int) -> None:
    cells = [
        NO_FIGURE | {"what": "actual", "period": f"2024-M{at:02}", "text": text, "cell": f"B{at}"}
        for at, text in enumerate(figures.split(), 1)
    ]
    assert len(zeros_at_the_end(cells, TODAY)) == zeros
    found = zero_question("Lamps", cells, TODAY)
    assert (found is not None) is bool(zeros)
    if found is not None:
        assert "has nothing happened, or is nothing known yet?" in found.words
        assert '--answer "Lamps: zeros=figures" (or awaited)' in found.told


@pytest.mark.parametrize(
    ("heading", "row", "figures"),
    [
        ("Indicator,Zeros are,Q1 2023/24,Q2 2023/24,Q3 2023/24", "Lamps,awaited,210,190,0",
         "Q1 2023/24 210, Q2 2023/24 190"),
        ("Indicator,Zeros are,Q1 2023/24,Q2 2023/24", "Lamps,figures,210,0", "Q1 2023/24 210, Q2 2023/24 0"),
        ("Indicator,Q1 2023/24,Q2 2023/24,Q3 2023/24", "Net change in lamps,210,190,0",
         "Q1 2023/24 210, Q2 2023/24 190, Q3 2023/24 0"),
    ],
)  # fmt: skip
def test_what_the_table_says_of_its_zeros_counts(
    quick_engine: Engine, tmp_path: Path, heading: str, row: str, figures: str
) -> None:
    load(quick_engine, text_file(tmp_path, "own.csv", heading, row), wish=wish("Marshland", NOVEMBER))
    assert kept(quick_engine) == figures
