"""Knows the fifteenth step: which file says what of areas, and of a month of stop and search."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

SAID = ("lookup_area", "lookup_link", "changed_neighbourhood", "population", "boundary", "locality", "similar_area")


def upgrade() -> None:
    for table in SAID:  # nought: of before, when it was not noted
        op.add_column(table, sa.Column("arrival", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "search_month",
        sa.Column("force", sa.String(), primary_key=True),
        sa.Column("month", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("arrival", sa.Integer(), nullable=False),
    )
