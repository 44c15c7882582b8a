"""Knows whose meetings are asked for, and what whoever asks may do with them."""

from collections.abc import Mapping
from datetime import UTC, datetime
from secrets import token_urlsafe

from flask import request
from sqlalchemy import Engine, select

from dashboard.domain.access.people import Right
from dashboard.domain.errors import UnknownFilter
from dashboard.domain.filters import Filters
from dashboard.questions.store import Store
from dashboard.reports.agenda.meeting_view import MayDo, MeetingBook, MeetingView
from dashboard.reports.agenda.offered import Prepared, found_by_rules
from dashboard.reports.desk import Desk
from dashboard.web.access.asking import person
from dashboard.web.faults.addresses import number_of
from data.tables.meetings import meeting_entry

NO_MEETING = "There is no such meeting."
NO_DECISION = "There is no such decision."
NO_PARTNERSHIP = "There is no such partnership."


def may_do(partnership: str) -> MayDo:
    """What whoever asks may do with the meetings of a *partnership*."""
    found = {right: person().may(right, partnership) for right in (Right.PUBLISH, Right.DECIDE, Right.ADMINISTER)}
    return MayDo(found[Right.PUBLISH], found[Right.DECIDE], found[Right.ADMINISTER])


def now() -> datetime:
    return datetime.now(UTC)


def once() -> str:
    """What tells one form from every other."""
    return token_urlsafe(12)


class Books:
    """The meetings of every partnership, as whoever asks may see them."""

    def __init__(self, desk: Desk, store: Store, engine: Engine) -> None:
        self._desk, self._store, self._engine = desk, store, engine

    def names(self) -> Mapping[str, str]:
        return self._desk.choices().names

    def book(self, partnership: str) -> MeetingBook:
        """All meetings of a partnership; raises UnknownFilter where there is none that may be seen."""
        name = self.names().get(partnership)
        if name is None:
            raise UnknownFilter(NO_PARTNERSHIP)
        meetings, decisions = self._store.meeting_records(partnership), self._store.meeting_decisions(partnership)
        known = self._desk.choices().of(partnership)
        periods = tuple((item.slug, item.label) for item in reversed(known.periods))
        may, day = may_do(partnership), now().date()
        return MeetingBook(partnership, name, meetings, decisions, day, may, periods, known.areas)

    def of_meeting(self, words: str) -> MeetingView:
        """The meeting whose number *words* are; raises UnknownFilter."""
        number = number_of(words)
        book = self._book_of(meeting_entry.c.meeting == number, NO_MEETING)
        meeting = book.meeting(number)
        if meeting is None:
            raise UnknownFilter(NO_MEETING)
        return MeetingView(book, meeting)

    def of_decision(self, words: str) -> tuple[MeetingBook, int]:
        """The book with the decision whose number *words* are; raises UnknownFilter."""
        number = number_of(words)
        book = self._book_of(meeting_entry.c.id == number, NO_DECISION)
        if book.decision(number) is None:
            raise UnknownFilter(NO_DECISION)
        return book, number

    def _book_of(self, place: object, missing: str) -> MeetingBook:
        query = select(meeting_entry.c.partnership).where(place).limit(1)  # type: ignore[arg-type]
        with self._engine.connect() as connection:
            partnership = connection.execute(query).scalar()
        if partnership is None or partnership not in self.names():
            raise UnknownFilter(missing)
        return self.book(str(partnership))

    def with_found(self, view: MeetingView) -> MeetingView:
        """*view* with what the rules find for its agenda today; of a meeting that is closed nothing."""
        if not view.meeting.is_open:
            return view
        book, meeting = view.book, view.meeting
        prepared = Prepared(meeting, book.meetings, book.decisions, book.day)
        filters = self.view_of(book.partnership, meeting.view)
        return MeetingView(book, meeting, self._desk.ask(lambda store, _: found_by_rules(store, filters, prepared)))

    def view_of(self, partnership: str, query: str) -> Filters:
        """The view that a meeting is about; of an address that is none, as the partnership opens."""
        return self._desk.nearest(f"partnership={partnership}&{query}")[0]


def asked(name: str) -> str:
    return request.args.get(name, "")
