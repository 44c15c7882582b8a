"""Proves what a plan puts on an agenda: what is overdue or at risk on the day, and risks that moved since."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine

from dashboard.domain.filters import Filters
from dashboard.domain.meetings.record import AgendaItem, ItemKind
from dashboard.domain.periods.period import financial_year
from dashboard.domain.plans.progress import ActionStatus
from dashboard.domain.plans.risks import Score
from dashboard.domain.plans.updates import SaidOfAction, SaidOfRisk
from dashboard.reports.agenda.of_plan import of_plan
from data.plans.reviews import review_risk
from data.plans.updates import update_action
from data.store import SqlStore
from tests.data.own.conftest import quick_engine

__all__ = ["quick_engine"]
JUNE = datetime(2010, 6, 10, tzinfo=UTC)
VIEW = Filters("staffordshire", financial_year(2010))
SAID = SaidOfAction(ActionStatus.AT_RISK, "", None, "", "Lead", 0)
FOUND = SaidOfRisk(Score(3, 4), Score(3, 4), "", None, "Chair", 0)


def items(engine: Engine, day: date, since: date | None = None) -> list[AgendaItem]:
    return list(of_plan(SqlStore(engine), VIEW, day, since))


def test_what_nobody_speaks_of_is_one_item(quick_engine: Engine) -> None:
    [found] = items(quick_engine, date(2011, 5, 1))
    assert (found.kind, found.words) == (
        ItemKind.OVERDUE,
        "Four actions past their date, with no status recorded",
    )
    assert found.why == "7.5, 7.8, 7.4 and 7.7."
    [one] = items(quick_engine, date(2010, 6, 1))
    assert (one.words, one.why) == ("One action past its date, with no status recorded", "7.5.")
    assert items(quick_engine, date(2010, 5, 31)) == []


def test_what_somebody_follows_is_an_item_of_its_own(quick_engine: Engine) -> None:
    update_action(quick_engine, ("staffordshire", "7-5"), SAID, JUNE)
    update_action(quick_engine, ("staffordshire", "7-9"), SAID, JUNE)
    update_action(quick_engine, ("staffordshire", "7-8"), replace(SAID, status=ActionStatus.DONE), JUNE)
    first, second = items(quick_engine, date(2010, 7, 1))
    assert first.words.startswith("7.5 Carry out specific analysis")
    assert first.why == "Due 31 May 2010; at risk. Led by Observatory."
    assert (first.today, second.today) == ("31 days overdue.", "")  # of the day of reading, never kept
    assert (second.key, second.why.startswith("No date. Led by Partnership Media")) == ("7-9", True)
    assert (first.kind, second.kind) == (ItemKind.OVERDUE, ItemKind.AT_RISK)


@pytest.mark.parametrize(("since", "count"), [(None, 1), (date(2010, 6, 10), 1), (date(2010, 6, 11), 0)])
def test_a_risk_that_moved_since_the_last_meeting_is_an_item(
    quick_engine: Engine, since: date | None, count: int
) -> None:
    review_risk(quick_engine, ("staffordshire", "ssc15-3"), FOUND, JUNE)
    review_risk(quick_engine, ("staffordshire", "ssc15-1"), replace(FOUND, residual=Score(3, 2)), JUNE)
    found = [item for item in items(quick_engine, date(2010, 7, 1), since) if item.kind is ItemKind.RISK]
    assert [item.why for item in found] == ["Up from 9 to 12. Led by ACC [named officer]."] * count
