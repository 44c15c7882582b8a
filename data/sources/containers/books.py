"""Knows a workbook by its content, whether it is safe to open, and its sheets as grids."""

import io
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import ParseError

from dashboard.domain.errors import RefusedFile
from data.sources.containers.book_cells import Layout, Room
from data.sources.containers.grids import Grid
from data.sources.containers.members import (
    DAMAGED,
    LARGEST,
    MOST_MEMBERS,
    MOST_PACKED,
    SMALL,
    SPREADSHEETS,
    ZIPS,
    Member,
)
from data.sources.words import shown

OLE = b"\xd0\xcf\x11\xe0"  # Excel before 2007, and any Office file with a password
OPEN_DOCUMENT, BINARY = "content.xml", "xl/workbook.bin"
STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"  # a dialect that openpyxl does not read
#: What LibreOffice writes for a workbook that has no macro in it.
NO_MACROS = frozenset({"script-lc.xml", "script-lb.xml"})
#: What zip, XML and openpyxl raise when a workbook is not what it should be.
FAULTS = (*DAMAGED, ParseError, ArithmeticError, AttributeError, LookupError, OSError, RuntimeError, TypeError)


def is_book(body: bytes) -> bool:
    """Whether *body* is a workbook of any kind, those that we refuse included."""
    if body[:4] == OLE:
        return True
    if body[:4] not in ZIPS:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            return not SPREADSHEETS.isdisjoint(archive.namelist())
    except DAMAGED:
        return any(name.encode() in body for name in SPREADSHEETS)  # cut short: its list of names is gone


def grids(member: Member) -> Iterator[Grid]:
    """Yield the sheets on which anything stands; raises RefusedFile, even after some."""
    if member.body[:4] == OLE:
        why = "is an old .xls file or protected by a password"
        raise RefusedFile(f"{member.name} {why}: save it as .xlsx without a password.")
    try:
        with zipfile.ZipFile(io.BytesIO(member.body)) as archive:
            _refuse_unsafe(member.name, archive)
            _refuse_other_kinds(member.name, archive)
            yield from _grids(member, _sheets(member, archive))
    except FAULTS as fault:
        why = "is cut short or damaged: download it again, or save it afresh as .xlsx."
        raise RefusedFile(f"{member.name} {why}") from fault


def _sheets(member: Member, archive: zipfile.ZipFile) -> Iterator[Layout]:
    # Imported here: a process that meets no workbook should not wait for openpyxl.
    from data.sources.containers import ods, xlsx

    room = Room(member.name)
    return ods.sheets(archive, room) if OPEN_DOCUMENT in archive.namelist() else xlsx.sheets(member.body, room)


def _grids(member: Member, sheets: Iterator[Layout]) -> Iterator[Grid]:
    """One is held back, so that what follows it can still be said."""
    held: Grid | None = None
    left_out: list[str] = []
    for sheet in sheets:
        if sheet.hidden:
            left_out.append(f"The hidden sheet “{shown(sheet.name)}” was left out.")
        elif sheet.rows:
            grid = sheet.grid()
            grid.remarks += left_out
            left_out = []
            if held is not None:
                yield held
            held = grid
    if held is None and left_out:
        raise RefusedFile(f"{member.name} has nothing but hidden sheets: show the one with the figures.")
    if held is None:
        raise RefusedFile(f"{member.name} is empty.")
    held.remarks += left_out
    yield held


def _refuse_unsafe(name: str, archive: zipfile.ZipFile) -> None:
    """Look at what the archive declares before anything is unpacked."""
    inside = archive.infolist()
    if len(inside) > MOST_MEMBERS:
        raise RefusedFile(f"{name} holds {len(inside):,} files: save the sheet with the figures as a new workbook.")
    unpacked = sum(item.file_size for item in inside)
    if unpacked > LARGEST or any(item.file_size > max(SMALL, item.compress_size * MOST_PACKED) for item in inside):
        raise RefusedFile(f"{name} would unpack to {unpacked:,} bytes: save only the sheet with the figures.")
    if any(item.flag_bits & 1 for item in inside):
        raise RefusedFile(f"{name} is protected by a password: remove the password.")


def _refuse_other_kinds(name: str, archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    if BINARY in names:
        raise RefusedFile(f"{name} is a binary workbook (.xlsb): save it as .xlsx.")
    if any(map(_is_macro, names)):
        raise RefusedFile(f"{name} holds macros: save it as .xlsx without them.")
    if _says(archive, "META-INF/manifest.xml", b"encryption-data"):
        raise RefusedFile(f"{name} is protected by a password: remove the password.")
    if _says(archive, "xl/workbook.xml", STRICT):
        raise RefusedFile(f"{name} is a Strict Open XML workbook: save it as Excel workbook (.xlsx).")
    if OPEN_DOCUMENT in names and "mimetype" in names and not _says(archive, "mimetype", b"spreadsheet"):
        raise RefusedFile(f"{name} is no spreadsheet: copy its table into one and save that as .xlsx.")


def _says(archive: zipfile.ZipFile, part: str, words: bytes) -> bool:
    return part in archive.namelist() and words in archive.read(part)


def _is_macro(name: str) -> bool:
    folder, _, rest = name.partition("/")
    in_open_document = folder in ("Basic", "Scripts") and rest.rsplit("/", 1)[-1] not in {*NO_MACROS, ""}
    return in_open_document or name.lower().endswith("vbaproject.bin")
