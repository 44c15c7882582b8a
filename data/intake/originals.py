"""Knows where loaded files are kept, byte for byte, under their sha256: any database can be filled again."""

import errno
import hashlib
import os
import secrets
import shutil
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine, select

from dashboard.domain.errors import RefusedFile
from dashboard.questions.street import Original
from data.summaries import FileSummary
from data.tables.street import arrival

PIECE = 1024 * 1024
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


def keep_again(engine: Engine, paths: Sequence[Path], files: Sequence[FileSummary], folder: Path) -> None:
    """Keep those of *paths* anew that were loaded before and are missing or altered in *folder*; say so of each."""
    with engine.connect() as connection:
        every = [item.sha256 for item in files]
        known = set(connection.execute(select(arrival.c.sha256).where(arrival.c.sha256.in_(every))).scalars())
    for path, item in zip(paths, files, strict=True):
        state = original(item.sha256, folder)
        if item.sha256 in known and state is not Original.KEPT:
            keep(path, item.sha256, folder)
            item.said.append(f"The file kept of it was {state}: it is kept again.")
