"""Gives a test an empty database with the published figures, on each engine."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from tests.engines import published_engine


@pytest.fixture
def engine(published_store_url: str) -> Iterator[Engine]:
    with published_engine(published_store_url) as engine:
        yield engine


@pytest.fixture
def server(published_postgres_url: str) -> Iterator[Engine]:
    """The same on a PostgreSQL server alone, where SQLite is proved by the real reading child."""
    with published_engine(published_postgres_url) as engine:
        yield engine
