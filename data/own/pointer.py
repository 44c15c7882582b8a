"""Knows which release is published, now or on an earlier day, and how the pointer to it moves."""

from datetime import date, datetime

from sqlalchemy import Connection, Engine, func, insert, select

from data.tables import own as tables
from data.tables.audit import erasure

PUBLISHED_ONLY = 0


def pointer(connection: Connection, day: date | None = None) -> int:
    """The release that is published, or that was at the end of *day* (UTC); 0 where none was."""
    move = tables.move.c
    query = select(move.release).order_by(move.id.desc()).limit(1)
    if day is not None:
        query = query.where(move.moment < f"{day.isoformat()}U")  # after every time of that day, which begins with T
    return int(connection.execute(query).scalar() or PUBLISHED_ONLY)


def chain(connection: Connection, release: int) -> tuple[int, ...]:
    """*release* and everything it rests on, the oldest first."""
    item = tables.release.c
    parents = {number: parent for number, parent in connection.execute(select(item.id, item.parent))}
    found = []
    while release:
        found.append(release)
        release = parents[release]
    return tuple(reversed(found))


def erasures(engine: Engine) -> int:
    """How often rows of releases were erased: between two of these a release never changes."""
    with engine.connect() as connection:
        return int(connection.execute(select(func.max(erasure.c.id))).scalar() or 0)


def begin(connection: Connection, moment: datetime, who: str, words: str, reason: str = "") -> int:
    """A new release on top of what is published; returns its number. It counts when the pointer moves to it."""
    item = tables.release
    number = (connection.execute(select(func.max(item.c.id))).scalar() or 0) + 1
    said = {"moment": stamp(moment), "who": who, "words": words, "reason": reason}
    connection.execute(insert(item).values(id=number, parent=pointer(connection), **said))
    return int(number)


def publish(connection: Connection, release: int, moment: datetime, who: str, why: str) -> None:
    """Move the pointer."""
    said = {"moment": stamp(moment), "who": who, "why": why}
    connection.execute(insert(tables.move).values(release=release, **said))


def parent(connection: Connection, release: int) -> int:
    return int(connection.execute(select(tables.release.c.parent).where(tables.release.c.id == release)).scalar() or 0)


def stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
