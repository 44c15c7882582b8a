"""Gives a test of meetings the product with whoever it says as the one who asks, and short ways to send its forms."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.app import ENGINES
from tests.data.meetings.emptied import nobody_met
from tests.data.own.conftest import quick_engine
from tests.web.access.askers import Product, product
from tests.web.meetings.secretary import Secretary

__all__ = ["quick_engine"]


@pytest.fixture
def desk(quick_engine: Engine, tmp_path: Path) -> Iterator[Product]:
    """Nobody has met yet, nor in Sampleshire."""
    nobody_met(quick_engine)
    made = product(quick_engine, tmp_path)
    made.as_("administrator")
    yield made
    made.app.server.extensions[ENGINES].dispose()


@pytest.fixture
def secretary(desk: Product) -> Secretary:
    return Secretary(desk)
