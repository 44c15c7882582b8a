"""Proves that decisions on control limits are kept for ever, taken back by name, and known as of a day."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, MetaData, func, inspect, select, text

from dashboard.domain.errors import RefusedDecision
from dashboard.domain.statistics.control_chart import Rebaseline
from dashboard.domain.statistics.rebaselines import Decision, Withdrawal
from dashboard.reports.desk import Desk
from dashboard.reports.pages.indicator import indicator_file
from data.intake.published import ensure_published
from data.migrations.first_own import releases as first_own
from data.migrations.first_street import street as first_street
from data.migrations.versions.v0015_files_of_areas import SAID as OF_AREAS
from data.own.publishing.release import undo
from data.own.rebaselining import decide, withdraw
from data.schema import metadata
from data.store import SqlStore
from data.tables import own as tables
from tests.data.own.typed import load, text_file

HOME = "warwickshire"
PLACE = (HOME, "warwickshire/ni-15", HOME)
SAID = Rebaseline(date(2010, 4, 1), "New counting rules", "Jo Bloggs")
FIRST, SECOND = datetime(2026, 3, 2, 23, 59, 59, tzinfo=UTC), datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
KEPT = Decision(1, "warwickshire/ni-15", HOME, SAID, "2026-03-02T23:59:59+00:00")
TAKEN_BACK = Withdrawal("The rules stayed", "Sam", "2026-03-05T12:00:00+00:00")


def decided(engine: Engine, day: date | None = None) -> tuple[Decision, ...]:
    return SqlStore(engine).as_at(day).rebaselines(HOME)


def test_a_decision_is_kept_for_its_partnership_and_makes_another_version(engine: Engine) -> None:
    store = SqlStore(engine)
    before = store.version()
    decide(engine, PLACE, SAID, FIRST)
    assert decided(engine) == (KEPT,)
    assert store.rebaselines("derby") == ()
    assert store.version() != before


def test_a_decision_taken_back_stays_in_the_table_and_says_why(engine: Engine) -> None:
    decide(engine, PLACE, SAID, FIRST)
    before = SqlStore(engine).version()
    withdraw(engine, HOME, 1, ("The rules stayed", "Sam"), SECOND)
    (found,) = decided(engine)
    assert (found.said, found.withdrawn) == (SAID, TAKEN_BACK)
    assert SqlStore(engine).version() != before
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(tables.rebaseline)).scalar() == 2


@pytest.mark.parametrize(
    ("day", "known", "withdrawn"),
    [
        (date(2026, 3, 1), 0, False),
        (date(2026, 3, 2), 1, False),
        (date(2026, 3, 4), 1, False),
        (date(2026, 3, 5), 1, True),
        (None, 1, True),
    ],
)
def test_a_day_knows_what_was_decided_by_its_end(engine: Engine, day: date | None, known: int, withdrawn: bool) -> None:
    decide(engine, PLACE, SAID, FIRST)
    withdraw(engine, HOME, 1, ("The rules stayed", "Sam"), SECOND)
    found = decided(engine, day)
    assert (len(found), any(item.withdrawn is not None for item in found)) == (known, withdrawn)


@pytest.mark.parametrize(("partnership", "number"), [(HOME, 2), ("derby", 1)])
def test_only_what_is_there_can_be_taken_back(engine: Engine, partnership: str, number: int) -> None:
    decide(engine, PLACE, SAID, FIRST)
    with pytest.raises(RefusedDecision, match="not in force any more"):
        withdraw(engine, partnership, number, ("A slip", "Sam"), SECOND)


def test_nothing_is_taken_back_twice(engine: Engine) -> None:
    decide(engine, PLACE, SAID, FIRST)
    withdraw(engine, HOME, 1, ("The rules stayed", "Sam"), SECOND)
    with pytest.raises(RefusedDecision, match="not in force any more"):
        withdraw(engine, HOME, 1, ("Again", "Sam"), SECOND)


def test_a_database_of_an_older_product_gets_the_table_when_it_is_opened(engine: Engine) -> None:
    there = MetaData()
    there.reflect(engine)
    first = {*first_own.tables, *first_street.tables, *metadata.tables} - {"control_rebaseline"}
    there.drop_all(engine, [table for table in there.sorted_tables if table.name not in first])
    with engine.begin() as connection:
        for name in OF_AREAS:
            connection.execute(text(f"ALTER TABLE {name} DROP COLUMN arrival"))
        connection.execute(text("ALTER TABLE own_figure DROP COLUMN event_days"))
    assert not inspect(engine).has_table("control_rebaseline")
    assert not ensure_published(engine)  # the figures stay as they are
    assert (decided(engine), ensure_published(engine)) == ((), False)


def test_undoing_a_load_leaves_decisions_as_they_are(quick_engine: Engine, tmp_path: Path) -> None:
    decide(quick_engine, PLACE, SAID, FIRST)
    load(quick_engine, text_file(tmp_path, "a.csv", "Indicator,Period,Actual,Target", "NI 40,2010/11,1130,"))
    undo(quick_engine, 1, SECOND, "Jo")
    assert decided(quick_engine) == (KEPT,)


QUERY = "partnership=sampleshire&indicator=burglary"


def groups(engine: Engine, query: str = QUERY) -> list[tuple[int, int]]:
    control = Desk(SqlStore(engine)).show(indicator_file, query).control
    assert control is not None
    return [(group.start, group.stop) for group in control.chart.groups]


def test_limits_are_worked_out_anew_from_the_period_decided_until_it_is_taken_back(quick_engine: Engine) -> None:
    desk = Desk(SqlStore(quick_engine))
    control = desk.show(indicator_file, QUERY).control
    assert control is not None
    place = ("sampleshire", control.indicator.id, "sampleshire")
    said = Rebaseline(date(2025, 3, 15), "New counting rules", "Jo")
    decide(quick_engine, place, said, FIRST)
    assert groups(quick_engine) == [(0, 24), (24, 42)]
    table = {item.name: item for item in desk.show(indicator_file, QUERY).tables}["control_chart"]
    named = [(row["new_limits_from"], row["new_limits_why"], row["new_limits_by"]) for row in table.rows]
    assert named == [(None, None, None)] * 24 + [("2025-03-15", "New counting rules", "Jo")] * 18
    assert groups(quick_engine, f"{QUERY}&as-at=2026-03-01") == [(0, 42)]
    withdraw(quick_engine, "sampleshire", 1, ("A slip", "Sam"), SECOND)
    assert groups(quick_engine) == [(0, 42)]
