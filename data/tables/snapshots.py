"""Knows the table of what closed meetings saw; it refers to no other table, whose shape may change."""

from sqlalchemy import Column, Integer, MetaData, Table

from data.schema import text_column

frozen = MetaData()

snapshot = Table(
    "snapshot",
    frozen,
    Column("meeting", Integer, primary_key=True, autoincrement=False),
    *map(text_column, ("partnership", "moment", "digest", "text", "sealed_before", "redacted")),
)
