"""Gives a test an empty database with the published figures, on each engine."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from data.engine import open_engine
from data.load.published import ensure_published


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    engine = open_engine(store_url)
    ensure_published(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def server(postgres_url: str) -> Iterator[Engine]:
    """The same on a PostgreSQL server alone, where SQLite is proved by the real reading child."""
    engine = open_engine(postgres_url)
    ensure_published(engine)
    yield engine
    engine.dispose()
