"""Proves that Sampleshire's plan was updated and reviewed, once, on lines that it has."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from dashboard.domain.plans.risks import Movement
from dashboard.domain.records import Scope
from dashboard.reports.desk import Desk
from dashboard.reports.planning.exceptions import Amiss, exceptions
from dashboard.reports.planning.lines import action_lines, risk_lines
from data.engine import open_engine
from data.sample.reviews import DECEMBER, ensure_reviews, reviews, updates
from data.store import SqlStore

HOME = "sampleshire"


@pytest.fixture(scope="module")
def published(published_url: str) -> Iterator[Engine]:
    engine = open_engine(published_url)
    yield engine
    engine.dispose()


def test_everything_is_said_of_a_line_of_the_plan(published: Engine) -> None:
    store = SqlStore(published)
    assert {item.action for item in updates()} <= {item.key for item in store.actions(Scope(HOME))}
    assert {item.risk for item in reviews()} <= {item.key for item in store.risks(Scope(HOME))}
    said = [(item.action, item.status, item.words, item.due, item.moment) for item in store.action_updates(HOME)]
    assert said == [(item.action, item.status, item.words, item.due, item.moment) for item in updates()]
    found = [(item.risk, item.inherent, item.residual, item.next_review) for item in store.risk_reviews(HOME)]
    assert found == [(item.risk, item.inherent, item.residual, item.next_review) for item in reviews()]


def test_what_its_meeting_saw_is_judged_on_the_day_it_was_held(published: Engine) -> None:
    [kept] = SqlStore(published).snapshots(HOME)
    assert "A6 Cameras and lighting" in kept.text
    assert "days overdue" not in kept.text


def test_its_plan_is_in_the_menu(published: Engine) -> None:
    assert Desk(SqlStore(published)).choices().of(HOME).has_plan


def test_it_is_said_once(quick_engine: Engine) -> None:
    ensure_reviews(quick_engine)
    assert len(SqlStore(quick_engine).action_updates(HOME)) == len(updates())


def test_before_the_next_meeting_there_is_something_to_look_at(published: Engine) -> None:
    store = SqlStore(published).as_at(DECEMBER)
    actions, risks = action_lines(store, Scope(HOME)), risk_lines(store, Scope(HOME))
    found = {item.amiss for item in exceptions(actions, risks)}
    assert {Amiss.OVERDUE, Amiss.AT_RISK, Amiss.WENT_UP, Amiss.SCORE, Amiss.UNCONFIRMED} <= found
    assert {line.standing.movement for line in risks} >= {Movement.UP, Movement.DOWN, Movement.SAME}
