"""Knows what becomes of a form of a meeting: who may send it, what it does, once, and where it leads."""

from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from sqlalchemy import Engine

from dashboard.domain.access.people import Right
from dashboard.domain.errors import WrittenMeanwhile
from dashboard.domain.meetings.entries import day_of
from dashboard.domain.meetings.record import MeetingRecord
from dashboard.domain.meetings.typed import heading_typed, redaction_typed
from dashboard.reports.agenda.meeting_view import MayDo, MeetingView
from dashboard.web.access.asking import person
from dashboard.web.faults.addresses import number_of
from dashboard.web.meetings.books import Books
from dashboard.web.meetings.deeds import ALWAYS, WHILE_OPEN, Act, Freeze, done
from dashboard.web.meetings.moving_on import PHASES, call, move_on, step
from dashboard.web.meetings.noting import Noting
from data.keeping.drafts import drop_draft
from data.keeping.redacting import Redaction, redact
from data.meetings.keeping import Sent, Writing, writing
from layouts.components.drafts import DRAFT
from layouts.components.fields import Filled
from layouts.components.links import decision_href, meeting_href, partnership_href
from layouts.plain.meetings.boxes import Sheet
from layouts.plain.meetings.decision_page import FOR_THE_CHAIR

DEEDS = (*WHILE_OPEN, *ALWAYS, *PHASES, "call", "step", "note", "redact")
#: What is about a partnership, whatever meeting it is sent from.
OF_A_PARTNERSHIP = frozenset({"call", "note", "redact"})
CHAIR = frozenset({"close", "approve"})
Form = Mapping[str, str]
Freezing = Callable[[MeetingView], Freeze]


class Sending:
    """Does what forms say, each in one transaction."""

    def __init__(self, books: Books, noting: Noting, engine: Engine, freezing: Freezing) -> None:
        self._books, self._noting, self._engine, self._freezing = books, noting, engine, freezing

    def may(self, deed: str, form: Form) -> bool:
        """Whether whoever asks may do this; raises UnknownFilter where it is about nothing that they see."""
        found = self._rights({} if deed in OF_A_PARTNERSHIP else form, form.get("partnership", ""))
        if deed == "redact":
            return found.administers
        is_for_chair = deed in CHAIR or (deed == "step" and form.get("kind") in FOR_THE_CHAIR)
        return found.decides if is_for_chair else found.writes

    def _rights(self, form: Form, partnership: str) -> MayDo:
        if form.get("decision"):
            return self._books.of_decision(form["decision"])[0].may
        if form.get("meeting"):
            return self._books.of_meeting(form["meeting"]).book.may
        return self._books.book(partnership).may

    def send(self, deed: str, form: Form, sent: Sent) -> str:
        """Do it once; returns where it leads. Raises RefusedEntry, WrittenMeanwhile."""
        if deed == "call":
            return self._call(form, sent)
        if deed == "step":
            return self._step(form, sent)
        if deed == "note":
            return self._noting.send(form, sent, self._books)
        if deed == "redact":
            return self._redact(form, sent)
        view = self._books.of_meeting(form.get("meeting", ""))
        if deed in ("offered", "close"):
            view = self._books.with_found(view)
        freeze = self._freezing(view) if deed == "close" else None
        with writing(self._engine, sent) as found:
            if found is not None:
                act = Act(found, view, found.meeting(view.meeting.number), form)
                move_on(deed, act, freeze) if deed in PHASES else done(deed, act)
                self._drop(found, form, sent)
        return _after(deed, view, form)

    def _call(self, form: Form, sent: Sent) -> str:
        book = self._books.book(form.get("partnership", ""))
        typed = heading_typed(form)
        view = self._books.view_of(book.partnership, _looked_at(form)).to_query()
        meeting = MeetingRecord(0, book.partnership, typed["title"], typed["body"], day_of(typed["day"]), view=view)
        items = self._books.with_found(MeetingView(book, meeting)).offered
        with writing(self._engine, sent) as found:
            if found is not None:
                number = call(found, book, {**typed, "view": view}, items)
                self._drop(found, form, sent)
                return meeting_href(number)
        return partnership_href("meeting", book.partnership)

    def _step(self, form: Form, sent: Sent) -> str:
        _, number = self._books.of_decision(form.get("decision", ""))
        with writing(self._engine, sent) as found:
            if found is not None:
                step(found, number, form)
                self._drop(found, form, sent)
        return decision_href(number)

    def _redact(self, form: Form, sent: Sent) -> str:
        partnership, said = form.get("partnership", ""), redaction_typed(form)
        everywhere = person().may(Right.ADMINISTER)
        redact(self._engine, Redaction(partnership, said["name"], said["words"], everywhere), sent)
        return partnership_href("meeting", partnership)

    def _drop(self, found: Writing, form: Form, sent: Sent) -> None:
        """What is sent is a draft no longer."""
        drop_draft(found.connection, (sent.account, form.get(DRAFT, "")))

    def meanwhile(self, form: Form, fault: WrittenMeanwhile) -> Sheet:
        """The form again, with what somebody else wrote; sent once more it takes the place of that."""
        told = (fault.words, fault.who, fault.moment)
        return Sheet(refused=form.get("form", ""), filled=Filled(form), meanwhile=told)


def _looked_at(form: Form) -> str:
    """What a meeting that is called is to look at, as the end of an address."""
    return urlencode({name: form[name] for name in ("period", "area") if form.get(name)})


def _after(deed: str, view: MeetingView, form: Form) -> str:
    """Minutes and decisions lead back to their item, approval to the meeting that approves, the rest to theirs."""
    meeting = view.meeting.number
    if deed == "approve" and form.get("in"):
        return meeting_href(max(number_of(form["in"]), 0))
    item = max(number_of(form.get("item", "")), 0) if deed in ALWAYS and view.meeting.is_open else 0
    return meeting_href(meeting, item)
