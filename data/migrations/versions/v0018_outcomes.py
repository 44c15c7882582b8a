"""Knows the eighteenth step: how the incidents of districts and wider places ended, added up."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

FILLED = """
INSERT INTO outcome_count (place, crime_type, outcome, month, n)
SELECT lies.place, point_count.crime_type, point_count.outcome, point_count.month, SUM(point_count.n)
FROM point_count
JOIN leaf_of ON leaf_of.force = point_count.force AND leaf_of.neighbourhood = point_count.neighbourhood
JOIN (SELECT leaf, place FROM place_within UNION SELECT place, place FROM leaf_of) AS lies ON lies.leaf = leaf_of.place
JOIN place ON place.id = lies.place
WHERE place.level IN
    ('country', 'force', 'csp', 'district', 'locality', 'rest', 'no-location', 'outside', 'unknown')
GROUP BY lies.place, point_count.crime_type, point_count.outcome, point_count.month
"""


def upgrade() -> None:
    op.create_table(
        "outcome_count",
        sa.Column("place", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("crime_type", sa.SmallInteger(), primary_key=True, autoincrement=False),
        sa.Column("outcome", sa.SmallInteger(), primary_key=True, autoincrement=False),
        sa.Column("month", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.execute(FILLED)
