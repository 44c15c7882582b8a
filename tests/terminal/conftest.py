"""Gives a test of a command a database of its own with the published figures, which commands open."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data.engine import open_engine


@pytest.fixture
def own(published_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    file = tmp_path / "own.db"
    shutil.copyfile(published_url.removeprefix("sqlite:///"), file)
    monkeypatch.setenv("OUTTURN_DATABASE", f"sqlite:///{file}")
    found = open_engine(f"sqlite:///{file}")
    yield found
    found.dispose()
