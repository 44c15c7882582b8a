"""Proves how columns of a list are said and read, and what is refused."""

import pytest

from dashboard.domain.errors import RefusedFile
from dashboard.domain.incidents.columns import EXAMPLE, column_of, letter_of, matched, read_columns, said_columns


def test_columns_are_headed_as_in_a_spreadsheet() -> None:
    assert [letter_of(at) for at in (0, 25, 26, 701)] == ["A", "Z", "AA", "ZZ"]
    assert [column_of(letters) for letters in ("a", "Z", "AA", "ZZ")] == [0, 25, 26, 701]


def test_what_is_said_is_read_again() -> None:
    assert read_columns(EXAMPLE) == {"offence": 1, "from": 2, "time-from": 3, "area": 5}
    assert said_columns(read_columns(EXAMPLE)) == EXAMPLE


@pytest.mark.parametrize(
    ("pairs", "sentence"),
    [
        ([("from", 0), ("from", 1)], "Columns A and B are both said to be “Date, or first date; its time too”"),
        ([("from", 0), ("offence", 0)], "Column A is said to be two things: choose one of them."),
        ([("offence", 0)], "No column is said to be the date"),
        ([("from", 0)], "No column is said to be the offence or its code"),
        ([("from", 0), ("code", 1), ("easting", 2)], "Easting and northing go together"),
    ],
)
def test_what_cannot_be_right_gets_a_sentence(pairs: list[tuple[str, int]], sentence: str) -> None:
    with pytest.raises(RefusedFile, match=sentence.split("“")[0]):
        matched(pairs)


@pytest.mark.parametrize("text", ["offence", "colour B", "offence 2"])
def test_what_says_no_column_is_refused(text: str) -> None:
    with pytest.raises(RefusedFile, match="says no column"):
        read_columns(text)
