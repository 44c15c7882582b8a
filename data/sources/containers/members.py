"""Knows the files in what was handed in: plain, gzipped or zipped in folders; told by content, bounded in size."""

import gzip
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from dashboard.domain.errors import RefusedFile
from data.sources.words import shown

LARGEST = 200 * 1024 * 1024  # bytes of one file, unpacked
MOST_MEMBERS = 20_000  # England and Wales for ten years is 43 forces x 120 months x 3 kinds
MOST_PACKED = 200  # times its size; text packs to a tenth, a file of nothing to a thousandth
SMALL = 1024 * 1024  # below this no ratio hurts
PIECE = 1024 * 1024
GZIPPED = 31  # how zlib is told that gzip's heading stands before the data
LONGEST_NAME = 120

ZIPS, GZIP = (b"PK\x03\x04", b"PK\x05\x06"), b"\x1f\x8b"
SPREADSHEETS = frozenset({"xl/workbook.xml", "xl/workbook.bin", "content.xml"})
NO_DATA = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
#: What unpackers raise when the bytes are not what they should be.
DAMAGED = (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile, lzma.LZMAError, struct.error, ValueError)


class NotOurs(RefusedFile):
    """A file of no kind that we know: refused when handed in by itself, left out of an archive and said."""


class Readable(Protocol):
    """What gives bytes piece by piece."""

    def read(self, size: int, /) -> bytes: ...


class Seekable(Readable, Protocol):
    """What does so from any place on."""

    def seek(self, at: int, /) -> int: ...


@dataclass(frozen=True, slots=True)
class Member:
    """One file's bytes under the name it was found by, fit to be shown."""

    name: str
    body: bytes


def members(path: Path) -> Iterator[Member]:
    """Yield every file in *path*, one at a time; raises RefusedFile with one sentence."""
    name = shown(path.name, LONGEST_NAME)
    try:
        yield from _opened(path, name)
    except IsADirectoryError as fault:
        raise RefusedFile(f"{name} is a folder: name the files in it, or zip it.") from fault
    except DAMAGED as fault:
        raise RefusedFile(f"{name} is cut short or damaged: download it again.") from fault
    except NotImplementedError as fault:
        raise RefusedFile(f"{name} is packed in a way that cannot be read: zip it afresh.") from fault
    except OSError as fault:
        raise RefusedFile(f"{name} cannot be read: {(fault.strerror or 'it is damaged').lower()}.") from fault


def _opened(path: Path, name: str) -> Iterator[Member]:
    with path.open("rb") as opened:
        start = opened.read(4)
        opened.seek(0)
        if start in ZIPS:
            with zipfile.ZipFile(opened) as archive:
                if SPREADSHEETS.isdisjoint(archive.namelist()):
                    yield from _zipped(name, archive)
                    return
            opened.seek(0)
            yield Member(name, _bounded(name, opened))  # a workbook is one file
        elif start[:2] == GZIP:
            yield Member(name.removesuffix(".gz"), _at_once(opened) or _bounded(name, gzip.GzipFile(fileobj=opened)))
        else:
            yield Member(name, _bounded(name, opened))


def _at_once(opened: Seekable) -> bytes:
    """The whole of a gzipped file that holds one sound part and nothing behind it; empty for any other."""
    unpacking = zlib.decompressobj(GZIPPED)
    try:
        body = unpacking.decompress(opened.read(LARGEST), LARGEST)
        whole = unpacking.eof and not unpacking.unused_data and not opened.read(1)
    except zlib.error:
        whole = False
    opened.seek(0)
    return body if whole else b""


def _bounded(name: str, opened: Readable) -> bytes:
    """The whole of a file that may not unpack to more than LARGEST."""
    pieces = io.BytesIO()
    while piece := opened.read(PIECE):
        pieces.write(piece)
        if pieces.tell() > LARGEST:
            raise RefusedFile(f"{name} holds more than {LARGEST // 1024 // 1024} MB: split it into smaller files.")
    return pieces.getvalue()


def _zipped(name: str, archive: zipfile.ZipFile) -> Iterator[Member]:
    inside = [item for item in archive.infolist() if not item.is_dir() and not _is_litter(item.filename)]
    _refuse_unsafe(name, inside)
    for item in sorted(inside, key=lambda item: item.filename):
        short = _last(item.filename)
        with archive.open(item) as unpacked:
            body = _bounded(f"{short} in {name}", unpacked)
        if body[:2] == GZIP or (body[:4] in ZIPS and not _is_workbook(body)):
            raise RefusedFile(f"{short} in {name} is an archive in an archive: unpack it first.")
        yield Member(short, body)


def _is_workbook(body: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return not SPREADSHEETS.isdisjoint(archive.namelist())


def _last(name: str) -> str:
    """A file's name without the folders it stands in."""
    return shown(name.rsplit("/", 1)[-1], LONGEST_NAME)


def _is_litter(name: str) -> bool:
    """Files that operating systems leave in archives."""
    return "__MACOSX/" in name or name.rsplit("/", 1)[-1].lower() in NO_DATA


def _refuse_unsafe(name: str, inside: list[zipfile.ZipInfo]) -> None:
    """Look at what the archive declares before anything is unpacked."""
    if not inside:
        raise RefusedFile(f"{name} is an archive without a file in it.")
    if len(inside) > MOST_MEMBERS:
        raise RefusedFile(f"{name} holds {len(inside):,} files: split it.")
    if any(item.flag_bits & 1 for item in inside):
        raise RefusedFile(f"{name} is protected by a password: remove the password.")
    for item in inside:
        packed_too_well = item.file_size > max(SMALL, item.compress_size * MOST_PACKED)
        if item.file_size > LARGEST or packed_too_well:
            size = f"{item.file_size:,} bytes"
            raise RefusedFile(f"{_last(item.filename)} in {name} would unpack to {size}: it is no table.")
