"""Knows the nineteenth step: incident lists, in columns, with what their offences and areas are."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.String(), nullable=False)


def _whole(name: str) -> "sa.Column[int]":
    return sa.Column(name, sa.Integer(), nullable=False)


def _key(name: str) -> "sa.Column[int]":
    return sa.Column(name, sa.Integer(), primary_key=True, nullable=False, autoincrement=False)


def _small(name: str) -> "sa.Column[int]":
    return sa.Column(name, sa.SmallInteger(), nullable=False)


def _id() -> "sa.Column[int]":
    return sa.Column("id", sa.Integer(), primary_key=True)


def _bytes(name: str) -> "sa.Column[bytes]":
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def upgrade() -> None:
    op.create_table(
        "incident_list",
        _id(),
        *map(_whole, ("arrival", "first", "last", "incidents")),
        *map(_text, ("partnership", "file", "sheet", "moment")),
        *map(_small, ("month_first", "starts_exact")),
    )
    op.create_index("incident_list_read", "incident_list", ["partnership"])
    said = map(_text, ("partnership", "moment", "who", "why"))
    op.create_table("incident_move", _id(), *map(_whole, ("list", "standing")), *said)
    months = (_key("list"), _key("month"), _whole("rows"), _bytes("incidents"), _bytes("parts"))
    op.create_table("incident_month", *months)
    op.create_table("incident_offence", _key("list"), _key("number"), _whole("rows"), _text("words"))
    op.create_table("incident_area", _key("list"), _key("number"), *map(_text, ("words", "code")))
    op.create_table("offence_type", _id(), *map(_text, ("partnership", "words", "crime", "author", "moment")))
    op.create_index("offence_type_read", "offence_type", ["partnership"])
