"""Proves which rows of police.uk's street files count, for which month, force and place, and which are rejected."""

from pathlib import Path

import pytest

from data.parcels import Refused
from tests.data.sources.reading import HEADING, counted, in_rows, read, refusal, rejected, street, street_row

GOOD = [street_row()] * 30  # enough that one rejected row is under five in a hundred


def test_a_month_is_counted_by_place_crime_type_and_outcome(tmp_path: Path) -> None:
    parcel = read(tmp_path, street(street_row(), street_row(Crime_type="Drugs", Last_outcome_category="")))
    assert (parcel.kind, parcel.force, parcel.month) == ("street", "Testshire Police", 2025 * 12 + 5)
    assert in_rows(parcel.points) == [(-2_011_000, 52_701_000, "On or near High Street", "E01029613", "Testbury 008A")]
    assert parcel.types == ["Burglary", "Drugs"]
    assert parcel.outcomes == ["Under investigation", ""]
    assert counted(parcel) == [(0, 0, 0, 1), (0, 1, 1, 1)]
    assert (parcel.rows, parcel.rules, parcel.remarks) == (2, {}, [])


def test_identical_rows_are_separate_incidents(tmp_path: Path) -> None:
    parcel = read(tmp_path, street(*[street_row(Crime_type="Anti-social behaviour")] * 3))
    assert counted(parcel) == [(0, 0, 0, 3)]


def test_blank_and_repeated_crime_ids_count_row_by_row(tmp_path: Path) -> None:
    rows = [street_row(), street_row(Crime_ID="a" * 64), street_row(Crime_ID="a" * 64)]
    assert counted(read(tmp_path, street(*rows))) == [(0, 0, 0, 3)]


def test_a_row_without_any_location_is_counted_nowhere(tmp_path: Path) -> None:
    nowhere = {"Longitude": "", "Latitude": "", "Location": "No Location", "LSOA_code": "", "LSOA_name": ""}
    parcel = read(tmp_path, street(street_row(**nowhere)))
    assert in_rows(parcel.points) == [(0, 0, "No Location", "", "No Location")]
    assert counted(parcel) == [(0, 0, 0, 1)]


def test_coordinates_without_an_area_code_keep_their_place_and_no_name(tmp_path: Path) -> None:
    parcel = read(tmp_path, street(street_row(LSOA_code="", LSOA_name="No Location")))
    assert in_rows(parcel.points) == [(-2_011_000, 52_701_000, "On or near High Street", "", "")]


def test_spaces_around_words_are_not_part_of_them(tmp_path: Path) -> None:
    spaced = street_row(Location=" On or near High Street ", LSOA_code=" E01029613", Reported_by="Testshire Police ")
    parcel = read(tmp_path, street(street_row(), spaced))
    assert (len(in_rows(parcel.points)), counted(parcel), parcel.rules) == (1, [(0, 0, 0, 2)], {})


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (street_row(Crime_type="Witchcraft"), "crime-type-unknown"),
        (street_row(Crime_type=""), "crime-type-unknown"),
        (street_row(Month="2025-07"), "month-in-wrong-file"),
        (street_row(Reported_by="Othershire Police"), "force-in-wrong-file"),
        (street_row(Longitude="52.701", Latitude="-2.011"), "coordinates-swapped"),
        (street_row(Longitude="0", Latitude="0"), "coordinates-zero"),
        (street_row(Longitude="-2.011", Latitude="0"), "coordinates-zero"),
        (street_row(Longitude="2.35", Latitude="48.85"), "coordinates-outside"),
        (street_row(Longitude="west", Latitude="52.701"), "coordinates-unreadable"),
        (street_row(Longitude="", Latitude="52.701"), "coordinates-unreadable"),
        (street_row(Longitude="nan", Latitude="inf"), "coordinates-unreadable"),
        (street_row(LSOA_code="outside"), "code-unreadable"),
        (street_row(Location="On or near \x1b[31m"), "words-unreadable"),
        (street_row(LSOA_name="x" * 10_000), "words-unreadable"),
        (street_row(Last_outcome_category="\x07"), "words-unreadable"),
        (street_row() + ",one more", "row-fields"),
        ("E01029613,2025-06", "row-fields"),
    ],
)
def test_a_row_that_breaks_a_rule_is_rejected_with_its_line(tmp_path: Path, row: str, rule: str) -> None:
    parcel = read(tmp_path, street(*GOOD, row, *GOOD))
    assert rejected(parcel) == [(32, rule)]
    assert parcel.rejected[0]["text"] == row[:300]
    assert (parcel.rules, parcel.rows) == ({rule: 1}, 61)
    assert counted(parcel) == [(0, 0, 0, 60)]
    assert (len(in_rows(parcel.points)), parcel.types, parcel.outcomes) == (1, ["Burglary"], ["Under investigation"])


