"""Proves that what a group writes into its assessment only grows, is known as of a day, and leaves a line each."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine

from dashboard.domain.errors import RefusedEntry
from dashboard.domain.priorities.recorded import PriorityWord, WordKind
from dashboard.domain.priorities.saying import SaidOfPriority
from data.audit.reading import EVERY_LINE, page
from data.keeping.redacting import Redaction, redact
from data.meetings.keeping import Sent
from data.plans.priorities import write_priority
from data.plans.turns import SPOKE_FIRST
from data.store import SqlStore

HOME, HARM = "derby", (WordKind.HARM, "robbery")
MARCH, APRIL = datetime(2026, 3, 2, 9, 0, tzinfo=UTC), datetime(2026, 4, 2, 9, 0, tzinfo=UTC)
SAID = SaidOfPriority("4", "Injuries, says A Nother", "Analyst", 0)


def test_a_line_is_kept_as_it_was_written_and_makes_another_version(engine: Engine) -> None:
    store = SqlStore(engine)
    before = store.version()
    write_priority(engine, HOME, HARM, SAID, MARCH)
    [kept] = store.priority_words(HOME)
    assert kept == PriorityWord(
        1, WordKind.HARM, "robbery", "4", "", SAID.words, "Analyst", "2026-03-02T09:00:00+00:00"
    )
    assert store.version() != before
    assert store.priority_words("warwickshire") == store.as_at(date(2026, 3, 1)).priority_words(HOME) == ()


def test_the_second_who_writes_is_told_and_a_double_click_is_kept_once(engine: Engine) -> None:
    for said in (SAID, SAID):
        write_priority(engine, HOME, HARM, said, MARCH)
    with pytest.raises(RefusedEntry) as refused:
        write_priority(engine, HOME, HARM, replace(SAID, value="5"), APRIL)
    assert refused.value.faults == (("", SPOKE_FIRST),)
    write_priority(engine, HOME, (WordKind.CHOICE, "robbery"), replace(SAID, value="none", stood="1"), APRIL)
    write_priority(engine, HOME, HARM, replace(SAID, value="", seen=1), APRIL)
    assert [(item.kind, item.value) for item in SqlStore(engine).priority_words(HOME)] == [
        ("harm", "4"),
        ("choice", "none"),
        ("harm", ""),
    ]
    lines = page(engine, EVERY_LINE)[:3]
    told = [(line.deed, line.subject, line.before, line.after) for line in lines]
    assert told == [
        ("score of a priority typed", "harm/robbery", "4", "taken back"),
        ("priority chosen", "choice/robbery", "", "not a priority"),
        ("score of a priority typed", "harm/robbery", "", "4"),
    ]


def test_a_name_is_taken_out_of_it(engine: Engine) -> None:
    write_priority(engine, HOME, HARM, SAID, MARCH)
    assert redact(engine, Redaction(HOME, "A Nother", "Named by mistake"), Sent("Administrator", "", APRIL)) == 1
    assert "A Nother" not in SqlStore(engine).priority_words(HOME)[0].words
