"""Knows the addresses of meetings: the book of a partnership, one meeting, one item, one decision, and their forms."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from flask import Flask, Response, redirect, request
from sqlalchemy import Engine
from werkzeug.wrappers import Response as Answer

from dashboard.domain.errors import RefusedEntry, UnknownFilter, UnknownPage, WrittenMeanwhile
from dashboard.exports.render import MEDIA, render
from dashboard.questions.store import Store
from dashboard.reports.agenda.meeting_file import meeting_file
from dashboard.reports.agenda.meeting_view import MeetingView
from dashboard.reports.desk import Desk
from dashboard.web.access.asking import person
from dashboard.web.answers import attached, author, html, plain
from dashboard.web.faults.addresses import number_of
from dashboard.web.meetings.at_hand import NAME, AtHand
from dashboard.web.meetings.books import Books, asked, now, once
from dashboard.web.meetings.noting import Noting
from dashboard.web.meetings.sending import DEEDS, Freezing, Sending
from dashboard.web.saying.drafting import about, forms_of
from dashboard.web.ways import Link, ways
from data.meetings.keeping import Sent
from layouts.components.fields import Filled
from layouts.components.links import meeting_href, page_path, partnership_href
from layouts.plain.choosing import choosing_page
from layouts.plain.denied import denied_page
from layouts.plain.loading import missing_page
from layouts.plain.meetings.agenda_page import agenda_page
from layouts.plain.meetings.book_page import book_page, log_page
from layouts.plain.meetings.boxes import Sheet
from layouts.plain.meetings.decision_page import decision_page
from layouts.plain.meetings.item_page import item_page
from layouts.plain.meetings.minutes_page import minutes_page
from layouts.plain.meetings.notes_page import notes_page

OWN_PAGES = frozenset({"meeting", "send-meeting", "notes"})
NOT_YOURS = "You may not do this for meetings of this partnership: ask its chair, or whoever administers Outturn."
NOTES = ("/notes", "/meeting/note")


class MeetingRoutes:
    """Plain pages with forms over rows that only grow."""

    def __init__(self, desk: Desk, store: Store, engine: Engine, freezing: Freezing, pages: Sequence[Link]) -> None:
        self.books = Books(desk, store, engine)
        self.engine = engine
        self.noting = Noting(desk, store, engine)
        self.sending = Sending(self.books, self.noting, engine, freezing)
        self._pages = pages
        self.is_open = True

    def _navigation(self, partnership: str = "") -> Sequence[Link]:
        return ways(self._pages, partnership)

    def page(self) -> Answer:
        return self.shown(Sheet())

    def shown(self, sheet: Sheet, status: int = 200) -> Answer:
        """The page that the address, or the form that was sent, is about."""
        try:
            return self._shown(replace(sheet, once=once(), is_open=self.is_open), status)
        except UnknownFilter as fault:
            return html(missing_page(self._navigation(), str(fault)), 404)

    def _shown(self, sheet: Sheet, status: int) -> Answer:
        if request.path in NOTES:
            noted = self.noting.place(request.values)
            return html(notes_page(self._navigation(), noted, self._drafted(sheet, noted.filters.partnership)), status)
        if number := _about("decision"):
            book, decision = self.books.of_decision(number)
            found = book.decision(decision)
            assert found is not None
            drafted = self._drafted(sheet, book.partnership)
            return html(decision_page(self._navigation(book.partnership), book, found, drafted), status)
        if number := _about("meeting"):
            return self._meeting(self.books.of_meeting(number), sheet, status)
        if partnership := _about("partnership"):
            book = self.books.book(partnership)
            if asked("log"):
                return html(log_page(self._navigation(), book), status)
            return html(book_page(self._navigation(), book, self._drafted(sheet, partnership)), status)
        ways = [(partnership_href("meeting", slug), name) for slug, name in self.books.names().items()]
        before = page_path("plan"), "Plan"
        return html(choosing_page(self._navigation(), before, "Meetings", "Of which partnership?", ways))

    def _meeting(self, view: MeetingView, sheet: Sheet, status: int) -> Answer:
        meeting = view.meeting
        sheet = self._drafted(sheet, meeting.partnership, meeting.number)
        ways_on = self._navigation(meeting.partnership)
        if not meeting.is_open:
            return html(minutes_page(ways_on, view, sheet), status)
        view = self.books.with_found(view)
        item = view.today.item(number_of(_about("item"))) if _about("item") else None
        if item is not None and not sheet.refused.startswith("item-"):
            return html(item_page(ways_on, view, item, sheet), status)
        return html(agenda_page(ways_on, view, sheet), status)

    def _drafted(self, sheet: Sheet, partnership: str, meeting: int = 0) -> Sheet:
        """*sheet* with what whoever asks has typed before and not sent."""
        key = about(partnership, "meeting", str(meeting))
        found = forms_of(self.engine, key, _page_asked())
        return replace(sheet, about=found.about, page=found.page, drafts=found.drafts)

    def file(self, form: str) -> Response:
        """A meeting as a file; of CSV the table that is named, else its decisions."""
        try:
            view = self.books.of_meeting(asked("meeting"))
            report = meeting_file(
                self.books.with_found(view), self.books.view_of(view.book.partnership, view.meeting.view)
            )
            body = render(report, form, asked("table"))
        except UnknownFilter as fault:
            return plain(str(fault), 404)
        except UnknownPage as fault:
            return plain(str(fault), 400)
        return attached(
            body.encode(), f"outturn-{view.book.partnership}-meeting-{view.meeting.number}.{form}", MEDIA[form]
        )

    def deed(self, deed: str) -> Answer:
        """What a form says is done once; the page again with what is wrong where it cannot be."""
        form = _form()
        sent = Sent(author(person().name), person().key, now(), form.get("once", ""))
        try:
            if not self.sending.may(deed, form):
                return html(denied_page(self._navigation(), NOT_YOURS), 403)
            return redirect(self.sending.send(deed, form, sent), 303)
        except UnknownFilter as fault:
            return html(missing_page(self._navigation(), str(fault)), 404)
        except RefusedEntry as fault:
            return self.shown(Sheet(refused=form.get("form", ""), filled=Filled(form, fault.faults)), 400)
        except WrittenMeanwhile as fault:
            return self.shown(self.sending.meanwhile(form, fault), 409)


def back_of(form: Mapping[str, str]) -> str:
    """The page that a form stands on."""
    if decision := form.get("decision"):
        return f"/meeting?decision={number_of(decision)}"
    if meeting := form.get("meeting"):
        return meeting_href(number_of(meeting), max(number_of(form.get("item", "")), 0))
    return partnership_href("meeting", form.get("partnership", ""))


def _page_asked() -> str:
    """The page that is shown: the one asked for, or the one that a refused form stands on."""
    if request.method != "GET":
        return back_of(_form())
    return f"{request.path}?{request.query_string.decode('ascii', 'replace')}"


def _about(name: str) -> str:
    """What the address says, else the form."""
    return asked(name) or request.form.get(name, "")


def _form() -> dict[str, str]:
    """The form that was sent; of boxes with one name, each that is ticked on a line."""
    return {name: "\n".join(said) for name, said in request.form.lists()}


def add_meetings(server: Flask, routes: MeetingRoutes, *, uploads: bool) -> None:
    """Register the addresses; without *uploads* nothing can be sent in."""
    routes.is_open = uploads
    server.extensions[NAME] = AtHand(routes.books, routes.engine, is_open=uploads)
    server.add_url_rule("/meeting", "meeting", routes.page)
    server.add_url_rule("/export/meeting.<any(csv, json):form>", "meeting-file", routes.file)
    server.add_url_rule("/notes", "notes", routes.page)
    if uploads:
        deeds = ", ".join(f"'{name}'" for name in DEEDS)
        server.add_url_rule(f"/meeting/<any({deeds}):deed>", "send-meeting", routes.deed, methods=["POST"])
