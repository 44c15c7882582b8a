"""Knows the second step: an index by which the figures of one area are found among many."""

from alembic import op

revision = "0002"
down_revision = "0001"
COLUMNS = ("partnership", "what", "area", "indicator", "period", "release", "gone")


def upgrade() -> None:
    op.create_index("own_figure_area", "own_figure", COLUMNS, if_not_exists=True)
