"""Knows the addresses at which files are handed in, looked through, published and undone, and figures traced."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from flask import Flask, Response, jsonify, redirect, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as Answer

from dashboard.domain.access.people import Right
from dashboard.domain.checks.change_rows import change_rows
from dashboard.domain.errors import RefusedFile, TooManyLoads
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.evidence.loaded import LoadView
from dashboard.reports.evidence.releases import PublishedRelease
from dashboard.web.access.asking import eyes, person, publishable
from dashboard.web.access.publishing import NOT_YOURS, is_handed_in_by, may_undo, why_not
from dashboard.web.answers import author, html, short, table, told
from dashboard.web.audit.pages import OWN_PAGES as TRAIL
from dashboard.web.audit.pages import AuditRoutes, add_audit
from dashboard.web.baselines import BaselineRoutes
from dashboard.web.checks import CheckRoutes
from dashboard.web.entries import FORMS, EntryRoutes, add_forms
from dashboard.web.faults.addresses import number_of
from dashboard.web.faults.database import TOO_MANY
from dashboard.web.plans.routes import OWN_PAGES as PLANS
from dashboard.web.plans.routes import PlanRoutes, add_plans
from dashboard.web.saying.commentary import OWN_PAGES as COMMENTARY
from dashboard.web.saying.commentary import CommentaryRoutes, add_commentary
from dashboard.web.settings.keeping import OWN_PAGES as KEEPING
from dashboard.web.settings.keeping import KeepingRoutes, add_keeping
from dashboard.web.settings.small_numbers import OWN_PAGES as SETTINGS
from dashboard.web.settings.small_numbers import RuleRoutes, add_settings
from dashboard.web.tracing import TraceRoutes
from dashboard.web.uploads.load_again import answer_again, read_again, refuse_unreadable
from dashboard.web.uploads.load_view import view_of
from dashboard.web.uploads.runs import Place
from dashboard.web.uploads.under_way import UnderWay
from dashboard.web.uploads.upload_notes import Job, State
from dashboard.web.uploads.uploads import Uploads
from dashboard.web.ways import Link, ways
from data.own.history import moves, release_homes
from data.own.publishing.release import undo
from layouts.components.links import upload_href
from layouts.plain import load_preview, loading
from layouts.plain.denied import denied_page

LARGEST_UPLOAD = 200 * 1024 * 1024
GONE = "This load is not kept any more: choose the files again."
LARGE_FORMS = {"receive": LARGEST_UPLOAD}
#: The endpoints that answer with a page of HTML of their own.
OWN_PAGES = frozenset(
    {"load", "receive", "loading", "again", "undo", "figure", "checks", "judge", "baselines"}
    | {*FORMS, *TRAIL, *KEEPING, *SETTINGS, *PLANS, *COMMENTARY}
)
PAGES: dict[str, Callable[[Sequence[tuple[str, str]], LoadView], str]] = {
    State.READING: load_preview.reading_page,
    State.READY: load_preview.preview_page,
    State.NOTHING: load_preview.nothing_page,
    State.REFUSED: load_preview.refused_page,
    State.PUBLISHED: load_preview.published_page,
    State.CANCELLED: load_preview.cancelled_page,
}


class LoadRoutes:
    """The plain pages beside the dashboard; each answer is whole HTML and needs no script."""

    def __init__(self, desk: Desk, store: Store, place: Place) -> None:
        self.desk = self._desk = desk
        self.store = self._store = store
        self.engine = self._engine = engine = place.engines.pages
        self._uploads = Uploads(place)
        self.under_way: UnderWay = self._uploads.under_way
        self.watch = self._uploads.watch  # once a process answers it goes on with what another left
        self.pages: Sequence[Link] = ()
        self.baselines = BaselineRoutes(desk, engine)
        self.entries = EntryRoutes(desk, store, engine, self._uploads)
        self.findings = CheckRoutes(desk, store, engine)
        self.traces = TraceRoutes(desk, store, (engine, place.originals), lambda: self.navigation)
        self.keeping = KeepingRoutes(engine, lambda: self.navigation)
        self.trail = AuditRoutes(desk, engine)
        self.rules = RuleRoutes(desk, engine, lambda: self.navigation)
        self.plans = PlanRoutes(desk, engine, lambda: self.navigation)

    @property
    def navigation(self) -> Sequence[Link]:
        return ways(self.pages)

    def form(self, faults: Sequence[str] = (), said: str = "", chosen: str = "") -> Response:
        chosen, partnerships = chosen or request.args.get("partnership", ""), publishable(self._desk.choices().names)
        known = chosen if chosen in partnerships else ""
        may = (person().may(Right.PUBLISH), bool(person().reach(Right.ADMINISTER)))
        form = loading.LoadForm([*partnerships.items()], self._moves(), known, faults, said, *may)
        return html(loading.load_page(self.navigation, form), 400 if faults else 200)

    def _moves(self) -> tuple[PublishedRelease, ...]:
        """What was published and undone, as far as whoever asks may see whose it is."""
        seen = [item for item in moves(self._engine) if eyes().read.covers(item.homes)]
        return tuple(replace(item, is_current=item.is_current and may_undo(item.homes)) for item in seen)

    def _job(self, token: str) -> Job | None:
        """The load of this token, where it is that of whoever asks."""
        job = self._uploads.job(token)
        return job if job is not None and is_handed_in_by(job, person()) else None

    def receive(self) -> Answer:
        request.max_content_length = LARGEST_UPLOAD
        request.max_form_parts = 2_000
        try:
            partnership = request.form.get(loading.PARTNERSHIP, "")
            if partnership == loading.A_NEW_ONE:
                partnership = told(loading.NEW, "The name of the partnership")
                if not partnership:
                    raise RefusedFile("Enter the name of the new partnership.")
            who, source = author(told("who", "Your name")), told("source", "Where it is from")
            job = Job(source=source, who=who, partnership=partnership, owner=person().key)
            job.withdraw, job.period = "withdraw" in request.form, short(loading.PERIOD)
            refuse_unreadable(job.period)
            token = self._uploads.receive(request.files.getlist(loading.FILES), job, request.content_length or 0)
        except RequestEntityTooLarge:
            return self.form(["The selected files must be smaller than 200 MB together."])
        except RefusedFile as fault:
            answer = self.form([str(fault)], chosen=request.form.get(loading.PARTNERSHIP, ""))
            answer.status_code = TOO_MANY if isinstance(fault, TooManyLoads) else answer.status_code
            return answer
        return redirect(upload_href(token), 303)

    def show(self, token: str) -> Response:
        job = self._job(token)
        if job is None:
            return self._forgotten(token)
        if why := why_not(job):
            return html(denied_page(self.navigation, why), 403)
        view = view_of(token, job, self._store)
        if request.accept_mimetypes.best == "application/json":
            return jsonify(state=view.state, words=view.progress)
        return html(PAGES[job.state](self.navigation, view), 400 if job.state is State.REFUSED else 200)

    def publish(self, token: str) -> Answer:
        return self._then(token, lambda _: self._uploads.publish(token, request.form.get("digest", "")))

    def again(self, token: str) -> Answer:
        def read(_: Job) -> Response | None:
            view = read_again(self._uploads, self._store, token, short(loading.PERIOD))
            return html(load_preview.refused_page(self.navigation, view), 400) if view else None

        return self._then(token, read)

    def answer(self, token: str) -> Answer:
        def read(_: Job) -> Response | None:
            view = answer_again(self._uploads, self._store, token, request.form)
            return html(load_preview.preview_page(self.navigation, view), 400) if view else None

        return self._then(token, read)

    def cancel(self, token: str) -> Answer:
        return self._then(token, lambda _: self._uploads.cancel(token))

    def _then(self, token: str, act: Callable[[Job], Response | None]) -> Answer:
        """Back to the page of a load when *act* is done; of one that is not kept, or not the asker's, there is none."""
        job = self._job(token)
        if job is None:
            return self._missing(GONE)
        if why := why_not(job):
            return html(denied_page(self.navigation, why), 403)
        return act(job) or redirect(upload_href(token), 303)

    def rejected(self, token: str, at: int) -> Response:
        job = self._job(token)
        files = view_of(token, job, self._store).files if job and not why_not(job) else ()
        if not 0 <= at < len(files):
            return self._missing(GONE)
        rows = [(str(row.line or ""), row.rule, row.sentence, row.text) for row in files[at].rejected]
        return table(("line", "rule", "why", "text"), rows, "not-taken.csv")

    def changes(self, token: str, of: str) -> Response:
        """Every change of a load to figures, or to a plan; the page lists the first of them."""
        job = self._job(token)
        if job is None or why_not(job):
            return self._missing(GONE)
        return table(*change_rows(job.summary.figures, of), f"{of}.csv")

    def undo(self) -> Response:
        try:
            release = number_of(request.form.get("release", ""))
            if not may_undo(release_homes(self._engine, release)):
                raise RefusedFile(NOT_YOURS)
            undo(self._engine, release, datetime.now(UTC), author(told("who", "Your name")))
        except RefusedFile as fault:
            return self.form([str(fault)])
        return self.form(said="Undone: the figures are again as they were before that load.")

    def _forgotten(self, token: str) -> Response:
        """A load of which nothing is kept here: the database still tells whether it was published."""
        if moment := self._uploads.published_at(token):
            day = datetime.fromisoformat(moment)
            return html(load_preview.forgotten_page(self.navigation, f"{day.day} {day:%B %Y}"))
        return self._missing(GONE)

    def _missing(self, words: str) -> Response:
        return html(loading.missing_page(self.navigation, words), 404)


