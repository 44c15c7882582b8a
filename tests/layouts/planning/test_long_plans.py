"""Of a long plan a page shows a part, says so, and leads to the rest."""

import re
from dataclasses import replace

import pytest

from dashboard.reports.desk import Desk
from dashboard.reports.pages.plan import Plan, plan
from dashboard.reports.planning.lists import PlanLists, plan_lists
from layouts.components.markup import as_markup
from layouts.plain.plans.lists import list_page
from layouts.planning.action_cards import action_cards
from layouts.planning.risk_table import risks_card


@pytest.fixture
def lists(desk: Desk) -> PlanLists:
    return desk.report(plan_lists, desk.filters("partnership=staffordshire"))


@pytest.fixture
def report(desk: Desk) -> Plan:
    return desk.report(plan, desk.filters("partnership=staffordshire"))


@pytest.mark.parametrize(
    ("begin", "said", "ways"),
    [
        (1, "1 to 200 of 450", ["from=201"]),
        (201, "201 to 400 of 450", ["from=1", "from=401"]),
        (401, "401 to 450 of 450", ["from=201"]),
        (999, "1 to 200 of 450", ["from=201"]),
        (-1, "1 to 200 of 450", ["from=201"]),
    ],
)
def test_a_long_list_is_shown_in_pages(lists: PlanLists, begin: int, said: str, ways: list[str]) -> None:
    risks = lists.risks[:1] * 450
    page = list_page((), replace(lists, risks=risks), "risks", begin)
    assert said in page
    assert re.findall(r"from=\d+", page) == ways


def test_a_short_list_is_shown_whole(lists: PlanLists) -> None:
    assert "from=" not in list_page((), lists, "risks", 3)


@pytest.mark.parametrize(("count", "shown"), [(60, 60), (61, 30)])
def test_of_many_risks_the_plan_shows_the_first(report: Plan, count: int, shown: int) -> None:
    contents = replace(report.contents, risks=report.contents.risks[:1] * count)
    drawn = str(as_markup(risks_card(replace(report, contents=contents))))
    assert drawn.count("History and review of risk") == shown
    assert ("all risks in one list" in drawn) == (count > shown)


@pytest.mark.parametrize(("count", "shown"), [(120, 120), (121, 60)])
def test_of_many_actions_the_plan_shows_the_first_of_each_objective(desk: Desk, count: int, shown: int) -> None:
    report = desk.report(plan, desk.filters("partnership=derby"))
    contents = replace(report.contents, actions=report.contents.actions[:1] * count)
    drawn = "".join(str(as_markup(part)) for part in action_cards(replace(report, contents=contents)))
    assert drawn.count("History and update of action") == shown
    assert ("all actions in one list" in drawn) == (count > shown)
