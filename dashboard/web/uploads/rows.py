"""Knows loads that any node goes on with: notes and claims in the database, files where the originals are."""

import secrets
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from dashboard.domain.errors import RefusedFile
from dashboard.web.uploads.folders import EMPTY, KEPT_SECONDS, OWNER_ALONE, TOKEN, unkept
from dashboard.web.uploads.sent_files import Sent, file_name
from dashboard.web.uploads.shelf import Lying, TakenOver
from dashboard.web.uploads.upload_notes import Job, State, read_job, written_job
from data.loads import claims
from data.originals.places import Originals
from data.sources.words import shown

BEAT = 3.0  # seconds between two signs of life
PATIENCE, LOOK = 1.0, 0.02  # seconds; who only looks holds a load for less
WAITS = (State.READY, State.REFUSED)


class Claim:
    """One load, ours while we say so every few seconds."""

    def __init__(self, rows: "Rows", token: str, worker: str) -> None:
        self._rows, self._token, self._worker = rows, token, worker
        self._ended, self._beats = Event(), False

    def __bool__(self) -> bool:
        return bool(self._worker)

    def __enter__(self) -> "Claim":
        if self._beats:
            Thread(target=self._beat, daemon=True).start()
        return self

    def __exit__(self, *_fault: object) -> None:
        self._ended.set()
        if self._worker:
            self._rows.let_go(self._token, self._worker)

    def taken_over(self) -> "Claim":
        gone = Claim(self._rows, self._token, self._worker)
        gone._beats, self._worker = True, ""
        return gone

    def _beat(self) -> None:
        while not self._ended.wait(BEAT):
            with suppress(DBAPIError):  # the next sign will be heard
                if not claims.beat(self._rows.engine, self._token, self._worker):
                    return


class Rows:
    """One row a load."""

    is_shared = True

    def __init__(self, engine: Engine, originals: Originals) -> None:
        self.engine, self._originals = engine, originals
        self._ours: dict[str, str] = {}  # worker by token: what a thread of this process works on it goes on with

    def save(self, files: Sequence[Sent]) -> str:
        token = secrets.token_urlsafe(16)
        try:
            with TemporaryDirectory(prefix="outturn-sent-", ignore_cleanup_errors=True) as private:
                size = sum(self._stage(token, item, Path(private) / str(at)) for at, item in enumerate(files))
                claims.put(self.engine, token, size, written_job(Job()))
        except OSError as fault:
            self._forget(token)
            raise RefusedFile(unkept(fault)) from fault
        except BaseException:
            self._forget(token)
            raise
        return token

    def _stage(self, token: str, item: Sent, place: Path) -> int:
        """Let one file be there for all; its size. Raises RefusedFile for an empty one."""
        place.mkdir(OWNER_ALONE)
        path = place / file_name(item.filename or "")
        item.save(path)
        if not (size := path.stat().st_size):
            raise RefusedFile(EMPTY.format(name=shown(path.name)))
        self._originals.stage(path, token)
        path.unlink()
        return size

    def files(self, token: str) -> AbstractContextManager[list[Path]]:
        return self._originals.staged(token)

    def noted(self, token: str) -> Job | None:
        note = claims.noted(self.engine, token) if TOKEN.fullmatch(token) else None
        return read_job(note) if note is not None else None

    def note(self, token: str, job: Job) -> None:
        said: dict[str, object] = {"note": written_job(job), "state": job.state.value, "owner": job.owner}
        if not claims.note(self.engine, token, self._ours.get(token, "nobody"), said):
            raise TakenOver("Somebody else goes on with this load.")

    def hold(self, token: str) -> Claim:
        worker, end = secrets.token_hex(8), time.monotonic() + PATIENCE
        while token in self._ours or not claims.claim(self.engine, token, worker):
            if claims.noted(self.engine, token) is None or time.monotonic() > end:
                return Claim(self, token, "")
            time.sleep(LOOK)
        self._ours[token] = worker
        return Claim(self, token, worker)

    def let_go(self, token: str, worker: str) -> None:
        if self._ours.get(token) == worker:
            del self._ours[token]
        with suppress(DBAPIError):  # nothing is heard of it any more, which says the same
            claims.let_go(self.engine, token, worker)

    def is_held(self, token: str) -> bool:
        return not claims.is_free(self.engine, token)

    def left(self) -> Sequence[str]:
        return claims.left(self.engine, State.READING.value)

    def door(self) -> AbstractContextManager[object]:
        return claims.door(self.engine)

    def lying(self) -> list[Lying]:
        return [
            Lying(row.load, row.owner, row.size, row.changed.timestamp(), row.is_worked_on, row.state in WAITS)
            for row in claims.rows(self.engine)
        ]

    def remove(self, token: str) -> None:
        claims.remove(self.engine, token)
        self._forget(token)

    def _forget(self, token: str) -> None:
        with suppress(RefusedFile, OSError):  # a store that is away: what is left there has no note and no owner
            self._originals.unstage(token)

    def forget_old(self) -> None:
        for item in self.lying():
            if item.age > KEPT_SECONDS and not item.is_worked_on:
                self.remove(item.token)
