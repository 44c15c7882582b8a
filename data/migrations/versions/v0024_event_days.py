"""Knows the twenty-fourth step: the days of the events behind a figure."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    op.add_column("own_figure", sa.Column("event_days", sa.String(), nullable=False, server_default=""))
