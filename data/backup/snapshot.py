"""Knows a database as one SQLite file in the state of one moment, from either engine, while others write to it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, select
from sqlalchemy.engine import make_url

from dashboard.domain.errors import RefusedBackup
from dashboard.reports.made_up import INVENTED_SOURCE
from data.audit.reading import standing
from data.backup.pouring import pour
from data.engine import alone, open_engine
from data.migrations import steps
from data.schema import metadata
from data.tables.audit import erasure
from data.tables.street import arrival
from data.upgrading import step_of, upgrade

IN_MEMORY = "A database in memory is gone with its process: name one that lies in a file."
OLDER = (
    "The database {where} is not of this Outturn (its tables are at {step}, not at step {newest}): no backup was made. "
    "Say outturn upgrade first, or back it up with the Outturn that it is of."
)


def engine_of(file: Path) -> Engine:
    """An engine on the SQLite *file*, whatever its name holds."""
    return open_engine(make_url("sqlite://").set(database=str(file)).render_as_string())


def check_step(engine: Engine) -> str:
    """The step at which the tables of *engine* stand; raises RefusedBackup unless it is that of today."""
    found, newest = step_of(engine), steps()[-1]
    if found != newest:
        where = engine.url.render_as_string(hide_password=True)
        step = f"step {found}" if found else "no numbered step"
        raise RefusedBackup(OLDER.format(where=where, step=step, newest=newest))
    return found


def copy_out(engine: Engine, copy: Path) -> None:
    """Write the database of *engine*, as it is at this moment, to the new SQLite file *copy*."""
    if engine.dialect.name == "sqlite":
        _copy_file(engine, copy)
    else:
        _pour_out(engine, copy)


def _copy_file(engine: Engine, copy: Path) -> None:
    """All pages in one go: a copy in pieces begins anew at every write of somebody else."""
    file = file_of(engine)
    copy.touch(mode=0o600)
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target, pages=-1)
        target.execute("PRAGMA journal_mode=DELETE")  # one file


def file_of(engine: Engine) -> Path:
    """The file of a SQLite database; raises RefusedBackup where it is in memory."""
    with engine.connect() as connection:
        places = {name: file for _, name, file in connection.exec_driver_sql("PRAGMA database_list")}
    if not places["main"]:
        raise RefusedBackup(IN_MEMORY)
    return Path(places["main"])


def _pour_out(engine: Engine, copy: Path) -> None:
    target = engine_of(copy)
    try:
        upgrade(target)
        with standing(engine) as source, target.connect() as writing, alone(writing):
            metadata.create_all(writing)
            pour(source, writing)
        with target.connect() as writing:
            writing.exec_driver_sql("PRAGMA journal_mode=DELETE")
    finally:
        target.dispose()


def prints_of(copy: Engine) -> list[str]:
    """The fingerprint of every file that was loaded into a database and not erased; not those of Sampleshire."""
    gone = select(erasure.c.arrival)
    asked = select(arrival.c.sha256).where(arrival.c.id.not_in(gone), arrival.c.source != INVENTED_SOURCE).distinct()
    with copy.connect() as connection:
        return sorted(connection.execute(asked.where(arrival.c.sha256 != "")).scalars())
