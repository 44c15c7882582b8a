"""Among many figures those of one area are looked up by an index, and are the same as among all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from benchmarks.own_county import SLUG, Size, fill
from dashboard.domain.records import Scope
from data.engine import open_engine
from data.intake.published import ensure_published
from data.store import SqlStore

AREA = f"{SLUG}/district-3"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    found = open_engine(f"sqlite:///{tmp_path / 'own.db'}")
    ensure_published(found)
    fill(found, Size(9, 900))
    yield found
    found.dispose()


def test_sqlite_looks_the_figures_of_an_area_up_by_the_index(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.own.figure_queries.FEW", 5)  # of few indicators the index of their history does as well
    asked: list[tuple[str, tuple[object, ...]]] = []
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append((given[2], given[3])))
    SqlStore(engine).targets(Scope(SLUG, areas=frozenset({AREA})))
    statement, values = next(item for item in asked if "FROM own_figure" in item[0])
    with engine.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
    assert "own_figure_area" in " ".join(map(str, plan))


@pytest.mark.parametrize("area", [SLUG, AREA])
def test_the_figures_of_an_area_are_those_among_all(engine: Engine, area: str) -> None:
    store = SqlStore(engine)
    one, every = Scope(SLUG, areas=frozenset({area})), Scope(SLUG)
    assert store.observations(one) == tuple(item for item in store.observations(every) if item.area == area)
    assert store.targets(one) == tuple(item for item in store.targets(every) if item.area == area)
    assert store.observations(one)
