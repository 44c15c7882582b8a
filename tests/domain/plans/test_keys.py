"""Proves that a line of a plan keeps one key while its reference or its words stay."""

from datetime import date

import pytest

from dashboard.domain.plans.keys import LONGEST, action_key, meeting_key, plan_key, rank_key

LONG = "Target night time economy hot-spot premises and locations, engaging at a strategic level"


@pytest.mark.parametrize(
    ("reference", "words", "key"),
    [
        ("R1", "Reduced funding", "r1"),
        ("SSC15-1", "", "ssc15-1"),
        ("7.1", "7.1 Target hot-spots", "7-1"),
        ("3", "Reduce assaults", "reduce-assaults"),
        ("", "Alcohol & drugs", "alcohol-and-drugs"),
        ("7", "", "7"),
        ("", "", ""),
    ],
)
def test_a_reference_that_names_it_comes_before_its_words(reference: str, words: str, key: str) -> None:
    assert plan_key(reference, words) == key


def test_long_words_are_cut_and_still_told_apart() -> None:
    first, second = plan_key("", LONG), plan_key("", f"{LONG}.")
    assert first != second
    assert len(first) <= LONGEST + 7
    assert first.startswith("target-night-time-economy")


@pytest.mark.parametrize("words", ["إجراء", "措施"])
def test_words_without_latin_letters_have_a_key(words: str) -> None:
    assert len(plan_key("", words)) == 6


def test_a_meeting_is_known_by_its_day_and_body() -> None:
    day = date(2011, 3, 8)
    assert meeting_key("", day, "") == "2011-03-08"
    assert meeting_key("", day, "Strategy Group") == "2011-03-08-strategy-group"
    assert meeting_key("", None, "Spring") == "spring"
    assert meeting_key("M4", day, "Strategy Group") == "m4"


def test_two_objectives_may_hold_one_action_in_the_same_words() -> None:
    assert action_key("4", "Alcohol plan", "Violent Crime") == "alcohol-plan-violent-crime"
    assert action_key("9", "Alcohol plan", "Alcohol") == "alcohol-plan-alcohol"
    assert action_key("7.1", "Alcohol plan", "Alcohol") == "7-1"
    assert action_key("8", " ", "Cohesion") == "cohesion-8"


def test_a_concern_is_known_by_its_round() -> None:
    assert rank_key("PACT meetings", "Oswestry", "2011-Q1", "Speeding") == "pact-meetings/oswestry/2011-q1/speeding"
