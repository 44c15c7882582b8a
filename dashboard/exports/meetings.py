"""Knows how a meeting is asked for as a file outside of the browser: by its number, in the formats of every export."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import parse_qs

from dashboard.domain.choices import Choices
from dashboard.domain.errors import UnknownFilter
from dashboard.exports.addresses import split_table
from dashboard.exports.render import render
from dashboard.questions.store import Store
from dashboard.reports.agenda.meeting_file import meeting_file
from dashboard.reports.agenda.meeting_view import MeetingBook, MeetingView
from dashboard.reports.desk import Desk

MEETING = "meeting"
NO_MEETING = "Name a meeting by its number, as in its address: --query meeting=1."


def meeting_text(desk: Desk, query: str, form: str, day: date) -> str:
    """The meeting that *query* names, as it stands on *day*; raises UnknownFilter where there is none."""
    search, table = split_table(query)
    view = meeting_asked(desk, search, day)
    filters = desk.nearest(view.meeting.view or f"partnership={view.book.partnership}")[0]
    return render(meeting_file(view, filters), form, table)


def meeting_asked(desk: Desk, query: str, day: date) -> MeetingView:
    """The meeting whose number stands in *query*; raises UnknownFilter."""
    number = parse_qs(query.removeprefix("?")).get(MEETING, [""])[-1]
    view = desk.ask(lambda store, choices: next(_found(store, choices, number, day), None))
    if view is None:
        raise UnknownFilter(NO_MEETING)
    return view


def _found(store: Store, choices: Choices, number: str, day: date) -> Iterator[MeetingView]:
    for slug, name in choices.names.items():
        for meeting in store.meeting_records(slug):
            if str(meeting.number) == number:
                book = MeetingBook(slug, name, store.meeting_records(slug), store.meeting_decisions(slug), day)
                yield MeetingView(book, meeting)
