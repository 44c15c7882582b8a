"""Proves who is told of what and when: reports in the words of a plan, meetings with what is due before each."""

from datetime import date

import pytest

from dashboard.domain.plans.progress import ActionStatus
from dashboard.domain.plans.risks import Score
from dashboard.domain.records import Scope
from dashboard.questions.store import Store
from dashboard.reports.planning.cycle import report_lines, sittings
from dashboard.reports.planning.lines import action_lines
from tests.reports.planning.plan_lines import DAY, action, meeting, risk, update


@pytest.mark.parametrize(
    ("partnership", "words", "refs"),
    [
        ("shropshire", "Monthly report to the PMCG", ["1", "2", "3", "12"]),
        ("shropshire", "Bi-annual report to the PMCG", ["8", "10", "11"]),
        ("warwickshire", "Progress reported to Safer Warwickshire Strategic Group", ["3"]),
        ("warwickshire", "Six monthly updates presented to Drugs and Alcohol Management Group", ["9"]),
    ],
)
def test_reports_stand_in_the_words_of_the_plan(store: Store, partnership: str, words: str, refs: list[str]) -> None:
    found = {item.words: item.actions for item in report_lines(action_lines(store, Scope(partnership)))}
    assert [line.item.ref for line in found[words]] == refs


def test_words_that_tell_of_no_report_are_none() -> None:
    assert report_lines([action(monitoring="", outcome="Plan implemented by March 2012")]) == ()


def test_before_each_meeting_stands_what_is_due_since_the_one_before() -> None:
    first, second = date(2026, 8, 1), date(2026, 11, 1)
    lines = [
        action("1.1", date(2026, 6, 30)),
        action("1.2", first),
        action("1.3", date(2026, 8, 2)),
        action("1.4", date(2026, 12, 1)),
        action("1.5", date(2026, 7, 20), update(ActionStatus.DONE)),
        action("1.6", None),
    ]
    risks = [risk(Score(3, 3), Score(), again=date(2026, 10, 1))]
    meetings = [meeting(second), meeting(None), meeting(date(2026, 7, 9)), meeting(first)]
    found = sittings(meetings, lines, risks, DAY)
    assert [(item.day, [line.item.ref for line in item.actions], len(item.risks)) for item in found] == [
        (first, ["1.1", "1.2"], 0),
        (second, ["1.3"], 1),
    ]
