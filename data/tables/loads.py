"""Knows the table of loads that were sent in and are not done with: any node goes on with one that nobody works on."""

from sqlalchemy import Column, Integer, LargeBinary, String, Table

from data.schema import text_column
from data.tables.papers import ordered

load_job = Table(
    "load_job",
    ordered,
    Column("load", String, primary_key=True),
    *map(text_column, ("owner", "state", "changed", "worker", "beat")),
    Column("size", Integer, nullable=False),
    Column("note", LargeBinary, nullable=False),
)
