"""What the trail says of a deed is one line of bounded length that every engine and page can hold."""

import pytest

from dashboard.domain.access.deeds import fit


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("A. Jones", "A. Jones"),
        ("  A.\n Jones\t", "A. Jones"),
        ("A\x00B", "A B"),
        ("A\x1b[31mB", "A [31mB"),
        ("A\ud800B", "A B"),
        ("A\u202eB", "A B"),
        ("Zoë 李 🙂", "Zoë 李 🙂"),
        ("abcdefghijk", "abcdefghi…"),
        ("", ""),
    ],
)
def test_a_text_becomes_one_printable_line(said: str, kept: str) -> None:
    assert fit(said, 10) == kept
    assert fit(kept, 10) == kept
