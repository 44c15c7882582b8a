"""Knows how what is said of a plan's lines is kept: rows that only grow, once each, and nobody's words lost."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, Protocol, TypeVar

from sqlalchemy import Connection, Engine, Table, insert, select

from dashboard.domain.access.deeds import Deed
from dashboard.domain.errors import RefusedEntry
from data.audit.recording import record
from data.engine import begin_writing
from data.own.pointer import stamp
from data.schema import Found

SPOKE_FIRST = (
    "Somebody else wrote here while you did; what they wrote is shown on this page. Send yours again to add it."
)


class Seeing(Protocol):
    @property
    def seen(self) -> int: ...


T = TypeVar("T")
S = TypeVar("S", bound=Seeing)
Values = Mapping[str, int | str | None]


@dataclass(frozen=True, slots=True)
class Course(Generic[T, S]):
    """What is said of one kind of line: its table, the column of the line's key, and how a row is made and read."""

    table: Table
    line: str
    values: Callable[[S], Values]
    read: Callable[[Found], T]
    deed: Callable[[tuple[str, str], T | None, S], Deed]  # place, what was said before, what is said


def say(engine: Engine, course: Course[T, S], place: tuple[str, str], said: S, moment: datetime) -> None:
    """Keep what was *said* of a line, its *place* being partnership and key.

    The same once more, as a double click sends it, is kept once. Raises RefusedEntry where somebody else spoke since.
    """
    partnership, key = place
    with begin_writing(engine) as connection:
        before = [row for row in _rows(connection, course.table, partnership, None) if getattr(row, course.line) == key]
        values = course.values(said)
        since = [row for row in before if row.id > said.seen]
        if any(all(getattr(row, name) == value for name, value in values.items()) for row in since):
            return
        if since:
            raise RefusedEntry((("", SPOKE_FIRST),))
        row = {**values, "partnership": partnership, course.line: key, "moment": stamp(moment)}
        connection.execute(insert(course.table).values(row))
        record(connection, course.deed(place, course.read(before[-1]) if before else None, said), moment)


def said(engine: Engine, course: Course[T, S], partnership: str, day: date | None) -> tuple[T, ...]:
    """Everything said of a partnership's lines up to the end of *day* (UTC), the oldest first."""
    with engine.connect() as connection:
        return tuple(map(course.read, _rows(connection, course.table, partnership, day)))


def _rows(connection: Connection, table: Table, partnership: str, day: date | None) -> list[Found]:
    query = select(table).where(table.c.partnership == partnership).order_by(table.c.id)
    if day is not None:
        query = query.where(table.c.moment < f"{day.isoformat()}U")  # after every time of that day, which begins with T
    return list(connection.execute(query))
