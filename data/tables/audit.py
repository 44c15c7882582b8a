"""Knows the tables of the audit trail, and of how long files are kept and which of them were erased."""

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

retention = Table(  # how long files of a source or kind are kept; the newest row of each counts
    "retention",
    trail,
    Column("id", Integer, primary_key=True),
    Column("months", Integer, nullable=False),  # 0: no end
    *map(text_column, ("about", "name", "reason", "author", "moment")),
)

erasure = Table(  # a file of the log whose rows are gone
    "erasure",
    trail,
    Column("id", Integer, primary_key=True),
    Column("arrival", Integer, nullable=False),
    *map(text_column, ("sha256", "name", "moment", "who", "reason")),
    *map(text_column, ("figures", "releases")),  # the numbers of those that it brought: "3-17,20"
    text_column("partnerships"),  # whose they were: "derby rutland"
    Column("finished", Integer, nullable=False),  # 1: its bytes are gone from the disk and from the database's file
    Index("erasure_arrival", "arrival"),
)
