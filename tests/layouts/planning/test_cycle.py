"""Proves that the card of the reporting cycle stays short, however many actions a report is on."""

from dataclasses import replace

import pytest

from dashboard.reports.desk import Desk
from dashboard.reports.pages.plan import Plan, plan
from layouts.components.markup import written
from layouts.planning.cycle import MOST_NAMED, cycle_card
from tests.reports.planning.plan_lines import action


def plan_with(desk: Desk, *monitoring: str) -> Plan:
    report = desk.show(plan, "partnership=derby")
    lines = tuple(action(f"1.{at}", monitoring=words) for at, words in enumerate(monitoring, start=1))
    return replace(report, contents=replace(report.contents, actions=lines, meetings=()))


@pytest.mark.parametrize(
    ("count", "more"), [(1, ""), (MOST_NAMED, ""), (MOST_NAMED + 1, "and 1 more"), (1_020, "1,012")]
)
def test_a_report_names_the_first_of_its_actions_and_counts_the_others(desk: Desk, count: int, more: str) -> None:
    shown = written(cycle_card(plan_with(desk, *["Monthly report to the board"] * count)))
    assert shown.count("/actions/1-") == min(count, MOST_NAMED)
    assert more in shown
    assert ("more</li>" in shown) == bool(more)


@pytest.mark.parametrize(("count", "is_said"), [(100, False), (101, True)])
def test_of_many_reports_the_first_hundred_are_shown(desk: Desk, count: int, is_said: bool) -> None:
    shown = written(cycle_card(plan_with(desk, *(f"Report to board {at}" for at in range(count)))))
    assert shown.count("/actions/1-") == 100
    assert (f"The first 100 of {count} reports are shown" in shown) == is_said
