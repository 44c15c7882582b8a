"""Knows where loaded files are kept, byte for byte, under their sha256: any database can be filled again."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import gettempdir
from typing import Protocol

from sqlalchemy import Engine, select

from dashboard.questions.street import Original
from data.engine import is_file
from data.originals.folder import STAGE, Folder
from data.summaries import FileSummary
from data.tables.street import arrival

Address = Path | str  # a folder, or an address of fsspec


class Originals(Protocol):
    """Files, each under its sha256, and beside them what was sent in and is not published.

    Each may raise OriginalsAway, a RefusedFile, where the place is not to be reached; a folder raises OSError.
    """

    def state(self, sha256: str) -> Original:
        """What became of the file of this fingerprint."""

    def checked(self, sha256: str) -> AbstractContextManager[tuple[Original, Path]]:
        """The state of a kept file, and where it is as it was loaded a copy of it, which nobody else can change."""

    def keep(self, path: Path, sha256: str) -> None:
        """Keep the file at *path* unless it is there; never leaves half a copy; raises RefusedFile."""

    def erase(self, sha256: str) -> None:
        """Have the file of this fingerprint be there no more."""

    def named(self, sha256: str) -> str:
        """What a person calls the place of a file, without any password."""

    def beside(self, prefix: str) -> AbstractContextManager[Path]:
        """A folder of this machine for what is worked on, gone with the block; where it can be, on the same disk."""

    def stage(self, path: Path, name: str) -> None:
        """Let the file at *path*, in a folder called by its number, be one of those sent in under *name*."""

    def staged(self, name: str) -> AbstractContextManager[list[Path]]:
        """Those files on this machine, in their order; what is taken away of them in the block is gone."""

    def unstage(self, name: str) -> None:
        """Forget the files that were sent in under *name*."""


def at(place: Address) -> Originals:
    """The originals at *place*; raises SettingsFault for an address that nothing here reaches."""
    if isinstance(place, Path):
        return Folder(place)
    from data.originals.remote import remote  # fsspec, only for whom it serves

    return remote(place)


def incoming(engine: Engine, place: Address) -> Path:
    """Where files lie that were sent in to this machine and are not published."""
    if isinstance(place, Path):
        return place / STAGE
    if engine.dialect.name == "sqlite" and is_file(engine.url):
        return Path(str(engine.url.database)).parent / STAGE
    return Path(gettempdir()) / f"outturn-{STAGE}"


def keep_again(engine: Engine, paths: Sequence[Path], files: Sequence[FileSummary], place: Address) -> None:
    """Keep those of *paths* anew that were loaded before and are missing or altered at *place*; say so of each."""
    originals = at(place)
    with engine.connect() as connection:
        every = [item.sha256 for item in files]
        known = set(connection.execute(select(arrival.c.sha256).where(arrival.c.sha256.in_(every))).scalars())
    for path, item in zip(paths, files, strict=True):
        state = originals.state(item.sha256)
        if item.sha256 in known and state is not Original.KEPT:
            originals.keep(path, item.sha256)
            item.said.append(f"The file kept of it was {state}: it is kept again.")
