"""Knows the eighth step: how long files are kept, and which of them were erased."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.String(), nullable=False)


def upgrade() -> None:
    op.create_table(
        "retention",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("months", sa.Integer(), nullable=False),
        *map(_text, ("about", "name", "reason", "author", "moment")),
    )
    op.create_table(
        "erasure",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("arrival", sa.Integer(), nullable=False),
        *map(_text, ("sha256", "name", "moment", "who", "reason", "figures", "releases", "partnerships")),
        sa.Column("finished", sa.Integer(), nullable=False),
    )
    op.create_index("erasure_arrival", "erasure", ["arrival"])
