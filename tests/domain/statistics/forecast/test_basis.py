"""Proves in which words a forecast says what it rests on."""

from dataclasses import replace

import pytest

from dashboard.domain.statistics.basis import basis_words, method_of
from tests.domain.forecast_years import APRIL, counts, made


def test_a_first_year_says_that_its_season_is_the_usual_one() -> None:
    season, _ = basis_words(made(counts(APRIL, 20, 21)), "month")
    assert season.startswith("No earlier month is known, so its season is taken to be mostly the usual one")


def test_a_later_year_says_how_much_of_its_season_is_its_own() -> None:
    year = replace(made(counts(APRIL - 12, *[20] * 14)), learned=0.374)
    assert basis_words(year, "month")[0] == (
        "37% of its season is told by its own months, 12 of them from before this year; the rest is the usual one of"
        " police counts, busiest in July and quietest in January."
    )


@pytest.mark.parametrize(
    ("learned", "liveliness", "method"),
    [
        (0.5, 1.0, "mostly its own season; its counts move little"),
        (0.49, 1.5, "partly its own season, mostly the usual season; its counts move as much as those of most series"),
        (0.14, 2.7, "the usual season; its counts move much"),
    ],
)
def test_a_file_says_by_which_method(learned: float, liveliness: float, method: str) -> None:
    assert method_of(replace(made(counts(APRIL, 20)), learned=learned, liveliness=liveliness)) == method
