"""Knows how the database of an older product becomes one of today: a copy is kept, one at a time, whole or not."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, column, inspect, select, table
from sqlalchemy.exc import DBAPIError

from dashboard.domain.errors import SettingsFault
from data.connections.trouble import trouble_of
from data.engine import BUSY_MILLISECONDS, alone, require
from data.migrations import FOLDER, steps
from data.safe_copy import keep_copy

PATIENCE_MILLISECONDS = 15 * 60 * 1000  # another process may be copying and upgrading a large database
VERSIONS = "alembic_version"
NOT_UPGRADED = "The database {where} was not upgraded. {wrong} Nothing was changed: mend that, and start again."
UNNUMBERED = ""  # from before there were steps


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What was done: from which step to which, and where the database as it was is kept."""

    before: str
    now: str
    is_new: bool  # there was no database before
    copy: Path | None = None  # None: of a new one, in memory, or on PostgreSQL


def upgrade(engine: Engine) -> Upgrade | None:
    """Bring the tables of *engine* to the newest step; None where they stand there already.

    Raises SettingsFault when it cannot be opened, is of a newer product, or no copy can be kept: then nothing changes.
    """
    require(engine)
    if not _is_behind(engine):
        return None
    try:
        return _upgraded(engine)
    except DBAPIError as fault:
        if (trouble := trouble_of(fault)) is None:
            raise
        where = engine.url.render_as_string(hide_password=True)
        raise SettingsFault(NOT_UPGRADED.format(where=where, wrong=trouble.wrong)) from fault


def _upgraded(engine: Engine) -> Upgrade | None:
    with engine.connect() as connection, _unchecked(connection), alone(connection):
        before = _step(connection)
        if before == steps()[-1]:  # somebody else did it while this process waited
            return None
        is_new = not inspect(connection).get_table_names()
        copy = None if is_new else keep_copy(engine, steps()[-1])
        _run(connection)
        _check_references(connection)
    return Upgrade(before, steps()[-1], is_new, copy)


def _is_behind(engine: Engine) -> bool:
    """Whether steps are missing; raises SettingsFault for a database of a newer product."""
    known, found = steps(), step_of(engine)
    if found and found not in known:
        where = engine.url.render_as_string(hide_password=True)
        raise SettingsFault(
            f"The database {where} is of a newer Outturn: its tables are at step {found}, and this one knows them "
            f"to step {known[-1]} only. Nothing was changed. Start the newer Outturn, or name another --database."
        )
    return found != known[-1]


def step_of(engine: Engine) -> str:
    """The step at which the tables of *engine* stand; empty where none has a number."""
    with engine.connect() as connection:
        return _step(connection)


def make_tables(connection: Connection) -> None:
    """Run every missing step in the transaction of *connection*; on none there may be references to be checked."""
    _run(connection)


def _step(connection: Connection) -> str:
    """The step at which the tables stand."""
    if not inspect(connection).has_table(VERSIONS):
        return UNNUMBERED
    return str(connection.execute(select(column("version_num")).select_from(table(VERSIONS))).scalar() or UNNUMBERED)


@contextmanager
def _unchecked(connection: Connection) -> Iterator[None]:
    """SQLite without the checks of references, which forbid to make a table anew, and patient; then as before."""
    if connection.dialect.name != "sqlite":
        yield
        return
    connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    connection.exec_driver_sql(f"PRAGMA busy_timeout={PATIENCE_MILLISECONDS}")
    try:
        yield
    finally:
        if not connection.invalidated:  # one that is lost is not asked again
            connection.exec_driver_sql("PRAGMA foreign_keys=ON")
            connection.exec_driver_sql(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")


def _run(connection: Connection) -> None:
    """Run every missing step in the transaction of *connection*."""
    from alembic import command  # takes a tenth of a second, which an upgraded database never needs
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _check_references(connection: Connection) -> None:
    """Raise SettingsFault, which takes everything back, if a row now refers to one that is not there."""
    if connection.dialect.name != "sqlite":
        return
    if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise SettingsFault(f"The database was not upgraded: rows of {broken[0]} refer to rows that are not there.")
