"""What a partnership sets of its papers: a name that fits, a colour that can be read, a logo that is described."""

import pytest

from dashboard.domain.errors import RefusedDecision
from dashboard.domain.papers.look import OwnLook, contrast_on_white, read_look

WHOLE = {
    "name": "  Safer \n Westshire ",
    "accent": " #7A1F5C ",
    "logo_alt": "Two hands",
    "committees": "Strategy group\n\n  Scrutiny  committee \n",
}


def test_a_look_is_read_in_single_lines() -> None:
    committees = ("Strategy group", "Scrutiny committee")
    assert read_look(WHOLE, has_logo=True) == OwnLook("Safer Westshire", "#7a1f5c", "Two hands", committees)
    assert read_look({}, has_logo=False) == OwnLook()


@pytest.mark.parametrize(
    ("field", "said", "words"),
    [
        ("name", "n" * 81, "The name must be 80 characters or fewer: it has 81."),
        ("accent", "red", "Enter a colour as # and six digits, such as #12436d."),
        ("accent", "#12436d;}", "Enter a colour as # and six digits, such as #12436d."),
        ("accent", "#f46a25", "Choose a darker colour: #f46a25 has a contrast of 3.0 : 1 on white, and text needs 4.5"),
        ("logo_alt", "", "Say what the logo shows, for who cannot see it."),
        ("logo_alt", "x" * 161, "What the logo shows must be 160 characters or fewer: it has 161."),
        ("committees", "A\n" * 13, "Name 12 committees or fewer, one a line: there are 13."),
        ("committees", f"A\n{'b' * 81}", "Each committee must be 80 characters or fewer: it has 81."),
    ],
)
def test_what_cannot_be_set_is_told_at_its_field(field: str, said: str, words: str) -> None:
    with pytest.raises(RefusedDecision) as fault:
        read_look({**WHOLE, field: said}, has_logo=True)
    [(at, sentence)] = fault.value.faults
    assert at == field
    assert sentence.startswith(words)


@pytest.mark.parametrize(
    ("colour", "ratio"), [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54), ("#777777", 4.48)]
)
def test_contrast_is_that_of_wcag(colour: str, ratio: float) -> None:
    assert contrast_on_white(colour) == pytest.approx(ratio, abs=0.005)
