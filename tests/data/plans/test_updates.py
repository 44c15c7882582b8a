"""Proves that updates of actions and reviews of risks only grow, are known as of a day, and leave a line each."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine, func, select

from dashboard.domain.errors import RefusedEntry
from dashboard.domain.plans.progress import ActionStatus, ActionUpdate
from dashboard.domain.plans.risks import RiskReview, Score
from dashboard.domain.plans.updates import SaidOfAction, SaidOfRisk
from data.audit.reading import EVERY_LINE, page
from data.plans.reviews import review_risk
from data.plans.turns import SPOKE_FIRST
from data.plans.updates import update_action
from data.store import SqlStore
from data.tables.reviews import action_update, risk_review

PLACE, RISK = ("derby", "2.1"), ("staffordshire", "SSC15-1")
MARCH, APRIL = datetime(2026, 3, 2, 23, 59, 59, tzinfo=UTC), datetime(2026, 4, 2, 9, 0, tzinfo=UTC)
SAID = SaidOfAction(
    ActionStatus.AT_RISK, "=1+1 <b>late</b> 🚨", date(2026, 6, 30), "Funding came late", "Theme lead", 0
)
FOUND = SaidOfRisk(Score(3, 2), Score(3, 1), "Monitored", date(2026, 7, 1), "Chair", 0)


def updates(engine: Engine, day: date | None = None) -> tuple[ActionUpdate, ...]:
    return SqlStore(engine).as_at(day).action_updates("derby")


def test_an_update_is_kept_as_it_was_said_and_makes_another_version(engine: Engine) -> None:
    store = SqlStore(engine)
    before = store.version()
    update_action(engine, PLACE, SAID, MARCH)
    [kept] = updates(engine)
    assert kept == ActionUpdate(
        1, "2.1", SAID.status, SAID.words, SAID.due, SAID.reason, SAID.author, "2026-03-02T23:59:59+00:00"
    )
    assert store.version() != before
    assert store.action_updates("warwickshire") == ()


def test_an_update_is_known_from_its_day_on(engine: Engine) -> None:
    update_action(engine, PLACE, SAID, MARCH)
    found = [len(updates(engine, day)) for day in (date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 3), None)]
    assert found == [0, 1, 1, 1]


def test_the_second_who_writes_is_told_and_nothing_is_lost(engine: Engine) -> None:
    update_action(engine, PLACE, SAID, MARCH)
    mine = replace(SAID, status=ActionStatus.DONE, author="Chair")
    with pytest.raises(RefusedEntry) as refused:
        update_action(engine, PLACE, mine, APRIL)
    assert refused.value.faults == (("", SPOKE_FIRST),)
    update_action(engine, PLACE, replace(mine, seen=1), APRIL)
    assert [item.author for item in updates(engine)] == ["Theme lead", "Chair"]


def test_a_double_click_is_kept_once(engine: Engine) -> None:
    update_action(engine, PLACE, SAID, MARCH)
    update_action(engine, PLACE, SAID, APRIL)
    review_risk(engine, RISK, FOUND, MARCH)
    review_risk(engine, RISK, FOUND, APRIL)
    with engine.connect() as connection:
        counts = [connection.scalar(select(func.count()).select_from(table)) for table in (action_update, risk_review)]
    assert counts == [1, 1]


def test_others_who_write_of_other_actions_are_in_nobodys_way(engine: Engine) -> None:
    update_action(engine, PLACE, SAID, MARCH)
    update_action(engine, ("derby", "2.2"), SAID, MARCH)
    update_action(engine, ("warwickshire", "2.1"), SAID, MARCH)
    assert [item.action for item in updates(engine)] == ["2.1", "2.2"]


def test_a_review_is_kept_as_it_was_found_and_known_from_its_day_on(engine: Engine) -> None:
    store = SqlStore(engine)
    review_risk(engine, RISK, FOUND, MARCH)
    [kept] = store.risk_reviews("staffordshire")
    assert kept == RiskReview(
        1, "SSC15-1", Score(3, 2), Score(3, 1), "Monitored", FOUND.next_review, "Chair", "2026-03-02T23:59:59+00:00"
    )
    assert store.as_at(date(2026, 3, 1)).risk_reviews("staffordshire") == ()
    blank = replace(FOUND, residual=Score(), next_review=None, seen=1)
    review_risk(engine, RISK, blank, APRIL)
    assert (store.risk_reviews("staffordshire")[1].residual, len(store.risk_reviews("staffordshire"))) == (Score(), 2)
    with pytest.raises(RefusedEntry):
        review_risk(engine, RISK, replace(FOUND, author="Somebody"), APRIL)


def test_each_leaves_a_line_in_the_audit_trail(quick_engine: Engine) -> None:
    update_action(quick_engine, PLACE, SAID, MARCH)
    update_action(quick_engine, PLACE, replace(SAID, status=ActionStatus.DONE, due=None, seen=99), APRIL)
    review_risk(quick_engine, RISK, FOUND, APRIL)
    review_risk(quick_engine, RISK, replace(FOUND, residual=Score(), seen=99), APRIL)
    lines = [(line.deed, line.subject, line.before, line.after) for line in reversed(page(quick_engine, EVERY_LINE))]
    assert lines == [
        ("action updated", "2.1", "", "at risk, due 2026-06-30"),
        ("action updated", "2.1", "at risk", "done"),
        ("risk reviewed", "SSC15-1", "", "6 before controls, 3 after"),
        ("risk reviewed", "SSC15-1", "6 before controls, 3 after", "6 before controls, no score after"),
    ]


def test_the_day_is_the_one_that_was_asked_for_else_today(quick_engine: Engine) -> None:
    store = SqlStore(quick_engine)
    assert store.as_at(date(2026, 3, 1)).day() == date(2026, 3, 1)
    assert store.day() == datetime.now(UTC).date()
