"""Knows the twenty-second step: what offences and crime types weigh."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.create_table(
        "harm_weight",
        *(sa.Column(name, sa.String(), primary_key=True) for name in ("source", "year", "weighed", "code")),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("value", "low", "high", "file", "place")),
        sa.Column("arrival", sa.Integer(), nullable=False, server_default="0"),
    )
