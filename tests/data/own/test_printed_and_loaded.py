"""Proves that what was found in a document stays said when figures are loaded beside it, and that these were given."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.checks.findings import Severity
from dashboard.reports.desk import Desk
from dashboard.reports.evidence.checks import checks
from dashboard.reports.pages.year_end import year_end
from dashboard.reports.words.figures import why
from data.store import SqlStore
from tests.data.own.typed import load, text_file, wish

HEADING = "Indicator,Area,Period,Actual,Target"
DISTRICTS = ("North Warwickshire", "Rugby", "Nuneaton and Bedworth", "South Warwickshire")
TOTALS = {"Serious violent crime 2010/11", "Serious acquisitive crime 2010/11"}


@pytest.mark.parametrize(
    "lines",
    [
        [f"Serious violent crime,{area},Q1 2011/12,100," for area in DISTRICTS],
        [f"Serious violent crime,{area},2011/12,100," for area in DISTRICTS],
        [f"Serious violent crime,{area},2011/12,,100" for area in DISTRICTS],
        ["Serious violent crime,Warwickshire,Q1 2011/12,400,"],
        ["Serious violent crime,Warwickshire,2011/12,1600,"],
        ["Serious violent crime,Rugby,Q1 2011/12,100,"],
    ],
)
def test_a_printed_total_is_held_against_its_parts_whatever_is_loaded_later(
    quick_engine: Engine, tmp_path: Path, lines: list[str]
) -> None:
    load(quick_engine, text_file(tmp_path, "later.csv", HEADING, *lines), wish=wish())
    found = [item for item in checks(SqlStore(quick_engine), "warwickshire") if item.rule == "parts-against-total"]
    assert {item.subject for item in found if item.severity is Severity.AGREES} == TOTALS


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([], "below target as printed; no unit is printed"),
        (["NI 30,Warwickshire,2009/10,130,"], "below target as given; no unit is given"),
        (["NI 30,Warwickshire,2009/10,300,"], "above target as given; no unit is given"),
        (["NI 30,Warwickshire,2009/10,,120"], "on target as given; no unit is given"),
    ],
)
def test_a_figure_without_a_unit_is_printed_or_given(
    quick_engine: Engine, tmp_path: Path, lines: list[str], words: str
) -> None:
    if lines:
        load(quick_engine, text_file(tmp_path, "later.csv", HEADING, *lines), wish=wish())
    report = Desk(SqlStore(quick_engine)).show(year_end, "partnership=warwickshire&period=2009-10&indicator=ni-30")
    assert [why(item) for item in report.rows] == [words]
