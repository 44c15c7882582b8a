"""Knows how a meeting is called, begun, closed and approved, and how a decision goes on."""

from collections.abc import Mapping

from dashboard.domain.access.deeds import DeedKind
from dashboard.domain.errors import RefusedEntry, WrittenMeanwhile
from dashboard.domain.meetings.agenda import by_rules
from dashboard.domain.meetings.entries import EntryKind
from dashboard.domain.meetings.record import NEXT, AgendaItem, Phase
from dashboard.domain.meetings.typed import step_typed
from dashboard.reports.agenda.meeting_view import MeetingBook
from dashboard.web.faults.addresses import number_of
from dashboard.web.meetings.deeds import Act, Freeze, fields_of
from data.meetings.keeping import Writing

PHASES = {"begin": Phase.HELD, "close": Phase.CLOSED, "approve": Phase.APPROVED}
OUT_OF_TURN = "This meeting is {phase}: somebody took it further, or it is not so far yet. Load its page again."


def call(writing: Writing, book: MeetingBook, typed: Mapping[str, str], items: tuple[AgendaItem, ...]) -> int:
    """A new meeting as it was *typed*, with the *items* that the rules found; returns its number."""
    number = writing.call(book.partnership, typed)
    for item in items:
        writing.add(number, EntryKind.ITEM, fields_of(item))
    order = " ".join(map(str, by_rules(writing.meeting(number).items)))
    writing.add(number, EntryKind.ORDER, {"items": order})
    writing.tell(DeedKind.MEETING_CALLED, f"meeting {number}", book.partnership, ("", typed["day"]))
    return number


def move_on(name: str, act: Act, freeze: Freeze | None) -> None:
    """Begin, close or approve a meeting; closing freezes what was seen. Raises RefusedEntry out of turn."""
    phase, before = PHASES[name], act.meeting.phase
    if NEXT.get(before) is not phase:
        raise RefusedEntry((("", OUT_OF_TURN.format(phase=before)),))
    inside = number_of(act.form.get("in", ""))
    words = f"in meeting {inside}" if act.view.book.meeting(inside) else ""
    act.add(EntryKind.PHASE, {"phase": phase, "words": words})
    subject = f"meeting {act.meeting.number}"
    act.writing.tell(DeedKind.MEETING_MOVED_ON, subject, act.meeting.partnership, (str(before), str(phase)))
    if freeze is not None:
        freeze(act)


def step(writing: Writing, number: int, form: Mapping[str, str]) -> None:
    """Take a decision further; raises WrittenMeanwhile where somebody did so since the form was opened."""
    decision = writing.decision(number)
    if decision.version != number_of(form.get("seen", "")):
        newest = decision.course[-1]
        raise WrittenMeanwhile(f"{newest.kind}: {newest.words}", newest.who, newest.moment)
    typed = step_typed(form, decision)
    writing.add(decision.meeting, EntryKind.STEP, typed, about=number)
    subject = f"decision {number}"
    states = (str(decision.state), typed["kind"])
    writing.tell(DeedKind.DECISION_CHANGED, subject, decision.partnership, states)
