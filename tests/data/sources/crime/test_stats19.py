"""Proves that the killed and seriously injured are counted person by person, by area and month."""

import csv
import gzip
from collections import Counter
from pathlib import Path

import pytest

from dashboard.domain.errors import RefusedFile
from data.parcels import FigureTable
from data.sources.containers.grids import Grid, of_text
from data.sources.containers.members import Member, members
from data.sources.crime import stats19
from data.sources.crime.stats19 import INDICATOR
from data.sources.rejections import RULES
from tests.data.sources.crossing import crossed

HEADING = "AREFNO,date,collision_severity,casualty_severity,area_name"
DEPARTMENT = "collision_index,date,casualty_severity,local_authority_district,local_authority_ons_district"
CASUALTIES = Path(__file__).parents[5] / "shared" / "realdata" / "road-casualties"
CODE = "E08000999"
KILLED = "People killed in road collisions"


def row(severity: str = "Serious", day: str = "2024-01-31", area: str = "Testbury") -> str:
    return f"77,{day},Fatal,{severity},{area}"


def grid(*lines: str) -> Grid:
    return of_text(Member("roads.csv", "".join(line + "\n" for line in lines).encode()))


def of_grid(table: Grid) -> FigureTable:
    """What the parent gets."""
    assert stats19.recognises(table)
    [found] = stats19.read(table)
    read: FigureTable = crossed(found)
    return read


def parcel(*rows: str, heading: str = HEADING) -> FigureTable:
    return of_grid(grid(heading, *rows))


def counts(found: FigureTable) -> dict[tuple[str, str], str]:
    """The text of each figure by area and month; none stands twice."""
    assert {item["indicator"] for item in found.figures} <= {INDICATOR, KILLED}
    figures = [item for item in found.figures if item["indicator"] == INDICATOR]
    texts = {(item["area"], item["period"]): item["text"] for item in figures}
    assert len(texts) == len(figures)
    return texts


def rejected(found: FigureTable) -> list[tuple[int, str]]:
    return [(item["line"], item["rule"]) for item in found.rejected]


def test_the_killed_and_seriously_injured_are_counted_by_area_and_month() -> None:
    rows = (row("Fatal"), row("Serious"), row("Slight"), row(day="2024-02-01"), row(area="Ley"))
    found = parcel(*rows)
    assert counts(found) == {("Testbury", "2024-M01"): "2", ("Testbury", "2024-M02"): "1", ("Ley", "2024-M01"): "1"}
    first = found.figures[0]
    assert (first["what"], first["cell"], first["line"], first["area_code"]) == ("actual", "3 rows", 2, "")


def test_the_killed_alone_and_the_days_of_collisions_are_kept_a_collision_once() -> None:
    rows = [
        f"{number},2024-01-{day},{severity},{severity},Testbury"
        for number, day, severity in (
            (7, "09", "Fatal"),
            (7, "09", "Fatal"),
            (8, "09", "Fatal"),
            (7, "09", "Serious"),
            (9, "31", "Serious"),
        )
    ]
    found = {item["indicator"]: (item["text"], item.get("event_days")) for item in parcel(*rows).figures}
    assert found == {INDICATOR: ("5", "9,9,31"), KILLED: ("3", "9,9")}
    nobody = parcel(row("Slight")).figures
    assert [(item["indicator"], item["text"], item.get("event_days")) for item in nobody] == [(INDICATOR, "0", "")]


def test_a_month_of_slight_casualties_alone_is_zero_and_one_without_casualties_is_nothing() -> None:
    assert counts(parcel(row("Slight"), row(day="2024-03-01"))) == {
        ("Testbury", "2024-M01"): "0",
        ("Testbury", "2024-M03"): "1",
    }


def test_the_severity_is_that_of_the_casualty_and_not_of_the_collision() -> None:
    assert counts(parcel(row("Slight"), row("Slight"))) == {("Testbury", "2024-M01"): "0"}


def test_identical_rows_are_separate_casualties() -> None:
    assert counts(parcel(row(), row(), row(), row("Slight"))) == {("Testbury", "2024-M01"): "3"}


@pytest.mark.parametrize(
    ("text", "number"),
    [("Fatal", "1"), ("serious", "1"), ("Slight", "0"), ("1", "1"), ("2", "1"), ("3", "0")],
)
def test_labels_and_codes_of_severity_are_both_read(text: str, number: str) -> None:
    assert counts(parcel(row(text))) == {("Testbury", "2024-M01"): number}


@pytest.mark.parametrize("day", ["2024-01-31", "31/01/2024", "2024-01-31 17:05:00", "2024-01-31T17:05:00"])
def test_a_day_is_read_as_it_is_published(day: str) -> None:
    assert counts(parcel(row(day=day))) == {("Testbury", "2024-M01"): "1"}


@pytest.mark.parametrize("day", ["", "2024", "2024-02-30", "01/13/2024", "1/1/24", "Jan", "0024-01-01", "12.01.2024"])
def test_a_row_whose_date_cannot_be_read_is_rejected(day: str) -> None:
    found = parcel(row(day=day), row())
    assert (rejected(found), counts(found)) == ([(2, "date-unreadable")], {("Testbury", "2024-M01"): "1"})


@pytest.mark.parametrize("severity", ["", "-1", "4", "Unknown", "Very Serious"])
def test_a_severity_that_cannot_be_read_rejects_its_row_and_the_count_it_belongs_to(severity: str) -> None:
    found = parcel(row(), row(severity), row(day="2024-02-01"))
    assert rejected(found) == [(3, "severity-unreadable")]
    assert "severity-unreadable" in RULES
    assert counts(found) == {("Testbury", "2024-M02"): "1"}
    assert found.remarks[-2:] == [
        "Rejected rows are in no count: 1.",
        "Counts that lack the severity of a rejected row are left out: 1.",
    ]
    assert found.rows == 3


