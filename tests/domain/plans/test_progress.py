"""Proves how an action stands on a day: its status, its date, whether it is overdue, and how old that word is."""

from datetime import date

import pytest

from dashboard.domain.plans.progress import (
    UNRECORDED,
    ActionStanding,
    ActionStatus,
    ActionUpdate,
    Planned,
    standing_of,
    status_said,
)

DUE = date(2026, 6, 30)
DAY = date(2026, 7, 10)


def update(
    moment: str, status: ActionStatus = ActionStatus.ON_TRACK, due: date | None = None, reason: str = ""
) -> ActionUpdate:
    return ActionUpdate(1, "1.1", status, "Two of three done", due, reason, "Theme lead", f"{moment}T09:00:00+00:00")


def standing(*updates: ActionUpdate, day: date = DAY, status: ActionStatus | None = None) -> ActionStanding:
    return standing_of(Planned(DUE, status), updates, day)


def test_without_a_word_there_is_no_status_but_a_reason() -> None:
    found = standing()
    assert (found.status, found.reason, found.unconfirmed) == (None, UNRECORDED, None)
    assert not found.is_stale


def test_what_the_plan_says_holds_until_somebody_says_more() -> None:
    assert standing(status=ActionStatus.AT_RISK).status is ActionStatus.AT_RISK
    found = standing(update("2026-07-01"), status=ActionStatus.AT_RISK)
    assert (found.status, found.reason) == (ActionStatus.ON_TRACK, "")


@pytest.mark.parametrize(("day", "over"), [(date(2026, 6, 30), 0), (date(2026, 7, 1), 1), (DAY, 10)])
def test_an_action_is_overdue_from_the_day_after_it_was_due(day: date, over: int) -> None:
    assert standing(day=day).days_over == over


def test_what_is_done_or_has_no_date_is_never_overdue() -> None:
    assert standing(update("2026-07-01", ActionStatus.DONE)).days_over == 0
    assert standing_of(Planned(None), (), DAY).days_over == 0


def test_a_moved_date_counts_and_the_first_one_is_kept_with_the_reason() -> None:
    later = date(2026, 9, 30)
    found = standing(update("2026-06-20", due=later, reason="Funding came late"), update("2026-07-01"))
    assert (found.due, found.original, found.why_moved, found.days_over) == (later, DUE, "Funding came late", 0)
    assert found.has_moved
    assert not standing().has_moved
    assert not standing_of(Planned(None), [update("2026-06-20", due=later)], DAY).has_moved


def test_what_was_said_on_later_days_is_not_known_yet() -> None:
    found = standing(update("2026-07-01"), update("2026-07-11", ActionStatus.DONE))
    assert (found.status, found.unconfirmed) == (ActionStatus.ON_TRACK, 9)


@pytest.mark.parametrize(
    ("moment", "status", "stale"),
    [
        ("2026-04-09", ActionStatus.ON_TRACK, False),
        ("2026-04-08", ActionStatus.ON_TRACK, True),
        ("2025-04-08", ActionStatus.DONE, False),
    ],
)
def test_what_nobody_confirmed_for_a_quarter_is_stale(moment: str, status: ActionStatus, *, stale: bool) -> None:
    assert standing(update(moment, status)).is_stale is stale


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("On track", ActionStatus.ON_TRACK),
        (" ON  TRACK. ", ActionStatus.ON_TRACK),
        ("Completed", ActionStatus.DONE),
        ("Amber", ActionStatus.AT_RISK),
        ("B", ActionStatus.DONE),
        ("not yet started", ActionStatus.NOT_STARTED),
        ("New action", None),
        ("All aspects achieved during Yr 1", None),
        ("", None),
    ],
)
def test_words_are_a_status_only_where_they_are_nothing_else(text: str, status: ActionStatus | None) -> None:
    assert status_said(text) is status
