"""Knows the table of papers that were ordered: each with how far it is, and its file when it is made."""

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table

from data.schema import text_column

ordered = MetaData()

paper_job = Table(
    "paper_job",
    ordered,
    Column("number", Integer, primary_key=True),
    Column("meeting", Integer, nullable=False),
    *map(text_column, ("key", "partnership", "form", "asks", "asked", "state", "told", "beat")),
    Column("file", LargeBinary, nullable=True),
    sqlite_autoincrement=True,  # a number that led to a file leads to no other one
)
