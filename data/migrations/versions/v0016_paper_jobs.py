"""Knows the sixteenth step: papers that are made beside the pages."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.String(), nullable=False)


def upgrade() -> None:
    op.create_table(
        "paper_job",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("meeting", sa.Integer(), nullable=False),
        *map(_text, ("key", "partnership", "form", "asks", "asked", "state", "told", "beat")),
        sa.Column("file", sa.LargeBinary(), nullable=True),
        sqlite_autoincrement=True,
    )
