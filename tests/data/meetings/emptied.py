"""Knows how a test begins with nobody having met, not in the made-up county either."""

from sqlalchemy import Engine

from data.tables.meetings import draft, figure_note, meeting_entry
from data.tables.snapshots import snapshot


def nobody_met(engine: Engine) -> None:
    with engine.begin() as connection:
        for table in (meeting_entry, figure_note, draft, snapshot):
            connection.execute(table.delete())
