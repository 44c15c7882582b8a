"""Knows how the files of a load are read and published beside the page, and what is noted of it meanwhile."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Engine

from dashboard.domain.checks.changes import Changes
from dashboard.domain.errors import RefusedFile
from dashboard.reports.evidence.status_changes import status_changes
from dashboard.web.uploads.scanning import refuse_infected
from dashboard.web.uploads.shelf import Shelf, TakenOver
from dashboard.web.uploads.turns import Turns
from dashboard.web.uploads.upload_notes import Job, State, digest_of, wish_of
from data.connections.engines import Engines
from data.intake.pipeline import Summary, load_files
from data.intake.receipts import published_at
from data.originals.places import Address, at, keep_again
from data.store import SqlStore
from data.summaries import Wish

STOPPED = "Reading stopped before its end; nothing was published. Choose the files again."
PAUSE = 0.5  # seconds between two notes of progress


def cut_off(engine: Engine, token: str, job: Job, refused: Sequence[str]) -> Job:
    """*job* as it ended where something came between: published if the database says so, else *refused* in these words.

    Between the figures and the note of them a disk may be full, a connection lost, the process killed.
    """
    if not published_at(engine, token):
        return _refused(job, refused)
    return replace(job, state=State.PUBLISHED, reading="")


def _refused(job: Job, refused: Sequence[str]) -> Job:
    return replace(job, state=State.REFUSED, reading="", summary=replace(job.summary, refused=list(refused)))


@dataclass(frozen=True, slots=True)
class Place:
    """Where loads are published: the database, where originals are, and the clock of the server."""

    engines: Engines
    originals: Address
    clock: Callable[[], datetime]
    turns: Turns = field(default_factory=Turns)
    scan: tuple[str, ...] = ()  # the command that looks for viruses


class Run:
    """One reading of the files of a load, or its publishing."""

    def __init__(self, place: Place, shelf: Shelf, token: str, job: Job) -> None:
        self._place = place
        self._token = token
        self._job = job
        self._shelf = shelf
        self._note = partial(shelf.note, token)
        self._notes = _Notes(self._note, job)

    def run(self, *, publish: bool) -> None:
        """Read the files, publish them where that is asked, and note what came of it, whatever it is."""
        try:
            with self._shelf.files(self._token) as paths:
                with self._place.turns.turn(sum(path.stat().st_size for path in paths), self._notes.waiting):
                    done = self._done(paths, publish=publish)
                self._note(done)
        except TakenOver:
            return
        except RefusedFile as fault:
            self._note(self._cut_off([str(fault)], publish=publish))
        except BaseException:
            self._note(self._cut_off([STOPPED], publish=publish))
            raise

    def _cut_off(self, refused: Sequence[str], *, publish: bool) -> Job:
        if not publish:
            return _refused(self._job, refused)
        return cut_off(self._place.engines.pages, self._token, self._job, refused)

    def _done(self, paths: Sequence[Path], *, publish: bool) -> Job:
        if publish:
            self._keep(paths)
        else:
            refuse_infected(self._place.scan, paths)
        summary = load_files(self._place.engines.loads, paths, self._wish(publish=publish))
        if not (summary.loaded or summary.refused or summary.changes_anything):
            keep_again(self._place.engines.pages, paths, summary.files, self._place.originals)
        return self._ended(summary, paths, publish=publish)

    def _wish(self, *, publish: bool) -> Wish:
        job, engine = self._job, self._place.engines.pages

        def agree(summary: Summary) -> bool:
            return publish and digest_of(summary) == job.digest

        def looked(then: Engine, changes: Changes) -> None:
            job.statuses[:] = status_changes(SqlStore(engine).as_at(None), SqlStore(then).as_at(None), changes)

        return replace(
            wish_of(job, self._place.clock()),
            agree=agree,
            progress=self._notes.progress,
            waiting=self._notes.waiting,
            looks_first=not publish,
            looked=looked,
            receipt=self._token,
        )

    def _keep(self, paths: Sequence[Path]) -> None:
        """Keep the files before their figures count: no figure may be without the file it was read from."""
        originals = at(self._place.originals)
        for path, item in zip(paths, self._job.summary.files, strict=True):
            originals.keep(path, item.sha256)

    def _ended(self, summary: Summary, paths: Sequence[Path], *, publish: bool) -> Job:
        job = replace(self._job, summary=summary, rows=summary.rows, reading="", digest=digest_of(summary))
        if summary.refused:
            return self._cut_off(summary.refused, publish=publish)
        if summary.loaded:
            for path in paths:
                path.unlink(missing_ok=True)
            return replace(job, state=State.PUBLISHED)
        if publish and published_at(self._place.engines.pages, self._token):  # by a node of which nothing was heard
            return replace(job, state=State.PUBLISHED)
        waits = summary.changes_anything or summary.questions
        return replace(job, state=State.READY if waits else State.NOTHING, stale=publish)


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
