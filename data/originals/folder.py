"""Knows loaded files in a folder, byte for byte, each under its sha256."""

import errno
import hashlib
import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.domain.errors import RefusedFile
from dashboard.questions.street import Original

PIECE = 1024 * 1024
STAGE = "incoming"  # where files lie that were sent in and not published
NO_LINK = getattr(os, "O_NOFOLLOW", 0)  # where the system knows it


def kept(sha256: str, folder: Path) -> Path:
    """Where the file of this fingerprint is kept, or would be."""
    return folder / sha256[:2] / sha256


def original(sha256: str, folder: Path) -> Original:
    """Whether the file of this fingerprint is kept in *folder* just as it was loaded."""
    place = kept(sha256, folder)
    try:
        now = place.lstat()
        same = is_plain(place) and _digest(place, now.st_size, now.st_mtime_ns) == sha256
    except OSError:
        return Original.MISSING
    return Original.KEPT if same else Original.ALTERED


def is_plain(place: Path) -> bool:
    """Whether a file of our own lies at *place*: no link to elsewhere, no pipe that never ends, no folder."""
    return stat.S_ISREG(place.lstat().st_mode) and not place.parent.is_symlink()


@contextmanager
def checked(sha256: str, folder: Path) -> Iterator[tuple[Original, Path]]:
    """Yield the state of a kept file, and where it is as it was loaded a copy of it, which nobody else can change.

    What is read from the copy is what was checked, whatever happens to the kept file meanwhile.
    """
    with TemporaryDirectory(prefix="outturn-checked-", ignore_cleanup_errors=True) as private:
        copy = Path(private) / sha256
        try:
            same = is_plain(kept(sha256, folder)) and _copied(kept(sha256, folder), copy) == sha256
        except OSError:
            yield Original.MISSING, copy
            return
        yield Original.KEPT if same else Original.ALTERED, copy


def _copied(place: Path, copy: Path) -> str:
    """The fingerprint of what was copied; the file is opened once, and no link is followed."""
    digest = hashlib.sha256()
    opened = os.open(place, os.O_RDONLY | NO_LINK)
    with os.fdopen(opened, "rb") as source, copy.open("wb") as target:
        while piece := source.read(PIECE):
            digest.update(piece)
            target.write(piece)
    return digest.hexdigest()


@lru_cache(maxsize=10_000)
def _digest(place: Path, _size: int, _changed: int) -> str:
    """The fingerprint of a file, worked out once for each state of it."""
    return _read_digest(place)


def _read_digest(place: Path) -> str:
    with place.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def keep(path: Path, sha256: str, folder: Path) -> Path:
    """Copy the file at *path* into *folder* unless it is there; never leaves half a copy; raises RefusedFile."""
    place = kept(sha256, folder)
    if original(sha256, folder) is Original.KEPT:
        return place
    half = place.with_name(f"{sha256}.{secrets.token_hex(4)}.part")  # somebody else may be keeping the same file
    try:
        _make_folders(place.parent, folder)
        _copy(path, half)
        if _read_digest(half) != sha256:
            raise RefusedFile(f"{path.name} was changed while it was read: load it again.")
        half.replace(place)
    except OSError as fault:
        reason = (fault.strerror or "no room").lower()
        raise RefusedFile(f"{path.name} cannot be kept in the folder of originals: {reason}.") from fault
    finally:
        with suppress(OSError):
            half.unlink()
    return place


def _make_folders(place: Path, folder: Path) -> None:
    """Make the folder of a fingerprint, for its owner alone; raises OSError where a link lies there."""
    for made in (folder, place):
        made.mkdir(0o700, parents=True, exist_ok=True)
    if place.is_symlink():
        raise OSError(errno.ELOOP, "a link lies in the place of its folder")


def _copy(path: Path, half: Path) -> None:
    """Copy to the disk itself: what is published next must not outlive its file; it is for its owner alone."""
    opened = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with path.open("rb") as source, os.fdopen(opened, "wb") as target:
        shutil.copyfileobj(source, target, PIECE)
        target.flush()
        os.fsync(target.fileno())


@dataclass(frozen=True, slots=True)
class Folder:
    """The files that are kept in one folder of this machine, or of one that several see."""

    path: Path

    def state(self, sha256: str) -> Original:
        return original(sha256, self.path)

    def checked(self, sha256: str) -> AbstractContextManager[tuple[Original, Path]]:
        return checked(sha256, self.path)

    def keep(self, path: Path, sha256: str) -> None:
        keep(path, sha256, self.path)

    def erase(self, sha256: str) -> None:
        kept(sha256, self.path).unlink(missing_ok=True)

    def named(self, sha256: str) -> str:
        return str(kept(sha256, self.path))

    @contextmanager
    def beside(self, prefix: str) -> Iterator[Path]:
        self.path.mkdir(0o700, parents=True, exist_ok=True)
        with TemporaryDirectory(dir=self.path, prefix=prefix) as folder:
            yield Path(folder)

    @contextmanager
    def staged(self, name: str) -> Iterator[list[Path]]:
        yield sorted((item for item in self._stage(name).glob("*/*") if item.is_file()), key=order)

    def stage(self, path: Path, name: str) -> None:
        place = self._stage(name) / path.parent.name / path.name
        place.parent.mkdir(0o700, parents=True, exist_ok=True)
        half = place.parent.parent / f"{secrets.token_hex(4)}.part"
        try:
            _copy(path, half)
            half.replace(place)
        finally:
            half.unlink(missing_ok=True)

    def unstage(self, name: str) -> None:
        shutil.rmtree(self._stage(name), ignore_errors=True)

    def _stage(self, name: str) -> Path:
        return self.path / STAGE / name


def order(path: Path) -> int:
    """The place of a staged file among those that were sent together: the name of its folder."""
    return int(path.parent.name)
