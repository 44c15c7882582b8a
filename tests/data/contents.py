"""What a database holds, table by table, so that two states can be compared row by row."""

from sqlalchemy import Engine, func, select

import data.tables.documents  # noqa: F401 - fills the metadata
from data.schema import metadata

Contents = dict[str, list[tuple[object, ...]]]
CLOCK = {"loaded_at"}


def contents(engine: Engine) -> Contents:
    """Every row of every table without the time of its load, sorted."""
    with engine.connect() as connection:
        return {
            table.name: sorted(
                (tuple(row) for row in connection.execute(select(*(c for c in table.c if c.name not in CLOCK)))),
                key=repr,
            )
            for table in metadata.sorted_tables
        }


def counts(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in metadata.sorted_tables
        }
