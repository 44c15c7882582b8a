"""Knows how the audit trail is read: some lines for a page, all of them in a stream, and whether it is whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Engine, Row, select

from dashboard.domain.access.audit import Head, Soundness, TrailLine, verify
from data.schema import Query
from data.tables.audit import audit, audit_head

AT_ONCE = 1_000  # lines in memory
PAGE = 100


@dataclass(frozen=True, slots=True)
class WantedLines:
    """Which lines are asked for; what is empty asks for every one."""

    account: str | None = None
    name: str = ""
    deed: str = ""
    partnership: str = ""
    outcome: str = ""
    day: date | None = None


EVERY_LINE = WantedLines()


def head(connection: Connection) -> Head | None:
    """How many lines there are; None where the note of it is gone."""
    found = connection.execute(select(audit_head.c.count, audit_head.c.digest)).first()
    return Head(*found) if found else None


def page(engine: Engine, wanted: WantedLines, before: int | None = None) -> list[TrailLine]:
    """The newest lines that are *wanted*, older than line *before*: one more than a page shows, if there is one."""
    query = _of(wanted).order_by(audit.c.number.desc()).limit(PAGE + 1)
    if before is not None:
        query = query.where(audit.c.number < before)
    with engine.connect() as connection:
        return [*map(_line, connection.execute(query))]


def people(engine: Engine) -> list[tuple[str, str]]:
    """Everybody who did anything, by account and name."""
    item = audit.c
    with engine.connect() as connection:
        found = connection.execute(select(item.account, item.name).distinct().order_by(item.name, item.account))
        return [(account, name) for account, name in found]


def partnerships(engine: Engine) -> list[str]:
    item = audit.c.partnership
    with engine.connect() as connection:
        return [*connection.execute(select(item).distinct().where(item != "").order_by(item)).scalars()]


def stream(connection: Connection, wanted: WantedLines = EVERY_LINE, first: int = 1) -> Iterator[TrailLine]:
    """The lines that are *wanted*, from line *first* on, the oldest first; never all of them in memory."""
    query = _of(wanted).where(audit.c.number >= first).order_by(audit.c.number)
    with connection.execute(query, execution_options={"yield_per": AT_ONCE}) as found:
        yield from map(_line, found)


def check(engine: Engine, newest: int | None = None) -> tuple[Soundness, Head | None]:
    """Walk the trail, or its *newest* lines alone, as it stands at one moment."""
    with standing(engine) as connection:
        end = head(connection)
        first = max(1, end.count - newest + 1) if end and newest is not None else 1
        return verify(stream(connection, first=first), end, _before(connection, first)), end


def noted(engine: Engine, digest: str) -> int:
    """The line whose fingerprint begins with *digest*, as somebody noted it; 0 where there is none."""
    item = audit.c
    query = select(item.number).where(item.digest.startswith(digest.lower(), autoescape=True)).limit(1)
    with engine.connect() as connection:
        return int(connection.execute(query).scalar() or 0)


@contextmanager
def standing(engine: Engine) -> Iterator[Connection]:
    """A connection on which everything is seen as it is at one moment, whatever is written meanwhile."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN")
        else:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield connection


def _before(connection: Connection, first: int) -> Head:
    """What line *first* rests on: where the walk does not begin with the first of all, what it says itself."""
    item = audit.c
    found = connection.execute(select(item.previous).where(item.number == first)).scalar() if first > 1 else ""
    return Head(first - 1, found or "")


def _of(wanted: WantedLines) -> Query:
    item = audit.c
    query = select(audit)
    if wanted.account is not None:
        query = query.where(item.account == wanted.account, item.name == wanted.name)
    for name in ("deed", "partnership", "outcome"):
        if said := getattr(wanted, name):
            query = query.where(item[name] == said)
    if wanted.day is not None:
        day = wanted.day.isoformat()
        query = query.where(item.moment >= day, item.moment < f"{day}U")  # after every time of it, which begins with T
    return query


def _line(row: Row[tuple[object, ...]]) -> TrailLine:
    return TrailLine(*row)  # type: ignore[call-arg,arg-type]
