"""Proves which notes hang where, and that covered numbers are told in none of what a meeting says."""

from dataclasses import replace

from dashboard.domain.disclosure.telling import WITHHELD
from dashboard.domain.meetings.decisions import DecisionStep, StepKind
from dashboard.domain.meetings.entries import EntryKind, decisions_of
from dashboard.domain.meetings.notes import FigureNote, notes_on
from dashboard.domain.meetings.record import ItemKind
from dashboard.domain.meetings.withholding import told_decision, told_meeting, told_note
from tests.domain.meetings.test_entries import ACTION, entry, held, item

NOTE = FigureNote(1, "derby", "derby/hate", "derby", "2026-Q1", "Two came late", "Jo", "2026-05-01T10:00:00+00:00")


def test_a_note_is_seen_where_its_indicator_area_and_period_are() -> None:
    newer = replace(NOTE, number=2, area="derby/mackworth", moment="2026-05-02T10:00:00+00:00")
    other = replace(NOTE, number=3, indicator="derby/asb")
    every = (NOTE, newer, other)
    assert notes_on(every, "derby/hate") == (newer, NOTE)
    assert notes_on(every, "derby/hate", "derby") == (NOTE,)
    assert notes_on(every, "derby/hate", "", "2026-Q1") == (newer, NOTE)
    assert notes_on(every, "derby/hate", "derby", "2026-Q2") == ()


def test_words_that_name_a_covered_number_are_withheld_and_others_are_not() -> None:
    meeting = held(
        item(2, ItemKind.WORSE, indicator="derby/hate", why="3 against 2"),
        item(3, ItemKind.WORSE, indicator="derby/asb", why="30 against 20"),
        entry(4, EntryKind.MINUTE, {"item": "2", "words": "3 were repeats"}),
        entry(5, EntryKind.MINUTE, {"item": "3", "words": "30 is many"}),
        entry(6, EntryKind.MINUTE, {"item": "2", "words": "All were repeats"}, about=4),
    )
    seen = told_meeting(meeting, {"derby/hate"})
    assert [row.why for row in seen.items] == [WITHHELD, "30 against 20"]
    assert [row.words for row in seen.minutes] == ["All were repeats", "30 is many"]
    assert seen.minutes[0].earlier[0][0] == WITHHELD


def test_a_decision_and_a_note_withhold_theirs_too() -> None:
    [found] = decisions_of([entry(2, EntryKind.DECISION, {**ACTION, "why": "There were 3"})])
    found = replace(found, course=(DecisionStep(StepKind.CONFIRMED, "Now 2", "Jo", "2026-05-02"),))
    told = told_decision(found)
    assert (told.words, told.why, told.course[0].words) == ("Light the path", WITHHELD, WITHHELD)
    assert told_note(NOTE).words == WITHHELD
