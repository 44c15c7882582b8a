"""Knows the twenty-first step: whether the outcome of a search is linked to what was looked for."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"

KEYS = ("force", "file_month", "month", "kind", "object", "outcome", "linked", "longitude", "latitude")
NUMBERS = frozenset({"file_month", "month", "longitude", "latitude"})


def _key(name: str) -> "sa.Column[str] | sa.Column[int]":
    if name in NUMBERS:
        return sa.Column(name, sa.Integer(), primary_key=True, autoincrement=False)
    return sa.Column(name, sa.String(), primary_key=True)


def upgrade() -> None:
    """Make the table anew, since its key grows; of what is held it is not known: blank, until it is loaded again."""
    n = sa.Column("n", sa.Integer(), nullable=False)
    op.create_table("stop_search_linked", *map(_key, KEYS), n, sqlite_with_rowid=False)
    op.execute(
        f"INSERT INTO stop_search_linked ({', '.join(KEYS)}, n)"
        " SELECT force, file_month, month, kind, object, outcome, '', longitude, latitude, n FROM stop_search"
    )
    op.drop_table("stop_search")
    op.rename_table("stop_search_linked", "stop_search")
