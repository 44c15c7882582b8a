"""Proves what of a plan has to be looked at, in which order and in which words."""

from dataclasses import replace
from datetime import date

from dashboard.domain.plans.progress import ActionStatus
from dashboard.domain.plans.risks import Score
from dashboard.reports.planning.exceptions import Amiss, due_words, exceptions
from tests.reports.planning.plan_lines import action, review, risk, update

WHOLE = Score(3, 3)


def test_the_longest_overdue_of_what_is_followed_comes_first_and_each_line_once() -> None:
    lines = [
        action("1.1", date(2026, 7, 9), update(ActionStatus.AT_RISK)),
        action("1.2", date(2026, 6, 30)),
        action("1.3", date(2026, 8, 1), update(ActionStatus.AT_RISK)),
        action("1.4", None, update(ActionStatus.AT_RISK)),
        action("1.5", date(2026, 8, 1), update(ActionStatus.ON_TRACK, "2026-01-05")),
        action("1.6", date(2026, 6, 30), update(ActionStatus.DONE)),
        action("1.7", date(2026, 8, 1), update(ActionStatus.ON_TRACK)),
        action("1.8", date(2026, 7, 1), update(ActionStatus.ON_TRACK)),
    ]
    found = exceptions(lines, ())
    assert [(item.line.item.ref, item.amiss, item.words) for item in found] == [
        ("1.8", Amiss.OVERDUE, "due 1 July 2026, 9 days ago; on track"),
        ("1.1", Amiss.OVERDUE, "due 9 July 2026, 1 day ago; at risk"),
        ("1.3", Amiss.AT_RISK, "due 1 August 2026"),
        ("1.4", Amiss.AT_RISK, "no date"),
        ("1.2", Amiss.PAST, "due 30 June 2026, 10 days ago; status not recorded"),
        ("1.5", Amiss.UNCONFIRMED, "“on track” was said on 5 January 2026 and not confirmed since"),
    ]


def test_risks_that_went_up_come_before_those_that_lack_something() -> None:
    lines = [
        risk(WHOLE, Score(), ref="R1"),
        risk(Score(3, 4, 9), WHOLE, ref="R2"),
        risk(WHOLE, WHOLE, again=date(2026, 7, 1), ref="R3"),
        risk(WHOLE, Score(2, 2), review(WHOLE, Score(3, 2)), ref="R4"),
        risk(WHOLE, Score(2, 2), ref="R5"),
    ]
    assert [(item.line.item.ref, item.amiss, item.words) for item in exceptions((), lines)] == [
        ("R4", Amiss.WENT_UP, "from 4 to 6 since the last review"),
        ("R3", Amiss.REVIEW_OVERDUE, "to be reviewed by 1 July 2026"),
        ("R1", Amiss.SCORE, "no residual score"),
        ("R2", Amiss.SCORE, "the rating is not impact × likelihood"),
    ]


def test_a_moved_date_is_told_with_the_first_and_old_dates_without_a_count_of_days() -> None:
    moved = replace(update(ActionStatus.ON_TRACK), due=date(2026, 9, 30), reason="Funding")
    assert due_words(action("1.1", date(2026, 6, 30), moved)) == "due 30 September 2026 (first 30 June 2026)"
    assert due_words(action("1.1", date(2003, 5, 31))) == "due 31 May 2003"
    assert due_words(action("1.1", None)) == ""
