"""Knows how a line is added to the audit trail: chained under the write lock, in the transaction of the deed."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from dashboard.domain.access.audit import SAID, Head, chained
from dashboard.domain.access.deeds import Deed
from data.audit.acting import actor
from data.engine import BUSY_MILLISECONDS, LOAD_LOCK, alone, begin_writing
from data.tables.audit import audit, audit_head

PATIENCE_MILLISECONDS = 500  # of somebody who is denied something


def record(target: Engine | Connection, deed: Deed, moment: datetime) -> None:
    """Add the line of a *deed*; on a connection it stands or falls with the transaction that is open there."""
    if isinstance(target, Connection):
        _add(target, deed, moment)
        return
    with begin_writing(target) as connection:
        _add(connection, deed, moment)


def record_once(engine: Engine, deed: Deed, moment: datetime) -> bool:
    """Add the line of a *deed* unless the same person did just that within a minute; whether a line tells of it."""
    try:
        with engine.connect() as connection, _impatient(connection), alone(connection):
            if not _told_lately(connection, deed, moment):
                _add(connection, deed, moment)
    except DBAPIError:
        return False
    return True


def _told_lately(connection: Connection, deed: Deed, moment: datetime) -> bool:
    item, by = audit.c, actor()
    since = stamp(moment - timedelta(minutes=1))
    query = select(item.number).where(item.moment > since, item.deed == deed.kind, item.subject == deed.subject)
    return connection.execute(query.where(item.account == by.account, item.origin == by.origin)).first() is not None


def record_in_turn(engine: Engine, deed: Deed, moment: datetime) -> None:
    """Add the line of a *deed* when nobody else writes, however long that takes; only beside a request."""
    with begin_writing(engine, waiting=lambda: None) as connection:
        _add(connection, deed, moment)


def recorded(engine: Engine, deed: Deed, moment: datetime) -> bool:
    """Add the line of a *deed* where the database can be written soon; whether it was."""
    try:
        with engine.connect() as connection, _impatient(connection), alone(connection):
            _add(connection, deed, moment)
    except DBAPIError:
        return False
    return True


@contextmanager
def _impatient(connection: Connection) -> Iterator[None]:
    """*connection*, which does not wait for long where somebody else writes; then as before."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {PATIENCE_MILLISECONDS}")
        yield
        return
    connection.exec_driver_sql(f"PRAGMA busy_timeout={PATIENCE_MILLISECONDS}")
    try:
        yield
    finally:
        if not connection.invalidated:  # one that is lost is not asked again
            connection.exec_driver_sql(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")


def _add(connection: Connection, deed: Deed, moment: datetime) -> None:
    if connection.dialect.name == "postgresql":  # held already by whoever began to write: it can be taken twice
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOAD_LOCK})
    count, digest = connection.execute(select(audit_head.c.count, audit_head.c.digest)).one()
    line = chained(deed, actor(), stamp(moment), Head(count, digest))
    values = {name: str(getattr(line, name)) for name in SAID[1:]}
    connection.execute(insert(audit).values(number=line.number, digest=line.digest, **values))
    connection.execute(update(audit_head).values(count=line.number, digest=line.digest))


def stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")
