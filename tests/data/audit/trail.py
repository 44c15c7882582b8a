"""Knows how a test adds lines to a trail, takes its guards away as an intruder with the database's password would."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, Engine, text

from dashboard.domain.access.deeds import Actor, Deed, DeedKind, Way
from data.audit.acting import acting
from data.audit.recording import record
from data.engine import begin_writing

START = datetime(2026, 11, 30, 6, 0, tzinfo=UTC)
JONES = Actor("u7", "A. Jones", Way.PAGE, "192.0.2.7")
SMITH = Actor("u8", "B. Smith", Way.COMMAND, "smith at pc-7")


@pytest.fixture(autouse=True)
def jones_acts() -> Iterator[None]:
    """Where a module imports this, Jones does whatever its tests do."""
    with acting(JONES):
        yield


def entered(at: int) -> Deed:
    return Deed(DeedKind.FIGURE_ENTERED, f"figure {at}", "derby" if at % 2 else "rutland", str(at), str(at + 1))


def fill(engine: Engine, count: int) -> None:
    """Add *count* lines by two people, an hour apart from each other."""
    with begin_writing(engine) as connection:
        for at in range(count):
            with acting(SMITH if at % 3 else JONES):
                record(connection, entered(at), START + timedelta(hours=at))


def unguard(connection: Connection) -> None:
    """Take away what keeps the tables of the trail from being changed."""
    if connection.dialect.name == "postgresql":
        for table in ("audit", "audit_head"):
            connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
        return
    found = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all()
    for name in found:
        connection.execute(text(f"DROP TRIGGER {name}"))
