"""Words are taken out of what was frozen wherever they stand."""

import pytest

from dashboard.domain.snapshots.canonical import Plain
from dashboard.domain.snapshots.redaction import TAKEN_OUT, without, without_words


def test_words_go_and_keys_stay() -> None:
    value: Plain = {"A. Jones": ["Ask A. Jones", {"words": "A. Jones, A. Jones"}], "n": 7, "none": None}
    assert without(value, "A. Jones") == {
        "A. Jones": ["Ask [name removed]", {"words": "[name removed], [name removed]"}],
        "n": 7,
        "none": None,
    }


def test_no_words_take_nothing_out() -> None:
    assert without({"a": "b"}, "") == {"a": "b"}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ann Lee", "[name removed]"),
        ("ANN LEE, ann lee", "[name removed], [name removed]"),
        ("=Ann Lee's", "=[name removed]'s"),
        ("Annleese, Ann Leeson, Joann Lee", "Annleese, Ann Leeson, Joann Lee"),
        ("<b>Ann Lee</b>🚨", "<b>[name removed]</b>🚨"),
        ("", ""),
    ],
)
def test_whole_words_go_in_whatever_case(text: str, left: str) -> None:
    assert without_words(text, "Ann Lee") == left


@pytest.mark.parametrize(
    ("text", "name"),
    [("Ann\n Lee", "Ann Lee"), ("Jose\u0301 Ortiz", "Jos\u00e9 Ortiz"), ("O\u2019Brien", "O'Brien"), ("A (B", "A (B")],
)
def test_a_name_is_found_however_it_was_spelled(text: str, name: str) -> None:
    assert without_words(f"Ask {text}.", name) == f"Ask {TAKEN_OUT}."


def test_frozen_words_go_in_capitals_too() -> None:
    assert without({"words": "ann lee and ANN LEE"}, "Ann Lee") == {"words": "[name removed] and [name removed]"}
