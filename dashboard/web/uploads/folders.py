"""Knows the folder of a load: the files that were sent in, and the note of how far it is."""

import re
import secrets
import shutil
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from dashboard.domain.errors import RefusedFile
from dashboard.web.uploads.sent_files import Sent, file_name
from dashboard.web.uploads.upload_notes import Job, read_job, written_job
from data.sources.words import shown

KEPT_SECONDS = 24 * 3600  # a preview that nobody confirms
TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")


class Folders:
    """One folder a load, called by its token."""

    def __init__(self, incoming: Path) -> None:
        self._incoming = incoming

    def of(self, token: str) -> Path:
        return self._incoming / token

    def save(self, files: Sequence[Sent]) -> str:
        """Keep *files*; returns the token of their load. Raises RefusedFile, and then keeps nothing."""
        token = secrets.token_urlsafe(16)
        try:
            for at, item in enumerate(files):
                place = self.of(token) / str(at)
                place.mkdir(parents=True)
                item.save(place / file_name(item.filename or ""))
        except OSError as fault:
            shutil.rmtree(self.of(token), ignore_errors=True)
            raise RefusedFile(f"The files cannot be kept: {(fault.strerror or 'no room').lower()}.") from fault
        if empty := [path.name for path in self.paths(token) if not path.stat().st_size]:
            shutil.rmtree(self.of(token), ignore_errors=True)
            raise RefusedFile(f"The selected file is empty: {shown(empty[0])}.")
        return token

    def paths(self, token: str) -> Iterator[Path]:
        """The files of a load in the order they were chosen in."""
        folders = (path for path in self.of(token).iterdir() if path.is_dir())
        for folder in sorted(folders, key=lambda path: int(path.name)):
            yield from folder.iterdir()

    def noted(self, token: str) -> Job | None:
        """The load as it was noted last; None where there is none of this token."""
        if not TOKEN.fullmatch(token):
            return None
        try:
            return read_job((self.of(token) / "job.json").read_bytes())
        except (OSError, ValueError):
            return None

    def note(self, token: str, job: Job) -> None:
        """Replace the note of a load whole: a reader never sees half of it."""
        half = self.of(token) / f"job.{secrets.token_hex(4)}.part"
        half.write_bytes(written_job(job))
        half.replace(self.of(token) / "job.json")

    def forget_old(self) -> None:
        """Remove what nobody confirmed in a day."""
        if not self._incoming.is_dir():
            return
        for folder in self._incoming.iterdir():
            if time.time() - folder.stat().st_mtime > KEPT_SECONDS:
                shutil.rmtree(folder, ignore_errors=True)
