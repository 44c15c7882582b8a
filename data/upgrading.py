"""Knows how the tables of an older product get the columns that they lack: columns are only ever added."""

from typing import Any

from sqlalchemy import Column, Connection, Engine, MetaData, Table, inspect
from sqlalchemy.schema import CreateColumn
from sqlalchemy.sql.schema import ScalarElementColumnDefault


def lacks_columns(engine: Engine, *every: MetaData) -> bool:
    """Whether a table that is there has not all columns of today."""
    with engine.connect() as connection:
        return any(missing_columns(connection, table) for tables in every for table in tables.sorted_tables)


def add_columns(connection: Connection, *every: MetaData) -> None:
    """Add what each table lacks, filled with the column's default: an empty text, a zero, or nothing."""
    for table in (table for tables in every for table in tables.sorted_tables):
        for column in missing_columns(connection, table):
            name = connection.dialect.identifier_preparer.format_table(table)
            connection.exec_driver_sql(f"ALTER TABLE {name} ADD COLUMN {_definition(connection, column)}")


def missing_columns(connection: Connection, table: Table) -> list[Column[Any]]:
    """The columns that *table* of the database has not; none of a table that is not there yet."""
    there = inspect(connection)
    if not there.has_table(table.name):
        return []
    known = {column["name"] for column in there.get_columns(table.name)}
    return [column for column in table.columns if column.name not in known]


def _definition(connection: Connection, column: Column[Any]) -> str:
    """The column as CREATE TABLE would write it, with its default for the rows that are there."""
    written = str(CreateColumn(column).compile(dialect=connection.dialect)).strip()
    if column.nullable:
        return written
    default = column.default
    if not isinstance(default, ScalarElementColumnDefault):
        raise ValueError(f"{column} needs a default: rows of an older product are there already")
    value = f"'{default.arg}'" if isinstance(default.arg, str) else str(default.arg)
    return f"{written} DEFAULT {value}"
