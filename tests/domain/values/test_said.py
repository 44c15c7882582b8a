"""Figures in sentences: their number, their direction, and the word that hedges them."""

from decimal import Decimal

import pytest

from dashboard.domain.errors import UnreadableValue
from dashboard.domain.values.printed import ValueType
from dashboard.domain.values.said import hedge_holds, hedge_of, read_said

COUNT, RATE, PERCENTAGE, CHANGE = ValueType


@pytest.mark.parametrize(
    ("text", "value_type", "number"),
    [
        ("reduction of 15%", CHANGE, "-15"),
        ("29% reduction", CHANGE, "-29"),
        ("reductions of 4%", CHANGE, "-4"),
        ("fell by 28%", CHANGE, "-28"),
        ("dropped by more than 66%", CHANGE, "-66"),
        ("increased by almost 17%", CHANGE, "17"),
        ("increased by 17 crimes (71%)", CHANGE, "71"),
        ("collisions including death decreased by 6%", CHANGE, "-6"),
        ("a drop to 12%, down from 2009 figures of 13", CHANGE, "-12"),
        ("-8.5%", CHANGE, "-8.5"),
        ("almost 60%", PERCENTAGE, "60"),
        ("just over 106,000", COUNT, "106000"),
        ("an estimated 1,061", COUNT, "1061"),
        ("reduction to 12%", PERCENTAGE, "12"),
        ("301", COUNT, "301"),
    ],
)
def test_a_figure_in_a_sentence_is_its_number_with_the_direction_of_its_words(
    text: str, value_type: ValueType, number: str
) -> None:
    assert read_said(text, value_type).number == Decimal(number)
    assert read_said(text, value_type).raw == text


@pytest.mark.parametrize(
    "text", ["half", "almost a quarter", "nearly 1.5 million", "between 10 and 44", "12% or 13%", "three miles"]
)
def test_what_holds_no_single_number_stays_words(text: str) -> None:
    with pytest.raises(UnreadableValue, match="holds no single number"):
        read_said(text, COUNT)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("almost 60%", "almost"),
        ("approximately 101,000", "approximately"),
        ("less than 2%", "less than"),
        ("just over 106,000", "just over"),
        ("dropped by more than 66%", "more than"),
        ("almost a quarter", "almost"),
        ("around half", "around"),
        ("As many as 8,898", "as many as"),
        ("60%", ""),
        ("reduction of 15%", ""),
        ("overall 12%", ""),
        ("turnover 12", ""),
    ],
)
def test_the_hedging_word_of_a_figure_is_found(text: str, hedge: str) -> None:
    assert hedge_of(text) == hedge


@pytest.mark.parametrize(
    ("hedge", "said", "found", "holds"),
    [
        ("almost", 60, "58.9", True),
        ("almost", 60, "60.4", False),
        ("nearly", 60, "50", False),
        ("over", 35, "35.9", True),
        ("more than", 35, "34.9", False),
        ("less than", 2, "1.4", True),
        ("up to", 20, "21", False),
        ("approximately", 100, "104", True),
        ("about", 100, "106", False),
        ("", 60, "60", None),
    ],
)
def test_a_hedge_holds_for_what_it_may_be_said_of(hedge: str, said: int, found: str, holds: bool | None) -> None:
    assert hedge_holds(hedge, Decimal(said), Decimal(found)) is holds
