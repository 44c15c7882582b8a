"""Proves that what a file said of a plan is erased with it: its lines, its words, and the names of what it withdrew."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import Engine, select

from dashboard.domain.records import Scope
from data.keeping.erasing import Because, erase
from data.own.history import arrival_homes, moves, release_homes
from data.store import SqlStore
from data.tables.own import plan_row
from tests.data.own.conftest import engine, quick_engine, reader
from tests.data.own.typed import NOON, load, text_file, wish

__all__ = ["engine", "quick_engine", "reader"]
WHY = Because("A. Jones", "it named somebody")
LATER = NOON + timedelta(days=30)


def loaded(engine: Engine, folder: Path, *lines: str, withdraw: bool = False) -> int:
    """Load a plan of Rutland; the number of its file."""
    load(engine, text_file(folder, "plan.csv", *lines), wish=wish("Rutland", withdraw=withdraw))
    return max(arrival_homes(engine))


def test_the_words_of_an_erased_plan_are_gone_and_those_before_stand_again(
    quick_engine: Engine, tmp_path: Path
) -> None:
    first = loaded(quick_engine, tmp_path, "Action,Lead", "Gates,Housing")
    second = loaded(quick_engine, tmp_path, "Action,Lead,Progress", "Gates,Ann Smith,Fitted by Ann Smith")
    [loss] = erase(quick_engine, [second], WHY, LATER)
    assert loss.own.lines == 1
    assert loss.own.partnerships == {"rutland"}
    [found] = SqlStore(quick_engine).actions(Scope("rutland"))
    assert (found.lead, dict(found.cells)["progress"]) == ("Housing", "")
    [other] = erase(quick_engine, [first], WHY, LATER)
    assert other.own.lines == 1
    assert SqlStore(quick_engine).actions(Scope("rutland")) == ()


def test_what_was_withdrawn_leaves_no_name_behind(quick_engine: Engine, tmp_path: Path) -> None:
    first = loaded(quick_engine, tmp_path, "Action,Lead", "Watch Ann Smith,Police", "Gates,Housing")
    loaded(quick_engine, tmp_path, "Action,Lead", "Gates,Housing", withdraw=True)
    erase(quick_engine, [first], WHY, LATER)
    with quick_engine.connect() as connection:
        kept = connection.execute(select(plan_row.c.key)).scalars().all()
    assert "watch-ann-smith" not in kept


def test_a_plan_belongs_to_its_partnership_in_the_log_and_among_the_releases(
    quick_engine: Engine, tmp_path: Path
) -> None:
    number = loaded(quick_engine, tmp_path, "Action,Lead", "Gates,Housing")
    assert arrival_homes(quick_engine)[number] == {"rutland"}
    newest = moves(quick_engine)[0]
    assert newest.figures == 1
    assert newest.homes == {"rutland"}
    assert release_homes(quick_engine, newest.release) == {"rutland"}
