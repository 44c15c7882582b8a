"""Knows the tables of the audit trail: lines that only grow, and a note of how many there are."""

from sqlalchemy import Column, Index, Integer, MetaData, Table

from data.schema import text_column

trail = MetaData()

TOLD = ("moment", "account", "name", "way", "origin", "deed", "partnership", "subject", "before", "after", "outcome")

audit = Table(  # triggers refuse to change or to remove a line
    "audit",
    trail,
    Column("number", Integer, primary_key=True, autoincrement=False),
    *map(text_column, (*TOLD, "previous", "digest")),
    Index("audit_moment", "moment"),
    Index("audit_who", "account", "name"),
)

audit_head = Table(  # one row, so that a removed last line shows; triggers let it move on by one at a time
    "audit_head",
    trail,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("count", Integer, nullable=False),
    text_column("digest"),
)
