"""Knows how to give a test an engine with the published figures, and to let it go."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from data.engine import open_engine
from data.intake.published import ensure_published
from data.sample.ensure import ensure_sample
from data.upgrading import upgrade

SQLITE = "sqlite:///"
SHARED = "TESTS_SHARED"  # names the folder that all processes of a run share; it goes with the run


@cache
def sample_file() -> bytes:
    """A SQLite file with the published figures and Sampleshire.

    The process that comes first makes it, for all of a run: it takes as long as a hundred quick tests.
    """
    made = Path(os.environ[SHARED]) / "sample.db"
    with made.with_suffix(".lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not made.exists():
            made.write_bytes(filled_file(_fill))
    return made.read_bytes()


def _fill(engine: Engine) -> None:
    ensure_published(engine)
    ensure_sample(engine, datetime(2026, 11, 21, tzinfo=UTC))


@cache
def published_file() -> bytes:
    """A SQLite file with the tables and figures of the product: filled once, then written again for each test."""
    return filled_file(ensure_published)


@cache
def upgraded_file() -> bytes:
    """The same with nothing in its tables."""
    return filled_file(upgrade)


def filled_file(fill: Callable[[Engine], object]) -> bytes:
    with TemporaryDirectory(prefix="outturn-filled-") as folder:
        path = Path(folder) / "outturn.db"
        engine = open_engine(f"{SQLITE}{path}")
        fill(engine)
        engine.dispose()
        return path.read_bytes()


@contextmanager
def published_engine(url: str) -> Iterator[Engine]:
    """Yield an engine with the tables and figures of the product in it.

    *url* is a SQLite file that is not there yet, or a copy of the PostgreSQL template.
    """
    if url.startswith(SQLITE):
        Path(url.removeprefix(SQLITE)).write_bytes(published_file())
    engine = open_engine(url)
    ensure_published(engine)
    yield engine
    engine.dispose()


@contextmanager
def upgraded_engine(url: str) -> Iterator[Engine]:
    """Yield an engine with the tables of the product and nothing in them; *url* as for `published_engine`."""
    if url.startswith(SQLITE):
        Path(url.removeprefix(SQLITE)).write_bytes(upgraded_file())
    engine = open_engine(url)
    upgrade(engine)
    yield engine
    engine.dispose()
