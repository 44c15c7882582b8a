"""Proves that meetings and notes are kept for ever, once for each form, and that nobody overwrites another."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from dashboard.domain.access.people import ALL, NONE, Eyes, Reach
from dashboard.domain.errors import WrittenMeanwhile
from dashboard.domain.meetings.decisions import DecisionState
from dashboard.domain.meetings.entries import EntryKind
from dashboard.domain.meetings.record import Phase
from dashboard.domain.papers.job import PaperOrder
from dashboard.questions.limited import limited
from data.data_version import newest
from data.engine import open_engine
from data.meetings.keeping import Sent, Writing, writing
from data.meetings.noting import correct_note, note
from data.papers import jobs
from data.schema import metadata
from data.store import SqlStore
from data.tables.audit import audit
from data.tables.meetings import figure_note, meeting_entry
from data.upgrading import upgrade

NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)
JO, SAM = Sent("Jo", "7", NOON, "form-1"), Sent("Sam", "8", NOON + timedelta(days=1), "form-2")
HEADING = {"title": "Q1", "body": "Strategy group", "day": "2026-05-14"}
PLACE = {"partnership": "derby", "indicator": "derby/hate", "area": "derby", "period": "2026-Q1"}
OPEN_TO_ALL, CHAIR = Eyes(ALL, ALL), Eyes(ALL, ALL, Reach(frozenset({"derby"})))


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    found = open_engine(f"sqlite:///{tmp_path}/outturn.db")
    upgrade(found)
    metadata.create_all(found)
    yield found
    found.dispose()


def opened(engine: Engine, sent: Sent = JO) -> Iterator[Writing]:
    with writing(engine, sent) as found:
        assert found is not None
        yield found


def called(engine: Engine) -> int:
    for found in opened(engine):
        meeting = found.call("derby", HEADING)
    return meeting


def add(engine: Engine, kind: EntryKind, fields: dict[str, str], sent: Sent = JO, about: int = 0) -> int:
    for found in opened(engine, replace(sent, once=f"{sent.once} {kind} {fields} {about}")):
        number = found.add(1, kind, fields, about)
    return number


def test_meetings_are_numbered_and_belong_to_their_partnership(engine: Engine) -> None:
    assert called(engine) == 1
    with writing(engine, SAM) as found:
        assert found is not None
        assert found.call("stafford", HEADING) == 2
    [meeting] = SqlStore(engine).meeting_records("derby")
    assert (meeting.number, meeting.title, meeting.phase) == (1, "Q1", Phase.PREPARED)
    assert SqlStore(engine).meeting_decisions("derby") == ()


def test_a_form_that_is_sent_twice_is_taken_in_once(engine: Engine) -> None:
    called(engine)
    with writing(engine, JO) as again:
        assert again is None
    with writing(engine, replace(JO, account="9")) as another:
        assert another is not None


def test_whoever_changes_what_another_changed_first_is_told_what_they_wrote(engine: Engine) -> None:
    called(engine)
    number = add(engine, EntryKind.MINUTE, {"item": "0", "words": "First"})
    for found in opened(engine, SAM):
        found.revise(1, number, {"words": "Sam's"})
    for late in opened(engine, replace(JO, once="late")):
        with pytest.raises(WrittenMeanwhile) as fault:
            late.revise(1, number, {"words": "Jo's"})
    assert (fault.value.words, fault.value.who) == ("Sam's", "Sam")
    [said] = SqlStore(engine).meeting_records("derby")[0].minutes
    assert (said.words, [words for words, *_ in said.earlier]) == ("Sam's", ["First"])
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(meeting_entry)).scalar() == 3


def test_what_is_typed_while_it_is_held_makes_no_new_version_and_what_it_decides_does(engine: Engine) -> None:
    store = SqlStore(engine)
    called(engine)

    def version() -> list[str]:
        with engine.connect() as connection:
            return sorted(map(str, connection.execute(newest())))

    before = version()
    add(engine, EntryKind.MINUTE, {"words": "Said"})
    assert version() == before
    decided = add(engine, EntryKind.DECISION, {"kind": "action", "words": "Do"})
    after = version()
    assert after != before
    add(engine, EntryKind.STEP, {"kind": "closure asked for"}, SAM, decided)
    assert version() != after
    [found] = store.meeting_decisions("derby")
    assert found.state is DecisionState.ASKED
    [then] = store.as_at(date(2026, 5, 14)).meeting_decisions("derby")
    assert then.state is DecisionState.OPEN


def test_private_items_and_decisions_are_for_those_who_prepare_or_decide(engine: Engine) -> None:
    called(engine)
    item = add(engine, EntryKind.ITEM, {"kind": "added by hand", "words": "Licence", "is_private": "1"})
    for fields in ({"item": str(item)}, {"is_private": "1"}, {}):
        add(engine, EntryKind.DECISION, {"kind": "note", "words": "Noted", **fields})
    reader, chair = limited(SqlStore(engine), OPEN_TO_ALL), limited(SqlStore(engine), CHAIR)
    assert (len(reader.meeting_decisions("derby")), len(chair.meeting_decisions("derby"))) == (1, 3)
    assert (reader.meeting_records("derby")[0].items, len(chair.meeting_records("derby")[0].items)) == ((), 1)
    assert reader.as_at(None).meeting_records("derby")[0].items == ()
    assert reader.crime_types() == ()
    beyond = limited(SqlStore(engine), Eyes(NONE, NONE))
    assert (beyond.meeting_records("derby"), beyond.figure_notes("derby")) == ((), ())


def test_papers_go_where_an_item_in_them_becomes_private(engine: Engine) -> None:
    called(engine)
    item = add(engine, EntryKind.ITEM, {"kind": "added by hand", "words": "Licence"})
    for fields, kept in (({"words": "Licence review"}, b"papers"), ({"is_private": "1"}, None)):
        number = jobs.order(engine, PaperOrder("derby", 1, "pdf", str(fields), "2026-05-14"), NOON)
        jobs.take(engine, NOON)
        jobs.finish(engine, number, b"papers", "Ready")
        with writing(engine, replace(SAM, once=str(fields))) as act:
            assert act is not None
            item = act.revise(1, item, fields)
        assert jobs.file(engine, number) == kept


def test_a_note_is_corrected_by_another_row_and_taken_back_by_one(engine: Engine) -> None:
    store = SqlStore(engine)
    note(engine, PLACE, "Late returns", JO, meeting=3)
    note(engine, PLACE, "Late returns", JO, meeting=3)
    [first] = store.figure_notes("derby")
    assert (first.words, first.who, first.meeting) == ("Late returns", "Jo", 3)
    correct_note(engine, first.number, first.version, "Late returns of May", SAM)
    correct_note(engine, first.number, first.version, "Late returns of May", SAM)
    [second] = store.figure_notes("derby")
    assert (second.words, second.earlier) == ("Late returns of May", (("Late returns", "Jo", first.moment),))
    with pytest.raises(WrittenMeanwhile, match="Somebody else"):
        correct_note(engine, first.number, first.version, "Mine", replace(JO, once="3"))
    correct_note(engine, first.number, second.version, "", replace(SAM, once="4"))
    assert store.figure_notes("derby") == ()
    assert len(store.as_at(NOON.date()).figure_notes("derby")) == 1
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(figure_note)).scalar() == 3
        said = connection.execute(select(audit.c.deed, audit.c.subject, audit.c.after)).all()
    assert [tuple(row) for row in said] == [("note written", "note 1", "")] * 3
