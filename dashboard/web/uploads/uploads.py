"""Knows a load that is asked for from the browser: files on disk, read beside the page, published when confirmed."""

import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from os import getpid
from threading import Thread
from weakref import ref

from sqlalchemy.exc import DBAPIError

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.entering.questions import Answers
from dashboard.domain.errors import RefusedFile
from dashboard.domain.wording import listed
from dashboard.web.uploads.caps import Caps, room_for
from dashboard.web.uploads.folders import TOKEN, Folders
from dashboard.web.uploads.rows import Rows
from dashboard.web.uploads.runs import STOPPED, Place, Run, cut_off
from dashboard.web.uploads.sent_files import Sent
from dashboard.web.uploads.shelf import Held, Shelf
from dashboard.web.uploads.under_way import UnderWay
from dashboard.web.uploads.upload_notes import Job, State
from dashboard.web.uploads.working import Hold
from data.audit.acting import acting, actor
from data.audit.recording import record_in_turn
from data.intake.receipts import published_at
from data.names import slug
from data.originals.places import at, incoming
from data.summaries import Summary

CAPS = Caps()
MOST_TRIES = 3
PAUSE = 10.0  # seconds between two looks for loads that nobody works on
STOPPED_OFTEN = (
    "Reading was begun three times and stopped each time before its end; nothing was published. "
    "Split the files, and choose them again."
)
LOOK = 0.05  # seconds between two looks at a load that somebody waits for


