"""Knows how to open the database: SQLite beside the product, or a PostgreSQL server."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import BigInteger, Connection, Engine, Integer, SmallInteger, Table, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from dashboard.domain.errors import RefusedFile, SettingsFault
from data.connections.manners import COMMANDS, Manner, postgresql_arguments
from data.connections.sqlite_files import make_file, make_folder, watch

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BUSY_MILLISECONDS = 10_000
LONGEST_TURN = 3600.0  # seconds that a load waits for others
TURN = 0.1  # seconds between two tries
Row = tuple[object, ...]
BUSY = "Other loads have taken an hour: try again when they are done."


def open_engine(address: str, manner: Manner = COMMANDS) -> Engine:
    """Return an engine for the SQLAlchemy *address*; raises SettingsFault when it names none we serve."""
    try:
        url = make_url(address)
    except ArgumentError as fault:
        raise SettingsFault("The database address is not a SQLAlchemy URL such as sqlite:///outturn.db.") from fault
    if url.get_backend_name() == "sqlite":
        return _sqlite(url, manner)
    if url.get_backend_name() == "postgresql":
        return _postgresql(url, manner)
    raise SettingsFault(f"Outturn keeps its figures in SQLite or PostgreSQL, not {url.get_backend_name()}.")


def _sqlite(url: URL, manner: Manner) -> Engine:
    if not is_file(url):
        engine = create_engine(url, hide_parameters=True)
    else:
        file = Path(str(url.database)).expanduser()
        make_folder(file.parent)
        make_file(file)
        engine = create_engine(url.set(database=str(file)), hide_parameters=True, **manner.pool())
        watch(engine, file)
    event.listen(engine, "connect", partial(_prepare_sqlite, manner.for_lock))
    return engine


def is_file(url: URL) -> bool:
    """Whether *url* names a file by its path; not a database in memory, nor a file by SQLite's own address of it."""
    return bool(url.database) and url.database != ":memory:" and not str(url.database).startswith("file:")


def _prepare_sqlite(for_lock: float, connection: sqlite3.Connection, _record: object) -> None:
    cursor = connection.cursor()
    for setting in (
        f"busy_timeout={int(for_lock * 1000) or BUSY_MILLISECONDS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
    ):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _postgresql(url: URL, manner: Manner) -> Engine:
    return create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args=postgresql_arguments(url, manner),
        **manner.pool(),
    )


def require(engine: Engine) -> None:
    """Raise SettingsFault, with a sentence, unless the database can be opened."""
    try:
        with engine.connect() as connection:
            connection.execute(text("SELECT 1"))
    except (DBAPIError, OSError) as fault:
        where = engine.url.render_as_string(hide_password=True)
        reason = str(getattr(fault, "orig", fault)).strip().splitlines()[0]
        raise SettingsFault(f"The database {where} cannot be opened: {reason}.") from fault


# Whichever number is fixed here names the lock that loads take on PostgreSQL.
LOAD_LOCK = 815_2010

MOST_VALUES = 2_700  # in one statement, where SQLite takes so many
MOST_NUMBERS = 50_000  # rows that are made into Python's own numbers at a time
#: Of PostgreSQL's binary format: its beginning, its end, and the form of each type of whole number.
SIGNATURE, END = b"PGCOPY\n\xff\r\n\0" + bytes(8), b"\xff\xff"
BINARY: dict[type[object], str] = {SmallInteger: ">i2", Integer: ">i4", BigInteger: ">i8"}


@contextmanager
def begin_writing(engine: Engine, waiting: Callable[[], None] | None = None) -> Iterator[Connection]:
    """Yield a connection in a transaction that no second load can enter; leaves all or nothing.

    With *waiting* it takes its turn, however long another load is written, and says so now and then.
    """
    with engine.connect() as connection, alone(connection, waiting):
        yield connection


@contextmanager
def alone(connection: Connection, waiting: Callable[[], None] | None = None) -> Iterator[None]:
    """A transaction on *connection* that no second load or upgrade can enter; leaves all or nothing."""
    if waiting is None:
        _lock(connection)
    else:
        _take_turn(connection, waiting)
    try:
        yield
        connection.commit()
    except BaseException:
        connection.rollback()  # also where a disk was too full to keep it
        raise


def _lock(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOAD_LOCK})


