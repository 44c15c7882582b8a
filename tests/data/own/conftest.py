"""Gives a test a database with the published figures, on each engine or on SQLite alone, and reads without a child."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data.engine import open_engine
from data.intake import pipeline
from data.intake.child import readings
from data.intake.frames import Frame
from tests.data.sources.crossing import crossed
from tests.data.street.conftest import engine

__all__ = ["engine"]


def read_here(paths: Sequence[Path], period: str = "") -> Iterator[Frame]:
    """What the reading child answers; starting one for every load would take most of the time."""
    for at, path in enumerate(paths):
        for said in readings(path, period):
            yield Frame(at, crossed(said))


@pytest.fixture(autouse=True)
def reader(monkeypatch: pytest.MonkeyPatch, in_a_child: bool) -> None:
    if not in_a_child:
        monkeypatch.setattr(pipeline, "read", read_here)


@pytest.fixture
def quick_engine(published_url: str, tmp_path: Path) -> Iterator[Engine]:
    """A SQLite database of one's own that holds the published figures and Sampleshire."""
    own = tmp_path / "own.db"
    shutil.copyfile(published_url.removeprefix("sqlite:///"), own)
    found = open_engine(f"sqlite:///{own}")
    yield found
    found.dispose()
