"""Gives a test an empty database with the tables and crime types of the product, on each engine."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from tests.data.street.testshire import Held
from tests.engines import published_engine


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    with published_engine(store_url) as engine:
        yield engine


@pytest.fixture
def held(engine: Engine) -> Held:
    return Held(engine)
