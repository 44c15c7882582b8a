"""Knows how the tables of an older product get what they lack: tables and columns, which are only ever added."""

from typing import Any

from alembic import op
from sqlalchemy import Column, Connection, MetaData, inspect
from sqlalchemy.sql.schema import ScalarElementColumnDefault


def complete(connection: Connection, tables: MetaData) -> None:
    """Make the tables that are not there, and fill up the others, within a step of Alembic."""
    # All tables in one question: asked table by table, a server takes longer for this than for a small load.
    there = {name: columns for (_, name), columns in inspect(connection).get_multi_columns().items()}
    absent = [table for table in tables.sorted_tables if table.name not in there]
    tables.create_all(connection, absent, checkfirst=False)
    for table in (table for table in tables.sorted_tables if table.name in there):
        known = {column["name"] for column in there[table.name]}
        for column in (column for column in table.columns if column.name not in known):
            op.add_column(table.name, _filled(column))


def _filled(column: Column[Any]) -> Column[Any]:
    """The column, with its default for the rows that are there: an empty text, a zero, or nothing."""
    if column.nullable:
        return Column(column.name, column.type)
    default = column.default
    if not isinstance(default, ScalarElementColumnDefault):
        raise ValueError(f"{column} needs a default: rows of an older product are there already")
    return Column(column.name, column.type, nullable=False, server_default=str(default.arg))
