"""Gives a test of pages the product on a database and a folder of its own; files are read without a child."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from data.intake import pipeline
from tests.data.own.conftest import quick_engine, read_here
from tests.web.served import client_of

__all__ = ["quick_engine"]


@pytest.fixture
def own(quick_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FlaskClient]:
    monkeypatch.setattr(pipeline, "read", read_here)
    with client_of(quick_engine, tmp_path) as client:
        yield client
