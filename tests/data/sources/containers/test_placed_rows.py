"""Rows that are read all at once are those that are read one by one, with the same lines."""

import pytest

from data.sources.containers.members import Member
from data.sources.containers.sheets import read_sheet


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("A,B\n1,2\n3,4\n", [2, 3]),
        ("A,B\r1,2\r3,4\r", [2, 3]),
        ("\n\nA,B\r\n1,2\r\n,\r\n5,6", [4, 6]),
        ('A,B\n"1\n2",2\n3,4\n', [3, 4]),
        ("A,B\n", []),
    ],
)
def test_the_same_rows_on_the_same_lines(body: str, lines: list[int]) -> None:
    sheet = read_sheet(Member("x.csv", body.encode()))
    rows, found = sheet.all_placed()
    assert found == lines
    assert list(zip(found, rows, strict=True)) == list(sheet.placed())
