"""Knows a load that is asked for from the browser: files on disk, read beside the page, published when confirmed."""

import re
import secrets
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Thread

from sqlalchemy import Engine

from dashboard.domain.checks.changes import Changes
from dashboard.domain.entering.questions import Answers
from dashboard.domain.errors import RefusedFile
from dashboard.reports.evidence.status_changes import status_changes
from dashboard.web.uploads.sent_files import Sent, file_name
from dashboard.web.uploads.upload_notes import Job, State, digest_of, read_job, wish_of, written_job
from data.intake.originals import keep, keep_again
from data.intake.pipeline import Summary, load_files
from data.sources.words import shown
from data.store import SqlStore

KEPT_SECONDS = 24 * 3600  # a preview that nobody confirms
TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
LONGEST_SILENCE = 15 * 60  # seconds without a note of progress: the process that read has ended
STOPPED = "Reading stopped before its end; nothing was published. Choose the files again."
LOOK = 0.05  # seconds between two looks at a load that somebody waits for
PAUSE = 0.5  # seconds between two notes of progress


class Uploads:
    """Receives files, previews and publishes them, one folder a load."""

    def __init__(self, engine: Engine, originals: Path, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._originals = originals
        self._incoming = originals / "incoming"
        self._clock = clock

    def receive(self, files: Sequence[Sent], job: Job) -> str:
        """Keep *files* and begin to read them; returns the token of the load. Raises RefusedFile."""
        named = [item for item in files if item.filename]
        if not named:
            raise RefusedFile("Select a file.")
        self._forget_old()
        token = secrets.token_urlsafe(16)
        try:
            for at, item in enumerate(named):
                place = self._incoming / token / str(at)
                place.mkdir(parents=True)
                item.save(place / file_name(item.filename or ""))
        except OSError as fault:
            shutil.rmtree(self._incoming / token, ignore_errors=True)
            raise RefusedFile(f"The files cannot be kept: {(fault.strerror or 'no room').lower()}.") from fault
        if empty := [path.name for path in self._paths(token) if not path.stat().st_size]:
            shutil.rmtree(self._incoming / token, ignore_errors=True)
            raise RefusedFile(f"The selected file is empty: {shown(empty[0])}.")
        self._write(token, job)
        self._start(token, job, publish=False)
        return token

    def job(self, token: str) -> Job | None:
        """How far a load is; None where there is none of this token."""
        if not TOKEN.fullmatch(token):
            return None
        try:
            note = self._incoming / token / "job.json"
            found = read_job(note.read_bytes())
            silent = time.time() - note.stat().st_mtime
        except (OSError, ValueError):
            return None
        if found.state is State.READING and silent > LONGEST_SILENCE:
            return replace(found, state=State.REFUSED, summary=Summary(refused=[STOPPED]))
        return found

    def wait(self, token: str, seconds: float) -> None:
        """Wait until a load was read, at most *seconds*."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and (job := self.job(token)) and job.state is State.READING:
            time.sleep(LOOK)

    def publish(self, token: str, digest: str) -> None:
        """Publish a load that is ready, if it still does what was shown under *digest*; once, however often asked."""
        job = self.job(token)
        if job is None or job.state is not State.READY or job.summary.questions:
            return
        if not self._claimed(token, digest):
            return
        files = Summary(files=job.summary.files)  # the changes are worked out anew, and notes of progress stay small
        job = replace(job, state=State.READING, digest=digest, stale=False, rows=0, summary=files, statuses=[])
        self._write(token, job)
        self._start(token, job, publish=True)

    def read_again(self, token: str, period: str) -> None:
        """Read the files of a refused load once more, now that their *period* is said."""
        job = self.job(token)
        if job is None or job.state is not State.REFUSED or not self._is_kept(token):
            return
        job = replace(job, state=State.READING, period=period, rows=0, reading="", summary=Summary(), statuses=[])
        self._write(token, job)
        self._start(token, job, publish=False)

    def _is_kept(self, token: str) -> bool:
        return any(True for _ in self._paths(token))

    def answer(self, token: str, answers: Answers) -> None:
        """Read a load that is ready once more, with *answers* beside those it has."""
        job = self.job(token)
        if job is None or job.state is not State.READY:
            return
        kept = {about: {**job.answers.get(about, {}), **said} for about, said in answers.items()}
        files = Summary(files=job.summary.files)
        job = replace(
            job, state=State.READING, answers=job.answers | kept, stale=False, rows=0, summary=files, statuses=[]
        )
        self._write(token, job)
        self._start(token, job, publish=False)

    def _claimed(self, token: str, digest: str) -> bool:
        """Whether this call is the first to publish what was shown under *digest*: two clicks may come at once."""
        try:
            (self._incoming / token / f"publishing-{digest[:16]}").touch(exist_ok=False)
        except OSError:
            return False
        return True

    def cancel(self, token: str) -> None:
        job = self.job(token)
        if job is not None and job.state is State.READY:
            for path in self._paths(token):
                path.unlink(missing_ok=True)
            self._write(token, replace(job, state=State.CANCELLED))

    def _start(self, token: str, job: Job, *, publish: bool) -> None:
        Thread(target=self._run, args=(token, job, publish), daemon=True).start()

    def _run(self, token: str, job: Job, publish: bool) -> None:
        notes = _Notes(partial(self._write, token), job)

        def agree(summary: Summary) -> bool:
            return publish and digest_of(summary) == job.digest

        def looked(then: Engine, changes: Changes) -> None:
            job.statuses[:] = status_changes(SqlStore(self._engine), SqlStore(then), changes)

        wish = wish_of(job, self._clock())
        wish = replace(
            wish, agree=agree, progress=notes.progress, waiting=notes.waiting, looks_first=not publish, looked=looked
        )
        try:
            paths = list(self._paths(token))
            if publish:
                self._keep(paths, job)
            summary = load_files(self._engine, paths, wish)
            if not (summary.loaded or summary.refused or summary.changes_anything):
                keep_again(self._engine, paths, summary.files, self._originals)
            self._write(token, self._ended(job, summary, paths, publish=publish))
        except RefusedFile as fault:
            self._write(token, replace(job, state=State.REFUSED, summary=Summary(refused=[str(fault)])))
        except BaseException:
            self._write(token, replace(job, state=State.REFUSED, summary=Summary(refused=[STOPPED])))
            raise

    def _keep(self, paths: Sequence[Path], job: Job) -> None:
        """Keep the files before their figures count: no figure may be without the file it was read from."""
        for path, item in zip(paths, job.summary.files, strict=True):
            keep(path, item.sha256, self._originals)

    def _ended(self, job: Job, summary: Summary, paths: Sequence[Path], *, publish: bool) -> Job:
        job = replace(job, summary=summary, rows=summary.rows, reading="", digest=digest_of(summary))
        if summary.refused:
            return replace(job, state=State.REFUSED)
        if summary.loaded:
            for path in paths:
                path.unlink()
            return replace(job, state=State.PUBLISHED)
        waits = summary.changes_anything or summary.questions
        return replace(job, state=State.READY if waits else State.NOTHING, stale=publish)

    def _paths(self, token: str) -> Iterator[Path]:
        """The files of a load in the order they were chosen in."""
        folders = (path for path in (self._incoming / token).iterdir() if path.is_dir())
        for folder in sorted(folders, key=lambda path: int(path.name)):
            yield from folder.iterdir()

    def _write(self, token: str, job: Job) -> None:
        """Replace the note of a load whole: a reader never sees half of it."""
        place = self._incoming / token
        half = place / f"job.{secrets.token_hex(4)}.part"
        half.write_bytes(written_job(job))
        half.replace(place / "job.json")

    def _forget_old(self) -> None:
        if not self._incoming.is_dir():
            return
        for folder in self._incoming.iterdir():
            if time.time() - folder.stat().st_mtime > KEPT_SECONDS:
                shutil.rmtree(folder, ignore_errors=True)


class _Notes:
    """Notes now and then how far a load is."""

    def __init__(self, write: Callable[[Job], None], job: Job) -> None:
        self._write = write
        self._job = job
        self._seen = time.monotonic()

    def progress(self, name: str, rows: int) -> None:
        self._job = replace(self._job, rows=rows, reading=name, waits=False)
        self._note()

    def waiting(self) -> None:
        self._job = replace(self._job, waits=True)
        self._note()

    def _note(self) -> None:
        if time.monotonic() - self._seen > PAUSE:
            self._seen = time.monotonic()
            self._write(self._job)
