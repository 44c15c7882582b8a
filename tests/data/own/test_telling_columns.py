"""Proves that a column of “Cumulative” and “Snapshot” says how a year is made, under whatever heading."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.records import Scope
from data.store import SqlStore
from tests.data.own.typed import load, text_file, wish
from tests.data.typed.figure_loads import read_here

MAKING = {
    "Indicator,Reporting,Q1 2023/24,Q2 2023/24\nA,Cumulative,210,390\nB,Snapshot,21,19": "last last",
    "Indicator,Q1 2023/24,Q2 2023/24,Basis\nA,210,390,Cumulative\nB,20,19,Discrete": "last sum",
    "Indicator,Measure type,Period,Actual\nA,YTD,Q1 2023/24,210\nA,YTD,Q2 2023/24,400": "last",
    "Indicator,How,Period,Actual\nA,Point in time,Apr 2023,210\nA,Point in time,May 2023,200": "last",
    "Indicator,Kind of data,Apr 2023,May 2023\nA,Rolling 12 months,210,205\nB,In month,2,3": "last sum",
    "Indicator,Reporting,Q1 2023/24,Q2 2023/24\nA,Cumulative,210,390\nB,Quarterly,20,19": "last sum",
    "Indicator,Frequency,Q1 2023/24,Q2 2023/24\nA,Quarterly,210,200": "sum",
    "Indicator,Team,Q1 2023/24,Q2 2023/24\nA,North,210,200": "sum",
}


@pytest.mark.parametrize("file", MAKING)
def test_a_column_of_running_totals_and_snapshots_says_how_the_year_is_made(
    quick_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    read_here(monkeypatch)
    summary = load(quick_engine, text_file(tmp_path, "own.csv", file), wish=wish("Marshland"))
    found = sorted(SqlStore(quick_engine).indicators(Scope("marshland")), key=lambda item: item.name)
    assert " ".join(item.combining for item in found) == MAKING[file]
    is_said = any("is read as how the year is made" in words for words in summary.files[0].said)
    assert is_said is ("last" in MAKING[file])
