"""Knows the addresses at which the papers of a meeting are ordered, awaited, cancelled and fetched."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Protocol

from flask import Flask, Response, redirect, request
from sqlalchemy import Engine
from werkzeug.wrappers import Response as Answer

from dashboard.domain.errors import UnknownFilter, UnknownPage
from dashboard.domain.papers.job import PaperJob, PaperOrder
from dashboard.exports.files import known_form
from dashboard.exports.meetings import NO_MEETING, meeting_asked
from dashboard.exports.papers.formats import FORMATS
from dashboard.reports.agenda.meeting_view import MeetingView
from dashboard.reports.desk import Desk
from dashboard.reports.packs.meeting.papers import as_in_a_room
from dashboard.web.access.asking import person
from dashboard.web.answers import attached, html, plain
from dashboard.web.faults.addresses import number_of
from dashboard.web.settings.papers import brand_of
from dashboard.web.ways import Link, ways
from data.papers import jobs
from layouts.plain.denied import denied_page
from layouts.plain.loading import missing_page
from layouts.plain.papers.orders import PapersView, papers_href, papers_page

#: The endpoints that answer with a page of HTML of their own.
OWN_PAGES = frozenset({"papers", "order-papers", "cancel-papers"})
NOT_YOURS = "These papers were ordered by somebody else: whoever prepares the meeting may cancel them."
CANCELLED, GONE = "Cancelled", "There is no such file any more: make the papers again."


class Starts(Protocol):
    """Whoever sees to it that what is ordered is made."""

    def start(self) -> None: ...


class PaperRoutes:
    """One plain page a meeting; a file is made once for the same data, whoever asks for it."""

    def __init__(self, desk: Desk, engine: Engine, maker: Starts, pages: Sequence[Link]) -> None:
        self._desk, self._engine, self._maker, self._pages = desk, engine, maker, pages
        self.is_open = True

    def page(self) -> Answer:
        return self._of_meeting(lambda view: self._shown(view))

    def order(self) -> Answer:
        """Order the papers in the format that the form says; back to the page, which tells how far they are."""

        def ordered(view: MeetingView) -> Answer:
            try:
                form = known_form(request.form.get("form", ""), FORMATS)
            except UnknownPage as fault:
                return plain(str(fault), 400)
            jobs.order(self._engine, self._order(view, form), _now())
            self._maker.start()
            return redirect(papers_href(view.meeting.number), 303)

        return self._of_meeting(ordered)

    def cancel(self) -> Answer:
        def cancelled(view: MeetingView) -> Answer:
            job = self._job(view, request.form.get("job", ""))
            if job is not None:
                if job.asks != person().key and job.partnership not in person().meets:
                    return html(denied_page(ways(self._pages), NOT_YOURS), 403)
                jobs.cancel(self._engine, job.number, CANCELLED)
            return redirect(papers_href(view.meeting.number), 303)

        return self._of_meeting(cancelled)

    def file(self, number: int) -> Answer:
        """The file of an order, for whoever may read its meeting."""
        job = jobs.job(self._engine, number)
        body = jobs.file(self._engine, number) if job and job.partnership in self._desk.choices().names else None
        if job is None or body is None or job.form not in FORMATS:
            return html(missing_page(ways(self._pages), GONE), 404)
        paper = FORMATS[job.form]
        name = f"outturn-{job.partnership}-meeting-{job.meeting}.{paper.ending or job.form}"
        return attached(body, name, paper.media)

    def _of_meeting(self, answer: Callable[[MeetingView], Answer]) -> Answer:
        """The *answer* for the meeting asked for, as whoever asks may see it."""
        number = number_of(request.values.get("meeting", ""))
        try:
            view = meeting_asked(self._desk, f"meeting={number}", _now().date())
        except UnknownFilter:
            return html(missing_page(ways(self._pages), NO_MEETING.partition(":")[0] + "."), 404)
        return answer(view)

    def _shown(self, view: MeetingView) -> Answer:
        if jobs.is_awaited(self._engine, _now()):
            self._maker.start()
        found = jobs.jobs(self._engine, view.book.partnership, view.meeting.number)
        if request.headers.get("Accept", "").startswith("application/json"):
            going = next((job for job in found if job.is_under_way), None)
            said = {"state": "making" if going else "made", "words": going.told if going else ""}
            return Response(json.dumps(said), mimetype="application/json")
        mine = frozenset(job.number for job in found if job.asks == person().key or job.partnership in person().meets)
        return html(papers_page(ways(self._pages, view.book.partnership), PapersView(view, found, mine, self.is_open)))

    def _order(self, view: MeetingView, form: str) -> PaperOrder:
        home, seen = view.book.partnership, as_in_a_room(view)
        holds = (self._desk.data_version, seen.meeting, seen.book.decisions, brand_of(self._engine, home))
        said = sha256(repr(holds).encode()).hexdigest()
        return PaperOrder(home, view.meeting.number, form, said, _now().date().isoformat(), person().key)

    def _job(self, view: MeetingView, number: str) -> PaperJob | None:
        found = jobs.jobs(self._engine, view.book.partnership, view.meeting.number)
        return next((job for job in found if str(job.number) == number), None)


def _now() -> datetime:
    return datetime.now(UTC)


def add_papers(server: Flask, routes: PaperRoutes, *, uploads: bool) -> None:
    """Register the addresses; without *uploads* nothing can be ordered."""
    routes.is_open = uploads
    server.add_url_rule("/papers", "papers", routes.page)
    server.add_url_rule("/papers/<int:number>", "papers-file", routes.file)
    if uploads:
        server.add_url_rule("/papers", "order-papers", routes.order, methods=["POST"])
        server.add_url_rule("/papers/cancel", "cancel-papers", routes.cancel, methods=["POST"])
