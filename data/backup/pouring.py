"""Knows how every row goes from one database into another, whichever engines they are, and numbers go on from there."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from sqlalchemy import Connection, LargeBinary, Table, func, insert, select, text

from data.engine import bulk
from data.tables.every import every_table

AT_ONCE = 20_000  # rows in memory
FILES_AT_ONCE = 4  # of a table that holds files
SQLITE = "sqlite"
SEQUENCES = "sqlite_sequence"


def pour(source: Connection, target: Connection) -> None:
    """Let *target*, whose tables stand at the step of today, hold the rows of *source* and no others."""
    guards = _without_guards(target)
    for table in every_table():
        target.execute(table.delete())
        for rows in _rows(source, table):
            bulk(target, table, [tuple(map(_plain, row)) for row in rows] if _is_sqlite(target) else rows)
    _guard(target, guards)
    for table in filter(_is_numbered, every_table()):
        _go_on(target, table, _last(source, table))


def _is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == SQLITE


def _rows(source: Connection, table: Table) -> Iterator[list[tuple[object, ...]]]:
    holds_files = any(isinstance(column.type, LargeBinary) for column in table.c)
    at_once = FILES_AT_ONCE if holds_files else AT_ONCE
    with source.execute(select(table), execution_options={"yield_per": at_once}) as found:
        for rows in found.partitions():
            yield list(map(tuple, rows))


def _plain(value: object) -> object:
    """SQLite keeps a decimal as its text."""
    return str(value) if isinstance(value, Decimal) else value


def _without_guards(target: Connection) -> list[str]:
    """Let the audit trail be written as it was, which its triggers forbid; what makes them again."""
    tables = ("audit", "audit_head")
    if not _is_sqlite(target):
        for name in tables:
            target.exec_driver_sql(f"ALTER TABLE {name} DISABLE TRIGGER USER")
        return [f"ALTER TABLE {name} ENABLE TRIGGER USER" for name in tables]
    asked = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN (?, ?)"
    found = target.exec_driver_sql(asked, tables).all()
    for name, _ in found:
        target.exec_driver_sql(f"DROP TRIGGER {name}")
    return [sql for _, sql in found]


def _guard(target: Connection, guards: Iterable[str]) -> None:
    for guard in guards:
        target.exec_driver_sql(guard)


def _is_numbered(table: Table) -> bool:
    """Whether the database itself gives each new row its number."""
    return table.autoincrement_column is not None


def _number(table: Table) -> str:
    column = table.autoincrement_column
    assert column is not None
    return column.name


def _last(source: Connection, table: Table) -> int:
    """The highest number that a row of *table* has, or had where numbers are never given twice."""
    most = source.execute(select(func.max(table.c[_number(table)]))).scalar() or 0
    if not table.dialect_options[SQLITE]["autoincrement"]:
        return int(most)
    if _is_sqlite(source):
        given = source.exec_driver_sql(f"SELECT seq FROM {SEQUENCES} WHERE name = ?", (table.name,)).scalar()
    elif (name := _sequence(source, table)) is not None:
        given = source.exec_driver_sql(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {name}").scalar()
    return max(int(most), int(given or 0))


def _go_on(target: Connection, table: Table, last: int) -> None:
    """Let the next row of *table* have a number above *last*."""
    if not last:
        return
    if not _is_sqlite(target):
        if (name := _sequence(target, table)) is not None:
            target.execute(select(func.setval(name, last)))
    elif table.dialect_options[SQLITE]["autoincrement"]:
        target.exec_driver_sql(f"DELETE FROM {SEQUENCES} WHERE name = ?", (table.name,))
        target.exec_driver_sql(f"INSERT INTO {SEQUENCES} (name, seq) VALUES (?, ?)", (table.name, last))


def _sequence(connection: Connection, table: Table) -> str | None:
    asked = text("SELECT pg_get_serial_sequence(:name, :number)")
    found = connection.execute(asked, {"name": f'"{table.name}"', "number": _number(table)}).scalar()
    return str(found) if found else None


def put_state(target: Connection, state: Table, name: str, value: str) -> None:
    """Let a row of *state* say this, whatever it said."""
    target.execute(state.delete().where(state.c.name == name))
    target.execute(insert(state).values(name=name, value=value))
