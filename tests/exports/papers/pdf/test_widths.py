"""Tests how wide printed columns are, and where words break."""

import pytest

from dashboard.exports.papers.pdf.widths import SIDEWAYS, UPRIGHT, breaking, widths_of
from dashboard.exports.papers.words import BREAK


@pytest.mark.parametrize(
    ("texts", "is_sideways"),
    [
        ([["A", "b"], ["C", "d"]], False),
        ([["Area", "Rugby"], ["Words", "many words " * 30]], False),
        ([[f"Heading{at}", "considerable"] for at in range(14)], True),
        ([["W", "w" * 300] for _ in range(3)], False),
        ([["W", "w" * 300] for _ in range(30)], True),
    ],
)
def test_columns_share_the_page(texts: list[list[str]], is_sideways: bool) -> None:
    found = widths_of(texts, [False] * len(texts))
    assert found.is_sideways is is_sideways
    assert sum(found.columns) <= (SIDEWAYS if is_sideways else UPRIGHT) + 0.01
    assert min(found.columns) > 12


def test_a_date_a_number_and_its_marks_stay_in_one_line() -> None:
    date, number, words = widths_of(
        [["Due", "30 November 2026"], ["Actual", "1,128 3 p"], ["Action", "many words " * 40]], [False, True, False]
    ).columns
    assert (date > 70, 45 < number < 80, words > 250) == (True, True, True)


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("short", "short"),
        ("w" * 12, BREAK.join(["wwwww", "wwwww", "ww"])),
        ("a few words that go on", "a few words that go on"),
    ],
)
def test_a_word_that_is_wider_than_its_room_breaks(text: str, broken: str) -> None:
    assert breaking(text, 10, 45) == broken
