"""Knows the twenty-fifth step: offences of whole years by code."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    op.create_table(
        "offence_count",
        *(sa.Column(name, sa.String(), primary_key=True) for name in ("area_key", "year", "code")),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("area", "area_code", "level", "words")),
        sa.Column("offences", sa.Integer(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("arrival", sa.Integer(), nullable=False, server_default="0"),
    )
