"""Proves which actions aim at an indicator, and in which of its periods each of them starts."""

from dataclasses import replace
from datetime import date

from dashboard.domain.periods.period import financial_year
from dashboard.domain.records import Scope
from dashboard.questions.store import Store
from dashboard.reports.planning.aimed import aimed_at, starts_in
from dashboard.reports.planning.lines import ActionLine
from tests.reports.planning.plan_lines import action


def starting(ref: str, day: date | None) -> ActionLine:
    line = action(ref)
    return replace(line, item=replace(line.item, starts=day))


def test_an_action_aims_at_what_it_names_else_at_its_category(store: Store) -> None:
    [first, *_] = store.indicators(Scope("warwickshire"))
    robbery = replace(first, id="derby/robberies", category="robbery")
    named = [
        replace(line, item=replace(line.item, indicators=names))
        for line, names in (
            (action("1.1"), ("derby/robberies",)),
            (action("1.2"), ("derby/other",)),
            (action("1.3"), ()),
        )
    ]
    assert [line.item.ref for line in aimed_at(named, robbery)] == ["1.1", "1.3"]
    assert [line.item.ref for line in aimed_at(named, replace(robbery, category="burglary"))] == ["1.1"]


def test_a_start_stands_in_the_period_that_holds_its_day() -> None:
    years = [financial_year(2024), financial_year(2025)]
    lines = [
        starting("1.1", date(2025, 3, 31)),
        starting("1.2", date(2025, 4, 1)),
        starting("", date(2026, 3, 31)),
        starting("1.4", date(2026, 4, 1)),
        starting("1.5", None),
    ]
    assert starts_in(lines, years) == {years[0]: ("1.1",), years[1]: ("1.2", "1.1")}
