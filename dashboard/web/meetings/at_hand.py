"""Knows what of a meeting is at hand while an item of it is presented: what was decided, and the forms to go on."""

from markupsafe import Markup
from sqlalchemy import Engine

from dashboard.domain.errors import UnknownFilter
from dashboard.reports.agenda.meeting_view import MeetingView
from dashboard.web.meetings.books import Books, once
from dashboard.web.saying.drafting import about, forms_of
from layouts.components.links import meeting_href
from layouts.components.markup import Child, joined
from layouts.plain.meetings.boxes import Sheet, folded
from layouts.plain.meetings.said import decision_form, minute_form
from layouts.plain.meetings.words import decision_lines

NAME = "meeting-at-hand"  # among the extensions of the server


class AtHand:
    """Answers for one item of a meeting; nothing where there is none, or none that may be seen."""

    def __init__(self, books: Books, engine: Engine, *, is_open: bool) -> None:
        self._books, self._engine, self._is_open = books, engine, is_open

    def forms(self, meeting: str, item: int) -> Child:
        """What was decided of the item; the boxes for whoever writes, while the meeting is open."""
        view = self._view(meeting)
        return self._forms(view, item) if view else ""

    def notes(self, meeting: str, item: int) -> tuple[str, ...]:
        """What was minuted and decided of the item so far, in words."""
        view = self._view(meeting)
        return tuple(_words(view, item)) if view else ()

    def reason(self, meeting: str, item: int) -> str:
        """Why the item is on the agenda, as its rule finds it today."""
        view = self._view(meeting)
        found = self._books.with_found(view).today.item(item) if view else None
        return found.reason if found else ""

    def _view(self, meeting: str) -> MeetingView | None:
        try:
            return self._books.of_meeting(meeting)
        except UnknownFilter:
            return None

    def _forms(self, view: MeetingView, item: int) -> Markup:
        decided = decision_lines(view.book.decided_in(view.meeting.number, item), view.book.day)
        if not (view.book.may.writes and self._is_open and view.meeting.is_open):
            return decided
        number = view.meeting.number
        key = about(view.meeting.partnership, "meeting", str(number))
        kept = forms_of(self._engine, key, meeting_href(number, item))
        sheet = Sheet(kept.about, kept.page, kept.drafts, once=once())
        return joined((decided, decision_form(view, sheet, item), folded("Minute", minute_form(view, sheet, item))))


def _words(view: MeetingView, item: int) -> list[str]:
    minutes = [said.words for said in view.meeting.said_of(item)]
    decided = view.book.decided_in(view.meeting.number, item)
    return [*minutes, *(f"Decided: {' – '.join(filter(None, (said.words, said.owner)))}" for said in decided)]
