"""Knows how a file of slides is put together so that the same papers twice are the same bytes."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EARLIEST = (1980, 1, 1, 0, 0, 0)
LEVEL = 6


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """*parts* by their names, each dated the same."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        for name, content in parts:
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content)
    return file.getvalue()


def undated(file: bytes) -> bytes:
    """The same archive with each part dated the same."""
    with ZipFile(BytesIO(file)) as archive:
        return zipped((entry.filename, archive.read(entry)) for entry in archive.infolist())
