"""Gives a test an empty database with the tables and crime types of the product, on each engine."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from data.engine import open_engine
from data.load.published import ensure_published
from tests.load.testshire import Held


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    engine = open_engine(store_url)
    ensure_published(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def held(engine: Engine) -> Held:
    return Held(engine)
