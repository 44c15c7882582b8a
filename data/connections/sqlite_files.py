"""Knows the file of a SQLite database: for its owner alone, and looked after while it is open."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Engine, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

from dashboard.domain.errors import SettingsFault

OWNER_ALONE = 0o600
FOLDER_OF_OWNER = 0o700
Which = tuple[int, int]  # of all files on this machine


def make_folder(folder: Path) -> None:
    """Make the folder of a database, for its owner alone; one that is there stays as it is. Raises SettingsFault."""
    try:
        folder.mkdir(FOLDER_OF_OWNER, parents=True, exist_ok=True)
    except OSError as fault:
        raise SettingsFault(f"The folder {folder} for the database cannot be made: {fault.strerror}.") from fault


def make_file(file: Path) -> None:
    """Make an empty database for its owner alone, where there is none; what SQLite lays beside it is kept the same."""
    with suppress(OSError):  # what cannot be made cannot be opened, which is said then
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ALONE))


def watch(engine: Engine, file: Path) -> None:
    """Let *engine* notice that its *file* is gone, or another: nobody may write to one that nobody else sees."""

    @event.listens_for(engine, "do_connect")
    def refuse_missing(*_asked: object) -> None:
        if _which(file) is None:
            raise gone()

    @event.listens_for(engine, "connect")
    def note(_connection: object, record: ConnectionPoolEntry) -> None:
        record.info["file"] = _which(file)

    @event.listens_for(engine, "checkout")
    def compare(_connection: object, record: ConnectionPoolEntry, _proxy: object) -> None:
        if record.info.get("file") != _which(file):
            raise DisconnectionError


def gone() -> sqlite3.OperationalError:
    """The fault of SQLite itself where a file cannot be opened; without it, it would make an empty one."""
    fault = sqlite3.OperationalError("unable to open database file")
    fault.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
    return fault


def _which(file: Path) -> Which | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
