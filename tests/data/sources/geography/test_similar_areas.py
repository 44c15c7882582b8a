"""Proves what a table of similar areas gives, as text and as a sheet, and which of its rows are rejected."""

import pytest

from data.sources.geography import similar_areas
from tests.data.sources.reading import read
from tests.data.sources.reading import refusal as file_refusal
from tests.data.sources.typed_tables import parcel, refusal, rejected, sheet, typed

HEADING = "Set,From,Area code,Similar area code,Rank"
GROUP = "most similar group"
ROW = f"{GROUP},2024-04-01,E07000001,E07000002,1"


def test_a_row_is_one_area_that_is_similar_to_another() -> None:
    found = parcel(similar_areas, typed(HEADING, ROW, f"{GROUP},2024-04-01,E07000001,E07000003,2"))
    assert (found.kind, found.rows, found.rules, found.remarks) == ("similar-areas", 2, {}, [])
    assert found.members == [
        (GROUP, "2024-04-01", "E07000001", "E07000002", 1, "line 2"),
        (GROUP, "2024-04-01", "E07000001", "E07000003", 2, "line 3"),
    ]


def test_a_sheet_may_have_a_title_other_letters_and_no_rank() -> None:
    lines = ("Our groups", "SET|From|Area_code|Similar  area code", f"{GROUP}|2024/25|E07000001|E07000002")
    found = parcel(similar_areas, sheet(*lines))
    assert found.members == [(GROUP, "2024-04-01", "E07000001", "E07000002", 0, "Figures row 3")]


@pytest.mark.parametrize("first", ["2024-04-01", "01/04/2024", "2024/25", "Apr 2024"])
def test_a_first_day_may_be_a_day_or_a_period(first: str) -> None:
    (member,) = parcel(similar_areas, typed(HEADING, ROW.replace("2024-04-01", first))).members
    assert member[1] == "2024-04-01"


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (",2024-04-01,E07000001,E07000009,1", "code-blank"),
        (f"{GROUP},,E07000001,E07000009,1", "code-blank"),
        (f"{GROUP},2024-04-01,E07000001,,1", "code-blank"),
        (f"{GROUP}\x07,2024-04-01,E07000001,E07000009,1", "words-unreadable"),
        (f"{GROUP},soon,E07000001,E07000009,1", "first-day-unreadable"),
        (f"{GROUP},2024-02-30,E07000001,E07000009,1", "first-day-unreadable"),
        (f"{GROUP},2024-04-01,E07000001,E07000001,1", "similar-to-itself"),
        (f"{GROUP},2024-04-01,E07000001,E07000009,0", "rank-unreadable"),
        (f"{GROUP},2024-04-01,E07000001,E07000009,first", "rank-unreadable"),
        (f"{GROUP},2024-04-01,E07000001,E07000009,1234567890", "rank-unreadable"),
    ],
)
def test_a_row_that_breaks_a_rule_is_rejected_with_its_line(row: str, rule: str) -> None:
    found = parcel(similar_areas, typed(HEADING, row, ROW))
    assert (rejected(found), len(found.members)) == ([(2, rule)], 1)


def test_a_pair_twice_counts_once_and_with_two_ranks_not_at_all() -> None:
    found = parcel(similar_areas, typed(HEADING, ROW, ROW, f"{GROUP},2024-04-01,E07000001,E07000003,2"))
    assert len(found.members) == 2
    assert found.remarks == ["Rows that stand twice with the same values count once: 1."]
    found = parcel(similar_areas, typed(HEADING, ROW, ROW[:-1] + "2", f"{GROUP},2024-04-01,E07000001,E07000003,2"))
    assert (rejected(found), len(found.members)) == ([(2, "doubled"), (3, "doubled")], 1)


def test_a_table_that_cannot_be_taken_is_refused_in_one_sentence() -> None:
    assert refusal(similar_areas, typed(HEADING)) == "x.csv names no similar area."
    twice = typed(f"{HEADING},Set", f"{ROW},again")
    assert refusal(similar_areas, twice) == "x.csv has the column “set” twice."


def test_the_file_is_told_by_its_heading(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("groups")
    assert read(folder, f"{HEADING}\n{ROW}\n", "groups.csv").kind == "similar-areas"
    assert file_refusal(folder, f"{HEADING}\n", "groups.csv") == "groups.csv names no similar area."
