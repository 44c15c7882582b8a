"""Knows the twenty-seventh step: incidents of the lists as sums by hour of the week, older lists too."""

import numpy as np
import sqlalchemy as sa
from alembic import op

from data.hour_sums import SpansTold, sums_of

revision = "0027"
down_revision = "0026"

FOUND = sa.text("SELECT month, incidents FROM incident_month WHERE list = :list ORDER BY month")
ADDED = sa.text("INSERT INTO incident_sum (list, split, number, sums) VALUES (:list, :split, :number, :sums)")
COLUMNS = 7  # in which the incidents of a month are kept: day, first and last minute, offence, area, place
EMPTIED = sa.text("UPDATE incident_month SET parts = :nothing")


def upgrade() -> None:
    op.create_table(
        "incident_sum",
        *(sa.Column(name, sa.Integer(), primary_key=True, autoincrement=False) for name in ("list", "split", "number")),
        sa.Column("sums", sa.LargeBinary(), nullable=False),
    )
    connection = op.get_bind()
    for number in connection.scalars(sa.text("SELECT id FROM incident_list ORDER BY id")).all():
        _add_up(connection, number)
    connection.execute(EMPTIED, {"nothing": b""})


def _add_up(connection: sa.Connection, number: int) -> None:
    """Write the sums of one list."""
    months = connection.execute(FOUND, {"list": number}).all()
    if not months:
        return
    columns = [np.frombuffer(kept, "<i4").reshape(COLUMNS, -1) for _, kept in months]
    _day, start, end, offence, area, *_where = np.concatenate(columns, axis=1)
    month = np.repeat([item.month for item in months], [found.shape[1] for found in columns])
    rows = sums_of(SpansTold(month, start, end, offence, area))
    said = [{"list": number, "split": int(split), "number": of, "sums": sums} for split, of, sums in rows]
    connection.execute(ADDED, said)
