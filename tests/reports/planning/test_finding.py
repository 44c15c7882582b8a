"""Proves what a plan comes to in its title and paragraph, each number counted again from its file."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine

from dashboard.domain.plans.progress import ActionStatus
from dashboard.domain.plans.updates import SaidOfAction
from dashboard.reports.desk import Desk
from dashboard.reports.pages.plan import Plan, plan
from data.plans.updates import update_action
from data.store import SqlStore
from tests.data.own.conftest import quick_engine
from tests.reports.titles import Actions, wrong_numbers

__all__ = ["quick_engine"]
NOON = datetime(2003, 6, 20, 12, tzinfo=UTC)
SAID = SaidOfAction(ActionStatus.ON_TRACK, "", None, "", "Lead", 0)


def shown(engine: Engine, day: str, **said: ActionStatus) -> Plan:
    for key, status in said.items():
        update_action(engine, ("derby", key.replace("_", "-").removeprefix("a")), replace(SAID, status=status), NOON)
    store = SqlStore(engine)
    desk = Desk(store)
    report = desk.show(plan, f"partnership=derby&as-at={day}")
    choices = desk.choices().of("derby")
    assert wrong_numbers(Actions(store.as_at(date.fromisoformat(day))), report, choices) == []
    return report


def test_what_is_overdue_at_risk_and_done_is_counted(quick_engine: Engine) -> None:
    said = {"a1_1": ActionStatus.DONE, "a1_2": ActionStatus.AT_RISK, "a3_1": ActionStatus.AT_RISK, "a3_2": SAID.status}
    report = shown(quick_engine, "2003-06-20", **said)
    assert report.title == "Three of 30 actions are overdue, one at risk"
    assert report.lede.endswith("On 20 June 2003: of the others one done, one at risk, one on track and 24 not said.")


def test_where_nothing_is_overdue_the_title_says_so(quick_engine: Engine) -> None:
    report = shown(quick_engine, "2003-06-20", **{f"a1_{at}": ActionStatus.DONE for at in (1, 2, 3)}, a2_3=SAID.status)
    assert report.title == "One of 30 actions is overdue"
    update_action(quick_engine, ("derby", "2-3"), replace(SAID, status=ActionStatus.DONE, seen=99), NOON)
    report = shown(quick_engine, "2003-06-20")
    assert report.title == "None of 30 actions is overdue"
    assert report.lede.endswith("On 20 June 2003: four done and 26 not said.")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2003-05-31", "Nobody has recorded how they stand."),
        ("2003-06-01", "Nobody has recorded how they stand; the date of three is past on 1 June 2003."),
    ],
)
def test_where_nobody_spoke_the_paragraph_says_so(quick_engine: Engine, day: str, words: str) -> None:
    report = shown(quick_engine, day)
    assert report.title == "30 actions for Derby"
    assert report.lede.endswith(words)
