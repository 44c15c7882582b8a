"""Knows the seventeenth step: name, logo, colour and committees of a partnership's papers."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.String(), nullable=False)


def upgrade() -> None:
    op.create_table(
        "own_look",
        sa.Column("id", sa.Integer(), primary_key=True),
        *map(_text, ("partnership", "name", "accent", "logo_alt", "committees", "author", "moment")),
        sa.Column("logo", sa.LargeBinary(), nullable=False),
    )
