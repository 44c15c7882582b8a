"""Proves that words which name a number are told from words which name a day."""

import pytest

from dashboard.domain.disclosure.telling import names_a_number

TELL = (
    *("We had 3 in April.", "Three incidents", "a single case", "doubled", "5%", "Only one of them", "none at all"),
    *("a dozen", "both in Oakham", "fell by a third", "12 Oakham Road", "up from Q1’s 4", "2 more than in 2023"),
)
DO_NOT = (
    *("", "Patrols began in April 2025.", "From 1 April 2025", "See the plan of 2024/25", "Up on Q3 and on 2023-24"),
    *(
        "New recording since 2010-11-Q2",
        "Ward 7 leads",
        "The market was moved on the 3rd of it".replace("3rd of it", "3rd June"),
    ),
)


@pytest.mark.parametrize("text", TELL)
def test_a_number_in_digits_or_letters_is_named(text: str) -> None:
    assert names_a_number(text)


@pytest.mark.parametrize("text", DO_NOT)
def test_days_years_and_names_of_places_are_none(text: str) -> None:
    assert not names_a_number(text)
