"""Knows what is said at a meeting as sections: its agenda, who was there, what was decided, what is left to do."""

from collections.abc import Iterator, Sequence
from datetime import date

from dashboard.domain.meetings.decisions import MeetingDecision
from dashboard.domain.meetings.record import AgendaItem, MeetingRecord, Phase
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.targets.status import Status
from dashboard.domain.wording import number_word, plural, sentence
from dashboard.reports.agenda.meeting_view import MeetingView
from dashboard.reports.meeting.addresses import meeting_address
from dashboard.reports.packs.pack import PaperCell, PaperTable, Section
from dashboard.reports.packs.tabled import Cells, columns, said, table

AGENDA, DECISIONS = "The meeting", "Decisions"
#: Decisions on paper are provisional until a later meeting approves the minutes.
PROVISIONAL = "Provisional until the minutes are approved."


def agenda_section(meeting: MeetingRecord) -> Section:
    """What is to be spoken of, in its order, each with why it is there."""
    heads = columns("Item", "Why", "Presented by", "Minutes", words=("Why", "Presented by"))
    rows = (_item(at, item) for at, item in enumerate(meeting.items, 1))
    tables = (table(("agenda", "Agenda"), heads, rows),) if meeting.items else ()
    planned = f", {meeting.planned} of {meeting.length} minutes planned" if meeting.length and meeting.planned else ""
    return Section(
        key="agenda",
        part=AGENDA,
        title=f"Agenda: {plural(len(meeting.items), 'item')}{planned}",
        place=meeting_place(meeting),
        tables=tables,
        address=meeting_address(meeting.number),
    )


def meeting_place(meeting: MeetingRecord) -> str:
    """'Strategy group · 14 January 2027, 10:00 · Council House'."""
    day = day_words(meeting.day) if meeting.day else "no day yet"
    when = f"{day}, {meeting.begins}" if meeting.begins else day
    return " · ".join(filter(None, (meeting.body, when, meeting.place)))


def _item(at: int, item: AgendaItem) -> Cells:
    minutes = str(item.minutes) if item.minutes else ""
    return said(f"{at} {item.words}"), said(item.why or sentence(item.kind)), said(item.presenter), said(minutes)


def decisions_section(view: MeetingView) -> Section | None:
    """What the meeting decided, with its minutes; None before it is held."""
    meeting = view.meeting
    tables = tuple(_held(view))
    if meeting.is_open or not tables:
        return None
    live = sum(item.is_live for item in view.decided)
    return Section(
        key="decisions",
        part=DECISIONS,
        title=f"{sentence(plural(len(view.decided), 'decision'))}, {number_word(live) if live else 'none'} still to do",
        place=meeting_place(meeting),
        tables=tables,
        notes=() if meeting.phase is Phase.APPROVED else (PROVISIONAL,),
        address=meeting_address(meeting.number),
    )


def _held(view: MeetingView) -> Iterator[PaperTable]:
    if view.decided:
        yield decisions_table("decisions", "Decisions", view.decided, view.book.day)
    meeting = view.meeting
    if meeting.attendance:
        names = ("For", "There")
        rows = ((said(item.role), said(item.body), said(sentence(item.presence))) for item in meeting.attendance)
        yield table(("attendance", "Who was there"), columns("Role", *names, words=names), rows)
    if meeting.minutes:
        numbers = {item.number: at for at, item in enumerate(meeting.items, 1)}
        lines = ((said(_of_item(numbers.get(item.item))), said(item.words)) for item in meeting.minutes)
        yield table(("minutes", "Minutes"), columns("Item", "What was said", words=("What was said",)), lines)


def _of_item(at: int | None) -> str:
    return "Of the meeting" if at is None else f"Item {at}"


def undone_section(view: MeetingView) -> Section | None:
    """What earlier meetings left to do, overdue first."""
    found, day = view.undone, view.book.day
    if not found:
        return None
    late = sum(item.is_overdue(day) for item in found)
    overdue = number_word(late) if late else "none"
    return Section(
        key="arising",
        part=AGENDA,
        title=f"Matters arising: {plural(len(found), 'decision')} left to do, {overdue} overdue",
        place=meeting_place(view.meeting),
        tables=(decisions_table("arising", "Left to do by earlier meetings", found, day),),
        address=f"/meeting?partnership={view.book.partnership}",
    )


def decisions_table(key: str, title: str, items: Sequence[MeetingDecision], day: date) -> PaperTable:
    """Each decision with its owner, when it is due and how it stands on *day*."""
    names = ("Owner", "Due", "How it stands")
    return table((key, title), columns("Decision", *names, words=names), (_decision(item, day) for item in items))


def _decision(item: MeetingDecision, day: date) -> Cells:
    first = f" (first {day_words(item.original_due)})" if item.original_due and item.original_due != item.due else ""
    due = f"{day_words(item.due)}{first}" if item.due else ""
    return said(item.words), said(item.owner), said(due), _stands(item, day)


def _stands(item: MeetingDecision, day: date) -> PaperCell:
    if item.is_overdue(day) and item.due:
        return said(f"Overdue by {plural((day - item.due).days, 'day')}", Status.MISSED)
    return said(sentence(item.state), Status.NOT_JUDGED if item.is_live else Status.MET)
