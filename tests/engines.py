"""Knows how to give a test an engine with the published figures, and to let it go."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from data.engine import open_engine
from data.intake.published import ensure_published


@contextmanager
def published_engine(url: str) -> Iterator[Engine]:
    """Yield the engine of *url* with the tables and figures of the product in it."""
    engine = open_engine(url)
    ensure_published(engine)
    yield engine
    engine.dispose()
