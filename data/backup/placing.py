"""Knows how a restored database takes the place of another in one step: until then, and after a kill, the old one."""

import sqlite3
from contextlib import closing
from pathlib import Path
from time import monotonic

from sqlalchemy import Connection, Engine, inspect

from dashboard.domain.errors import RefusedBackup
from data.backup.pouring import pour
from data.backup.snapshot import engine_of, file_of
from data.engine import alone, require
from data.schema import metadata
from data.tables.every import every_table
from data.upgrading import VERSIONS, make_tables

PATIENCE = 60.0  # seconds
BUSY = "Somebody else is writing to the database: stop Outturn, and restore again. Everything is as it was."


def is_empty(engine: Engine) -> bool:
    """Whether there are no tables yet where a backup is to be restored; raises SettingsFault where none can be."""
    require(engine)
    return not inspect(engine).get_table_names()


def place(staged: Path, engine: Engine) -> None:
    """Let the database of *engine* be that in the SQLite file *staged*, all of it or not at all."""
    if engine.dialect.name == "sqlite":
        _write_over(staged, engine)
    else:
        _pour_in(staged, engine)


def _write_over(staged: Path, engine: Engine) -> None:
    """One transaction of SQLite, page by page: readers go on with what they had, and a kill takes it back."""
    file = file_of(engine)
    engine.dispose()
    end = monotonic() + PATIENCE

    def wait(status: int, _left: int, _pages: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and monotonic() > end:
            raise RefusedBackup(BUSY)

    with closing(sqlite3.connect(staged)) as source, closing(sqlite3.connect(file)) as target:
        target.execute("PRAGMA synchronous=FULL")
        source.backup(target, pages=-1, progress=wait)


def _pour_in(staged: Path, engine: Engine) -> None:
    source = engine_of(staged)
    try:
        with source.connect() as reading, engine.connect() as writing, alone(writing):
            _drop(writing)
            make_tables(writing)
            metadata.create_all(writing)
            pour(reading, writing)
    finally:
        source.dispose()


def _drop(connection: Connection) -> None:
    there = set(inspect(connection).get_table_names())
    for name in (VERSIONS, *(table.name for table in reversed(every_table()))):
        if name in there:
            connection.exec_driver_sql(f'DROP TABLE "{name}" CASCADE')
