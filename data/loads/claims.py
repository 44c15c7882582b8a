"""Knows loads as rows of the database: noted, claimed by one node at a time, and left to others when it is silent.

Whoever works on one says so every few seconds; of whom nothing was heard for longer, nothing is taken any more.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Engine, delete, insert, or_, select, text, update

from data.tables.loads import load_job

SILENCE = timedelta(seconds=30)  # after which whoever worked on it is no longer there
DOOR = 815_2011  # names the lock of PostgreSQL under which files are let in
column = load_job.c


def now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class LoadRow:
    """One load as it stands."""

    load: str
    owner: str
    state: str
    changed: datetime
    size: int
    is_worked_on: bool


def put(engine: Engine, load: str, size: int, note: bytes) -> None:
    """Add a load whose files are there, in no state yet: nobody goes on with it before it is noted."""
    nothing = dict.fromkeys(("owner", "state", "worker", "beat"), "")
    values = {"load": load, "size": size, "note": note, "changed": now().isoformat()}
    with engine.begin() as connection:
        connection.execute(insert(load_job).values(nothing | values))


def note(engine: Engine, load: str, worker: str, values: dict[str, object]) -> bool:
    """Write *values* of a load that is the *worker*'s; whether it still is."""
    said = values | {"changed": now().isoformat(), "beat": now().isoformat()}
    return _change(engine, load, said, column.worker == worker)


def noted(engine: Engine, load: str) -> bytes | None:
    with engine.connect() as connection:
        return connection.execute(select(column.note).where(column.load == load)).scalar()


def claim(engine: Engine, load: str, worker: str) -> bool:
    """Whether the load is now the *worker*'s: nobody had it, or whoever had is silent."""
    return _change(engine, load, {"worker": worker, "beat": now().isoformat()}, _is_free())


def beat(engine: Engine, load: str, worker: str) -> bool:
    """Say that the *worker* goes on; whether the load is still theirs."""
    return _change(engine, load, {"beat": now().isoformat()}, column.worker == worker)


def let_go(engine: Engine, load: str, worker: str) -> None:
    _change(engine, load, {"worker": "", "beat": ""}, column.worker == worker)


def is_free(engine: Engine, load: str) -> bool:
    """Whether nobody works on the load, or there is none."""
    with engine.connect() as connection:
        found = connection.execute(select(column.load).where(column.load == load, ~_is_free())).first()
    return found is None


def left(engine: Engine, state: str) -> Sequence[str]:
    """The loads in a *state* that nobody works on any more."""
    with engine.connect() as connection:
        return connection.execute(select(column.load).where(column.state == state, _is_free())).scalars().all()


def rows(engine: Engine) -> list[LoadRow]:
    """Every load that lies there."""
    with engine.connect() as connection:
        found = connection.execute(select(load_job)).all()
    since = (now() - SILENCE).isoformat()
    return [
        LoadRow(
            row.load,
            row.owner,
            row.state,
            datetime.fromisoformat(row.changed),
            row.size,
            bool(row.worker) and row.beat >= since,
        )
        for row in found
    ]


def holding(engine: Engine, words: Sequence[str]) -> list[str]:
    """The loads whose note holds one of these *words*."""
    with engine.connect() as connection:
        found = connection.execute(select(column.load, column.note)).all()
    return [load for load, note in found if any(word.encode() in note for word in words)]


def remove(engine: Engine, load: str) -> None:
    with engine.begin() as connection:
        connection.execute(delete(load_job).where(column.load == load))


@contextmanager
def door(engine: Engine) -> Iterator[bool]:
    """Whether nobody else lets files in at this moment, on any node; nobody does until the end."""
    if engine.dialect.name != "postgresql":
        yield True
        return
    with engine.begin() as connection:
        yield bool(connection.execute(text("SELECT pg_try_advisory_xact_lock(:door)"), {"door": DOOR}).scalar())


def _is_free() -> ColumnElement[bool]:
    return or_(column.worker == "", column.beat < (now() - SILENCE).isoformat())


def _change(engine: Engine, load: str, values: dict[str, object], where: ColumnElement[bool]) -> bool:
    with engine.begin() as connection:
        return connection.execute(update(load_job).where(column.load == load, where).values(values)).rowcount == 1
