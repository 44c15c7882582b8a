"""Proves that a score is the number that it begins with, and words are none."""

import pytest

from dashboard.domain.plans.scores import whole_number


@pytest.mark.parametrize(
    ("text", "score"),
    [
        *(("3", 3), (" 12 ", 12), ("3.0", 3), ("3 - Moderate", 3), ("9 (High)", 9), ("4/5", 4), ("0", 0)),
        *(("High", None), ("", None), ("2.5", None), ("-3", None), ("1234", None), ("3rd", None)),
    ],
)
def test_a_score_is_the_number_it_begins_with(text: str, score: int | None) -> None:
    assert whole_number(text) == score
