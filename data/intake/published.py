"""Knows how the five published documents come into the database: all of them, or nothing with every fault named."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, insert, inspect, select

from data.documents.published_columns import COLUMNS
from data.engine import begin_writing
from data.geography.tree import is_stale
from data.schema import metadata
from data.street.loading.totals import regrow_stale
from data.tables import documents as tables
from data.upgrading import upgrade

if TYPE_CHECKING:
    from data.documents.records import Record

FOLDER = Path(__file__).parent.parent / "published"
SHAPE = "3"  # of the tables; raised when they change so that an old database is filled again


def ensure_published(engine: Engine, folder: Path = FOLDER) -> bool:
    """Upgrade the database and fill it from *folder* unless just these bytes are in it; return whether it was filled.

    Raises PublishedFault that names every fault with its file and row; then nothing has changed.
    """
    upgrade(engine)
    _grow_again(engine)
    print_of_files = fingerprint(folder)
    if current_version(engine) == print_of_files:
        return False
    records = read_published(folder)
    with begin_writing(engine) as connection:
        if inspect(connection).has_table(tables.state.name) and _version(connection) == print_of_files:
            return False
        metadata.drop_all(connection)  # an older product's tables may have other columns
        metadata.create_all(connection)
        _fill(connection, records, print_of_files)
    return True


def _grow_again(engine: Engine) -> None:
    """Count places anew where an older product grew their tree by other rules."""
    with engine.connect() as connection:
        if not is_stale(connection):
            return
    with begin_writing(engine) as connection:
        regrow_stale(connection, datetime.now(UTC).isoformat())


def fingerprint(folder: Path) -> str:
    """Return the sha256 over the shape of the tables and the bytes of every published CSV."""
    digest = hashlib.sha256(SHAPE.encode())
    for name in sorted(COLUMNS):
        file = folder / f"{name}.csv"
        digest.update(name.encode() + (file.read_bytes() if file.is_file() else b""))
    return digest.hexdigest()


def current_version(engine: Engine) -> str:
    """Return the fingerprint of what is loaded; empty for a database without our tables."""
    if not inspect(engine).has_table(tables.state.name):
        return ""
    with engine.connect() as connection:
        return _version(connection)


def _version(connection: Connection) -> str:
    query = select(tables.state.c.value).where(tables.state.c.name == tables.PUBLISHED)
    return connection.execute(query).scalar() or ""


def read_published(folder: Path = FOLDER) -> dict[str, list["Record"]]:
    """Return the rows of every table, read from the CSVs in *folder*; raises PublishedFault."""
    # Imported here: a database that holds them already, as nearly every one does, need not wait for what reads them.
    from data.documents.every_table import read_every_table

    return read_every_table(folder)


def _fill(connection: Connection, records: Mapping[str, list["Record"]], print_of_files: str) -> None:
    arrival = {
        "id": 1,
        "kind": "published",
        "name": "Five published documents",
        "sha256": print_of_files,
        "loaded_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "rows": len(records["observation"]) + len(records["target"]),
    }
    connection.execute(insert(tables.load), [arrival])
    for table in metadata.sorted_tables:
        rows = records.get(table.name, [])
        if rows:
            stamp = {"load": 1} if "load" in table.c else {}
            connection.execute(insert(table), [row | stamp for row in rows])
    connection.execute(insert(tables.state), [{"name": tables.PUBLISHED, "value": print_of_files}])
