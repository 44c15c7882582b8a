"""Knows the tenth step: what a meeting has seen, frozen when it is closed."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.String(), nullable=False)


def upgrade() -> None:
    op.create_table(
        "snapshot",
        sa.Column("meeting", sa.Integer(), primary_key=True, autoincrement=False),
        *map(_text, ("partnership", "moment", "digest", "text", "sealed_before", "redacted")),
    )
