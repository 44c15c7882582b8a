"""Knows the third step: the map point that a neighbourhood is best known by, of the months that are loaded already."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

#: Of each force's newest 12 months; of two points with as many incidents the first by name.
FILLED = """
INSERT INTO known_point (place, name, n, total)
SELECT place, name, n, total FROM (
    SELECT place, name, n, SUM(n) OVER (PARTITION BY place) AS total,
        ROW_NUMBER() OVER (PARTITION BY place ORDER BY n DESC, name) AS rank
    FROM (
        SELECT leaf_of.place AS place, map_point.name AS name, SUM(point_count.n) AS n
        FROM (SELECT force, MAX(month) AS month FROM force_month GROUP BY force) AS newest
        JOIN point_count ON point_count.force = newest.force
            AND point_count.month > newest.month - 12 AND point_count.month <= newest.month
        JOIN map_point ON map_point.id = point_count.point
        JOIN leaf_of ON leaf_of.force = point_count.force AND leaf_of.neighbourhood = point_count.neighbourhood
        JOIN place ON place.id = leaf_of.place AND place.level = 'lsoa'
        GROUP BY leaf_of.place, map_point.name
    ) AS spot
) AS ranked
WHERE rank = 1
"""


def upgrade() -> None:
    op.create_table(
        "known_point",
        sa.Column("place", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.execute(FILLED)
