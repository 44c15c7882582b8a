"""Knows how the database of an older product gets the tables and columns that it lacks: they are only ever added."""

from typing import Any

from sqlalchemy import Column, Connection, Engine, MetaData, Table, inspect
from sqlalchemy.schema import CreateColumn
from sqlalchemy.sql.schema import ScalarElementColumnDefault


def lacks_columns(engine: Engine, *every: MetaData) -> bool:
    """Whether a table that is there has not all columns of today."""
    with engine.connect() as connection:
        return any(missing_columns(connection, *tables.sorted_tables) for tables in every)


def complete_tables(connection: Connection, *every: MetaData) -> None:
    """Make the tables that are not there yet, and add what the others lack."""
    there = set(inspect(connection).get_table_names())
    for tables in every:
        absent = [table for table in tables.sorted_tables if table.name not in there]
        tables.create_all(connection, absent, checkfirst=False)
    add_columns(connection, *every)


def add_columns(connection: Connection, *every: MetaData) -> None:
    """Add what each table lacks, filled with the column's default: an empty text, a zero, or nothing."""
    for column in missing_columns(connection, *(table for tables in every for table in tables.sorted_tables)):
        name = connection.dialect.identifier_preparer.format_table(column.table)
        connection.exec_driver_sql(f"ALTER TABLE {name} ADD COLUMN {_definition(connection, column)}")


def missing_columns(connection: Connection, *tables: Table) -> list[Column[Any]]:
    """The columns that *tables* of the database have not; none of a table that is not there yet."""
    # All tables in one question: asked table by table, a server takes longer for this than for a small load.
    there = inspect(connection).get_multi_columns(filter_names=[table.name for table in tables])
    known = {name: {column["name"] for column in columns} for (_, name), columns in there.items()}
    return [
        column
        for table in tables
        for column in table.columns
        if column.name not in known.get(table.name, {column.name})
    ]


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
