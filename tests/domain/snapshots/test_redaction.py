"""Words are taken out of what was frozen wherever they stand."""

from dashboard.domain.snapshots.canonical import Plain
from dashboard.domain.snapshots.redaction import without


def test_words_go_and_keys_stay() -> None:
    value: Plain = {"A. Jones": ["Ask A. Jones", {"words": "A. Jones, A. Jones"}], "n": 7, "none": None}
    assert without(value, "A. Jones") == {
        "A. Jones": ["Ask [redacted]", {"words": "[redacted], [redacted]"}],
        "n": 7,
        "none": None,
    }


def test_no_words_take_nothing_out() -> None:
    assert without({"a": "b"}, "") == {"a": "b"}
