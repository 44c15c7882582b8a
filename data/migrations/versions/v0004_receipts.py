"""Knows the fourth step: receipts, which tell of each load whether it was published."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "receipt",
        sa.Column("load", sa.String(), primary_key=True),
        sa.Column("moment", sa.String(), nullable=False),
    )
