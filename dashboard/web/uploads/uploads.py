"""Knows a load that is asked for from the browser: files on disk, read beside the page, published when confirmed."""

import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from sqlalchemy.exc import DBAPIError

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.entering.questions import Answers
from dashboard.domain.errors import RefusedFile
from dashboard.domain.wording import listed
from dashboard.web.uploads.caps import Caps, room_for
from dashboard.web.uploads.folders import TOKEN, Folders
from dashboard.web.uploads.runs import STOPPED, Place, Run, cut_off
from dashboard.web.uploads.sent_files import Sent
from dashboard.web.uploads.under_way import UnderWay
from dashboard.web.uploads.upload_notes import Job, State
from dashboard.web.uploads.working import Hold, hold, is_held
from data.audit.acting import acting, actor
from data.audit.recording import record_in_turn
from data.intake.receipts import published_at
from data.names import slug
from data.originals.places import incoming
from data.summaries import Summary

CAPS = Caps()
LOOK = 0.05  # seconds between two looks at a load that somebody waits for


class Uploads:
    """Receives files, previews and publishes them, one folder a load."""

    def __init__(self, place: Place, caps: Caps = CAPS) -> None:
        self._place = place
        self._caps = caps
        self._folders = Folders(incoming(place.engines.loads, place.originals))
        self.under_way = UnderWay()

    def receive(self, files: Sequence[Sent], job: Job, size: int = 0) -> str:
        """Keep *files*, of *size* bytes in all, and begin to read them; returns the token. Raises RefusedFile."""
        named = [item for item in files if item.filename]
        if not named:
            raise RefusedFile("Select a file.")
        self._folders.forget_old()
        with room_for(self._folders, self._caps, job.owner, size):
            token = self._folders.save(named)
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
        found = self._folders.noted(token)
        if found is None or found.state is not State.READING or is_held(self._folders.of(token)):
            return found
        return self._settled(token)

    def published_at(self, token: str) -> str:
        """When a load was published, as the database tells it, whatever became of its folder; empty: it was not."""
        return published_at(self._place.engines.pages, token) if TOKEN.fullmatch(token) else ""

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
            if job is not None and any(True for _ in self._folders.paths(token)):
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
            for path in self._folders.paths(token):
                path.unlink(missing_ok=True)
            job = replace(job, summary=replace(job.summary, questions=[]))  # which may show cells of the files
            self._folders.note(token, replace(job, state=State.CANCELLED))

    def _hold(self, token: str) -> Hold:
        """The load of *token*, for one at a time: two clicks may come at once, to two workers."""
        return hold(self._folders.of(token)) if TOKEN.fullmatch(token) else Hold(None)

    def _in(self, held: Hold, token: str, state: State) -> Job | None:
        """The load if nobody else works on it and it is in this *state*."""
        job = self._folders.noted(token) if held else None
        return job if job is not None and job.state is state else None

    def _begin(self, held: Hold, token: str, job: Job, *, publish: bool = False) -> None:
        """Go on with a load beside the page; it is held until that has ended, and everybody sees it is being read."""
        job = replace(job, state=State.READING, rows=0, reading="", statuses=[])
        self._folders.note(token, job)
        run, held, by = Run(self._place, self._folders, token, job), held.taken_over(), actor()

        def work() -> None:
            with held, acting(by):
                run.run(publish=publish)

        self.under_way.start(work)

    def _settled(self, token: str) -> Job | None:
        """A load whose process ended before it could note its end: the database tells whether it was published."""
        with self._hold(token) as held:
            job = self._in(held, token, State.READING)
            if job is None:  # noted meanwhile, or somebody else does this
                return self._folders.noted(token)
            job = cut_off(self._place.engines.pages, token, job, [STOPPED])
            with suppress(OSError):  # no room: it is told from the database each time
                self._folders.note(token, job)
            return job
