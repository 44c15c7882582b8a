"""Gives a test the tables of the product with nothing in them, on each engine."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from tests.engines import upgraded_engine


@pytest.fixture
def engine(upgraded_store_url: str) -> Iterator[Engine]:
    with upgraded_engine(upgraded_store_url) as engine:
        yield engine
