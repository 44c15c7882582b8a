"""Knows how a load is tried out: on temporary copies of the tables it writes, so that nobody else is held up."""

import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import cast

from sqlalchemy import Connection, Engine, Table

MADE = re.compile(r"CREATE TABLE", re.IGNORECASE)
INDEXED = re.compile(r"CREATE (UNIQUE )?INDEX", re.IGNORECASE)


@contextmanager
def scratch(engine: Engine, tables: Iterable[Table]) -> Iterator[Connection]:
    """Yield a connection on which *tables* are copies of its own, in the state of one moment; nothing of it is kept."""
    with engine.connect() as connection:
        connection.detach()  # its copies go with it
        copy = _copy_in_sqlite if engine.dialect.name == "sqlite" else _copy_in_postgresql
        copy(connection, [table.name for table in tables])
        yield connection
        connection.rollback()


class _Held:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def connect(self) -> AbstractContextManager[Connection]:
        return nullcontext(self._connection)


def held(connection: Connection) -> Engine:
    """What stands in for an engine where all is asked of one *connection*, which alone sees its copies."""
    return cast(Engine, _Held(connection))


def _copy_in_sqlite(connection: Connection, names: list[str]) -> None:
    connection.exec_driver_sql("PRAGMA foreign_keys=OFF")  # a copy cannot refer to what is no copy
    connection.exec_driver_sql("BEGIN")  # reads only: what is written here lies in a file of its own
    made = "SELECT sql FROM main.sqlite_master WHERE type = ? AND tbl_name = ? AND sql IS NOT NULL"
    for name in names:
        for (ddl,) in connection.exec_driver_sql(made, ("table", name)).all():
            connection.exec_driver_sql(MADE.sub("CREATE TEMP TABLE", ddl, count=1))
            connection.exec_driver_sql(f'INSERT INTO temp."{name}" SELECT * FROM main."{name}"')
        for (ddl,) in connection.exec_driver_sql(made, ("index", name)).all():
            connection.exec_driver_sql(INDEXED.sub(r"CREATE \1INDEX temp.", ddl, count=1))


def _copy_in_postgresql(connection: Connection, names: list[str]) -> None:
    connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
    for name in names:
        connection.exec_driver_sql(f'CREATE TEMP TABLE "{name}" (LIKE public."{name}" INCLUDING ALL) ON COMMIT DROP')
        connection.exec_driver_sql(f'INSERT INTO pg_temp."{name}" SELECT * FROM public."{name}"')
