"""Gives a test a place that is worth a backup, and a backup of it; both are made once, and each test has a copy."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.backup.taking import back_up
from data.engine import open_engine
from data.intake import pipeline
from tests.data.backup.kept_place import NOON, KeptPlace, filled
from tests.data.own.conftest import read_here
from tests.engines import published_file

DATABASE, BACKUP = "own.db", "last-night.backup"


def make(folder: Path) -> Path:
    """Fill the database in *folder*, and back it up."""
    engine = open_engine(f"sqlite:///{folder / DATABASE}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "read", read_here)
        place = filled(engine, folder)
    (folder / "sha256").write_text(place.sha256)
    back_up(engine, place.originals, folder / BACKUP, NOON)
    engine.dispose()
    return folder


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the place that each test has a copy of."""
    folder = tmp_path_factory.mktemp("kept")
    (folder / DATABASE).write_bytes(published_file())
    return make(folder)


@pytest.fixture(scope="session")
def made_whole(published_url: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with Sampleshire and its crime."""
    folder = tmp_path_factory.mktemp("whole")
    shutil.copyfile(published_url.removeprefix("sqlite:///"), folder / DATABASE)
    return make(folder)


def copied(made: Path, folder: Path) -> KeptPlace:
    for name in (DATABASE, BACKUP):
        shutil.copyfile(made / name, folder / name)
    shutil.copytree(made / "originals", folder / "originals")
    engine = open_engine(f"sqlite:///{folder / DATABASE}")
    return KeptPlace(engine, folder / "originals", (made / "sha256").read_text())


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Iterator[KeptPlace]:
    found = copied(made, tmp_path)
    yield found
    found.engine.dispose()


@pytest.fixture
def whole_place(made_whole: Path, tmp_path: Path) -> Iterator[KeptPlace]:
    found = copied(made_whole, tmp_path)
    yield found
    found.engine.dispose()


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """The file of a backup of the place."""
    return tmp_path / BACKUP
