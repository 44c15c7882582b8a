"""Commentary is dated by the day on which it was written; the newest stands, and a form says what it needs."""

import pytest

from dashboard.domain.commentary import Commentary, NewCommentary, last_said, said_of
from dashboard.domain.errors import RefusedEntry
from dashboard.domain.periods.period import financial_year
from dashboard.domain.records import SourceCell


def test_commentary_is_of_the_day_it_was_written() -> None:
    cell = SourceCell(0, "file-1", "a.csv", "", "line 2", "Patrols doubled in May.")
    moment = "2026-05-14T09:30:00+00:00"
    said = Commentary("a/b", "a", financial_year(2025), "Patrols doubled in May.", "Jo", moment, cell)
    assert said.day == "2026-05-14"


def said(period: int, text: str, moment: str = "2026-05-14T09:30:00+00:00") -> Commentary:
    cell = SourceCell(0, "", "Commentary", "", "", text)
    return Commentary("a/b", "a", financial_year(period), text, "Jo", moment, cell)


def test_what_was_said_last_of_a_figure_stands_and_what_was_taken_back_does_not() -> None:
    history = [said(2025, "One"), said(2024, "Old"), said(2025, "Two"), said(2023, "Gone"), said(2023, "")]
    assert [item.text for item in last_said(history)] == ["Old", "Two"]


FORM = {"text": " Patrols\u202e\n doubled ", "author": " Police lead ", "withdraw": "", "seen": "then"}


def test_a_form_says_one_line_without_hidden_characters() -> None:
    assert said_of(FORM) == NewCommentary("Patrols doubled", "Police lead", "then")


def test_what_takes_a_commentary_back_needs_no_words() -> None:
    assert said_of(FORM | {"text": "x" * 601, "withdraw": "yes"}).text == ""


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("text", " \u200b ", "Enter the commentary."),
        ("text", "x" * 601, "The commentary must be 600 characters or fewer: it has 601."),
        ("text", "x" * 10_000, "The commentary must be 600 characters or fewer: it has 10,000."),
        ("author", " ", "Enter your role or name."),
        ("author", "x" * 101, "Your role or name must be 100 characters or fewer: it has 101."),
    ],
)
def test_a_form_without_what_it_needs_says_which_field_and_why(field: str, typed: str, sentence: str) -> None:
    with pytest.raises(RefusedEntry) as refused:
        said_of(FORM | {field: typed})
    assert refused.value.faults == ((field, sentence),)


def test_six_hundred_letters_are_taken() -> None:
    assert said_of(FORM | {"text": "é" * 600}).text == "é" * 600