def _take_turn(connection: Connection, waiting: Callable[[], None]) -> None:
    """Lock as soon as nobody else does."""
    end = monotonic() + LONGEST_TURN
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA busy_timeout=0")
    while not _locked(connection):
        if monotonic() > end:
            raise RefusedFile(BUSY)
        waiting()
        sleep(TURN)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")


def _locked(connection: Connection) -> bool:
    if connection.dialect.name != "sqlite":
        asked = text("SELECT pg_try_advisory_xact_lock(:lock)")
        return bool(connection.execute(asked, {"lock": LOAD_LOCK}).scalar())
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    except OperationalError as fault:
        if "locked" not in str(fault.orig):
            raise
        return False
    return True


def bulk(connection: Connection, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
    """Insert many *rows*, each with a value for every column of *table*, in the fastest way of the engine."""
    found = rows if isinstance(rows, list) else list(rows)
    if not found:
        return
    if connection.dialect.name == "postgresql":
        _copy(connection, table, found)
        return
    per = _at_once(connection, table)
    whole = len(found) - len(found) % per
    many = [tuple(chain.from_iterable(found[at : at + per])) for at in range(0, whole, per)]
    _insert(connection, table, (per, many), found[whole:])


def bulk_numbers(connection: Connection, table: Table, rows: "NDArray[np.int64]") -> None:
    """Insert many *rows* of whole numbers, each with one for every column of *table*."""
    if not len(rows):
        return
    if connection.dialect.name == "postgresql":
        _copy(connection, table, _binary(table, rows))
        return
    per = _at_once(connection, table)
    piece = max(MOST_NUMBERS // per, 1) * per
    for at in range(0, len(rows), piece):
        _insert_numbers(connection, table, per, rows[at : at + piece])


def _insert_numbers(connection: Connection, table: Table, per: int, rows: "NDArray[np.int64]") -> None:
    whole = len(rows) - len(rows) % per
    many: list[Row] = list(map(tuple, rows[:whole].reshape(-1, per * len(table.c)).tolist()))
    _insert(connection, table, (per, many), list(map(tuple, rows[whole:].tolist())))


def _insert(connection: Connection, table: Table, many: tuple[int, list[Row]], rest: list[Row]) -> None:
    """Insert rows so many at a time, which takes half the time of one at a time, and the *rest* one by one."""
    row = f"({', '.join('?' * len(table.c))})"
    for times, values in (many, (1, rest)):
        if values:
            words = f"INSERT INTO {_into(connection, table)} VALUES {', '.join([row] * times)}"
            connection.exec_driver_sql(words, values)


def _at_once(connection: Connection, table: Table) -> int:
    """How many rows of *table* go into one statement of SQLite."""
    opened = cast(sqlite3.Connection, connection.connection.dbapi_connection)
    most = min(MOST_VALUES, opened.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER))
    return most // len(table.c)


def _copy(connection: Connection, table: Table, rows: list[Row] | bytes) -> None:
    """Copy *rows* into a table of PostgreSQL, one by one or all of them in its binary format."""
    cursor: Any = connection.connection.cursor()
    form = " WITH BINARY" if isinstance(rows, bytes) else ""
    with cursor, cursor.copy(f"COPY {_into(connection, table)} FROM STDIN{form}") as copying:
        if isinstance(rows, bytes):
            copying.write(rows)
            return
        for row in rows:
            copying.write_row(row)


def _into(connection: Connection, table: Table) -> str:
    names = ", ".join(connection.dialect.identifier_preparer.quote(column.name) for column in table.c)
    return f"{table.name} ({names})"


def _binary(table: Table, rows: "NDArray[np.int64]") -> bytes:
    """*rows* as PostgreSQL copies them: for each row how many values it has, for each value its length before it."""
    import numpy as np

    kinds = [np.dtype(BINARY[type(column.type)]) for column in table.c]
    fields = [("width", ">i2")]
    for at, kind in enumerate(kinds):
        fields += [(f"length{at}", ">i4"), (f"value{at}", kind.str)]
    found = np.empty(len(rows), np.dtype(fields))
    found["width"] = len(kinds)
    for at, kind in enumerate(kinds):
        found[f"length{at}"], found[f"value{at}"] = kind.itemsize, rows[:, at]
    return SIGNATURE + found.tobytes() + END


def for_bulk(connection: Connection) -> None:
    """Give one connection the memory that loading needs; what is set here ends with it or does no harm."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA cache_size=-131072")  # KiB
    else:
        connection.exec_driver_sql("SET LOCAL work_mem = '64MB'")
