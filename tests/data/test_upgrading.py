"""A database of an older product gets the columns it lacks, and keeps its rows."""

import pytest
from sqlalchemy import Column, Integer, MetaData, Numeric, String, Table, insert, select

from data.engine import open_engine
from data.upgrading import add_columns, lacks_columns, missing_columns


def old() -> Table:
    return Table("kept", MetaData(), Column("id", Integer, primary_key=True))


def new() -> Table:
    columns = (
        Column("words", String, nullable=False, default="its"),
        Column("gone", Integer, nullable=False, default=0),
        Column("number", Numeric),
    )
    return Table("kept", MetaData(), Column("id", Integer, primary_key=True), *columns)


def test_columns_are_added_with_their_defaults_and_rows_stay(store_url: str) -> None:
    engine, before, after = open_engine(store_url), old(), new()
    with engine.begin() as connection:
        before.metadata.create_all(connection)
        connection.execute(insert(before).values(id=7))
    assert lacks_columns(engine, after.metadata)
    with engine.begin() as connection:
        add_columns(connection, after.metadata)
    assert not lacks_columns(engine, after.metadata)
    with engine.begin() as connection:
        assert [tuple(row) for row in connection.execute(select(after))] == [(7, "its", 0, None)]
    engine.dispose()


def test_a_table_that_is_not_there_lacks_nothing(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    with engine.connect() as connection:
        assert missing_columns(connection, new()) == []
    engine.dispose()


def test_a_column_that_old_rows_cannot_have_is_a_mistake_of_ours(sqlite_url: str) -> None:
    engine, before = open_engine(sqlite_url), old()
    after = Table("kept", MetaData(), Column("id", Integer, primary_key=True), Column("who", String, nullable=False))
    with engine.begin() as connection:
        before.metadata.create_all(connection)
        with pytest.raises(ValueError, match="needs a default"):
            add_columns(connection, after.metadata)
    engine.dispose()
