"""Knows the twenty-third step: how the columns of incident lists are matched, and where repeats are not shown."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.String(), nullable=False)


def _id() -> "sa.Column[int]":
    return sa.Column("id", sa.Integer(), primary_key=True)


def upgrade() -> None:
    said = map(_text, ("partnership", "name", "headings", "columns", "author", "moment"))
    op.create_table("list_layout", _id(), *said)
    op.create_index("list_layout_read", "list_layout", ["partnership"])
    shown = sa.Column("shown", sa.SmallInteger(), nullable=False)
    op.create_table("repeats_shown", _id(), shown, *map(_text, ("partnership", "author", "moment")))
    op.create_index("repeats_shown_read", "repeats_shown", ["partnership"])
