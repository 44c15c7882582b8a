"""Knows the tables of papers: those that were ordered, with their files, and how each partnership’s look."""

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

own_look = Table(
    "own_look",
    ordered,
    Column("id", Integer, primary_key=True),
    *map(text_column, ("partnership", "name", "accent", "logo_alt", "committees", "author", "moment")),
    Column("logo", LargeBinary, nullable=False),
)
