"""Knows a database without the meetings of Sampleshire, so that a test's own are the first."""

from sqlalchemy import Engine, delete

from data.tables.meetings import meeting_entry
from data.tables.snapshots import snapshot


def without_sample(engine: Engine) -> None:
    """Take away every meeting and what it saw."""
    with engine.begin() as connection:
        connection.execute(delete(meeting_entry))
        connection.execute(delete(snapshot))
