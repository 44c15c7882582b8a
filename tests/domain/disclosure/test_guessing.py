"""Proves that a reader's guess is as wide as the equations leave it, and no wider."""

from dashboard.domain.disclosure.guessing import UNBOUNDED, Guess
from dashboard.domain.disclosure.sums import Equation

SUM = (Equation("total", ("a", "b")),)


def test_two_hidden_parts_of_a_known_total_range_over_all_of_it() -> None:
    guess = Guess(SUM, {"total": (14, 14)})
    assert guess.range_of("a") == (0, 14)


def test_a_hidden_total_has_no_largest() -> None:
    assert Guess(SUM, {"a": (3, 3)}).range_of("total") == (3, UNBOUNDED)


def test_numbers_that_cannot_be_have_no_range_and_reach_nothing() -> None:
    guess = Guess(SUM, {"total": (1, 1), "a": (2, 2)})
    assert guess.range_of("b") is None
    assert guess.short_of({"b": 0}, -1) == {"b"}


def test_numbers_without_any_equation_range_as_their_bounds_say() -> None:
    guess = Guess((), {"a": (2, 5)})
    assert guess.range_of("a") == (2, 5)
    assert guess.short_of({"a": 6}, 1) == {"a"}
    assert guess.short_of({"a": 5}, 1) == frozenset()


def test_each_is_pushed_alone_where_all_together_cannot_be() -> None:
    guess = Guess(SUM, {"total": (4, 4)})
    assert guess.short_of({"a": 4, "b": 4}, 1) == frozenset()
    assert guess.short_of({"a": 5, "b": 4}, 1) == {"a"}
