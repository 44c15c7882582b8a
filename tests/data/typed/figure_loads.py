"""Knows how a test loads an officer's file of figures, and everything that the database then holds."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from data.intake import pipeline
from data.intake.child import readings
from data.intake.frames import Frame
from data.intake.pipeline import Summary, Wish, load_files
from data.tables.own import releases
from tests.data.street.testshire import everything

MOMENT = datetime(2026, 11, 21, tzinfo=UTC)
MOST_SECONDS = 60.0  # a file that hurts its reader takes for ever, a busy machine only long


def load(engine: Engine, *paths: Path, partnership: str = "warwickshire", agrees: bool = True) -> Summary:
    """Load *paths* as an officer of a partnership who agrees to what the preview shows, or does not."""
    return load_files(engine, paths, Wish(MOMENT, partnership=partnership, agree=lambda _: agrees))


def whole(engine: Engine) -> dict[str, list[str]]:
    """Every row of every table, of the published figures, of street-level crime and of the officers' own."""
    with engine.connect() as connection:
        own = {
            table.name: sorted(map(repr, map(tuple, connection.execute(select(table)))))
            for table in releases.sorted_tables
        }
    return everything(engine) | own


def read_here(patch: pytest.MonkeyPatch) -> None:
    """Have files read in this process from now on: a child takes longer to start than most of them to read."""

    def read(paths: Sequence[Path], period: str = "") -> Iterator[Frame]:
        for at, path in enumerate(paths):
            for said in readings(path, period):
                yield Frame(at, said)

    patch.setattr(pipeline, "read", read)
