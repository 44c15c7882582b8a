"""Knows the file of a backup: a zip of parts, and a list of them with the sha256 of each, which is written last."""

import hashlib
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO

import msgspec

from dashboard.domain.errors import RefusedBackup

LIST, DATABASE, ORIGINALS = "backup.json", "outturn.db", "originals/"
FORM = 1  # raised when an older product could not read the file any more
PIECE = 1024 * 1024
LONGEST_LIST = 64 * 1024 * 1024
QUICKLY = 1  # of deflate's levels: figures become a quarter, and the disk stays what is waited for
CUT_SHORT = "{file} is no backup of Outturn, or it was cut short: nothing of it was used."
ALTERED = "{file} was altered or damaged: its part {part} is not what was written. Nothing of it was used."
NEWER = "{file} is a backup of a newer Outturn: install that, and restore it there. Nothing of it was used."


@dataclass(frozen=True, slots=True)
class Part:
    """One file in a backup."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup says of itself: when it was made, at which step its tables stand, and every part."""

    form: int
    made: str  # ISO, UTC
    step: str
    parts: tuple[Part, ...] = field(default=())

    @property
    def originals(self) -> list[Part]:
        return [part for part in self.parts if part.name.startswith(ORIGINALS)]


class PartsWriter:
    """Writes the parts of a backup one after the other, and their list in the end."""

    def __init__(self, out: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=QUICKLY)
        self._parts: list[Part] = []

    def add(self, name: str, source: IO[bytes]) -> Part:
        """Add what *source* holds, read once; return what was written."""
        digest, size = hashlib.sha256(), 0
        with self._zip.open(name, "w", force_zip64=True) as target:
            while piece := source.read(PIECE):
                digest.update(piece)
                size += len(piece)
                target.write(piece)
        self._parts.append(Part(name, digest.hexdigest(), size))
        return self._parts[-1]

    def close(self, made: str, step: str) -> Contents:
        """Write the list, without which a file is no backup."""
        contents = Contents(FORM, made, step, tuple(self._parts))
        self._zip.writestr(LIST, msgspec.json.encode(asdict(contents)))
        self._zip.close()
        return contents


class PartsReader:
    """Reads a backup; every fault of the file is one sentence."""

    def __init__(self, file: Path, opened: zipfile.ZipFile) -> None:
        self._file, self._zip = file, opened
        self.contents = self._list()

    def _list(self) -> Contents:
        try:
            if self._zip.getinfo(LIST).file_size > LONGEST_LIST:
                raise KeyError(LIST)
            said = self._zip.read(LIST)
            form = msgspec.json.decode(said, type=dict[str, object]).get("form")
            if isinstance(form, int) and form > FORM:
                raise RefusedBackup(NEWER.format(file=self._file.name))
            return msgspec.json.decode(said, type=Contents)
        except (KeyError, msgspec.MsgspecError, zipfile.BadZipFile, zlib.error, EOFError) as fault:
            raise RefusedBackup(CUT_SHORT.format(file=self._file.name)) from fault

    def check(self) -> None:
        """Read every part; raises RefusedBackup for the first that is not what was written."""
        for part in self.contents.parts:
            for _ in self.pieces(part):
                pass

    def pieces(self, part: Part) -> Iterator[bytes]:
        """What *part* holds, piece by piece; raises RefusedBackup in the end if it is not what was written."""
        digest, size = hashlib.sha256(), 0
        try:
            with self._zip.open(part.name) as source:
                while size <= part.size and (piece := source.read(PIECE)):
                    digest.update(piece)
                    size += len(piece)
                    yield piece
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as fault:
            raise self._altered(part) from fault
        if (digest.hexdigest(), size) != (part.sha256, part.size):
            raise self._altered(part)

    def extract(self, part: Part, place: Path) -> Path:
        """Write *part* to *place*, which is for its owner alone."""
        place.touch(mode=0o600)
        with place.open("wb") as target:
            target.writelines(self.pieces(part))
        return place

    def _altered(self, part: Part) -> RefusedBackup:
        return RefusedBackup(ALTERED.format(file=self._file.name, part=part.name))


@contextmanager
def opened(file: Path) -> Iterator[PartsReader]:
    """The backup *file*, open for reading; raises RefusedBackup where it cannot be."""
    try:
        found = zipfile.ZipFile(file)
    except OSError as fault:
        raise RefusedBackup(f"{file} cannot be opened: {(fault.strerror or 'it is not there').lower()}.") from fault
    except (zipfile.BadZipFile, ValueError) as fault:
        raise RefusedBackup(CUT_SHORT.format(file=file.name)) from fault
    with found:
        yield PartsReader(file, found)


def is_original(part: Part) -> bool:
    """Whether *part* is a kept file, under its own fingerprint."""
    return part.name == name_of(part.sha256)


def name_of(sha256: str) -> str:
    """The name of the part that holds the kept file of this fingerprint."""
    return f"{ORIGINALS}{sha256[:2]}/{sha256}"


def parts_named(contents: Contents, name: str) -> Sequence[Part]:
    return [part for part in contents.parts if part.name == name]