class Uploads:
    """Receives files, previews and publishes them, one folder a load."""

    def __init__(self, place: Place, caps: Caps = CAPS, shelf: Shelf | None = None) -> None:
        self._place = place
        self._caps = caps
        self._shelf = shelf or _shelf(place)
        self.under_way = UnderWay()
        self._watching = 0  # the process that has a thread for it: a fork takes none along

    def receive(self, files: Sequence[Sent], job: Job, size: int = 0) -> str:
        """Keep *files*, of *size* bytes in all, and begin to read them; returns the token. Raises RefusedFile."""
        named = [item for item in files if item.filename]
        if not named:
            raise RefusedFile("Select a file.")
        self._shelf.forget_old()
        with room_for(self._shelf, self._caps, job.owner, size):
            token = self._shelf.save(named)
            with self._hold(token) as held:
                self._begin(held, token, job)
        self._tell([item.filename or "" for item in named], job)
        return token

    def _tell(self, names: Sequence[str], job: Job) -> None:
        """Say in the audit trail what was handed in, beside the page: another load may be written for long."""
        deed, by = Deed(DeedKind.FIGURES_LOADED, listed(names), slug(job.partnership)), actor()

        def work() -> None:
            with acting(by), suppress(DBAPIError, RefusedFile):
                record_in_turn(self._place.engines.loads, deed, self._place.clock())

        self.under_way.start(work)

    def job(self, token: str) -> Job | None:
        """How far a load is; None where there is none of this token."""
        found = self._shelf.noted(token)
        if found is None or found.state is not State.READING or self._shelf.is_held(token):
            return found
        return self._settled(token)

    def published_at(self, token: str) -> str:
        """When a load was published, as the database tells it, whatever became of its folder; empty: it was not."""
        return published_at(self._place.engines.pages, token) if TOKEN.fullmatch(token) else ""

    def go_on(self) -> None:
        """Go on with every load that nobody works on any more, whichever node began with it."""
        for token in self._shelf.left():
            self._settled(token)

    def watch(self) -> None:
        """Go on with such loads from now on, in a thread of this process; asked again it does nothing."""
        if self._shelf.is_shared and self._watching != getpid():
            self._watching = getpid()
            Thread(target=_watch, args=[ref(self)], daemon=True).start()

    def wait(self, token: str, seconds: float) -> None:
        """Wait until a load was read, at most *seconds*."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and (job := self.job(token)) and job.state is State.READING:
            time.sleep(LOOK)

    def publish(self, token: str, digest: str) -> None:
        """Publish a load that is ready, if it still does what was shown under *digest*; once, however often asked."""
        with self._hold(token) as held:
            job = self._in(held, token, State.READY)
            if job is None or job.summary.questions:
                return
            # The changes are worked out anew, and notes of progress stay small.
            job = replace(job, digest=digest, stale=False, summary=Summary(files=job.summary.files))
            self._begin(held, token, job, publish=True)

    def read_again(self, token: str, period: str) -> None:
        """Read the files of a refused load once more, now that their *period* is said."""
        with self._hold(token) as held:
            job = self._in(held, token, State.REFUSED)
            with self._shelf.files(token) as found:
                is_there = bool(found)
            if job is not None and is_there:
                self._begin(held, token, replace(job, period=period, summary=Summary()))

    def answer(self, token: str, answers: Answers) -> None:
        """Read a load that is ready once more, with *answers* beside those it has."""
        with self._hold(token) as held:
            job = self._in(held, token, State.READY)
            if job is None:
                return
            kept = job.answers | {about: {**job.answers.get(about, {}), **said} for about, said in answers.items()}
            self._begin(held, token, replace(job, answers=kept, stale=False, summary=Summary(files=job.summary.files)))

    def cancel(self, token: str) -> None:
        with self._hold(token) as held:
            job = self._in(held, token, State.READY)
            if job is None:
                return
            with self._shelf.files(token) as found:
                for path in found:
                    path.unlink(missing_ok=True)
            job = replace(job, summary=replace(job.summary, questions=[]))  # which may show cells of the files
            self._shelf.note(token, replace(job, state=State.CANCELLED))

    def _hold(self, token: str) -> Held:
        """The load of *token*, for one at a time: two clicks may come at once, to two workers."""
        return self._shelf.hold(token) if TOKEN.fullmatch(token) else Hold(None)

    def _in(self, held: Held, token: str, state: State) -> Job | None:
        """The load if nobody else works on it and it is in this *state*."""
        job = self._shelf.noted(token) if held else None
        return job if job is not None and job.state is state else None

    def _begin(self, held: Held, token: str, job: Job, *, publish: bool = False) -> None:
        """Go on with a load beside the page; it is held until that has ended, and everybody sees it is being read."""
        self._go_on(held, token, replace(job, publishes=publish, tries=1, by=actor()))

    def _go_on(self, held: Held, token: str, job: Job) -> None:
        job = replace(job, state=State.READING, rows=0, reading="", statuses=[])
        self._shelf.note(token, job)
        run, held = Run(self._place, self._shelf, token, job), held.taken_over()

        def work() -> None:
            with held, acting(job.by):
                run.run(publish=job.publishes)

        self.under_way.start(work)

    def _settled(self, token: str) -> Job | None:
        """A load whose process ended before it could note its end: gone on with here where loads are shared.

        Where they are not, or it was tried too often, the database tells whether it was published.
        """
        with self._hold(token) as held:
            job = self._in(held, token, State.READING)
            if job is None:  # noted meanwhile, or somebody else does this
                return self._shelf.noted(token)
            if self._shelf.is_shared and job.tries < MOST_TRIES and not self.published_at(token):
                self._go_on(held, token, replace(job, tries=job.tries + 1))
                return self._shelf.noted(token)
            why = STOPPED_OFTEN if self._shelf.is_shared else STOPPED
            job = cut_off(self._place.engines.pages, token, job, [why])
            with suppress(OSError):  # no room: it is told from the database each time
                self._shelf.note(token, job)
            return job


def _shelf(place: Place) -> Shelf:
    """Rows where a server keeps the database; with SQLite a folder, since a note would wait behind a load there."""
    if place.engines.pages.dialect.name == "sqlite":
        return Folders(incoming(place.engines.loads, place.originals))
    return Rows(place.engines.pages, at(place.originals))


def _watch(of: "ref[Uploads]") -> None:
    """Look now and then for loads that nobody works on, as long as anybody asks for any."""
    while True:
        time.sleep(PAUSE)
        uploads = of()
        if uploads is None:
            return
        with suppress(DBAPIError, RefusedFile):
            uploads.go_on()
        del uploads
