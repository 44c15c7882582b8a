"""Proves that counts are rounded each by itself, and that a total gives way where it would give a small part back."""

import pytest

from dashboard.domain.disclosure import rounding as subject
from dashboard.domain.disclosure.rounding import Shown, gives_back, rounding
from dashboard.domain.disclosure.rule import SmallNumberRule
from dashboard.domain.disclosure.sums import Equation, Key, State, Sums, Tally

RULE = SmallNumberRule()


def total_of(*parts: int) -> Sums:
    entries: dict[Key, Tally] = {at: Tally(part, State.OPEN) for at, part in enumerate(parts)}
    entries["total"] = Tally(sum(parts), State.OPEN)
    return Sums(entries, (Equation("total", tuple(range(len(parts)))),))


def test_counts_without_a_total_are_rounded_each_by_itself() -> None:
    assert rounding(Sums({"a": Tally(2, State.OPEN), "b": Tally(13, State.OPEN)}), RULE) == {"a": 0, "b": 15}


def test_parts_and_total_are_rounded_each_by_itself_and_need_not_add_up() -> None:
    assert rounding(total_of(12, 12, 12), RULE) == {0: 10, 1: 10, 2: 10, "total": 35}


def test_a_total_that_would_tell_that_every_part_is_two_gives_way() -> None:
    block = total_of(2, 2, 2, 2)
    plain: Shown = {0: 0, 1: 0, 2: 0, 3: 0, "total": 10}
    assert gives_back(block, RULE, plain)
    found = rounding(block, RULE)
    assert found == plain | {"total": 5}
    assert not gives_back(block, RULE, found)


def test_a_total_that_gave_way_is_shown_as_one_that_did_not() -> None:
    """Whoever knows the rule learns nothing from it: other counts come to the very same table."""
    assert rounding(total_of(2, 2, 2, 2), RULE) == rounding(total_of(1, 1, 2, 2), RULE)


def test_a_total_beside_a_known_part_is_hidden_where_any_multiple_would_tell() -> None:
    entries: dict[Key, Tally] = {
        "known": Tally(11, State.GIVEN),
        "part": Tally(2, State.OPEN),
        "total": Tally(13, State.OPEN),
    }
    found = rounding(Sums(entries, (Equation("total", ("known", "part")),)), RULE)
    assert found["total"] is None
    assert found["part"] == 0


def test_where_even_hidden_totals_do_not_help_nothing_is_shown() -> None:
    entries: dict[Key, Tally] = {
        "total": Tally(2, State.GIVEN),
        "one": Tally(2, State.OPEN),
        "other": Tally(0, State.OPEN),
    }
    found = rounding(Sums(entries, (Equation("total", ("one", "other")),)), RULE)
    assert found == {"one": 0, "other": 0}, "nought to two is what both may be"
    entries["third"] = Tally(8, State.GIVEN)
    entries["total"] = Tally(9, State.GIVEN)
    entries["one"] = Tally(1, State.OPEN)
    found = rounding(Sums(entries, (Equation("total", ("one", "other", "third")),)), RULE)
    assert found == {"one": None, "other": None}


def test_a_number_that_was_given_rounded_is_taken_at_its_word() -> None:
    entries: dict[Key, Tally] = {
        "total": Tally(11, State.OPEN),
        "one": Tally(9, State.GIVEN, shown=10),
        "other": Tally(2, State.OPEN),
    }
    assert rounding(Sums(entries, (Equation("total", ("one", "other")),)), RULE) == {"total": 10, "other": 0}


def test_a_count_that_is_hidden_stays_as_wide_as_it_has_to_be() -> None:
    entries: dict[Key, Tally] = {
        "total": Tally(9, State.OPEN),
        "hidden": Tally(2, State.HIDDEN, small=True, least=1),
        "other": Tally(7, State.OPEN),
    }
    block = Sums(entries, (Equation("total", ("hidden", "other")),))
    assert not gives_back(block, RULE, rounding(block, RULE))
    assert gives_back(block, RULE, {"total": 15, "other": 5})


def test_a_very_large_table_shows_totals_of_its_rounded_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "MOST_COUNTS", 3)
    assert rounding(total_of(6, 6, 6), RULE)["total"] == 15


def test_totals_of_totals_are_made_after_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "MOST_COUNTS", 3)
    entries: dict[Key, Tally] = {name: Tally(2, State.OPEN) for name in "abcd"}
    entries |= {"ab": Tally(4, State.OPEN), "cd": Tally(4, State.OPEN), "all": Tally(8, State.OPEN)}
    sums = (Equation("all", ("ab", "cd")), Equation("ab", ("a", "b")), Equation("cd", ("c", "d")))
    assert rounding(Sums(entries, sums), RULE)["all"] == 0
