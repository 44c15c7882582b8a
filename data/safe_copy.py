"""Knows how a SQLite database is copied beside itself while others read it: whole or not at all, never over another."""

import filecmp
import shutil
import sqlite3
from contextlib import closing, suppress
from itertools import count
from pathlib import Path

from sqlalchemy import Engine

from dashboard.domain.errors import SettingsFault


def keep_copy(engine: Engine, step: str) -> Path | None:
    """Copy the database as it is before *step* beside it; None in memory and on PostgreSQL, where dumps are taken.

    Raises SettingsFault when there is no room for it.
    """
    if engine.dialect.name != "sqlite" or (file := _file(engine)) is None:
        return None
    half = file.with_name(f"{file.name}.before-{step}.part")
    try:
        half.unlink(missing_ok=True)
        half.touch(mode=0o600)
        _copy(file, half)
        shutil.copymode(file, half)
        return _named(half, file, step)
    except (OSError, sqlite3.Error) as fault:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise SettingsFault(
            f"The database was not upgraded, because no copy of it could be kept in {file.parent}: {fault}. "
            "Nothing was changed. Make room there, or let this user write there."
        ) from fault


def _file(engine: Engine) -> Path | None:
    with engine.connect() as connection:
        name = connection.exec_driver_sql("PRAGMA database_list").one()[2]
    return Path(name) if name else None


def _copy(file: Path, half: Path) -> None:
    """All pages in one go: a copy in pieces begins anew at every write of somebody else."""
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(half)) as target:
        source.backup(target, pages=-1)
        target.execute("PRAGMA journal_mode=DELETE")  # one file, which can be put back as it is


def _named(half: Path, file: Path, step: str) -> Path:
    """Name the copy, unless the same is there from an attempt that was killed."""
    for number in count(1):
        place = file.with_name(f"{file.stem}.before-{step}{'' if number == 1 else f'-{number}'}{file.suffix}")
        if not place.exists():
            return half.rename(place)
        if filecmp.cmp(half, place, shallow=False):
            half.unlink()
            return place
    raise AssertionError("count never ends")
