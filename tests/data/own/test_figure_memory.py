"""Of figures that were read before only what newer releases say is read; it comes to the same, in the same order."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from sqlalchemy import Engine, event

from benchmarks.own_county import SLUG, Row, Size, bulk_rows, fill
from dashboard.domain.records import Scope
from data.engine import begin_writing
from data.own import figure_memory
from data.store import SqlStore
from data.tables import own as tables
from tests.data.own.conftest import quick_engine

__all__ = ["quick_engine"]

AREA = f"{SLUG}/district-3"
OTHER = f"{SLUG}/district-4"
SCOPES = (Scope(SLUG), Scope(SLUG, areas=frozenset({AREA})), Scope(SLUG, areas=frozenset({SLUG, OTHER})))
PERIOD = "2021-22"
SAID = {"moment": "2026-02-01T09:00:00+00:00", "who": "test", "words": "a file"}


@pytest.fixture
def county(quick_engine: Engine) -> Engine:
    fill(quick_engine, Size(12, 1_000))
    return quick_engine


def figure(number: int, text: str = "7", area: str = AREA, gone: int = 0, period: str = PERIOD) -> Row:
    value: Row = {"number": None if gone else text, "value_reason": "", "text": "" if gone else text}
    named: Row = {"what": "actual", "indicator": f"{SLUG}/measure-{number}", "area": area, "period": period}
    return value | named | {"gone": gone, "partnership": SLUG, "arrival": 1}


def published(engine: Engine, release: int, *rows: Row, parent: int | None = None) -> None:
    with begin_writing(engine) as connection:
        before = release - 1 if parent is None else parent
        bulk_rows(connection, tables.release, [SAID | {"id": release, "parent": before}])
        bulk_rows(connection, tables.figure, [row | {"release": release} for row in rows])
        bulk_rows(connection, tables.move, [{"release": release, "moment": SAID["moment"], "who": "", "why": ""}])


def moved(engine: Engine, release: int) -> None:
    with begin_writing(engine) as connection:
        bulk_rows(connection, tables.move, [{"release": release, "moment": SAID["moment"], "who": "", "why": ""}])


Step = Callable[[Engine], None]


def load(release: int, *rows: Row, parent: int | None = None) -> Step:
    return lambda engine: published(engine, release, *rows, parent=parent)


def move_to(release: int) -> Step:
    return lambda engine: moved(engine, release)


STEPS: dict[str, tuple[Step, ...]] = {
    "nothing": (),
    "one changed": (load(2, figure(1, "8")),),
    "one as it was": (load(2, figure(1, "8"), figure(1, "8")),),
    "a new period": (load(2, figure(1, "8", period="2030-31"), figure(0, period="2031-32")),),
    "another area": (load(2, figure(1, "8", area=OTHER)),),
    "one withdrawn": (load(2, figure(1, gone=tables.GONE)),),
    "back to what lies beneath": (load(2, figure(1, gone=tables.BENEATH)),),
    "two releases": (load(2, figure(1)), load(3, figure(1, "9"), figure(2))),
    "undone": (load(2, figure(1)), move_to(1)),
    "another branch": (load(2, figure(1)), move_to(1), load(3, figure(2), parent=1)),
    "many": (load(2, *(figure(number, "6") for number in range(12))),),
}


def same(root: SqlStore, engine: Engine) -> None:
    """What the store that remembers says is what one says that was never asked before."""
    remembers, fresh = root.as_at(None), SqlStore(engine).as_at(None)
    for scope in SCOPES:
        assert remembers.observations(scope) == fresh.observations(scope)


@pytest.mark.parametrize("most", [figure_memory.MOST_TOUCHED, 3])
@pytest.mark.parametrize("steps", STEPS.values(), ids=STEPS)
def test_what_is_remembered_comes_to_what_is_read(
    county: Engine, steps: tuple[Step, ...], most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figure_memory, "MOST_TOUCHED", most)
    root = SqlStore(county)
    same(root, county)
    for step in steps:
        step(county)
    same(root, county)
    same(root, county)


def test_a_figure_that_was_withdrawn_stands_where_it_stood_when_it_is_back(county: Engine) -> None:
    root = SqlStore(county)
    same(root, county)
    published(county, 2, figure(1, gone=tables.GONE))
    same(root, county)
    published(county, 3, figure(1, "5"))
    same(root, county)


def test_another_partnership_and_another_kind_of_figure_touch_nothing(county: Engine) -> None:
    root = SqlStore(county)
    same(root, county)
    published(county, 2, figure(1) | {"partnership": "elsewhere"}, figure(1, "400") | {"what": "target"})
    same(root, county)


def test_an_earlier_day_is_read_as_it_was(county: Engine) -> None:
    root = SqlStore(county)
    same(root, county)
    published(county, 2, figure(1, "8"))
    same(root, county)
    day = date(2026, 1, 25)
    assert root.as_at(day).observations(SCOPES[1]) == SqlStore(county).as_at(day).observations(SCOPES[1])
    assert root.as_at(day).observations(SCOPES[1]) != root.as_at(None).observations(SCOPES[1])


@contextmanager
def rows_read() -> Iterator[list[str]]:
    """The statements on figures that run meanwhile."""
    found: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        found.extend([statement] if "own_figure.text" in statement else [])

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def test_after_a_load_of_one_figure_the_others_are_not_read_again(county: Engine) -> None:
    root = SqlStore(county)
    root.as_at(None).observations(SCOPES[1])
    with rows_read() as statements:
        root.as_at(None).observations(SCOPES[1])
    assert statements == []
    published(county, 2, figure(1, "8"))
    with rows_read() as statements:
        root.as_at(None).observations(SCOPES[1])
    [read] = statements
    assert "own_figure.indicator IN" in read


def test_no_more_is_remembered_than_may_be(county: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figure_memory, "MOST_FIGURES", 150)
    root = SqlStore(county)
    same(root, county)
    with rows_read() as statements:
        root.as_at(None).observations(SCOPES[0])
    assert len(statements) == 1
