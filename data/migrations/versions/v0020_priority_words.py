"""Knows the twentieth step: what a group writes into its strategic assessment."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.String(), nullable=False)


def upgrade() -> None:
    op.create_table(
        "priority_word",
        sa.Column("id", sa.Integer(), primary_key=True),
        *map(_text, ("partnership", "about", "value", "stood", "words", "author", "moment")),
    )
    op.create_index("priority_word_of", "priority_word", ["partnership", "about"])
