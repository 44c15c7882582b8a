"""Proves that every kind of file is told by its content, and that each has a name and rules in words."""

import ast
from pathlib import Path
from types import ModuleType

import pytest

from dashboard.domain.errors import RefusedFile
from data.parcels import FigureTable, Stray
from data.sources import declarations
from data.sources.catalogue import FIGURE_SOURCES, NAMES, SOURCES, parcels
from data.sources.containers.grids import of_text
from data.sources.containers.members import Member, NotOurs
from data.sources.crime import home_office, stats19
from data.sources.crime.police_uk import COLUMNS as STREET
from data.sources.crime.stop_search import COLUMNS as SEARCHES
from data.sources.publishers import council, fingertips, wide_months
from data.sources.rejections import RULES
from data.sources.typed import tidy, wide
from tests.data.sources.workbooks import book, saved, workbook

ROOT = Path(__file__).parents[3]
MONTHS = "Apr 2026,May 2026,Jun 2026,Jul 2026,Aug 2026,Sep 2026"
TIDY: list[list[object]] = [["Indicator", "Period", "Actual"], ["Burglary", "2010/11", 5]]


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        (STREET, ["street"]),
        (STREET[1:], ["street"]),
        (SEARCHES, ["stop-search"]),
        (("partnership", "area", "crime", "period", "target"), ["street-targets"]),
        (("partnership", "locality", "code"), ["localities"]),
        (("LSOA11CD", "LSOA21CD", "CHNGIND", "LAD22CD"), ["changes", "lookup"]),
        (("lsoa11_code", "lsoa21_code", "change_code"), ["changes"]),
        (("LSOA21CD", "LAD24CD"), ["lookup"]),
        (("LSOA21CD", "Total"), ["population"]),
        (("LSOA21CD", "LAD24CD", "Total"), ["lookup"]),
        (("Indicator", "Value"), []),
    ],
)
def test_a_heading_tells_the_kind_and_the_first_that_fits_reads_it(heading: tuple[str, ...], kinds: list[str]) -> None:
    assert [source.kind for source in SOURCES if source.recognises(heading)] == kinds


@pytest.mark.parametrize(
    ("heading", "sources"),
    [
        ("Financial Year,Financial Quarter,Offence Group", [home_office]),
        ("date,casualty_severity", [stats19]),
        ("Indicator ID,Indicator Name,Area Code,Area Name,Time period,Value", [fingertips, tidy, wide]),
        ("area_code,area_name,period,value,indicator,measure", [council, tidy, wide]),
        ("indicator,area,period,actual,target", [tidy, wide]),
        ("indicator,polarity,unit", [declarations]),
        (f"Indicator,Borough,{MONTHS}", [wide_months, wide]),
        ("Indicator,2009/10 Target,2009/10 Actual", [wide]),
        ("Locality,2006/07,2007/08", [wide]),
        ("Indicator,Target", [wide]),
        ("Indicator,Unit", []),
    ],
)
def test_a_table_of_figures_is_told_by_its_heading(heading: str, sources: list[ModuleType]) -> None:
    table = of_text(Member("x.csv", f"{heading}\n".encode()))
    assert [source for source in FIGURE_SOURCES if source.recognises(table)] == sources


def test_every_kind_has_a_name() -> None:
    assert set(NAMES) == {source.kind for source in SOURCES} | {
        "boundaries",
        "figures",
        "plan",
        "similar-areas",
        "harm-weights",
        "incidents",
    }


def test_every_rule_ends_a_sentence_about_a_row() -> None:
    verbs = {"has", "names", "belongs", "was", "stands", "does", "declares", "says", "gives", "ends"}
    assert {words.split()[0] for words in RULES.values()} <= verbs
    assert len(set(RULES.values())) == len(RULES)


def test_every_rule_is_used() -> None:
    paths = [path for path in (ROOT / "data").rglob("*.py") if path.name != "rejections.py"]
    nodes = [node for path in paths for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    used = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert set(RULES) <= used


def test_the_sheets_of_a_workbook_without_a_table_are_left_out_and_said() -> None:
    made = workbook(TIDY)
    made.create_sheet("Notes", 0).append(["Read me", "first"])
    made.create_sheet("Behind").append(["Nothing", "more"])
    figures, stray = parcels(Member("x.xlsx", saved(made)))
    assert isinstance(figures, FigureTable)
    assert isinstance(stray, Stray)
    assert (figures.sheet, figures.remarks) == (
        "Figures",
        ["The sheet “Notes” was left out: no table that Outturn knows."],
    )
    assert (stray.kind, stray.sentence) == (
        "stray",
        "The sheet “Behind” was left out: no table that Outturn knows.",
    )


def test_a_rejected_row_of_a_workbook_names_its_sheet() -> None:
    [found] = parcels(Member("x.xlsx", book(*TIDY, ["Theft", "soon", 5])))
    assert isinstance(found, FigureTable)
    assert found.rejected == [{"line": 3, "rule": "period-unreadable", "text": "Figures: Theft,soon,5"}]


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([["a", "b"]], "has no sheet with a table that Outturn knows: the README lists what can be loaded"),
        (
            [["Indicator", "Unit"]],
            "names indicators but no period: add a column “Period”, head a column with each year (2010/11), or say "
            "it: --period 2023/24 on the command line, or “Period of the file” in the form",
        ),
    ],
)
def test_a_workbook_without_a_table_says_what_it_lacks(rows: list[list[str]], why: str) -> None:
    with pytest.raises(RefusedFile) as refused:
        list(parcels(Member("x.xlsx", book(*rows))))
    assert str(refused.value) == f"x.xlsx {why}."


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7", "x.csv is a PDF, whatever its name says: save its table as .xlsx or .csv."),
        (b"\n<!DOCTYPE html>", "x.csv is a web page, whatever its name says: save its table as .xlsx or .csv."),
        (
            b"Indicator,Period,Score\n",
            "x.csv names indicators and periods but no figures: head their columns “Actual” and “Target” "
            "(seen: “Score”).",
        ),
        (
            b"name,value\n",
            "x.csv is no file that Outturn knows (it begins “name, value”): the README lists what can be loaded.",
        ),
    ],
)
def test_a_file_that_is_none_of_ours_is_told_what_it_is_or_lacks(content: bytes, sentence: str) -> None:
    with pytest.raises(NotOurs) as refused:
        list(parcels(Member("x.csv", content)))
    assert str(refused.value) == sentence


def test_a_table_of_too_many_columns_is_refused() -> None:
    with pytest.raises(RefusedFile, match=r"^x\.csv has 20,001 columns: keep only the table\.$"):
        list(parcels(Member("x.csv", b"," * 20_000)))
