"""Proves that a table with one column a month gives the numbers of its cells, and sums only what it says it sums."""

import csv
import gzip
from collections import Counter
from pathlib import Path

import pytest

from dashboard.domain.errors import RefusedFile
from data.parcels import FigureTable
from data.sources.containers.grids import Grid, of_text
from data.sources.containers.members import Member, members
from data.sources.publishers import wide_months
from tests.data.sources.crossing import crossed

MONTHS = "202009,202010,202011,202012,202101,202102"
HEADING = f"MajorText,MinorText,WardName,WardCode,LookUp_BoroughName,{MONTHS}"
ROW = "Burglary,Sheds,Abbey,E05999991,Testham,1,2,3,4,5,6"
BOROUGHS = f"MajorText,MinorText,BoroughName,{MONTHS}"
LONDON = Path(__file__).parents[5] / "shared" / "realdata" / "london-wide"


def grid(*lines: str) -> Grid:
    return of_text(Member("x.csv", "".join(line + "\n" for line in lines).encode()))


def parcel(*lines: str) -> FigureTable:
    """What a table of these lines gives, as the parent gets it."""
    [found] = wide_months.read(grid(*lines))
    read: FigureTable = crossed(found)
    return read


def texts(found: FigureTable, area: str = "Abbey") -> list[str]:
    return [figure["text"] for figure in found.figures if figure["area"] == area]


def rejected(found: FigureTable) -> list[tuple[int, str]]:
    return [(item["line"], item["rule"]) for item in found.rejected]


def test_a_cell_is_a_figure_with_its_place() -> None:
    found = parcel(HEADING, ROW)
    assert found.figures[1] == {
        **{"what": "actual", "indicator": "Burglary: Sheds", "area": "Abbey", "area_code": "E05999991"},
        **{"period": "2020-M10", "text": "2", "note": "", "marker": "", "covers_to": ""},
        **{"partnership": "", "sheet": "", "cell": "line 2, field 7", "line": 2},
    }
    assert texts(found) == ["1", "2", "3", "4", "5", "6"]
    assert found.areas == [
        {"area": "Abbey", "code": "E05999991", "level": "ward", "population": "", "within": "Testham"}
    ]
    assert (found.remarks, found.national) == ([], False)


def test_whole_numbers_alone_are_a_count_and_nothing_else_is_declared() -> None:
    found = parcel(BOROUGHS, "Theft,Bikes,Testham,1,2,3,4,,6", "Theft,Cars,Testham,1.5,2,3,4,5,6")
    assert [{name: text for name, text in one.items() if text} for one in found.declared] == [
        {"name": "Theft: Bikes", "value_type": "count", "period_kind": "month"},
        {"name": "Theft: Cars", "period_kind": "month"},
    ]


@pytest.mark.parametrize("cells", ["1%,2,3,4,5,6", ",,,,,", "x,x,x,x,x,x"])
def test_what_is_no_whole_number_declares_no_count(cells: str) -> None:
    assert parcel(BOROUGHS, f"Theft,Bikes,Testham,{cells}").declared[0]["value_type"] == ""


@pytest.mark.parametrize(
    "headings",
    [
        "202009,202010,202011,202012,202101,202102",
        "2020-09,2020-10,2020-11,2020-12,2021-01,2021-02",
        "2020-09-01,2020-10-01,2020-11-01,2020-12-01,2021-01-01,2021-02-01",
        "Sep 2020,Oct 2020,Nov 2020,Dec 2020,Jan 2021,Feb 2021",
        "September 2020,October 2020,November 2020,December 2020,January 2021,February 2021",
        "Sep-20,Oct-20,Nov-20,Dec-20,Jan-21,Feb-21",
    ],
)
def test_months_are_headed_in_every_usual_way(headings: str) -> None:
    figures = parcel(f"Crime type,Borough,{headings}", "Theft,Testham,1,2,3,4,5,6").figures
    months = ["2020-M09", "2020-M10", "2020-M11", "2020-M12", "2021-M01", "2021-M02"]
    assert [figure["period"] for figure in figures] == months


def test_financial_years_are_not_taken_for_months() -> None:
    years = "2006-07,2007-08,2008-09,2009-10,2010-11,2011-12"
    assert not wide_months.recognises(grid(f"Indicator,District,{years}", "Theft,Testbury,1,2,3,4,5,6"))


def test_a_financial_year_beside_months_is_no_november() -> None:
    heading = "Crime,Borough,Sep-20,Oct-20,Nov-20,Dec-20,Jan-21,Feb-21,2010-11"
    found = parcel(heading, "Theft,Testham,1,2,3,4,5,6,99")
    assert (len(found.figures), found.remarks) == (6, ["Columns that are not read are left out: 2010-11."])


@pytest.mark.parametrize(
    "heading",
    [
        "Indicator,Borough,202009,202010,202011,202012,202101",  # five months
        f"Indicator,{MONTHS}",
        f"Borough,{MONTHS}",
        "area_code,area_name,period,value,indicator,measure",
    ],
)
def test_other_tables_are_not_recognised(heading: str) -> None:
    assert not wide_months.recognises(grid(heading, "Theft,1,2,3,4,5,6"))


def test_the_heading_may_stand_below_a_title() -> None:
    found = parcel("Crime in Testham,,,,,,,,", "", BOROUGHS, "Theft,Bikes,Testham,1,2,3,4,5,6", "Source: invented")
    assert (texts(found, "Testham"), found.rows, found.rejected) == (["1", "2", "3", "4", "5", "6"], 1, [])
    assert found.figures[0]["cell"] == "line 4, field 4"
    assert found.remarks == ["Lines above the heading, or with one cell alone, are left out: 2."]


