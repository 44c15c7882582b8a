"""Proves which area lies in which by the lookups, whatever their columns are called, and what changed since 2011."""

from pathlib import Path

import pytest

from data.sources.geography.codes import coded_columns
from tests.data.sources.reading import read, refusal, rejected

CHAIN = "LSOA21CD,LSOA21NM,WD24CD,WD24NM,LAD24CD,LAD24NM"
ROW = "E01000001,Testbury 001A,E05000001,Mill,E07000001,Testbury"
CHANGES = "LSOA11CD,LSOA11NM,LSOA21CD,LSOA21NM,CHGIND,LAD22CD,LAD22NM"


def test_each_area_lies_in_the_next_wider_one(tmp_path: Path) -> None:
    parcel = read(tmp_path, f"{CHAIN}\n{ROW}\n")
    assert parcel.kind == "lookup"
    assert parcel.areas == [
        ("E01000001", "Testbury 001A", "lsoa", 21),
        ("E05000001", "Mill", "ward", 24),
        ("E07000001", "Testbury", "district", 24),
    ]
    assert parcel.links == [
        ("E01000001", "E05000001", "ward", 24),
        ("E05000001", "E07000001", "district", 24),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "lsoa21_code,lsoa21_name,wd24_code,ltla24_code",
        "LSOA21CD,LSOA21NM,WD24CD,LAD24CD",
        "LSOA21CD,x,WARD24CD,LAD24CD",
    ],
)
def test_headings_as_different_publishers_write_them_mean_the_same(tmp_path: Path, heading: str) -> None:
    parcel = read(tmp_path, f"{heading}\nE01000001,Testbury 001A,E05000001,E07000001\n")
    assert [link[:2] for link in parcel.links] == [("E01000001", "E05000001"), ("E05000001", "E07000001")]


def test_the_order_of_the_columns_does_not_matter(tmp_path: Path) -> None:
    parcel = read(tmp_path, "PFA24CD,LAD24CD,CSP24CD,PFA24NM\nE23000001,E07000001,E22000001,Testshire\n")
    assert [link[:2] for link in parcel.links] == [("E07000001", "E22000001"), ("E22000001", "E23000001")]


def test_a_level_of_two_years_is_linked_on_both(tmp_path: Path) -> None:
    parcel = read(tmp_path, "LSOA11CD,LSOA21CD,LAD22CD,LAD23CD\nE01000001,E01000002,E07000001,E06000001\n")
    assert sorted(link[:2] for link in parcel.links) == [
        ("E01000001", "E06000001"),
        ("E01000001", "E07000001"),
        ("E01000002", "E06000001"),
        ("E01000002", "E07000001"),
    ]


def test_a_blank_code_is_passed_over(tmp_path: Path) -> None:
    parcel = read(tmp_path, f"{CHAIN}\n{ROW}\n,,E05000002,Hill,E07000001,Testbury\n")
    assert [link[:2] for link in parcel.links][2:] == [("E05000002", "E07000001")]
    assert (parcel.rows, parcel.rules) == (2, {})


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (",Testbury 001B,,Mill,,Testbury", "code-blank"),
        (ROW.replace("E05000001", "E05000002"), "doubled"),
        (ROW.replace("Mill", "Mill\x07"), "words-unreadable"),
        ("E01000002,Testbury", "row-fields"),
    ],
)
def test_a_row_that_breaks_a_rule_is_rejected_with_its_line(tmp_path: Path, row: str, rule: str) -> None:
    parcel = read(tmp_path, f"{CHAIN}\n{ROW}\n{row}\n{ROW}\n")
    assert (rejected(parcel), parcel.rows, len(parcel.links)) == ([(3, rule)], 3, 2)


def test_a_lookup_without_areas_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, f"{CHAIN}\n", "x.csv") == "x.csv names no area."
    assert refusal(tmp_path, f"{CHAIN}\n{ROW[:30]}", "x.csv") == "x.csv ends in the middle of a row: download it again."
    assert refusal(tmp_path, f"{CHAIN},LAD24CD\n{ROW},x\n", "x.csv") == "x.csv has the column “LAD24CD” twice."


def test_changes_say_which_neighbourhood_became_which(tmp_path: Path) -> None:
    rows = [
        "E01000001,Testbury 001A,E01000001,Testbury 001A,U,E07000001,Testbury",
        "E01000002,Testbury 001B,E01000003,Testbury 001C,S,E07000001,Testbury",
        "E01000002,Testbury 001B,E01000004,Testbury 001D,s,E07000001,Testbury",
        "E01000005,Testbury 001E,E01000007,Testbury 001G,M,E07000001,Testbury",
        "E01000008,Testbury 001H,E01000009,Testbury 001I,X,E07000001,Testbury",
    ]
    parcel = read(tmp_path, "\n".join([CHANGES, *rows, ""]))
    assert parcel.kind == "changes"
    assert [(old, new, kind) for old, _, new, kind, _ in parcel.changes] == [
        ("E01000001", "E01000001", "U"),
        ("E01000002", "E01000003", "S"),
        ("E01000002", "E01000004", "S"),
        ("E01000005", "E01000007", "M"),
        ("E01000008", "E01000009", "X"),
    ]
    assert parcel.changes[1] == ("E01000002", "Testbury 001B", "E01000003", "S", "E07000001")


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("E01000002,,E01000003,,Z,,", "change-unknown"),
        ("E01000002,,E01000003,,,,", "change-unknown"),
        ("E01000002,,,,S,,", "code-blank"),
        ("E01000002,\x07,E01000003,,S,,", "words-unreadable"),
        ("E01000002,,E01000003,,S,", "row-fields"),
    ],
)
def test_a_change_that_breaks_a_rule_is_rejected_with_its_line(tmp_path: Path, row: str, rule: str) -> None:
    parcel = read(tmp_path, f"{CHANGES}\nE01000001,,E01000001,,U,,\n{row}\nE01000001,,E01000001,,U,,\n")
    assert (rejected(parcel), len(parcel.changes)) == ([(3, rule)], 2)


def test_changes_without_rows_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, f"{CHANGES}\n", "x.csv") == "x.csv names no area."


def test_other_headings_are_no_codes() -> None:
    assert coded_columns(("LSOA", "LSOACD", "LSOA2021CD", "OA21CD", "name")) == ()
