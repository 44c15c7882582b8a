"""Words are taken out of what was frozen wherever they stand."""

import pytest

from dashboard.domain.snapshots.canonical import Plain
from dashboard.domain.snapshots.redaction import without, without_words


def test_words_go_and_keys_stay() -> None:
    value: Plain = {"A. Jones": ["Ask A. Jones", {"words": "A. Jones, A. Jones"}], "n": 7, "none": None}
    assert without(value, "A. Jones") == {
        "A. Jones": ["Ask [redacted]", {"words": "[redacted], [redacted]"}],
        "n": 7,
        "none": None,
    }


def test_no_words_take_nothing_out() -> None:
    assert without({"a": "b"}, "") == {"a": "b"}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ann Lee", "[-]"),
        ("ANN LEE, ann lee", "[-], [-]"),
        ("=Ann Lee's", "=[-]'s"),
        ("Annleese, Ann Leeson, Joann Lee", "Annleese, Ann Leeson, Joann Lee"),
        ("<b>Ann Lee</b>🚨", "<b>[-]</b>🚨"),
        ("", ""),
    ],
)
def test_whole_words_go_in_whatever_case(text: str, left: str) -> None:
    assert without_words(text, "Ann Lee", "[-]") == left


def test_what_stands_in_their_place_is_taken_as_it_is() -> None:
    assert without_words("A (B", "(B", r"\1") == r"A \1"


def test_frozen_words_go_in_capitals_too() -> None:
    assert without({"words": "ann lee and ANN LEE"}, "Ann Lee") == {"words": "[redacted] and [redacted]"}
