"""Of many figures only those are read that may be awaited, and the same are awaited as among all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from benchmarks.own_county import SLUG, Row, Size, bulk_rows, fill
from dashboard.domain.filters import Filters
from dashboard.reports.evidence.awaited import Awaited, awaited
from dashboard.reports.indicators import figures_read
from dashboard.reports.pages.data import data
from data.engine import begin_writing, open_engine
from data.intake.published import ensure_published
from data.store import SqlStore
from data.tables import own as tables

AREA = f"{SLUG}/district-3"
KNOWN: Row = {"release": 1, "partnership": SLUG, "arrival": 1}
TARGETS = (
    *("TBC", "to be confirmed", "reduce by 3%", "reduce by 3% on the 2010/11 outturn", "..", "...", ".", "", "2010"),
    *("41.2", "1.2.3", "12.", ".5", "1..2", "41%", "≤ 40", "7,500", "baseline to be set", "no target", "[x]", "0"),
)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    found = open_engine(f"sqlite:///{tmp_path / 'own.db'}")
    ensure_published(found)
    fill(found, Size(30, 900))
    with begin_writing(found) as connection:
        bulk_rows(connection, tables.figure, [KNOWN | row for row in _rows()])
    yield found
    found.dispose()


def _rows() -> Iterator[Row]:
    """Targets of every wording, and actuals that are missing or of part of their period."""
    for number, text in enumerate(TARGETS):
        yield _row("target", number, "2030-31", text)
    missing: Row = {"number": None, "value_reason": "to be confirmed"}
    yield _row("actual", 21, "2031-32", "TBC") | missing
    yield _row("actual", 22, "2031-32", "17") | {"covers_to": "2031-09-30"}
    yield _row("actual", 23, "2031-32", "17") | {"marker": "p"}
    yield _row("actual", 24, "2031-32", "TBC") | missing
    yield _row("actual", 24, "2031-32", "18")


def _row(what: str, number: int, period: str, text: str) -> Row:
    named: Row = {"what": what, "indicator": f"{SLUG}/measure-{number}", "area": AREA, "period": period}
    return named | {"number": text if what == "actual" else None, "value_reason": "", "text": text}


def what_is_awaited(engine: Engine, filters: Filters) -> list[Awaited]:
    return list(awaited(SqlStore(engine).as_at(None), filters))


@pytest.mark.parametrize("categories", [frozenset[str](), frozenset({"drugs"})], ids=str)
def test_the_same_is_awaited_of_many_figures_as_among_all(
    engine: Engine, categories: frozenset[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = SqlStore(engine)
    period = store.partnerships()[-1].default_period
    filters = Filters(SLUG, period, categories=categories)
    every = what_is_awaited(engine, filters)
    monkeypatch.setattr(figures_read, "MANY", 10)
    assert what_is_awaited(engine, filters) == every
    assert {item.reason for item in every} >= {"to be confirmed"} or categories


def test_a_target_that_is_no_bare_number_and_what_is_not_whole_may_be_awaited(engine: Engine) -> None:
    found = {int(name.rpartition("-")[2]) for name in SqlStore(engine).unfinished(SLUG)}
    bare = {TARGETS.index(text) for text in ("2010", "41.2", "1.2.3", "12.", ".5", "0")}
    assert found == {*range(len(TARGETS)), 21, 22, 24} - bare


def test_without_a_document_the_checks_are_made_for_their_file_alone(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures_read, "MANY", 10)
    store = SqlStore(engine).as_at(None)
    read: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *given: read.append(given[2]))
    report = data(store, Filters(SLUG, store.partnerships()[-1].default_period))
    everything = [
        statement for statement in read if "own_figure.remarks" in statement and "indicator IN" not in statement
    ]
    assert everything == []
    assert len(report.findings) > 0
