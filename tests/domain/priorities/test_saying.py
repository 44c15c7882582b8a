"""Proves what forms of an assessment take and refuse, and which of many lines stands."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.domain.choices import PartnershipChoices
from dashboard.domain.errors import RefusedEntry, UnknownFilter
from dashboard.domain.filter_values import weight
from dashboard.domain.periods.period import financial_year
from dashboard.domain.priorities.recorded import (
    PriorityWord,
    WordKind,
    place_words,
    saved_weights,
    standing,
    typed_score,
)
from dashboard.domain.priorities.saying import (
    Placed,
    SaidOfPriority,
    about_of,
    name_key,
    read_weights,
    said_choice,
    said_score,
    said_weights,
    written_weights,
)
from dashboard.domain.priorities.weights import Weights, weights_of

FORM = {"value": "4", "words": " The night\nbus ", "author": "Analyst", "seen": "7", "name": " Harm first "}
SHARED = Placed(rank=2, sharing=2, words="=2, score 3.40", places=8)


def refused(form: dict[str, str], placed: Placed | None = None) -> tuple[tuple[str, str], ...]:
    with pytest.raises(RefusedEntry) as fault:
        said_choice(FORM | form, placed) if placed else said_score(FORM | form)
    return fault.value.faults


def test_a_typed_score_is_one_to_five_with_a_reason_and_a_name() -> None:
    assert said_score(FORM) == SaidOfPriority("4", "The night bus", "Analyst", 7)
    assert said_score(FORM | {"value": "", "seen": "x"}) == SaidOfPriority("", "The night bus", "Analyst", 0)
    assert refused({"value": "6"}) == (("value", "A score is a whole number from 1 to 5."),)
    assert refused({"words": " "}) == (("words", "Enter the reason."),)
    assert refused({"author": ""}) == (("author", "Enter your name or role."),)
    assert refused({"words": "x" * 501}) == (("words", "The reason must be 500 characters or fewer: it has 501."),)
    assert refused({"author": "x" * 101}) == (("author", "Your name must be 100 characters or fewer: it has 101."),)


@pytest.mark.parametrize("place", ["2", "3", ""])
def test_a_choice_that_the_ranking_makes_too_needs_no_reason(place: str) -> None:
    assert said_choice(FORM | {"value": place, "words": ""}, SHARED).stood == "=2, score 3.40"


@pytest.mark.parametrize("place", ["1", "4", "none"])
def test_a_choice_that_departs_from_the_ranking_needs_one(place: str) -> None:
    assert refused({"value": place, "words": ""}, SHARED) == (("words", "Enter the reason."),)
    assert said_choice(FORM | {"value": place}, SHARED).value == place


def test_a_place_is_one_of_those_there_are() -> None:
    expected = (("value", "Choose a place from 1 to 8, or that it is no priority."),)
    assert refused({"value": "9"}, SHARED) == refused({"value": "first"}, SHARED) == expected
    assert not Placed(rank=None).holds("1")


def test_weights_are_saved_under_a_name() -> None:
    name, said = said_weights(FORM, weights_of(["volume:0", "harm:3"]))
    assert (name, said.words, said.value) == (name_key("harm first"), "Harm first", "harm:3 volume:0")
    assert read_weights(said.value) == {"harm:3", "volume:0"}
    assert read_weights(written_weights(Weights())) == frozenset()
    for wrong, words in (("", "Enter the name"), ("x" * 61, "The name must be 60 characters")):
        with pytest.raises(RefusedEntry, match=words):
            said_weights(FORM | {"name": wrong}, Weights())


def test_the_newest_line_stands_and_what_was_taken_back_does_not() -> None:
    first = PriorityWord(1, WordKind.HARM, "robbery", "3", "", "Few", "Analyst", "2026-05-01T09:00:00+00:00")
    second = replace(first, number=2, value="4")
    other = replace(first, number=3, kind=WordKind.WEIGHTS, about="Harm first", value="harm:3")
    gone = replace(first, number=5, about="drugs", value="")
    found = standing([first, second, other, replace(gone, number=4, value="2"), gone])
    assert typed_score(found, WordKind.HARM, "robbery") == 4
    assert typed_score(found, WordKind.HARM, "drugs") is None
    assert saved_weights(found) == (other,)
    assert first.day == date(2026, 5, 1)
    assert about_of(WordKind.HARM, "robbery") == "harm/robbery"
    assert [place_words(value) for value in ("3", "none")] == ["3", "not a priority"]


def test_an_address_may_name_a_weight() -> None:
    choices = PartnershipChoices("derby", "Derby", financial_year(2003), (), (), (), ())
    assert weight("harm:3", choices) == "harm:3"
    with pytest.raises(UnknownFilter):
        weight("harm:9", choices)
