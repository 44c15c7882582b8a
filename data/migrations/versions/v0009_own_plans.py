"""Knows the ninth step: rows of a partnership's own plan, which belong to releases."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "own_plan_row",
        sa.Column("id", sa.Integer(), primary_key=True),
        *map(_whole, ("release", "arrival", "gone")),
        *map(_text, ("partnership", "what", "key")),
        _whole("order"),
        *map(_text, ("fields", "places", "file", "sheet")),
        _whole("line"),
    )
    op.create_index("own_plan_row_read", "own_plan_row", ["partnership", "what", "release"])


def _whole(name: str) -> "sa.Column[int]":
    return sa.Column(name, sa.Integer(), nullable=False)


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.String(), nullable=False)