def add_loading(server: Flask, routes: LoadRoutes, *, uploads: bool) -> None:
    """Register every address; without *uploads* nothing can be handed in, and figures can still be traced."""
    add = server.add_url_rule
    _add_traces(server, routes)
    add_plans(server, routes.plans, uploads=uploads)
    add_commentary(server, CommentaryRoutes(routes.desk, routes.engine), lambda: routes.navigation, opened=uploads)
    add("/checks", "checks", lambda: routes.findings.page(routes.navigation, opened=uploads))
    add("/baselines", "baselines", lambda: routes.baselines.page(routes.navigation, opened=uploads))
    if not uploads:
        _add_closed(server, routes)
        return
    add("/load", "load", routes.form)
    add("/load", "receive", routes.receive, methods=["POST"])
    add("/load/<token:token>", "loading", routes.show)
    add("/load/<token:token>/publish", "publish", routes.publish, methods=["POST"])
    add("/load/<token:token>/again", "again", routes.again, methods=["POST"])
    add("/load/<token:token>/answers", "answer", routes.answer, methods=["POST"])
    add("/load/<token:token>/cancel", "cancel", routes.cancel, methods=["POST"])
    add("/load/<token:token>/rejected/<number:at>.csv", "rejected", routes.rejected)
    add("/load/<token:token>/<any(changes,plan):of>.csv", "changes", routes.changes)
    add("/checks", "judge", lambda: routes.findings.judge(routes.navigation), methods=["POST"])
    add("/baselines", "rebaseline", lambda: routes.baselines.decide(routes.navigation), methods=["POST"])
    add("/baselines/withdraw", "withdraw", lambda: routes.baselines.withdraw(routes.navigation), methods=["POST"])
    add("/load/undo", "undo", routes.undo, methods=["POST"])
    add_forms(server, routes.entries, lambda: routes.navigation)


def _add_traces(server: Flask, routes: LoadRoutes) -> None:
    server.add_url_rule("/figures/<number:number>", "figure", routes.traces.figure)
    server.add_url_rule("/files/<number:number>", "file", routes.traces.file)
    server.add_url_rule("/template.<any(xlsx, csv):form>", "template", routes.traces.template)
    add_keeping(server, routes.keeping)
    add_audit(server, routes.trail, lambda: routes.navigation)
    add_settings(server, routes.rules)


def _add_closed(server: Flask, routes: LoadRoutes) -> None:
    """Answer at every address of a form that nothing can be handed in here."""
    for name in ("load", "enter", "indicators", "partnerships", "lists"):
        closed = partial(html, loading.closed_page(routes.navigation), 403)
        server.add_url_rule(f"/{name}", name, closed, methods=["GET", "POST"])
