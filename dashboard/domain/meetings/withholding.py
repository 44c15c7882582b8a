"""Knows what is not told of a meeting where an indicator's numbers are covered: words about it that name a number."""

from collections.abc import Set
from dataclasses import replace

from dashboard.domain.disclosure.telling import WITHHELD, names_a_number
from dashboard.domain.meetings.decisions import MeetingDecision
from dashboard.domain.meetings.notes import FigureNote
from dashboard.domain.meetings.record import MeetingRecord, Minute

Earlier = tuple[tuple[str, str, str], ...]


def told_meeting(meeting: MeetingRecord, covered: Set[str]) -> MeetingRecord:
    """*meeting* without the numbers that are said of the indicators in *covered*."""
    about = {item.number for item in meeting.items if item.indicator in covered}
    items = tuple(
        replace(item, words=told(item.words), why=told(item.why)) if item.number in about else item
        for item in meeting.items
    )
    minutes = tuple(_minute(item) if item.item in about else item for item in meeting.minutes)
    return replace(meeting, items=items, minutes=minutes)


def told_decision(decision: MeetingDecision) -> MeetingDecision:
    course = tuple(replace(step, words=told(step.words)) for step in decision.course)
    return replace(decision, words=told(decision.words), why=told(decision.why), course=course)


def told_note(note: FigureNote) -> FigureNote:
    return replace(note, words=told(note.words), earlier=_earlier(note.earlier))


def told(words: str) -> str:
    return WITHHELD if names_a_number(words) else words


def _minute(minute: Minute) -> Minute:
    return replace(minute, words=told(minute.words), earlier=_earlier(minute.earlier))


def _earlier(found: Earlier) -> Earlier:
    return tuple((told(words), who, moment) for words, who, moment in found)
