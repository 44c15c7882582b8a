"""Proves what a rule on small numbers hides, how it rounds, and that one which protects nothing is refused."""

from decimal import Decimal

import pytest

from dashboard.domain.disclosure.rule import OPEN_DATA, OWN_LISTS, OWN_TABLES, Mode, SmallNumberRule
from dashboard.domain.errors import RefusedDecision


@pytest.mark.parametrize(
    ("number", "shown"),
    [(0, 0), (1, 0), (2, 0), (3, 5), (4, 5), (5, 5), (7, 5), (8, 10), (12, 10), (13, 15), (253, 255)],
)
def test_a_count_is_rounded_to_the_multiple_next_to_it(number: int, shown: int) -> None:
    assert SmallNumberRule().rounded(number) == shown
    low, high = SmallNumberRule().behind(shown)
    assert low <= number <= high


@pytest.mark.parametrize("base", [3, 4, 5, 6, 10, 20])
def test_whatever_the_base_a_rounded_count_may_be_exactly_what_is_rounded_to_it(base: int) -> None:
    rule = SmallNumberRule(base=base)
    for shown in (0, base, 7 * base):
        low, high = rule.behind(shown)
        assert [number for number in range(9 * base) if rule.rounded(number) == shown] == list(range(low, high + 1))


def test_a_rate_is_rounded_as_a_count_is() -> None:
    assert SmallNumberRule().rounded(Decimal("7.49")) == 5
    assert SmallNumberRule().rounded(Decimal("7.5")) == 10


def test_small_is_from_one_to_under_the_threshold_and_nought_where_noughts_are_hidden() -> None:
    shown, hidden = SmallNumberRule(threshold=5), SmallNumberRule(threshold=5, show_zero=False)
    assert [number for number in range(8) if shown.is_small(number)] == [1, 2, 3, 4]
    assert [number for number in range(8) if hidden.is_small(number)] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("threshold", "base", "fields"),
    [(1, 5, ["threshold"]), (21, 5, ["threshold"]), (5, 2, ["base"]), (5, 21, ["base"]), (0, 0, ["threshold", "base"])],
)
def test_a_rule_that_protects_nothing_or_leaves_nothing_is_refused(
    threshold: int, base: int, fields: list[str]
) -> None:
    with pytest.raises(RefusedDecision) as refused:
        SmallNumberRule(threshold=threshold, base=base)
    assert [field for field, _ in refused.value.faults] == fields


def test_own_lists_are_rounded_unasked_and_spreadsheets_and_open_data_are_not() -> None:
    assert (OWN_LISTS.mode, OWN_LISTS.base, OWN_LISTS.threshold) == (Mode.ROUND, 5, 5)
    assert OWN_TABLES is None
    assert OPEN_DATA is None


def test_a_rule_says_what_it_does() -> None:
    assert SmallNumberRule().words == "counts are rounded to 5, each by itself"
    assert SmallNumberRule(mode=Mode.EXACT).words == "counts are shown as they are"
    assert SmallNumberRule(mode=Mode.SUPPRESS).words == (
        "counts under 5, and others that would give one back are shown as [c]; noughts are shown"
    )
    assert SmallNumberRule(mode=Mode.SUPPRESS, secondary=False, show_zero=False).words == (
        "counts under 5 are shown as [c]; noughts are hidden too"
    )
