"""Proves that each question a store answers is answered within the eyes that ask, or cannot be asked."""

from collections.abc import Iterator

import pytest

from dashboard.domain.access.people import ALL, EVERYTHING, NONE, Eyes, Reach
from dashboard.domain.records import Scope
from dashboard.questions.limited import OF_A_PARTNERSHIP, OF_A_SCOPE, OPEN, limited
from dashboard.questions.store import Store
from data.engine import open_engine
from data.store import SqlStore


@pytest.fixture(scope="module")
def published(published_url: str) -> Iterator[SqlStore]:
    engine = open_engine(published_url)
    yield SqlStore(engine)
    engine.dispose()


QUESTIONS = {name for name in dir(Store) if not name.startswith("_")}
DERBY = Eyes(Reach(frozenset({"derby"})), NONE)


def test_each_question_is_known_once() -> None:
    of_many = {"partnerships", "arrivals", "rejected", "as_at", "incident_months"}
    listed = [*OF_A_PARTNERSHIP, *OF_A_SCOPE, *OPEN, *of_many]
    assert sorted(listed) == sorted(QUESTIONS)


def test_what_is_beyond_is_answered_as_if_it_were_not_there(published: SqlStore) -> None:
    seen = limited(published, DERBY)
    assert [item.slug for item in seen.partnerships()] == ["derby"]
    for name, empty in OF_A_PARTNERSHIP.items():
        details = {"place": ("warwickshire",), "places_named": (("a",), 5)}.get(name, ())
        assert getattr(seen, name)("warwickshire", *details) == empty
    for name, empty in OF_A_SCOPE.items():
        assert getattr(seen, name)(Scope("warwickshire")) == empty
    assert seen.as_at(None).indicators(Scope("warwickshire")) == ()


def test_what_is_within_is_answered_as_it_is(published: SqlStore) -> None:
    seen = limited(published, DERBY)
    assert seen.areas("derby") == published.areas("derby") != ()
    assert seen.indicators(Scope("derby")) == published.indicators(Scope("derby"))
    assert seen.categories() == published.categories()


def test_who_sees_everything_asks_the_store_itself(published: SqlStore) -> None:
    for eyes in (EVERYTHING, Eyes(ALL, NONE)):
        seen = limited(published, eyes)
        assert seen.indicators(Scope("warwickshire")) == published.indicators(Scope("warwickshire"))
        assert seen.partnerships() == published.partnerships()
