"""Knows the first step: any database from before there were steps gets the tables and columns it lacks."""

from alembic import op

from data.migrations.columns import complete
from data.migrations.first_own import releases
from data.migrations.first_street import street

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Bring the tables of whatever earlier product, or of none, to those of 0.3.0."""
    for tables in (street, releases):
        complete(op.get_bind(), tables)