@pytest.mark.parametrize(
    ("area", "rule"),
    [("", "code-blank"), ("-1", "code-blank"), ("102", "code-unreadable"), ("x" * 201, "words-unreadable")],
)
def test_a_row_without_an_area_is_rejected(area: str, rule: str) -> None:
    assert rejected(parcel(row(area=area), row())) == [(2, rule)]


def test_a_row_of_another_length_is_rejected() -> None:
    assert rejected(parcel(row(), row() + ",more", "77,2024-01-01")) == [(3, "row-fields"), (4, "row-fields")]


def test_the_departments_codes_name_the_district() -> None:
    rows = (f"1,31/01/2024,1,102,{CODE}", f"2,31/01/2024,2,102,{CODE}", "3,31/01/2024,2,102,-1")
    found = parcel(*rows, heading=DEPARTMENT)
    assert found.areas == [{"area": CODE, "code": CODE, "level": "district", "population": ""}]
    assert (counts(found), rejected(found)) == ({(CODE, "2024-M01"): "2"}, [(4, "code-unreadable")])


def test_a_name_beside_a_code_is_the_areas_name() -> None:
    found = parcel(f"1,31/01/2024,1,Testbury,{CODE}", heading=DEPARTMENT)
    assert (found.figures[0]["area"], found.figures[0]["area_code"]) == ("Testbury", CODE)


def test_the_indicator_is_declared_and_the_table_may_cover_the_country() -> None:
    found = parcel(row())
    [declared] = found.declared
    assert {name: text for name, text in declared.items() if text and name != "definition"} == {
        **{"name": INDICATOR, "category": "road-safety", "polarity": "lower", "value_type": "count"},
        **{"unit": "people", "period_kind": "month"},
    }
    assert found.areas == [{"area": "Testbury", "code": "", "level": "district", "population": ""}]
    assert (found.kind, found.source, found.national) == ("figures", "stats19", True)


def test_how_the_counts_were_made_is_said() -> None:
    assert parcel(row(), row("Slight")).remarks == [
        "1 of 2 casualties were killed or seriously injured; each row is one casualty, also where rows are the same."
        " The rows of a figure are all casualties of its area and month."
    ]


def test_a_heading_below_title_lines_is_found() -> None:
    assert counts(of_grid(grid("Road casualties", HEADING, row()))) == {("Testbury", "2024-M01"): "1"}


def test_a_sheet_of_a_workbook_is_read_with_its_faults() -> None:
    rows = [line.split(",") for line in (HEADING, row(), row(day="2024-02-01"), row(area="Ley"))]
    found = of_grid(Grid("roads.xlsx", rows, [1, 2, 3, 4], "2024", {(1, 3): "cell-error", (2, 4): "merged-cell"}))
    assert rejected(found) == [(2, "cell-error"), (3, "merged-cell")]
    assert counts(found) == {("Ley", "2024-M01"): "1"}


@pytest.mark.parametrize(
    ("heading", "missing"),
    [
        (
            "accident_index,accident_year,casualty_severity",
            "the collision's date (date) and none for the local authority (local_authority_ons_district or area_name)",
        ),
        ("date,casualty_severity,sex", "the local authority (local_authority_ons_district or area_name)"),
        ("arefno,casualty_severity,borough", "the collision's date (date)"),
    ],
)
def test_casualties_without_their_collisions_are_refused_with_the_columns_that_are_missing(
    heading: str, missing: str
) -> None:
    with pytest.raises(RefusedFile) as refused:
        parcel("7,2024,2", heading=heading)
    mend = "join the collision table of the same download to it."
    assert str(refused.value) == f"roads.csv has no column for {missing}: {mend}"


def test_a_table_whose_column_stands_twice_is_refused() -> None:
    with pytest.raises(RefusedFile, match=r"^roads.csv has the column “date” twice: remove one\.$"):
        parcel(row() + ",2024-01-01", heading=HEADING + ",date")


def test_a_table_without_a_casualty_is_refused() -> None:
    for rows in ((), (row("?"), row(day="?"))):
        with pytest.raises(RefusedFile, match=r"^roads.csv holds no casualty that can be read"):
            parcel(*rows)


@pytest.mark.parametrize(
    "heading", ["casualty_severity,2022,2023", "collision_index,date,collision_severity", "indicator,area,date,actual"]
)
def test_other_tables_are_not_recognised(heading: str) -> None:
    assert not stats19.recognises(Grid("x.csv", [heading.split(",")], [1]))


@pytest.mark.realdata
@pytest.mark.skipif(not CASUALTIES.is_dir(), reason="the published files of ../shared/realdata are not there")
def test_the_published_casualties_of_greater_manchester_reconcile_with_their_rows() -> None:
    [path] = CASUALTIES.glob("STATS19*.csv.gz")
    expected: Counter[tuple[str, str]] = Counter()
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            month = line["date"][:7].replace("-", "-M")
            expected[line["area_name"], month] += line["casualty_severity"] in ("Fatal", "Serious")
    [member] = members(path)
    found = of_grid(of_text(member))
    assert {key: int(text) for key, text in counts(found).items()} == dict(expected)
    assert (expected.total(), len(expected)) == (342 + 3_823, 10 * 66)
    assert (found.rows, found.rejected) == (20_435, [])
