"""Knows that words are measured, broken and cut as programs for slides do it."""

import pytest

from dashboard.exports.papers.pptx.charts.scale import scale_of
from dashboard.exports.papers.pptx.fitting import fitted, held, lines_of, width_of


def test_letters_are_as_wide_as_arial_has_them() -> None:
    assert width_of("Ill", 1000) == 278 + 222 + 222
    assert width_of("Ill", 1000, bold=True) == 278 * 3


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ("",)),
        ("one two", ("one two",)),
        ("many words that break", ("many words", "that break")),
        ("w" * 12, ("w" * 10, "ww")),
        ("wwwwwww (3,\u00a0p)", ("wwwwwww", "(3,\u00a0p)")),
    ],
)
def test_words_break_between_words_and_long_ones_within(text: str, lines: tuple[str, ...]) -> None:
    width = width_of("w" * 10, 14)
    assert lines_of(text, 14, width) == lines


def test_what_does_not_fit_is_cut_at_a_word_and_says_so() -> None:
    assert held("some words that are too many for one line", 14, 100, 1) == "some words…"
    assert held("short", 14, 100, 1) == "short"
    assert held("w" * 50, 14, 100, 1).endswith("w…")


def test_the_largest_size_that_fits_is_taken() -> None:
    assert fitted("one two three", (28, 20, 14), (200, 40)) == (28, "one two three")
    assert fitted("one two three four five", (28, 20, 14), (200, 40))[0] == 20
    size, words = fitted("many words " * 40, (28, 14), (200, 40))
    assert (size, words[-1]) == (14, "…")


@pytest.mark.parametrize(
    ("numbers", "from_zero", "ends"),
    [
        ((310, 335), True, (0, 400, 100)),
        ((0.2, 0.31), True, (0, 0.4, 0.1)),
        ((-8, 32), False, (-10, 40, 10)),
        ((), True, (0, 1, 0.2)),
        ((0, 0), True, (0, 1, 0.2)),
        ((5, 5), False, (5, 6, 0.2)),
        ((-300, 1204), True, (-500, 1500, 500)),
    ],
)
def test_axes_end_at_round_numbers(numbers: tuple[float, ...], from_zero: bool, ends: tuple[float, ...]) -> None:
    scale = scale_of(numbers, from_zero=from_zero)
    assert (scale.low, scale.high, scale.step) == ends
