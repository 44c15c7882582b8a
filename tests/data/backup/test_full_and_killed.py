"""A full disk or a kill in the middle of a backup or a restoring leaves what was, or what is new: never half of it."""

import signal
from pathlib import Path

import pytest

from data.backup.restoring import restore
from data.backup.taking import back_up
from data.engine import open_engine
from tests.data.apart import TOLD, in_a_process, killed_before, room_for
from tests.data.backup.kept_place import NOON, KeptPlace, rows

SIZES = (300_000, *(pytest.param(size, marks=pytest.mark.drill) for size in (4_096, 40_000, 1_000_000)))


@pytest.mark.parametrize("size", SIZES)
def test_a_disk_that_fills_leaves_no_backup(place: KeptPlace, tmp_path: Path, size: int) -> None:
    address, file = str(place.engine.url), tmp_path / "full.backup"
    before = rows(place.engine)
    place.engine.dispose()
    deed = lambda: back_up(open_engine(address), place.originals, file, NOON)  # noqa: E731 - done in the process
    assert in_a_process(deed, room_for(size)) == TOLD
    assert not file.exists()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    assert {name: said for name, said in rows(place.engine).items() if "audit" not in name} == {
        name: said for name, said in before.items() if "audit" not in name
    }


@pytest.mark.parametrize("size", SIZES)
def test_a_disk_that_fills_leaves_the_database_as_it_was(
    place: KeptPlace, backup: Path, tmp_path: Path, size: int
) -> None:
    address, before = f"sqlite:///{tmp_path / 'own.db'}", rows(place.engine)
    place.engine.dispose()
    deed = lambda: restore(open_engine(address), place.originals, backup, NOON)  # noqa: E731 - done in the process
    assert in_a_process(deed, room_for(size)) == TOLD
    assert rows(place.engine) == before
    assert [path.name for path in place.originals.iterdir() if path.name.startswith(".")] == []


FEW = (8, 25)
MANY = tuple(pytest.param(deed, marks=pytest.mark.drill) for deed in range(1, 70) if deed not in FEW)


@pytest.mark.parametrize("deed", [*FEW, *MANY])
def test_a_kill_leaves_the_old_database_or_the_new_one(
    place: KeptPlace, backup: Path, tmp_path: Path, deed: int
) -> None:
    address, before = f"sqlite:///{tmp_path / 'own.db'}", rows(place.engine)
    place.engine.dispose()
    ended = in_a_process(lambda: restore(open_engine(address), place.originals, backup, NOON), killed_before(deed))
    after = rows(place.engine)
    is_old, is_new = after == before, after["session"] == [] and after["own_figure"] == before["own_figure"]
    assert (ended in (-signal.SIGKILL, 0), is_old or is_new) == (True, True)
    restore(place.engine, place.originals, backup, NOON)
    assert rows(place.engine)["own_figure"] == before["own_figure"]


@pytest.mark.parametrize(
    "deed", [6, pytest.param(2, marks=pytest.mark.drill), pytest.param(12, marks=pytest.mark.drill)]
)
def test_a_killed_backup_is_none(place: KeptPlace, tmp_path: Path, deed: int) -> None:
    address, file = str(place.engine.url), tmp_path / "killed.backup"
    place.engine.dispose()
    ended = in_a_process(lambda: back_up(open_engine(address), place.originals, file, NOON), killed_before(deed))
    assert (ended, file.exists()) == (-signal.SIGKILL, False)
    back_up(place.engine, place.originals, file, NOON)
