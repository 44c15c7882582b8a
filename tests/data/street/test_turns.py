"""Proves that looking at a load locks nobody out, and that loads which meet are written one after the other."""

from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import Engine, func, select

from data.engine import begin_writing
from data.intake.pipeline import Summary, Wish, load_files
from data.tables import street as tables
from data.tables.own import figure
from tests.data.street.testshire import MOMENT, incident, month_file, written

ONE = "E01990001"
FIGURES = "Indicator,Polarity,Period,Actual\nKnife crime,lower,2023/24,{number}\n"


def table(folder: Path, number: int) -> Path:
    return written(folder, "knives.csv", FIGURES.format(number=number))


def months(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(tables.force_month)).scalar_one()


def figures(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        return list(connection.execute(select(figure.c.text).order_by(figure.c.id)).scalars())


def test_while_somebody_looks_another_publishes(engine: Engine, tmp_path: Path) -> None:
    """The comparison is of one moment; what was published meanwhile is compared anew before anything is written."""
    seen: list[Summary] = []

    def agree(summary: Summary) -> bool:
        if not seen:
            other = load_files(engine, [table(tmp_path / "other", 7)], Wish(MOMENT, partnership="Testshire"))
            assert other.loaded
        seen.append(summary)
        return True

    wish = Wish(MOMENT, partnership="Testshire", agree=agree, looks_first=True)
    found = load_files(engine, [table(tmp_path, 8)], wish)
    assert found.loaded
    assert [[change.before for change in item.figures.changes] for item in seen] == [[""], ["7"]]
    assert figures(engine) == ["7", "8"]


@pytest.mark.parametrize("agrees", [True, False])
def test_a_month_that_is_looked_at_is_written_only_by_who_agrees(engine: Engine, tmp_path: Path, agrees: bool) -> None:
    path = month_file(tmp_path, incident(ONE), incident(ONE))
    looked: list[int] = []

    def agree(summary: Summary) -> bool:
        looked.append(months(engine))
        with begin_writing(engine):  # nobody holds the lock
            return agrees

    found = load_files(engine, [path], Wish(MOMENT, agree=agree, looks_first=True))
    assert (found.loaded, found.rows, looked, months(engine)) == (agrees, 2, [0], int(agrees))


def test_two_loads_at_once_are_both_published(engine: Engine, tmp_path: Path) -> None:
    waited, results = Event(), list[Summary]()
    wish = Wish(MOMENT, partnership="Testshire", waiting=waited.set)

    def load() -> None:
        results.append(load_files(engine, [table(tmp_path, 5)], wish))

    with begin_writing(engine):  # another load is written
        second = Thread(target=load)
        second.start()
        assert waited.wait(20)
        assert results == []
    second.join(20)
    assert [item.loaded for item in results] == [True]
    assert figures(engine) == ["5"]


def test_a_load_that_waits_too_long_is_refused(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.engine.LONGEST_TURN", -1)
    with begin_writing(engine):
        found = load_files(engine, [table(tmp_path, 5)], Wish(MOMENT, partnership="Testshire"))
    assert (found.loaded, found.refused) == (
        False,
        ["Other loads have taken an hour: try again when they are done."],
    )
