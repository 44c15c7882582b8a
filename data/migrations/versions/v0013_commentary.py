"""Knows the thirteenth step: what somebody said of a figure in a form."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    names = ("partnership", "indicator", "area", "period", "text", "author", "moment")
    op.create_table(
        "commentary",
        sa.Column("id", sa.Integer(), primary_key=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in names),
    )
    op.create_index("commentary_read", "commentary", ["partnership"])
