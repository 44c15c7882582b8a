"""Gives the tests of a module one product, asked by whoever a test says."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.engine import open_engine
from tests.web.access.askers import Product, product


@pytest.fixture(scope="module")
def gated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """One product for all tests that change nothing."""
    folder: Path = tmp_path_factory.mktemp("gated")
    engine = open_engine(f"sqlite:///{folder / 'outturn.db'}")
    yield product(engine, folder)
    engine.dispose()
