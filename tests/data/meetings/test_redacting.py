"""Proves that a name goes from everything that forms left, and that the trail repeats no word of it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, Table, insert, select

from dashboard.domain.errors import RefusedEntry
from dashboard.domain.meetings.entries import EntryKind
from data.audit.reading import EVERY_LINE, page
from data.meetings.keeping import Sent, writing
from data.meetings.noting import note
from data.meetings.redacting import FORMS, NOWHERE, TAKEN_OUT, redact
from data.snapshots.keeping import redact as taken_out
from data.store import SqlStore
from data.tables.meetings import meeting_entry
from data.tables.own import commentary
from data.tables.reviews import action_update, risk_review
from tests.data.own.conftest import engine, quick_engine

__all__ = ["engine", "quick_engine"]
NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)
CHAIR = Sent("Chair", "7", NOON, "form-1")
SAID = ("Ann Lee", "Typed by mistake")
NAMED = "ann lee said so; Annleese did not"
LEFT = f"{TAKEN_OUT} said so; Annleese did not"
DECIDED_OF_FIGURES = {"release", "release_move", "check_judgement", "control_rebaseline", "small_number_rule"}
SCORES: dict[str, str | int] = {"impact": 2, "likelihood": 2}


def put(engine: Engine, table: Table, partnership: str, values: dict[str, str | int]) -> None:
    texts = {column.name: "" for column in table.c if column.type.python_type is str}
    with engine.begin() as connection:
        connection.execute(insert(table).values(**{**texts, "partnership": partnership, **values}))


def kept(engine: Engine, table: Table, partnership: str, *columns: str) -> list[tuple[str, ...]]:
    query = select(*(table.c[name] for name in columns)).where(table.c.partnership == partnership).order_by(table.c.id)
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(query)]


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        (commentary, ("text", "author")),
        (action_update, ("words", "reason", "author")),
        (risk_review, ("words", "author")),
    ],
)
def test_a_name_goes_from_what_is_said_of_figures_and_plans(
    engine: Engine, table: Table, columns: tuple[str, ...]
) -> None:
    scores: dict[str, str | int] = SCORES if table is risk_review else {}
    for column in columns:
        put(engine, table, "derby", {**scores, column: NAMED})
    put(engine, table, "rutland", {**scores, columns[0]: NAMED})
    version = SqlStore(engine).version()
    assert redact(engine, "derby", SAID, CHAIR, taken_out) == len(columns)
    assert [LEFT in row for row in kept(engine, table, "derby", *columns)] == [True] * len(columns)
    assert kept(engine, table, "rutland", columns[0])[-1] == (NAMED,)
    assert SqlStore(engine).version() != version
    [line] = [item for item in page(engine, EVERY_LINE) if item.deed == "name redacted"]
    assert (line.before, line.after, "ann" in str(line).casefold()) == ("", SAID[1], False)
    with pytest.raises(RefusedEntry) as refused:
        redact(engine, "derby", SAID, replace(CHAIR, once="again"), taken_out)
    assert refused.value.faults == (("name", NOWHERE),)


def test_a_name_goes_from_who_wrote_a_minute_and_a_note(engine: Engine) -> None:
    named = replace(CHAIR, who="Ann Lee, secretary")
    with writing(engine, named) as found:
        assert found is not None
        meeting = found.call("derby", {"title": "Q1", "body": "Strategy group", "day": "2026-05-14"})
        found.add(meeting, EntryKind.MINUTE, {"item": "0", "words": "Nothing of it"})
    place = {"partnership": "derby", "indicator": "derby/hate", "area": "derby", "period": "2026-Q1"}
    note(engine, place, "Late returns", named, meeting=meeting)
    assert redact(engine, "derby", SAID, replace(CHAIR, once="2"), taken_out) == 3
    assert kept(engine, meeting_entry, "derby", "who")[:2] == [(f"{TAKEN_OUT}, secretary",)] * 2
    assert [item.who for item in SqlStore(engine).figure_notes("derby")] == [f"{TAKEN_OUT}, secretary"]


def test_a_table_that_says_who_wrote_is_gone_through_or_is_about_loads_and_settings() -> None:
    tables = (*commentary.metadata.tables.values(), *meeting_entry.metadata.tables.values())
    signed = {table.name for table in tables if {"author", "who"} & set(table.c.keys())}
    reached = {table.name for table, _ in FORMS} | {meeting_entry.name}
    assert signed - reached == DECIDED_OF_FIGURES
