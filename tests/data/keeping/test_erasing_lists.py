"""An incident list is erased with every incident; what it took the place of counts again."""

from pathlib import Path

from sqlalchemy import Engine, select

from data.keeping.erasing import Because, erase
from data.store import SqlStore
from data.tables import incidents as tables
from tests.data.incidents.test_lists import HOME, NOON, loaded, many, march
from tests.data.own.conftest import quick_engine, reader

__all__ = ["quick_engine", "reader"]


def test_a_list_is_erased_whole(quick_engine: Engine, tmp_path: Path) -> None:
    loaded(quick_engine, tmp_path, *many(3))
    loaded(quick_engine, tmp_path, *many(5, Time_From="23:00"), name="newer.csv")
    newest = SqlStore(quick_engine).incident_lists(HOME)[-1]
    [loss] = erase(quick_engine, [newest.arrival], Because("Jo", "Asked for"), NOON)
    assert (loss.incidents, set(loss.own.partnerships)) == (5, {HOME})
    assert [part.hours.total for part in SqlStore(quick_engine).incident_hours(march())] == [3]
    with quick_engine.connect() as connection:
        for table in tables.incidents.sorted_tables:
            if "list" in table.c:
                assert newest.number not in set(connection.scalars(select(table.c.list))), table.name
    assert newest.arrival not in {item.arrival for item in SqlStore(quick_engine).incident_lists(HOME)}
    assert SqlStore(quick_engine).arrival_homes()[newest.arrival] == {HOME}