def test_rows_of_the_same_indicator_and_area_are_added_up_and_it_is_said() -> None:
    found = parcel(HEADING, ROW, ROW, "Burglary,Homes,Abbey,E05999991,Testham,9,9,9,9,9,9")
    assert texts(found) == ["2", "4", "6", "8", "10", "12", *["9"] * 6]
    assert [found.figures[at]["cell"] for at in (0, 6)] == ["2 rows", "line 4, field 6"]
    assert "Rows of the same indicator and area are added up: 2 rows make 1." in found.remarks


def test_a_sum_that_lacks_a_part_is_not_given() -> None:
    assert texts(parcel(HEADING, ROW, ROW.replace("1,2,3", ',[c],"1,003"'))) == ["", "[c]", "1006", "8", "10", "12"]


def test_an_error_in_a_part_rejects_all_rows_of_the_sum() -> None:
    table = grid(HEADING, ROW, ROW, ROW.replace("Sheds", "Homes"))
    table.faults = {(2, 7): "doubled"}
    [found] = wide_months.read(table)
    assert (rejected(found), len(found.figures)) == ([(2, "doubled"), (3, "doubled")], 6)


@pytest.mark.parametrize("text", ["", "<5", "TBC", "1,234"])
def test_the_text_of_a_cell_is_kept_for_the_grammar(text: str) -> None:
    assert texts(parcel(HEADING, ROW.replace("1,2", f'"{text}",2')))[0] == text


def test_wards_of_one_name_are_told_by_their_codes() -> None:
    found = parcel(HEADING, ROW, ROW.replace("E05999991", "E05999992").replace("Testham", "Otherham"))
    assert [(area["area"], area["code"]) for area in found.areas] == [("Abbey", "E05999991"), ("Abbey", "E05999992")]
    assert len(found.figures) == 12


def test_wards_of_one_name_without_codes_are_told_by_their_boroughs() -> None:
    heading = f"Crime,Ward,Borough,{MONTHS}"
    rows = [f"Theft,{where},1,2,3,4,5,6" for where in ("Abbey,Testham", "Abbey,Otherham", "Bridge,Testham")]
    assert [area["area"] for area in parcel(heading, *rows).areas] == ["Abbey, Testham", "Abbey, Otherham", "Bridge"]


def test_totals_of_all_areas_and_columns_that_are_no_month_are_left_out_and_said() -> None:
    found = parcel(f"{BOROUGHS},Total", "Theft,Bikes,Testham,1,2,3,4,5,6,21", "Theft,Bikes,All boroughs,9,9,9,9,9,9,54")
    assert {figure["area"] for figure in found.figures} == {"Testham"}
    assert found.remarks == [
        "Rows that total all areas are left out: 1.",
        "Columns that are not read are left out: Total.",
    ]


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("Theft,Bikes,,1,2,3,4,5,6", "code-blank"),
        (",,Testham,1,2,3,4,5,6", "code-blank"),
        ("Theft,Bikes,Testham,1,2,3,4,5", "row-fields"),
        (f"{'T' * 201},Bikes,Testham,1,2,3,4,5,6", "words-unreadable"),
    ],
)
def test_a_row_that_breaks_a_rule_is_rejected_with_its_line(row: str, rule: str) -> None:
    found = parcel(BOROUGHS, row, "Theft,Bikes,Otherham,1,2,3,4,5,6")
    assert (rejected(found), len(found.figures), found.rows) == ([(2, rule)], 6, 2)


@pytest.mark.parametrize(("areas", "national"), [(60, False), (61, True)])
def test_a_table_of_many_areas_covers_the_country(areas: int, national: bool) -> None:
    rows = [f"Theft,Bikes,Testham {at},1,2,3,4,5,6" for at in range(areas)]
    assert parcel(BOROUGHS, *rows).national is national


def test_a_month_that_stands_twice_and_a_table_without_rows_are_refused() -> None:
    with pytest.raises(RefusedFile, match=r"^x\.csv has the month 2020-09 twice: remove one of its columns\.$"):
        parcel(f"{BOROUGHS},Sep 2020", "Theft,Bikes,Testham,1,2,3,4,5,6,7")
    with pytest.raises(RefusedFile, match=r"^x\.csv holds no figure that can be read: "):
        parcel(HEADING)


@pytest.mark.realdata
@pytest.mark.skipif(not LONDON.is_dir(), reason="the published files of ../shared/realdata are not there")
@pytest.mark.parametrize(("start", "texts"), [("MPS Borough", 3), pytest.param("MPS Ward", 5, marks=pytest.mark.drill)])
def test_a_published_table_gives_the_sums_of_its_rows(start: str, texts: int) -> None:
    [path] = LONDON.glob(f"{start}*")
    expected: Counter[tuple[str, str, str]] = Counter()
    with gzip.open(path, "rt", encoding="utf-8-sig", newline="") as lines:
        heading, *rows = csv.reader(lines)
    for row in rows:
        for month, text in zip(heading[texts:], row[texts:], strict=True):
            expected[f"{row[0]}: {row[1]}", row[2 if texts == 3 else 3], f"{month[:4]}-M{month[4:]}"] += int(text)
    [member] = members(path)
    [found] = wide_months.read(of_text(member))
    counted = {
        (figure["indicator"], figure["area_code"] or figure["area"], figure["period"]): int(figure["text"])
        for figure in found.figures
    }
    assert counted == dict(expected)
    assert (len(found.figures), found.rows, found.rejected) == (len(expected), len(rows), [])
