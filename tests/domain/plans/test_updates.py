"""Proves what forms on actions and risks need, and in which words they are refused."""

from datetime import date

import pytest

from dashboard.domain.errors import RefusedEntry
from dashboard.domain.plans.progress import ActionStatus
from dashboard.domain.plans.risks import Score
from dashboard.domain.plans.updates import said_of_action, said_of_risk

DUE, TODAY = date(2026, 6, 30), date(2026, 7, 10)
ACTION = {"status": "at risk", "words": "", "due": "", "reason": "", "author": " Theme  lead ", "seen": "3"}
RISK = {
    **{"impact": "3", "likelihood": "4", "residual_impact": "3", "residual_likelihood": "2"},
    **{"words": "", "next_review": "2026-10-01", "author": "Chair", "seen": ""},
}
NOT_MORE = "What is written must be 2,000 characters or fewer: it has 10,000."


def faults(form: dict[str, str]) -> tuple[tuple[str, str], ...]:
    with pytest.raises(RefusedEntry) as refused:
        said_of_action(form, DUE) if "status" in form else said_of_risk(form, TODAY)
    return refused.value.faults


def test_an_update_is_read_field_by_field() -> None:
    said = said_of_action(ACTION | {"words": "=1+1 <b>\u202e so"}, DUE)
    assert (said.status, said.words, said.due) == (ActionStatus.AT_RISK, "=1+1 <b> so", None)
    assert (said.author, said.seen) == ("Theme lead", 3)


def test_a_date_moves_with_a_reason_and_the_same_date_is_no_move() -> None:
    said = said_of_action(ACTION | {"due": "2026-09-30", "reason": "Funding"}, DUE)
    assert (said.due, said.reason) == (date(2026, 9, 30), "Funding")
    said = said_of_action(ACTION | {"due": "2026-06-30", "reason": "Typed and then thought better of"}, DUE)
    assert (said.due, said.reason) == (None, "")


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"status": ""}, ("status", "Choose how the action stands.")),
        ({"status": "overdue"}, ("status", "Choose how the action stands.")),
        ({"author": " \u200b "}, ("author", "Enter your name or role.")),
        ({"author": "x" * 101}, ("author", "Your name must be 100 characters or fewer: it has 101.")),
        ({"words": "x" * 10_000}, ("words", NOT_MORE)),
        ({"due": "31/12/2026"}, ("due", "Enter a real day, such as 2027-03-31.")),
        ({"due": "2026-02-30"}, ("due", "Enter a real day, such as 2027-03-31.")),
        ({"due": "0001-01-01"}, ("due", "The day must be in the years 1990 to 2100.")),
        ({"due": "2026-09-30"}, ("reason", "Enter why the date moves.")),
        ({"reason": "x" * 501}, ("reason", "The reason must be 500 characters or fewer: it has 501.")),
    ],
)
def test_an_update_that_lacks_something_says_what(changed: dict[str, str], fault: tuple[str, str]) -> None:
    assert faults(ACTION | changed) == (fault,)


@pytest.mark.parametrize("seen", ["", "-1", "x", "9" * 30, "²"])
def test_what_was_seen_is_nothing_where_it_is_no_number(seen: str) -> None:
    assert said_of_action(ACTION | {"seen": seen}, DUE).seen == 0


def test_a_review_is_read_field_by_field() -> None:
    said = said_of_risk(RISK, TODAY)
    assert (said.inherent, said.residual, said.next_review) == (Score(3, 4), Score(3, 2), date(2026, 10, 1))
    said = said_of_risk(RISK | {"residual_impact": "", "residual_likelihood": "", "next_review": ""}, TODAY)
    assert (said.residual, said.next_review) == (Score(), None)


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"impact": "6"}, ("impact", "Impact and likelihood are whole numbers from 1 to 5.")),
        ({"likelihood": "0"}, ("likelihood", "Impact and likelihood are whole numbers from 1 to 5.")),
        (
            {"impact": ""},
            ("impact", "Choose both impact and likelihood before controls, or neither."),
        ),
        (
            {"residual_likelihood": ""},
            ("residual_likelihood", "Choose both impact and likelihood after controls, or neither."),
        ),
        ({"impact": "", "likelihood": ""}, ("impact", "Choose impact and likelihood before controls.")),
        ({"next_review": "2026-07-10"}, ("next_review", "The next review must be after today.")),
        ({"next_review": "soon"}, ("next_review", "Enter a real day, such as 2027-03-31.")),
        ({"words": "x" * 10_000}, ("words", NOT_MORE)),
        ({"author": ""}, ("author", "Enter your name or role.")),
    ],
)
def test_a_review_that_lacks_something_says_what(changed: dict[str, str], fault: tuple[str, str]) -> None:
    assert faults(RISK | changed) == (fault,)
