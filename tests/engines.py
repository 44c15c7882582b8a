"""Knows how to give a test an engine with the published figures, and to let it go."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from data.engine import open_engine
from data.intake.published import ensure_published
from data.upgrading import upgrade

SQLITE = "sqlite:///"


@cache
def published_file() -> bytes:
    """A SQLite file with the tables and figures of the product: filled once, then written again for each test."""
    with TemporaryDirectory(prefix="outturn-published-") as folder:
        path = Path(folder) / "outturn.db"
        engine = open_engine(f"{SQLITE}{path}")
        ensure_published(engine)
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
    """Yield an engine on an empty database at *url* with the tables of the product and nothing in them."""
    engine = open_engine(url)
    upgrade(engine)
    yield engine
    engine.dispose()
