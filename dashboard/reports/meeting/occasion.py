"""Knows a meeting as it is kept as what is to be frozen of it: its items with what was said of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.domain.meetings.decisions import MeetingDecision
from dashboard.domain.meetings.notes import FigureNote
from dashboard.domain.meetings.record import AgendaItem, MeetingRecord, Minute
from dashboard.domain.snapshots.seen import Seen, SeenItem, SeenWords
from dashboard.reports.meeting.freezing import Occasion, Screens, seen_at
from dashboard.reports.meeting.standing_lines import private_items


@dataclass(frozen=True, slots=True)
class Spoken:
    """Everything that was decided and noted for a partnership; its *meetings* tell which items are private."""

    decisions: Sequence[MeetingDecision] = ()
    notes: Sequence[FigureNote] = ()
    meetings: Sequence[MeetingRecord] = ()


def seen_of(screens: Screens, meeting: MeetingRecord, spoken: Spoken, program_version: str) -> Seen:
    """Everything that a *meeting* has before it now, as it is frozen when it closes."""
    occasion = Occasion(
        partnership=meeting.partnership,
        meeting=meeting.title,
        held=meeting.day.isoformat() if meeting.day else "",
        view=meeting.view,
        items=tuple(_item(at, item, meeting, spoken) for at, item in enumerate(meeting.items, 1)),
        said=(*_said_of(0, meeting, spoken), *_noted(meeting, spoken.notes)),
        decisions=tuple(spoken.decisions),
        private_items=private_items((*spoken.meetings, meeting)),
    )
    return seen_at(screens, occasion, program_version)


def _item(at: int, item: AgendaItem, meeting: MeetingRecord, spoken: Spoken) -> tuple[SeenItem, str]:
    said = _said_of(item.number, meeting, spoken)
    return SeenItem(
        str(at), str(item.kind), item.words, item.reason, item.key, item.is_private, said=said
    ), item.address


def _said_of(item: int, meeting: MeetingRecord, spoken: Spoken) -> tuple[SeenWords, ...]:
    """What was minuted and decided of an item; 0: of the meeting."""
    minutes = (_minute(part) for part in meeting.minutes if part.item == item)
    decisions = (_decision(part) for part in spoken.decisions if part.meeting == meeting.number and part.item == item)
    return (*minutes, *decisions)


def _minute(minute: Minute) -> SeenWords:
    return SeenWords("minute", words=minute.words, is_private=minute.is_private)


def _decision(decision: MeetingDecision) -> SeenWords:
    due = decision.due.isoformat() if decision.due else ""
    return SeenWords(
        kind=str(decision.kind),
        number=str(decision.number),
        words=decision.words,
        why=decision.why,
        owner=decision.owner,
        due=due,
        indicator=decision.indicator,
        is_private=decision.is_private,
    )


def _noted(meeting: MeetingRecord, notes: Iterable[FigureNote]) -> tuple[SeenWords, ...]:
    """What was noted of figures in the meeting."""
    return tuple(_note(item) for item in notes if item.meeting == meeting.number)


def _note(note: FigureNote) -> SeenWords:
    place = f"{note.indicator} · {note.area} · {note.period}"
    return SeenWords("note", words=note.words, indicator=note.indicator, place=place)
