"""Gives a test a database with the published figures and no street-level crime, on each engine."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from tests.data.street.testshire import Held
from tests.engines import published_engine


@pytest.fixture
def engine(published_store_url: str) -> Iterator[Engine]:
    with published_engine(published_store_url) as engine:
        yield engine


@pytest.fixture
def held(engine: Engine) -> Held:
    return Held(engine)
