"""Proves that a partnership's localities are codes under its own names, each code in one of them."""

from pathlib import Path

import pytest

from tests.data.sources.reading import read, refusal, rejected

HEADING = "partnership,locality,code"


def test_members_are_codes_of_a_locality(tmp_path: Path) -> None:
    parcel = read(tmp_path, "Code,Locality,Partnership\nE01000001,North,Testbury\nE05000002,South,Testbury\n")
    assert parcel.kind == "localities"
    assert parcel.members == [("testbury", "North", "E01000001"), ("testbury", "South", "E05000002")]


def test_the_same_code_may_lie_in_localities_of_two_partnerships(tmp_path: Path) -> None:
    parcel = read(tmp_path, f"{HEADING}\nTestbury,North,E01000001\nTestshire,East,E01000001\n")
    assert (len(parcel.members), parcel.rules) == (2, {})


def test_a_code_in_two_localities_of_a_partnership_is_in_neither(tmp_path: Path) -> None:
    rows = "Testbury,North,E01000001\nTESTBURY,South,E01000001\nTestbury,South,E01000002\n"
    parcel = read(tmp_path, f"{HEADING}\n{rows}")
    assert parcel.members == [("testbury", "South", "E01000002")]
    assert rejected(parcel) == [(2, "doubled"), (3, "doubled")]


def test_a_row_that_stands_twice_counts_once_and_is_said(tmp_path: Path) -> None:
    parcel = read(tmp_path, f"{HEADING}\nTestbury,North,E01000001\nTestbury,North,E01000001\n")
    assert (len(parcel.members), parcel.rows, parcel.rules) == (1, 2, {})
    assert parcel.remarks == ["Rows that stand twice with the same values count once: 1."]


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("Testbury,North,", "code-blank"),
        ("Testbury,,E01000002", "code-blank"),
        (",North,E01000002", "code-blank"),
        ("Testbury,?!,E01000002", "code-blank"),
        ("Testbury,North\x1b[2J,E01000002", "words-unreadable"),
        (f"Testbury,{'N' * 10_000},E01000002", "words-unreadable"),
        ("Testbury,North,E01000002,more", "row-fields"),
    ],
)
def test_a_row_that_breaks_a_rule_is_rejected_with_its_line(tmp_path: Path, row: str, rule: str) -> None:
    parcel = read(tmp_path, f"{HEADING}\nTestbury,North,E01000001\n{row}\n")
    assert (rejected(parcel), len(parcel.members)) == ([(3, rule)], 1)


def test_a_file_without_localities_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, f"{HEADING}\n", "x.csv") == "x.csv names no locality."
    assert refusal(tmp_path, f"{HEADING},code\nA,B,C,D\n", "x.csv") == "x.csv has the column “code” twice."
