"""Proves that populations are whole numbers by code, of the year that the file names."""

from pathlib import Path

import pytest

from tests.data.sources.reading import read, refusal, rejected


def people(folder: Path, *rows: str, heading: str = "LSOA21CD,Total", name: str = "x.csv") -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = read(folder, "".join(line + "\n" for line in (heading, *rows)), name).people
    return found


@pytest.mark.parametrize("heading", ["Total", "total_population", "All Ages", "Population", "persons"])
def test_the_total_is_found_under_every_usual_heading(tmp_path: Path, heading: str) -> None:
    assert people(tmp_path, "E01000001,1944", heading=f"LSOA21CD,{heading}") == [("E01000001", 1944)]


@pytest.mark.parametrize(("text", "number"), [("1944", 1944), ('"1,944"', 1944), ("1944.0", 1944), ("0", 0)])
def test_a_count_of_people_is_read_as_it_is_written(tmp_path: Path, text: str, number: int) -> None:
    assert people(tmp_path, f"E01000001,{text}") == [("E01000001", number)]


def test_years_of_age_are_not_the_total(tmp_path: Path) -> None:
    found = people(
        tmp_path, "E01000001,Testbury 001A,1944,20,21", heading="lsoa11_code,lsoa11_name,total_population,0,1"
    )
    assert found == [("E01000001", 1944)]


@pytest.mark.parametrize(
    ("heading", "name", "year"),
    [
        ("LSOA21CD,Total", "mid2020_lsoa.csv", "2020"),
        ("LSOA21CD,Total", "population-mid-2024.csv", "2024"),
        ("LSOA21CD,Total,2022", "mid2020.csv", "2022"),
        ("LSOA21CD,Total", "people.csv", ""),
        ("LSOA21CD,Total", "export-12024567.csv", ""),
    ],
)
def test_the_year_is_named_by_the_heading_or_the_file(tmp_path: Path, heading: str, name: str, year: str) -> None:
    content = f"{heading}\nE01000001,5{',' * (heading.count(',') - 1)}\n"
    assert read(tmp_path, content, name).year == year


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("E01000002,", "population-unreadable"),
        ("E01000002,..", "population-unreadable"),
        ("E01000002,-5", "population-unreadable"),
        ("E01000002,19.44", "population-unreadable"),
        ("E01000002,nan", "population-unreadable"),
        ("E01000002,inf", "population-unreadable"),
        ("E01000002,1e300", "population-unreadable"),
        (",5", "code-blank"),
        (f"{'E' * 10_000},5", "words-unreadable"),
        ("E01000002", "row-fields"),
    ],
)
def test_a_row_that_breaks_a_rule_is_rejected_with_its_line(tmp_path: Path, row: str, rule: str) -> None:
    parcel = read(tmp_path, f"LSOA21CD,Total\nE01000001,5\n{row}\nE01000003,6\n")
    assert (rejected(parcel), parcel.people) == ([(3, rule)], [("E01000001", 5), ("E01000003", 6)])
    assert parcel.rows == 3


def test_a_code_that_stands_twice_counts_once_or_not_at_all(tmp_path: Path) -> None:
    rows = "E01000001,5\nE01000002,6\nE01000001,5\nE01000002,7\nE01000002,6\nE01000003,8\n"
    parcel = read(tmp_path, f"LSOA21CD,Total\n{rows}")
    assert parcel.people == [("E01000001", 5), ("E01000003", 8)]
    assert rejected(parcel) == [(3, "doubled"), (5, "doubled"), (6, "doubled")]
    assert parcel.remarks == ["Rows that stand twice with the same values count once: 1."]
    assert parcel.rows == 6


def test_a_file_without_people_is_refused(tmp_path: Path) -> None:
    for rows in ("", "E01000001,unknown\n"):
        said = refusal(tmp_path, f"LSOA21CD,Total\n{rows}", "x.csv")
        assert said == "x.csv gives no population that can be read."
