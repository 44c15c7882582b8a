"""Knows the folder of a load: the files that were sent in, and the note of how far it is."""

import re
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from dashboard.domain.errors import RefusedFile
from dashboard.web.uploads.sent_files import Sent, file_name
from dashboard.web.uploads.shelf import Lying
from dashboard.web.uploads.upload_notes import Job, State, read_job, written_job
from dashboard.web.uploads.working import Hold, hold, is_held
from data.sources.words import shown

KEPT_SECONDS = 24 * 3600  # a preview that nobody confirms
OWNER_ALONE = 0o700
NOTE = "job.json"
EMPTY = "The selected file is empty: {name}."
TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")


class Folders:
    """One folder a load, called by its token; a lock of the system tells whether somebody works on it."""

    is_shared = False

    def __init__(self, incoming: Path) -> None:
        self.incoming = incoming

    def of(self, token: str) -> Path:
        return self.incoming / token

    def save(self, files: Sequence[Sent]) -> str:
        """Keep *files*; returns the token of their load. Raises RefusedFile, and then keeps nothing."""
        token = secrets.token_urlsafe(16)
        self.make()
        try:
            self.of(token).mkdir(OWNER_ALONE)
            for at, item in enumerate(files):
                place = self.of(token) / str(at)
                place.mkdir(OWNER_ALONE)
                item.save(place / file_name(item.filename or ""))
        except OSError as fault:
            shutil.rmtree(self.of(token), ignore_errors=True)
            raise RefusedFile(unkept(fault)) from fault
        if empty := [path.name for path in self.paths(token) if not path.stat().st_size]:
            shutil.rmtree(self.of(token), ignore_errors=True)
            raise RefusedFile(EMPTY.format(name=shown(empty[0])))
        return token

    def paths(self, token: str) -> Iterator[Path]:
        """The files of a load in the order they were chosen in."""
        folders = (path for path in self.of(token).iterdir() if path.is_dir())
        for folder in sorted(folders, key=lambda path: int(path.name)):
            yield from folder.iterdir()

    @contextmanager
    def files(self, token: str) -> Iterator[list[Path]]:
        yield list(self.paths(token))

    def hold(self, token: str) -> Hold:
        return hold(self.of(token))

    def is_held(self, token: str) -> bool:
        return is_held(self.of(token))

    def left(self) -> Sequence[str]:
        return ()  # of a process that died the files may have been the reason: its page says that reading stopped

    def door(self) -> Hold:
        self.make()
        return hold(self.incoming)

    def noted(self, token: str) -> Job | None:
        """The load as it was noted last; None where there is none of this token."""
        if not TOKEN.fullmatch(token):
            return None
        try:
            return read_job((self.of(token) / NOTE).read_bytes())
        except (OSError, ValueError):
            return None

    def note(self, token: str, job: Job) -> None:
        """Replace the note of a load whole: a reader never sees half of it."""
        half = self.of(token) / f"job.{secrets.token_hex(4)}.part"
        half.write_bytes(written_job(job))
        half.replace(self.of(token) / NOTE)

    def make(self) -> None:
        """Make the folder of all loads, for its owner alone; raises RefusedFile."""
        try:
            self.incoming.mkdir(OWNER_ALONE, parents=True, exist_ok=True)
        except OSError as fault:
            raise RefusedFile(unkept(fault)) from fault

    def lying(self) -> list[Lying]:
        """Every load that lies there."""
        return [found for path in self.incoming.glob("*") if (found := self._lying(path))]

    def _lying(self, path: Path) -> Lying | None:
        """What lies at *path*; None where it is no load, or is removed meanwhile."""
        if not TOKEN.fullmatch(path.name):
            return None
        job = self.noted(path.name)
        with suppress(OSError):
            size = sum(item.stat().st_size for item in path.glob("*/*"))
            waits = job is not None and job.state in (State.READY, State.REFUSED)
            owner = job.owner if job else ""
            changed = min(item.stat().st_mtime for item in (path, *path.glob(NOTE)))
            return Lying(path.name, owner, size, changed, is_held(path), waits)
        return None

    def remove(self, token: str) -> None:
        shutil.rmtree(self.of(token), ignore_errors=True)

    def forget_old(self) -> None:
        """Remove what nobody confirmed in a day."""
        for item in self.lying():
            if item.age > KEPT_SECONDS and not item.is_worked_on:
                self.remove(item.token)


def unkept(fault: OSError) -> str:
    return f"The files cannot be kept: {(fault.strerror or 'no room').lower()}."
