"""Proves that a year's own figure is held against its months or quarters, and a whole area's against its parts."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.checks.findings import Finding, Severity
from dashboard.reports.evidence.checks import checks
from data.store import SqlStore
from tests.data.own.conftest import quick_engine, reader
from tests.data.own.typed import load, text_file, wish

__all__ = ["quick_engine", "reader"]
QUARTERS = "Indicator,Unit,Q1 2014/15,Q2 2014/15,Q3 2014/15,Q4 2014/15,2014/15"


def found(engine: Engine, path: Path, rule: str) -> list[Finding]:
    load(engine, path, wish=wish("Moor"))
    return [item for item in checks(SqlStore(engine), "moor") if item.rule == rule]


@pytest.mark.parametrize(
    ("row", "severity", "words"),
    [
        ("40,10,30,20,101", Severity.DIFFERS, "is 101; the sum of 4 quarterly figures is 100: a difference of 1."),
        ("40,10,30,20,100", Severity.AGREES, "is 100, and so is the sum of 4 quarterly figures."),
        ("40,10,30,20,10", Severity.DIFFERS, "is 10; the sum of 4 quarterly figures is 100: a difference of 90."),
        ('"1,000",0,0,1,"1,001"', Severity.AGREES, "is 1,001, and so is"),
    ],
)
def test_a_year_is_held_against_its_quarters(
    quick_engine: Engine, tmp_path: Path, row: str, severity: Severity, words: str
) -> None:
    path = text_file(tmp_path, "y.csv", QUARTERS, f"Burglaries,offences,{row}")
    [item] = found(quick_engine, path, "year-against-parts")
    assert (item.severity, item.subject) == (severity, "Burglaries 2014/15")
    assert words in item.sentence


@pytest.mark.parametrize("row", ["40,10,,20,70", "40,10,30,TBC,100", "40,10,30,20,", ",,,,5"])
def test_a_year_of_which_a_part_is_missing_is_not(quick_engine: Engine, tmp_path: Path, row: str) -> None:
    path = text_file(tmp_path, "y.csv", QUARTERS, f"Burglaries,offences,{row}")
    assert found(quick_engine, path, "year-against-parts") == []


def test_months_make_the_year_too_in_every_area(quick_engine: Engine, tmp_path: Path) -> None:
    months = [f"2014-{at:02}" for at in range(4, 13)] + ["2015-01", "2015-02", "2015-03"]
    rows = [f"Burglaries,{area},{month},1" for area in ("Mill", "Quay") for month in months]
    years = ("Burglaries,Mill,2014/15,12", "Burglaries,Quay,2014/15,13")
    path = text_file(tmp_path, "m.csv", "Indicator,Area,Period,Actual", *rows, *years)
    [item] = found(quick_engine, path, "year-against-parts")
    assert (item.subject, item.severity) == ("Burglaries 2014/15, Quay", Severity.DIFFERS)


@pytest.mark.parametrize(("whole", "differs"), [("30", False), ("31", True), ("20", True)])
def test_a_whole_area_is_held_against_its_parts(
    quick_engine: Engine, tmp_path: Path, whole: str, differs: bool
) -> None:
    rows = ("Burglaries,Mill,2014/15,10", "Burglaries,Quay,2014/15,20", f"Burglaries,Moor,2014/15,{whole}")
    items = found(
        quick_engine, text_file(tmp_path, "a.csv", "Indicator,Area,Period,Actual", *rows), "parts-against-total"
    )
    assert [item.severity for item in items] == ([Severity.DIFFERS] if differs else [])
    assert all(f"given as {whole}; its parts 10 + 20 sum to 30" in item.sentence for item in items)


def test_a_rate_of_the_whole_is_no_sum(quick_engine: Engine, tmp_path: Path) -> None:
    rows = ("Burglary rate,Mill,2014/15,1.5", "Burglary rate,Quay,2014/15,2.5", "Burglary rate,Moor,2014/15,2")
    path = text_file(tmp_path, "a.csv", "Indicator,Area,Period,Actual", *rows)
    assert found(quick_engine, path, "parts-against-total") == []
