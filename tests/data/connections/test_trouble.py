"""What a driver says is told apart: the database is busy, full, closed, slow, crowded or away, or the fault is ours."""

import sqlite3

import psycopg
import pytest
from psycopg import errors
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError, OperationalError, TimeoutError

from data.connections.trouble import Trouble, trouble_of


def of_sqlite(code: int, words: str = "said by SQLite") -> OperationalError:
    fault = sqlite3.OperationalError(words)
    fault.sqlite_errorcode = code
    return OperationalError("SELECT 1", {}, fault)


@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        (sqlite3.SQLITE_BUSY, Trouble.BUSY),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, Trouble.BUSY),
        (sqlite3.SQLITE_LOCKED, Trouble.BUSY),
        (sqlite3.SQLITE_FULL, Trouble.FULL),
        (sqlite3.SQLITE_READONLY, Trouble.CLOSED),
        (sqlite3.SQLITE_READONLY_DBMOVED, Trouble.CLOSED),
        (sqlite3.SQLITE_IOERR_WRITE, Trouble.AWAY),
        (sqlite3.SQLITE_CANTOPEN, Trouble.AWAY),
        (sqlite3.SQLITE_CORRUPT, Trouble.AWAY),
        (sqlite3.SQLITE_NOTADB, Trouble.AWAY),
        (sqlite3.SQLITE_ERROR, None),
        (sqlite3.SQLITE_CONSTRAINT, None),
        (sqlite3.SQLITE_TOOBIG, None),
    ],
)
def test_what_sqlite_says(code: int, trouble: Trouble | None) -> None:
    assert trouble_of(of_sqlite(code)) is trouble


def test_a_file_without_our_tables_is_not_our_database() -> None:
    assert trouble_of(of_sqlite(sqlite3.SQLITE_ERROR, "no such table: own_figure")) is Trouble.AWAY


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        (errors.LockNotAvailable(), Trouble.BUSY),
        (errors.DeadlockDetected(), Trouble.BUSY),
        (errors.SerializationFailure(), Trouble.BUSY),
        (errors.QueryCanceled(), Trouble.SLOW),
        (errors.TooManyConnections(), Trouble.CROWDED),
        (errors.DiskFull(), Trouble.FULL),
        (errors.OutOfMemory(), Trouble.FULL),
        (errors.ReadOnlySqlTransaction(), Trouble.CLOSED),
        (errors.InsufficientPrivilege(), Trouble.CLOSED),
        (errors.AdminShutdown(), Trouble.AWAY),
        (errors.CannotConnectNow(), Trouble.AWAY),
        (errors.InvalidCatalogName(), Trouble.AWAY),
        (errors.InvalidPassword(), Trouble.AWAY),
        (errors.UndefinedTable(), Trouble.AWAY),
        (errors.DataCorrupted(), Trouble.AWAY),
        (psycopg.OperationalError("connection refused"), Trouble.AWAY),
        (errors.UniqueViolation(), None),
        (errors.NumericValueOutOfRange(), None),
        (errors.SyntaxError(), None),
    ],
)
def test_what_postgresql_says_to_a_statement_or_to_a_copy(fault: psycopg.Error, trouble: Trouble | None) -> None:
    assert trouble_of(DBAPIError("SELECT 1", {}, fault)) is trouble
    assert trouble_of(fault) is trouble


def test_no_connection_is_free() -> None:
    assert trouble_of(TimeoutError()) is Trouble.CROWDED


def test_a_wrong_statement_is_ours() -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection, pytest.raises(OperationalError) as raised:
        connection.execute(text("SELEKT 1"))
    engine.dispose()
    assert trouble_of(raised.value) is None


def test_only_where_the_connection_is_lost_something_may_have_been_kept() -> None:
    assert [item for item in Trouble if not item.keeps_nothing] == [Trouble.AWAY]
    assert all(item.wrong.endswith(".") and item.mend.endswith(".") and item.seconds for item in Trouble)
