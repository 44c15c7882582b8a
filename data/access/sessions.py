"""Knows which browsers are signed in, as whom, and until when: their tokens stand here only as sha256."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, delete, insert, select, update
from sqlalchemy.exc import OperationalError

from dashboard.domain.access.accounts import Account, claimed, spelled
from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.access.people import Grant
from data.access.accounts import account_numbered, tell_of, written
from data.engine import BUSY_MILLISECONDS, begin_writing
from data.tables.access import account, session

LONGEST = timedelta(hours=12)  # then everybody signs in again
NOTED_EVERY = timedelta(minutes=1)  # a request more within it writes nothing
SHORT_WAIT = 50  # milliseconds that a request waits to note that it was seen


@dataclass(frozen=True, slots=True)
class SignedIn:
    """An account that a browser is signed in as, with the roles that it has now."""

    account: Account
    began: str


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A browser that an account is signed in by; *key* names it and signs nobody in."""

    key: str
    began: str
    seen: str
    origin: str


def begin(engine: Engine, number: int, origin: str, now: datetime, roles: Sequence[Grant] | None = None) -> str:
    """Sign a browser in and return its token; *roles* are those that a provider names, which hold until it ends."""
    token = secrets.token_urlsafe(32)
    row = {"token": key_of(token), "account": number, "origin": origin, "ends": written(now + LONGEST)}
    row |= {"created": written(now), "seen": written(now)}
    row["roles"] = None if roles is None else " ".join(map(spelled, roles))
    with engine.begin() as connection:
        connection.execute(delete(session).where(session.c.ends <= written(now)))
        connection.execute(insert(session).values(row))
        connection.execute(update(account).where(account.c.id == number).values(seen=written(now)))
    return token


def found(engine: Engine, token: str, now: datetime, idle: timedelta, *, notes: bool = True) -> SignedIn | None:
    """Who is signed in by *token*; nobody when it ended, when nothing was asked for too long, or it is disabled.

    Without *notes* nothing is written: a standby is asked, which takes nothing.
    """
    if not token:
        return None
    with engine.connect() as connection:
        row = connection.execute(select(session).where(session.c.token == key_of(token))).first()
    if row is None or row.ends <= written(now) or row.seen <= written(now - idle):
        return None
    known = account_numbered(engine, row.account)
    if known is None or known.is_disabled:
        return None
    if notes and row.seen <= written(now - NOTED_EVERY):
        note_seen(engine, known.number, now, row.token)
    if row.roles is not None:
        known = replace(known, grants=claimed(row.roles))
    return SignedIn(known, row.created)


def note_seen(engine: Engine, number: int, now: datetime, kept: str = "") -> None:
    """Note that somebody asked; where the database is being written this waits for another request."""
    seen = {"seen": written(now)}
    with engine.connect() as connection:
        _wait_at_most(connection, SHORT_WAIT)
        try:
            connection.execute(update(session).where(session.c.token == kept).values(**seen))
            connection.execute(update(account).where(account.c.id == number).values(**seen))
            connection.commit()
        except OperationalError:
            connection.rollback()
        finally:
            if engine.dialect.name == "sqlite":
                _wait_at_most(connection, BUSY_MILLISECONDS)


def _wait_at_most(connection: Connection, milliseconds: int) -> None:
    """How long what this connection writes waits for another to have written."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA busy_timeout={milliseconds}")
    else:
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{milliseconds}ms'")


def open_sessions(engine: Engine, number: int, now: datetime, idle: timedelta) -> tuple[OpenSession, ...]:
    """The browsers in which the account is signed in now, whichever asked last first."""
    item = session.c
    query = select(item.token, item.created, item.seen, item.origin).where(
        item.account == number, item.ends > written(now), item.seen > written(now - idle)
    )
    with engine.connect() as connection:
        return tuple(OpenSession(*row) for row in connection.execute(query.order_by(item.seen.desc(), item.token)))


def end(engine: Engine, token: str) -> None:
    """End the session of one browser, which signs in anew or is nobody's."""
    with engine.begin() as connection:
        connection.execute(delete(session).where(session.c.token == key_of(token)))


def sign_out(engine: Engine, token: str, number: int, now: datetime) -> None:
    """Sign an account out of one browser, with the line in the audit trail."""
    with begin_writing(engine) as connection:
        connection.execute(delete(session).where(session.c.token == key_of(token)))
        tell_of(connection, number, Deed(DeedKind.SIGNED_OUT), now)


def end_one(engine: Engine, number: int, key: str, now: datetime) -> bool:
    """Sign an account out of the browser of that *key*, with the line in the audit trail; False where it has none."""
    with begin_writing(engine) as connection:
        known = connection.execute(delete(session).where(session.c.token == key, session.c.account == number))
        if known.rowcount:
            tell_of(connection, number, Deed(DeedKind.SIGNED_OUT, after="in another browser"), now)
        return bool(known.rowcount)


def end_all(engine: Engine, number: int, now: datetime) -> None:
    """Sign an account out everywhere, with the line in the audit trail."""
    with begin_writing(engine) as connection:
        connection.execute(delete(session).where(session.c.account == number))
        tell_of(connection, number, Deed(DeedKind.SIGNED_OUT, after="everywhere"), now)


def key_of(token: str) -> str:
    """What the session of a *token* is kept under."""
    return hashlib.sha256(token.encode()).hexdigest()
