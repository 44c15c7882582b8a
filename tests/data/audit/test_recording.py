"""A line stands or falls with its deed, no line is changed or removed, and two processes make one chain."""

from dataclasses import replace
from multiprocessing import get_context

import pytest
from sqlalchemy import Engine, func, select, text
from sqlalchemy.exc import DBAPIError

from dashboard.domain.access.audit import Head
from dashboard.domain.access.deeds import Actor, Way
from data.audit.acting import act, acting, actor
from data.audit.reading import EVERY_LINE, WantedLines, check, noted, page, people, standing, stream
from data.audit.recording import record
from data.engine import begin_writing, open_engine
from data.tables.audit import audit, audit_head
from tests.data.audit.trail import JONES, SMITH, START, entered, fill, unguard
from tests.engines import upgraded_engine


def count(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(audit)).scalar_one()


def test_an_empty_trail_is_whole(engine: Engine) -> None:
    verdict, head = check(engine)
    assert (verdict.sentence, head) == ("The trail is whole: no lines, as written.", Head())


def test_each_line_says_who_what_when_and_from_where(engine: Engine) -> None:
    with acting(JONES):
        record(engine, entered(1), START)
    [line] = page(engine, EVERY_LINE)
    said = (line.account, line.name, line.way, line.origin, line.deed, line.partnership, line.subject, line.outcome)
    assert said == ("u7", "A. Jones", "page", "192.0.2.7", "figure entered", "derby", "figure 1", "done")
    assert (line.number, line.moment) == (1, "2026-11-30T06:00:00.000+00:00")
    assert (line.before, line.after, line.previous) == ("1", "2", "")


def change_ones_mind(engine: Engine) -> None:
    with begin_writing(engine) as connection:
        record(connection, entered(1), START)
        raise RuntimeError("changed my mind")


def test_a_deed_that_is_rolled_back_has_no_line(engine: Engine) -> None:
    fill(engine, 1)
    with pytest.raises(RuntimeError, match="changed my mind"):
        change_ones_mind(engine)
    assert (count(engine), check(engine)[0].is_whole) == (1, True)


CHANGES = (
    "UPDATE audit SET subject = 'nothing' WHERE number = 2",
    "DELETE FROM audit WHERE number = 2",
    "DELETE FROM audit",
    "INSERT INTO audit SELECT 5, moment, account, name, way, origin, deed, partnership, subject, before,"
    " after, outcome, previous, digest FROM audit WHERE number = 3",  # not the next one
    "UPDATE audit_head SET count = 2",
    "UPDATE audit_head SET count = count, digest = ''",
    "DELETE FROM audit_head",
    "INSERT INTO audit_head VALUES (2, 0, '')",
)
REPLACED = {
    "sqlite": "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE number = 2",
    "postgresql": "TRUNCATE audit, audit_head",
}


def test_the_database_itself_refuses_to_change_what_is_written(engine: Engine) -> None:
    fill(engine, 3)
    for statement in (*CHANGES, REPLACED[engine.dialect.name]):
        with pytest.raises(DBAPIError, match="the audit trail only grows"), engine.begin() as connection:
            connection.execute(text(statement))
    assert (count(engine), check(engine)[0].is_whole) == (3, True)


@pytest.mark.parametrize(
    ("statements", "sentence"),
    [
        (["DELETE FROM audit WHERE number = 4"], "Line 4 was removed."),
        (["DELETE FROM audit WHERE number = 9"], "Line 9 was cut off at the end."),
        (["DELETE FROM audit WHERE number > 6"], "Lines 7 to 9 were cut off at the end."),
        (["UPDATE audit SET name = 'B. Smith' WHERE number = 4"], "Line 4 was changed."),
        (["UPDATE audit_head SET count = 8"], "Line 9 was put in at the end."),
        (["DELETE FROM audit_head"], "The note of how many lines there are was removed."),
        (
            ["DELETE FROM audit WHERE number = 9", "UPDATE audit_head SET count = 8"],
            "Line 8, the last, was changed or put in.",
        ),
    ],
)
def test_what_somebody_with_the_password_does_to_it_shows(
    sqlite_url: str, statements: list[str], sentence: str
) -> None:
    with upgraded_engine(sqlite_url) as engine:
        fill(engine, 9)
        with engine.begin() as connection:
            unguard(connection)
            for statement in statements:
                connection.execute(text(statement))
        assert check(engine)[0].sentence == sentence


def test_the_newest_lines_may_be_checked_alone(engine: Engine) -> None:
    fill(engine, 9)
    with engine.begin() as connection:
        unguard(connection)
        connection.execute(text("UPDATE audit SET name = 'B. Smith' WHERE number = 4"))
    assert check(engine, newest=5)[0].is_whole
    assert check(engine, newest=6)[0].line == 4
    assert check(engine, newest=100)[0].line == 4


def test_a_fingerprint_that_was_noted_is_found_again(engine: Engine) -> None:
    fill(engine, 3)
    digest = page(engine, EVERY_LINE)[1].digest
    assert (noted(engine, digest[:12].upper()), noted(engine, "%"), noted(engine, "0" * 12)) == (2, 0, 0)


def test_lines_are_found_by_person_deed_partnership_day_and_outcome(engine: Engine) -> None:
    fill(engine, 30)

    def numbers(wanted: WantedLines, before: int | None = None) -> list[int]:
        return [line.number for line in page(engine, wanted, before)]

    assert numbers(EVERY_LINE)[:2] == [30, 29]
    assert numbers(EVERY_LINE, before=3) == [2, 1]
    assert numbers(WantedLines(account="u7", name="A. Jones"), before=5) == [4, 1]
    assert numbers(WantedLines(partnership="derby"), before=5) == [4, 2]
    assert numbers(WantedLines(day=(START.date()))) == [*range(18, 0, -1)]
    assert numbers(WantedLines(outcome="denied")) == numbers(WantedLines(deed="denied")) == []
    assert people(engine) == [("u7", "A. Jones"), ("u8", "B. Smith")]


def test_a_stream_stands_still_while_somebody_goes_on_writing(engine: Engine) -> None:
    fill(engine, 2)
    with standing(engine) as connection:
        found = stream(connection)
        first = next(found)
        record(engine, entered(7), START)
        assert [first.number, *(line.number for line in found)] == [1, 2]


def write_in_a_process(address: str) -> None:
    engine = open_engine(address)
    act(lambda: replace(JONES, name="another process"))
    for at in range(25):
        record(engine, entered(at), START)
    engine.dispose()


def test_processes_that_write_at_once_make_one_chain(engine: Engine, upgraded_store_url: str) -> None:
    with get_context("spawn").Pool(3) as pool:
        pool.map(write_in_a_process, [upgraded_store_url] * 3)
    verdict, head = check(engine)
    assert (verdict.is_whole, head and head.count) == (True, 75)


def test_whoever_acts_is_asked_for_when_a_line_is_written() -> None:
    assert actor() == Actor(name="Outturn", way=Way.PRODUCT)
    with acting(JONES):
        assert actor() == JONES
        with acting(SMITH):
            assert actor() == SMITH
        assert actor() == JONES


def test_there_is_one_note_of_the_end(engine: Engine) -> None:
    with engine.connect() as connection:
        assert connection.execute(select(audit_head)).all() == [(1, 0, "")]
