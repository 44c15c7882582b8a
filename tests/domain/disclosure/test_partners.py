"""Proves that the cheapest other counts are hidden, and that afterwards nobody can tell the small one."""

from collections.abc import Sequence

import pytest

from dashboard.domain.disclosure import partners as subject
from dashboard.domain.disclosure.guessing import UNBOUNDED, Guess
from dashboard.domain.disclosure.partners import partners
from dashboard.domain.disclosure.rule import Mode, SmallNumberRule
from dashboard.domain.disclosure.sums import Equation, Key, State, Sums, Tally

RULE = SmallNumberRule(mode=Mode.SUPPRESS, show_zero=False)
GOLDEN = [[3, 12, 20], [15, 9, 8], [22, 7, 30]]


def with_totals(rows: Sequence[Sequence[int]], rule: SmallNumberRule = RULE) -> Sums:
    """Rows and columns with their totals, named by row and column; what is small is hidden."""
    last = len(rows)
    full = [[*row, sum(row)] for row in rows]
    full.append([sum(column) for column in zip(*full, strict=True)])
    entries: dict[Key, Tally] = {}
    for at, row in enumerate(full):
        for column, number in enumerate(row):
            small = rule.is_small(number)
            state = State.HIDDEN if small else State.OPEN
            entries[at, column] = Tally(number, state, small, min(number, rule.smallest))
    width = len(full[0]) - 1
    found = [Equation((at, width), tuple((at, column) for column in range(width))) for at in range(last + 1)]
    found += [Equation((last, column), tuple((at, column) for at in range(last))) for column in range(width + 1)]
    return Sums(entries, tuple(found))


def guess(table: Sums, hidden: frozenset[Key]) -> Guess:
    bounds = {
        key: (entry.least, UNBOUNDED) if key in hidden or entry.state is State.HIDDEN else (entry.value, entry.value)
        for key, entry in table.entries.items()
    }
    return Guess(table.equations, bounds)


def test_hiding_one_count_alone_gives_it_back() -> None:
    assert guess(with_totals(GOLDEN), frozenset()).range_of((0, 0)) == (3, 3)


def test_the_least_that_hides_it_is_a_rectangle_after_which_it_is_nought_to_fifteen() -> None:
    table = with_totals(GOLDEN)
    found = partners(table, RULE)
    assert found.hidden == {(0, 1), (1, 0), (1, 1)}
    assert found.failed == ()
    assert guess(table, found.hidden).range_of((0, 0)) == (0, 15)


def test_where_noughts_are_shown_a_hidden_count_is_known_to_be_at_least_one() -> None:
    rule = SmallNumberRule(mode=Mode.SUPPRESS)
    table = with_totals(GOLDEN, rule)
    assert guess(table, partners(table, rule).hidden).range_of((0, 0)) == (1, 14)


def test_a_nought_that_is_shown_is_never_hidden_for_another() -> None:
    rule = SmallNumberRule(mode=Mode.SUPPRESS)
    table = with_totals([[3, 0, 20], [0, 0, 8], [22, 7, 30]], rule)
    found = partners(table, rule)
    assert {table.entries[key].value for key in found.hidden} <= {20, 22, 30}
    assert not found.failed


def test_small_counts_may_hide_each_other() -> None:
    table = with_totals([[3, 4, 20], [4, 3, 8], [22, 7, 30]])
    assert partners(table, RULE).hidden == frozenset()


def test_what_nothing_can_protect_is_named() -> None:
    entries: dict[Key, Tally] = {
        "total": Tally(14, State.GIVEN),
        "one": Tally(6, State.GIVEN),
        "other": Tally(6, State.GIVEN),
        "small": Tally(2, State.HIDDEN, small=True),
    }
    block = Sums(entries, (Equation("total", ("one", "other", "small")),))
    assert partners(block, RULE).failed == ("small",)


def test_the_quarter_less_two_months_gives_nothing_back() -> None:
    entries: dict[Key, Tally] = {
        "quarter": Tally(14, State.OPEN),
        "apr": Tally(6, State.OPEN),
        "may": Tally(6, State.OPEN),
        "jun": Tally(2, State.HIDDEN, small=True),
    }
    block = Sums(entries, (Equation("quarter", ("apr", "may", "jun")),))
    found = partners(block, RULE)
    assert found.hidden in ({"apr"}, {"may"})
    assert guess(block, found.hidden).range_of("jun") == (0, 8)


def test_a_count_that_stands_alone_needs_no_partner() -> None:
    assert partners(Sums({"small": Tally(2, State.HIDDEN, small=True)}), RULE).hidden == frozenset()


def test_where_the_search_would_take_too_long_nothing_is_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "MOST_WORK", 3)
    assert partners(with_totals(GOLDEN), RULE).too_many


def test_what_is_not_found_in_time_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "SECONDS", 0.0)
    assert partners(with_totals(GOLDEN), RULE).failed == ((0, 0),)
