"""Knows where loaded files are kept, byte for byte, under their sha256: any database can be filled again."""

import hashlib
import os
import secrets
import shutil
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from sqlalchemy import Engine, select

from dashboard.domain.errors import RefusedFile
from dashboard.questions.street import Original
from data.summaries import FileSummary
from data.tables.street import arrival


def kept(sha256: str, folder: Path) -> Path:
    """Where the file of this fingerprint is kept, or would be."""
    return folder / sha256[:2] / sha256


def original(sha256: str, folder: Path) -> Original:
    """Whether the file of this fingerprint is kept in *folder* just as it was loaded."""
    place = kept(sha256, folder)
    try:
        now = place.stat()
        same = _digest(place, now.st_size, now.st_mtime_ns) == sha256
    except OSError:
        return Original.MISSING
    return Original.KEPT if same else Original.ALTERED


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
        place.parent.mkdir(parents=True, exist_ok=True)
        _copy(path, half)
        if _read_digest(half) != sha256:
            raise RefusedFile(f"{path.name} was changed while it was read: load it again.")
        half.replace(place)
    except OSError as fault:
        raise RefusedFile(f"{path.name} cannot be kept in {folder}: {fault.strerror}.") from fault
    finally:
        with suppress(OSError):
            half.unlink()
    return place


def _copy(path: Path, half: Path) -> None:
    """Copy to the disk itself: what is published next must not outlive its file."""
    with path.open("rb") as source, half.open("wb") as target:
        shutil.copyfileobj(source, target, 1024 * 1024)
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
