"""Proves how a rule is proposed, which one a figure is under, and what a form is told that proposes none."""

from dataclasses import replace

import pytest

from dashboard.domain.disclosure.deciding import About, KeptRule, Proposal, in_force, proposed, rule_of, taken_back
from dashboard.domain.disclosure.rule import Mode, SmallNumberRule
from dashboard.domain.errors import RefusedDecision
from dashboard.domain.statistics.rebaselines import Withdrawal

FORM = {
    "about": "all",
    "mode": "suppress",
    "threshold": "5",
    "base": "5",
    "noughts": "shown",
    "reason": " Few people  live here ",
    "author": "Jo",
}
RULE = SmallNumberRule(mode=Mode.SUPPRESS)
WHOLE, SOURCE, INDICATOR = About(), About(source="YOT"), About(indicator="r/a")


def read(**typed: str) -> Proposal:
    return proposed(FORM | typed, ["r/a"], ["YOT"])


def test_a_form_proposes_a_rule_for_all_for_a_source_or_for_an_indicator() -> None:
    assert read() == Proposal(WHOLE, RULE, "Few people live here", "Jo")
    assert read(about="source:YOT").about == SOURCE
    assert read(about="indicator:r/a").about == INDICATOR
    assert read(noughts="hidden", mode="round", threshold="10", base="3").rule == SmallNumberRule(
        10, Mode.ROUND, 3, show_zero=False
    )


@pytest.mark.parametrize("about", ["", "YOT", "source:", "source:other", "indicator:other", "r/a"])
def test_a_rule_about_nothing_there_is_is_refused(about: str) -> None:
    with pytest.raises(RefusedDecision) as refused:
        read(about=about)
    assert refused.value.faults == (("about", "Choose what the rule is about."),)


@pytest.mark.parametrize(
    ("field", "typed"),
    [("mode", "hide"), ("threshold", "five"), ("threshold", "5.5"), ("threshold", "9999"), ("base", ""), ("base", "५")],
)
def test_a_field_that_says_nothing_is_named(field: str, typed: str) -> None:
    with pytest.raises(RefusedDecision) as refused:
        read(**{field: typed})
    assert [name for name, _ in refused.value.faults] == [field]


def test_a_rule_needs_a_reason_and_a_name() -> None:
    with pytest.raises(RefusedDecision) as refused:
        read(reason=" ", author="")
    assert [name for name, _ in refused.value.faults] == ["reason", "author"]


def kept(number: int, about: About, rule: SmallNumberRule) -> KeptRule:
    return KeptRule(number, about, rule, "why", "Jo", "2025-01-01T12:00:00")


def test_the_newest_rule_of_each_reach_is_in_force_unless_it_was_taken_back() -> None:
    rules = [kept(1, WHOLE, RULE), kept(2, WHOLE, SmallNumberRule()), kept(3, SOURCE, RULE)]
    assert in_force(rules) == {WHOLE: SmallNumberRule(), SOURCE: RULE}
    rules[1] = taken_back(rules[1], Withdrawal("", "Jo", "2025-01-02T12:00:00"))
    assert in_force(rules) == {WHOLE: RULE, SOURCE: RULE}


def test_a_figure_is_under_the_rule_of_its_indicator_else_of_its_source_else_of_all() -> None:
    exact = replace(RULE, mode=Mode.EXACT)
    rules = {WHOLE: RULE, SOURCE: SmallNumberRule(), INDICATOR: exact}
    assert rule_of(rules, "r/a", "YOT") == (exact, True)
    assert rule_of(rules, "r/b", "YOT") == (SmallNumberRule(), True)
    assert rule_of(rules, "r/b", "") == (RULE, False)
    assert rule_of({}, "r/b", "YOT") == (None, False)