def test_two_forces_in_a_file_are_the_one_of_most_rows(tmp_path: Path) -> None:
    rows = [street_row(), street_row(Reported_by="Othershire Police"), street_row()]
    parcel = read(tmp_path, street(*rows))
    assert (parcel.force, rejected(parcel)) == ("Testshire Police", [(3, "force-in-wrong-file")])


def test_a_file_with_another_name_is_of_the_month_of_most_rows(tmp_path: Path) -> None:
    rows = [street_row(Month="2025-07"), *GOOD]
    parcel = read(tmp_path, street(*rows), "download (1).csv")
    assert (parcel.month, parcel.rules) == (2025 * 12 + 5, {"month-in-wrong-file": 1})


def test_a_file_named_for_another_month_is_refused(tmp_path: Path) -> None:
    said = refusal(tmp_path, street(*GOOD), "2025-05-testshire-street.csv")
    assert said == "2025-05-testshire-street.csv is named for 2025-05, but its rows are of 2025-06."


def test_columns_in_another_order_are_read_by_name_and_said(tmp_path: Path) -> None:
    usual = read(tmp_path, street(street_row()))
    lines = [",".join(reversed(line.split(","))) for line in (HEADING, street_row())]
    other = read(tmp_path, street(lines[1], heading=lines[0]))
    assert other.remarks == ["The columns stand in another order than police.uk's; they were read by name."]
    assert (other.points, other.counts, other.force) == (usual.points, usual.counts, usual.force)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            street(*GOOD, heading=HEADING.replace("LSOA code", "Area code")),
            "F has no column “LSOA code”; its unknown columns: Area code.",
        ),
        (
            street(*GOOD, heading=HEADING.replace(",Context", "")),
            "F has no column “Context”; its unknown columns: none.",
        ),
        (street(street_row() + ",", heading=HEADING + ",Month"), "F has the column “Month” twice."),
        (street(), "F has a heading and no rows that can be read."),
        (HEADING, "F has a heading and no rows that can be read."),
        (street(",,,,,,,,,,,", ""), "F has a heading and no rows that can be read."),
        (street(*GOOD)[:-40], "F ends in the middle of a row: download it again."),
        (street(*[street_row(Reported_by="")] * 3), "F does not say which force reported it."),
        (street(*[street_row(Reported_by="\x07" * 9)] * 3), "F does not say which force reported it."),
        (street(*[street_row(Reported_by="x" * 10_000)] * 3), "F does not say which force reported it."),
        (
            street(*(street_row(Last_outcome_category=f"Outcome {at}") for at in range(300))),
            "F has more than 200 outcomes: its columns are mixed up.",
        ),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_refused(tmp_path: Path, content: str, sentence: str) -> None:
    assert refusal(tmp_path, content) == sentence.replace("F ", "2025-06-testshire-street.csv ", 1)


@pytest.mark.parametrize("month", ["June 2025", "2025-13", "x" * 10_000, "\x1b]0;title\x07"])
def test_a_month_that_is_none_is_refused_in_a_short_sentence(tmp_path: Path, month: str) -> None:
    said = refusal(tmp_path, street(*[street_row(Month=month)] * 3), "download.csv")
    assert said.startswith("download.csv: “")
    assert len(said) < 150
    assert said.isprintable()


def test_blank_rows_are_no_incidents(tmp_path: Path) -> None:
    parcel = read(tmp_path, street(street_row(), ",,,,,,,,,,,", "", street_row(), ""))
    assert (counted(parcel), parcel.rows, parcel.rules) == ([(0, 0, 0, 2)], 2, {})


def test_the_outcomes_beside_the_street_files_are_not_ours(tmp_path: Path) -> None:
    heading = HEADING.replace("Crime type,Last outcome category,Context", "Outcome type")
    said = refusal(tmp_path, street(*GOOD, heading=heading), "2025-06-testshire-outcomes.csv")
    assert said.startswith("2025-06-testshire-outcomes.csv is police.uk's outcomes;")


def test_no_more_than_a_thousand_rejected_rows_are_kept_and_all_are_counted(tmp_path: Path) -> None:
    parcel = read(tmp_path, street(*GOOD, *[street_row(Crime_type="")] * 1_200))
    assert not isinstance(parcel, Refused)
    assert (len(parcel.rejected), parcel.rules, parcel.rows) == (1_000, {"crime-type-unknown": 1_200}, 1_230)


@pytest.mark.parametrize(("rows", "is_said"), [(20, True), (19, False)])
def test_a_month_of_one_crime_type_alone_is_said(tmp_path: Path, rows: int, is_said: bool) -> None:
    found = read(tmp_path, street(*[street_row()] * rows))
    assert any(words.startswith("Every row is ") for words in found.remarks) == is_said
