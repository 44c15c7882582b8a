"""Proves that stop and search counts in the month of the local time, and what a file of it must say."""

from pathlib import Path
from typing import Any

import pytest

from tests.data.sources.reading import read, refusal, rejected
from tests.data.sources.searches import HEADING, row, table

NAME = "2019-06-city-of-london-stop-and-search.csv"
JUNE = 2019 * 12 + 5


def found(folder: Path, *rows: str) -> list[Any]:
    searches: list[Any] = read(folder, table(*rows), NAME).searches
    return searches


def test_searches_are_counted_by_month_type_object_outcome_and_place(tmp_path: Path) -> None:
    parcel = read(tmp_path, table(row(), row(), row(Outcome="", Outcome_linked_to_object_of_search="")), NAME)
    assert (parcel.kind, parcel.force, parcel.month, parcel.rows) == (
        "stop-search",
        "city-of-london",
        JUNE,
        3,
    )
    place = (-90_000, 51_513_000)
    assert parcel.searches == [
        (JUNE, "Person search", "Stolen goods", "Arrest", "yes", *place, 2),
        (JUNE, "Person search", "Stolen goods", "", "", *place, 1),
    ]


@pytest.mark.parametrize(
    ("date", "month"),
    [
        ("2019-06-30T22:59:59+00:00", JUNE),
        ("2019-06-30T23:00:00+00:00", JUNE + 1),  # midnight of British Summer Time
        ("2019-05-31T23:30:00+00:00", JUNE),
        ("2019-05-31T22:30:00+00:00", JUNE - 1),
        ("2019-06-30T23:00:00Z", JUNE + 1),
        ("2019-06-30T23:00:00", JUNE + 1),  # police.uk means UTC
        ("2019-07-01T00:30:00+01:00", JUNE + 1),
    ],
)
def test_the_local_time_decides_the_month(tmp_path: Path, date: str, month: int) -> None:
    assert [search[0] for search in found(tmp_path, row(Date=date))] == [month]


def test_in_winter_the_local_time_is_utc(tmp_path: Path) -> None:
    parcel = read(tmp_path, table(row(Date="2019-01-31T23:30:00+00:00")), NAME.replace("06", "01"))
    assert [search[0] for search in parcel.searches] == [2019 * 12]


def test_what_the_local_time_moves_is_said(tmp_path: Path) -> None:
    parcel = read(tmp_path, table(row(), row(Date="2019-06-30T23:30:00+00:00")), NAME)
    assert parcel.remarks == ["Searches that fall in another month by local time: 1."]


def test_a_search_without_a_place_is_counted_nowhere(tmp_path: Path) -> None:
    assert found(tmp_path, row(Latitude="", Longitude=""))[0][5:] == (0, 0, 1)


@pytest.mark.parametrize(
    ("told", "linked"), [("True", "yes"), ("False", "no"), ("", ""), ("TRUE", "yes"), ("maybe", "")]
)
def test_whether_the_outcome_is_linked_is_kept_as_it_is_said(tmp_path: Path, told: str, linked: str) -> None:
    assert found(tmp_path, row(Outcome_linked_to_object_of_search=told))[0][4] == linked


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        (row(Date=""), "date-unreadable"),
        (row(Date="30 June"), "date-unreadable"),
        (row(Date="0001-01-01T00:00:00+23:00"), "date-unreadable"),
        (row(Date="2018-06-15T12:00:00+00:00"), "month-in-wrong-file"),
        (row(Latitude="-0.09", Longitude="51.513"), "coordinates-swapped"),
        (row(Latitude="", Longitude="-0.09"), "coordinates-unreadable"),
        (row(Outcome="\x1b[2J"), "words-unreadable"),
        (row(Object_of_search="x" * 10_000), "words-unreadable"),
        (row() + ",", "row-fields"),
    ],
)
def test_a_row_that_breaks_a_rule_is_rejected_with_its_line(tmp_path: Path, broken: str, rule: str) -> None:
    parcel = read(tmp_path, table(row(), broken, row()), NAME)
    assert (rejected(parcel), parcel.rows, parcel.searches[0][-1]) == ([(3, rule)], 3, 2)


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (table(row(), heading=HEADING.replace("Outcome,", "Result,")), NAME, f"{NAME} has no column “Outcome”."),
        (table(row() + ",", heading=HEADING + ",Date"), NAME, f"{NAME} has the column “Date” twice."),
        (table(), NAME, f"{NAME} has a heading and no rows that can be read."),
        (table(row(Date="")), NAME, f"{NAME} has a heading and no rows that can be read."),
        (table(row()), "2019-13-x-stop-and-search.csv", "2019-13-x-stop-and-search.csv: “2019-13” is no month"),
        (table(row()), "june.csv", "june.csv names no force and month: keep police.uk's name, such as 2019-01-"),
        (table(row())[:-60], NAME, f"{NAME} ends in the middle of a row: download it again."),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_refused(
    tmp_path: Path, content: str, name: str, sentence: str
) -> None:
    assert refusal(tmp_path, content, name).startswith(sentence)
