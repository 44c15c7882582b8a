"""A file is kept by the rule of its source, else of its kind; without a rule it is kept, and due to the day."""

from datetime import date

import pytest

from dashboard.domain.access.retention import (
    KeepRule,
    KeptBy,
    LoadedFile,
    due,
    months_after,
    read_rule,
    rule_of,
    standing,
)
from dashboard.domain.errors import RefusedDecision

FILE = LoadedFile(7, "incidents.csv", "figures", "Force team", "ab12", date(2026, 1, 31))


def rule(about: KeptBy, name: str, months: int) -> KeepRule:
    return KeepRule(about, name, months, "as agreed", "A. Jones")


@pytest.mark.parametrize(
    ("day", "months", "end"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 5, 15), 24, date(2028, 5, 15)),
    ],
)
def test_months_end_on_the_same_day_or_the_last_of_a_shorter_month(day: date, months: int, end: date) -> None:
    assert months_after(day, months) == end


@pytest.mark.parametrize(
    ("rules", "on"),
    [
        ((), None),
        ((rule(KeptBy.KIND, "street", 1),), None),
        ((rule(KeptBy.KIND, "figures", 12),), date(2027, 1, 31)),
        ((rule(KeptBy.KIND, "figures", 12), rule(KeptBy.SOURCE, "force TEAM", 1)), date(2026, 2, 28)),
        ((rule(KeptBy.KIND, "figures", 12), rule(KeptBy.SOURCE, "Force team", 0)), None),
    ],
)
def test_a_source_goes_before_its_kind_and_kept_sets_no_end(rules: tuple[KeepRule, ...], on: date | None) -> None:
    assert due(FILE, rules) == on


def test_the_newest_rule_of_each_counts() -> None:
    old, new = rule(KeptBy.KIND, "figures", 12), rule(KeptBy.KIND, "Figures", 24)
    assert standing([old, rule(KeptBy.KIND, "street", 1), new]) == (new, rule(KeptBy.KIND, "street", 1))
    assert rule_of(FILE, standing([old, new])) is new


def test_a_form_becomes_a_rule() -> None:
    found = read_rule("source Force team", "24", " as\nagreed ", "A. Jones", ["source Force team"])
    assert found == KeepRule(KeptBy.SOURCE, "Force team", 24, "as agreed", "A. Jones")


@pytest.mark.parametrize("months", ["", "-1", "1.5", "1201", "99999", "٣", "x"])
def test_a_form_without_what_it_needs_says_what_for_each_field(months: str) -> None:
    with pytest.raises(RefusedDecision) as refused:
        read_rule("source Else", months, " ", "A. Jones", ["source Force team"])
    assert [field for field, _ in refused.value.faults] == ["of", "months", "reason"]
