"""Knows how a data package is written: tables and their descriptions in one zip, the same bytes each time."""

import json
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dashboard.exports.papers.package.csv_on_the_web import table_group
from dashboard.exports.papers.package.descriptor import description
from dashboard.exports.papers.package.resources import Described, package_tables
from dashboard.exports.render import as_csv
from dashboard.reports.packs.pack import Pack

BEGINNING = (1980, 1, 1, 0, 0, 0)  # the oldest moment that a zip can write
READABLE = 0o644 << 16


def write(pack: Pack) -> bytes:
    """The package as a zip."""
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for name, body in _files(pack):
            entry = ZipInfo(name, BEGINNING)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, READABLE
            archive.writestr(entry, body)
    return written.getvalue()


def _files(pack: Pack) -> Iterator[tuple[str, bytes]]:
    """The descriptions first, then each table."""
    bodies = [(item, as_csv(item.table).encode()) for item in package_tables(pack)]
    yield "datapackage.json", _json(description(pack, bodies))
    yield "csv-metadata.json", _json(table_group(pack, (item for item, _ in bodies)))
    yield from ((item.path, body) for item, body in bodies)


def _json(described: Described) -> bytes:
    return f"{json.dumps(described, ensure_ascii=False, indent=1)}\n".encode()
