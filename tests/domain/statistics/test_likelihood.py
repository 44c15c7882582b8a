"""Proves how a chance is said, and what becomes of a target by it."""

import pytest

from dashboard.domain.statistics.likelihood import (
    Likelihood,
    LikelyOutcome,
    likelihood,
    likely_outcome_of,
    percent_of,
)


@pytest.mark.parametrize(
    ("said", "chances", "outcome"),
    [
        (Likelihood.VERY_LIKELY, (1.0, 0.9), LikelyOutcome.MET),
        (Likelihood.LIKELY, (0.89, 0.67), LikelyOutcome.MET),
        (Likelihood.BALANCE, (0.66, 0.33), LikelyOutcome.BALANCE),
        (Likelihood.UNLIKELY, (0.32, 0.1), LikelyOutcome.MISSED),
        (Likelihood.VERY_UNLIKELY, (0.09, 0.0), LikelyOutcome.MISSED),
    ],
)
def test_a_chance_is_said_in_words_and_comes_to_an_outcome(
    said: Likelihood, chances: tuple[float, ...], outcome: LikelyOutcome
) -> None:
    assert {likelihood(chance) for chance in chances} == {said}
    assert {likely_outcome_of(chance) for chance in chances} == {outcome}


def test_the_words_are_those_of_the_field() -> None:
    assert [*map(str, Likelihood)] == ["very likely", "likely", "in the balance", "unlikely", "very unlikely"]


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.47, "47%"),
        (0.005, "under 1%"),
        (0.006, "1%"),
        (0.994, "99%"),
        (0.996, "over 99%"),
        (1.0, "over 99%"),
    ],
)
def test_a_chance_in_percent_claims_no_certainty(chance: float, words: str) -> None:
    assert percent_of(chance) == words
