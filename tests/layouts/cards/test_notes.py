"""Proves that a note mark is raised beside its figure and that a sentence stands under it."""

import pytest

from layouts.cards.notes import notes_beside


@pytest.mark.parametrize(
    ("notes", "raised", "under"),
    [
        ((), [], []),
        (("3",), ["3"], []),
        (("1", "*"), ["1 *"], []),
        (("note 12",), ["note 12"], []),
        (("Counted anew after a move of the files",), [], ["Counted anew after a move of the files"]),
        (("Revised figure", "2"), ["2"], ["Revised figure"]),
    ],
)
def test_a_mark_is_raised_and_a_sentence_stands_under(
    notes: tuple[str, ...], raised: list[str], under: list[str]
) -> None:
    marks, said = notes_beside(notes)
    assert [mark.children for mark in marks] == raised
    assert [words.children for words in said] == under
