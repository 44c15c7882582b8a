"""Proves that a name goes from everything that people typed, and that the trail repeats no word of it."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, String, Table, insert, select

from dashboard.domain.errors import RefusedEntry
from dashboard.domain.meetings.entries import EntryKind
from dashboard.domain.snapshots.redaction import TAKEN_OUT
from data.audit.reading import EVERY_LINE, page
from data.keeping.redacting import NOWHERE, OF_ALL, OF_LOADS, OF_ONE, Redaction, Typed, redact
from data.meetings.keeping import Sent, writing
from data.meetings.noting import note
from data.store import SqlStore
from data.tables import audit, incidents, meetings, own, papers, snapshots, street
from tests.data.own.conftest import engine, quick_engine

__all__ = ["engine", "quick_engine"]
NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)
CHAIR = Sent("Chair", "7", NOON, "form-1")
ASKED = Redaction("derby", "Ann Lee", "Typed by mistake")
NAMED = "ann lee said so; Annleese did not"
LEFT = f"{TAKEN_OUT} said so; Annleese did not"

#: Columns of text that nobody types words into: keys, codes, days, numbers, states.
NOT_WORDS = {
    *("partnership", "kind", "account", "moment", "once", "indicator", "area", "period", "form", "finding", "state"),
    *("first", "key", "what", "covers_to", "value_reason", "marker", "value_notes", "percent", "places", "line"),
    *("action", "status", "due", "risk", "next_review", "mode", "rules", "code", "category", "polarity", "value_type"),
    *(
        "multiplier",
        "tolerance",
        "period_kind",
        "part_of",
        "crime",
        "scale",
        "combines",
        "merged_into",
        "level",
        "mark",
    ),
    *("digest", "sealed_before", "redacted", "sha256", "about", "figures", "releases", "partnerships", "arrived_at"),
    *("accent", "asked", "asks", "beat", "event_days"),
}
#: What files and forms call things, which pages and the trail name them by; another load renames them.
OF_A_LIST = {("incident_offence", "words"), ("incident_area", "words"), ("offence_type", "words")}
OF_A_LIST |= {("list_layout", "headings"), ("list_layout", "columns")}
NAMES = {"file", "sheet", "cell", "name", "unit", "definition"}
SAID_BY_THE_PROGRAM = {("release", "words"), ("release_move", "why"), ("arrival", "remarks"), ("paper_job", "told")}
SAID_BY_THE_PROGRAM |= {("incident_move", "why")}
SAID_BY_THE_PROGRAM |= {("priority_word", "value"), ("priority_word", "stood")}
SAID_BY_THE_PROGRAM |= {
    ("load_job", name) for name in ("load", "owner", "changed", "worker")
}  # whose notes go in a day
SEALED_ANEW = {("snapshot", "text")}
DRAFTED = {("draft", "fields")}
#: Tables of which none holds typed words: the trail keeps none, the rest is from files and the documents.
TRAIL = {"audit", "audit_head"}
STREET = (street.arrival, street.month_acceptance)


def put(engine: Engine, table: Table, values: dict[str, Any]) -> int:
    usual: dict[str, Any] = {
        column.name: column.type.python_type() for column in table.c if not column.nullable and not column.primary_key
    }
    with engine.begin() as connection:
        done = connection.execute(insert(table).values(**usual | values))
        return int((done.inserted_primary_key or (0,))[0])


def texts_of(engine: Engine, table: Table, *columns: str) -> list[tuple[str, ...]]:
    with engine.connect() as connection:
        query = select(*(table.c[name] for name in columns)).order_by(table.c.id)
        return [tuple(row) for row in connection.execute(query)]


def fill(engine: Engine, typed: Typed, partnership: str) -> None:
    """One row that names somebody in every column."""
    said: dict[str, Any] = dict.fromkeys(typed.texts, NAMED)
    said |= {column: json.dumps({"words": NAMED, "more": [NAMED]}) for column in typed.packed}
    said |= {"partnership": partnership} if "partnership" in typed.table.c else {}
    put(engine, typed.table, said | ({typed.only[0]: typed.only[1]} if typed.only[0] else {}))


def test_a_name_goes_from_every_row_of_its_partnership_and_of_no_other(engine: Engine) -> None:
    for home in ("derby", "rutland"):
        for typed in OF_ONE:
            fill(engine, typed, home)
    version = SqlStore(engine).version()
    assert redact(engine, ASKED, CHAIR) == len(OF_ONE)
    for typed in OF_ONE:
        rows = [
            row
            for row in texts_of(engine, typed.table, "partnership", *typed.texts, *typed.packed)
            if NAMED in str(row)
        ]
        assert {row[0] for row in rows} == {"rutland"}, typed.table.name
        assert LEFT in str(texts_of(engine, typed.table, *typed.texts, *typed.packed)), typed.table.name
    assert SqlStore(engine).version() != version
    [line] = [item for item in page(engine, EVERY_LINE) if item.deed == "name redacted"]
    assert (line.before, line.after, "ann" in str(line).casefold()) == ("", ASKED.reason, False)
    with pytest.raises(RefusedEntry) as refused:
        redact(engine, ASKED, replace(CHAIR, once="again"))
    assert refused.value.faults == (("name", NOWHERE),)


def test_a_name_goes_from_who_loaded_what_and_why(engine: Engine) -> None:
    numbers = {}
    for home in ("derby", "rutland"):
        numbers[home] = put(engine, own.release, {"who": NAMED, "reason": NAMED})
        put(engine, own.move, {"who": NAMED, "release": numbers[home]})
        put(engine, own.area, {"partnership": home, "release": numbers[home]})
    assert redact(engine, ASKED, CHAIR) == 2
    said = {str(key): (who, why) for key, who, why in texts_of(engine, own.release, "id", "who", "reason")}
    assert said[str(numbers["derby"])] == (LEFT, LEFT)
    assert said[str(numbers["rutland"])] == (NAMED, NAMED)
    assert [words for _, words in texts_of(engine, own.move, "id", "who")][-2:] == [LEFT, NAMED]


def test_what_is_no_partnerships_is_left_to_those_who_administer_all(quick_engine: Engine) -> None:
    for typed in OF_ALL:
        fill(quick_engine, typed, "rutland")
    with pytest.raises(RefusedEntry):
        redact(quick_engine, ASKED, CHAIR)
    assert redact(quick_engine, replace(ASKED, everywhere=True), CHAIR) == len(OF_ALL)


def test_a_name_goes_from_drafts_and_their_other_words_stay(quick_engine: Engine) -> None:
    fields = json.dumps({"words": NAMED})
    put(quick_engine, meetings.draft, {"account": "7", "form": "derby/meeting/4/minute", "fields": fields})
    put(quick_engine, meetings.draft, {"account": "7", "form": "rutland/meeting/5/minute", "fields": fields})
    assert redact(quick_engine, ASKED, CHAIR) == 1
    kept = [json.loads(text)["words"] for (text,) in texts_of(quick_engine, meetings.draft, "fields")]
    assert kept == [LEFT, NAMED]


def test_a_name_goes_from_who_wrote_a_minute_and_a_note(quick_engine: Engine) -> None:
    named = replace(CHAIR, who="Ann Lee, secretary")
    with writing(quick_engine, named) as found:
        assert found is not None
        meeting = found.call("derby", {"title": "Q1", "body": "Strategy group", "day": "2026-05-14"})
        found.add(meeting, EntryKind.MINUTE, {"item": "0", "words": "Nothing of it"})
    place = {"partnership": "derby", "indicator": "derby/hate", "area": "derby", "period": "2026-Q1"}
    note(quick_engine, place, "Late returns", named, meeting=meeting)
    assert redact(quick_engine, ASKED, replace(CHAIR, once="2")) == 3
    assert [item.who for item in SqlStore(quick_engine).figure_notes("derby")] == [f"{TAKEN_OUT}, secretary"]


def test_every_column_of_text_is_gone_through_or_holds_no_words_of_people() -> None:
    """A new table or column is named in data/keeping/redacting.py, or here with what it holds."""
    bases = (own.releases, incidents.incidents, meetings.meetings, snapshots.frozen, audit.trail, papers.ordered)
    tables = [table for base in bases for table in base.sorted_tables if table.name not in TRAIL] + list(STREET)
    every = {(table.name, item.name) for table in tables for item in table.c if isinstance(item.type, String)}
    reached = {
        (typed.table.name, column)
        for typed in (*OF_ONE, *OF_ALL, *(typed for typed, _ in OF_LOADS))
        for column in (*typed.texts, *typed.packed)
    }
    known = reached | SAID_BY_THE_PROGRAM | SEALED_ANEW | DRAFTED | OF_A_LIST
    assert known <= every
    left = {(table, name) for table, name in every - known if name not in NOT_WORDS | NAMES}
    assert not left


def test_papers_that_bear_the_name_are_made_anew(quick_engine: Engine) -> None:
    for partnership in ("derby", "rutland"):
        put(quick_engine, papers.paper_job, {"partnership": partnership, "meeting": 1, "file": b"Ann Lee"})
    fill(quick_engine, OF_ONE[1], "derby")
    redact(quick_engine, ASKED, CHAIR)
    with quick_engine.connect() as connection:
        assert connection.scalars(select(papers.paper_job.c.partnership)).all() == ["rutland"]
