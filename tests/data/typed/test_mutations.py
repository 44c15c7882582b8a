"""Proves that no file of figures, however it was spoilt, stops the product, holds it up or changes what it holds."""

import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data.engine import open_engine
from data.intake.child import MEMORY, readings
from data.intake.published import ensure_published
from data.parcels import FigureTable, Refused
from tests.data.sources.crossing import crossed
from tests.data.typed.figure_loads import MOST_SECONDS, load, read_here, whole
from tests.data.typed.mutations import FILES, mutated

COPIES, RESOLVED, THROUGH_A_CHILD = 450, 90, 25
SHARES = (3, pytest.param(1, marks=pytest.mark.drill))  # of all the copies a third are looked at in the ordinary run
LIMITS = "import resource as r; from data.intake.child import limit; limit(); print(r.getrlimit(r.RLIMIT_AS)[0])"


def copies(folder: Path, first: int, most: int) -> Iterator[tuple[str, Path]]:
    """Write mutated copies of every kind in turn; yield each with its name, from which it can be made again."""
    for number, name in islice(enumerate(cycle(FILES), first), most):
        path = folder / f"{number}-{name}"
        path.write_bytes(mutated(name, number))
        yield path.name, path


@pytest.mark.parametrize("name", FILES)
def test_a_good_file_of_each_kind_is_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])
    [parcel] = readings(path)
    assert isinstance(parcel, FigureTable)
    assert parcel.rules == {}
    assert parcel.declared


@pytest.mark.no_cover  # what a random file reaches is no measure
@pytest.mark.parametrize("share", SHARES)
def test_a_spoilt_file_is_read_or_refused_with_a_sentence(tmp_path: Path, share: int) -> None:
    kinds = set()
    for name, path in copies(tmp_path, 0, COPIES // share):
        began = time.monotonic()
        for parcel in readings(path):
            kinds.add(parcel.kind)
            assert crossed(parcel) == parcel, name
            sentence = getattr(parcel, "sentence", "")
            assert (name, sentence.isprintable(), len(sentence) < 600) == (name, True, True)
            assert bool(sentence) == (isinstance(parcel, Refused)), name
        assert time.monotonic() - began < MOST_SECONDS, name
    assert {"figures", "refused"} <= kinds


@pytest.mark.no_cover
@pytest.mark.postgres
@pytest.mark.parametrize("share", SHARES)
def test_a_spoilt_file_that_is_not_agreed_to_changes_nothing(
    server: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, share: int
) -> None:
    """Resolved against what is published and written; only the reading is done in this process."""
    read_here(monkeypatch)
    before = whole(server)
    for name, path in copies(tmp_path, COPIES, RESOLVED // share):
        summary = load(server, path, agrees=False)
        assert (name, summary.loaded, all(map(str.isprintable, summary.refused))) == (name, False, True)
        if path.stem.endswith("0"):
            assert whole(server) == before, name
    assert whole(server) == before


@pytest.mark.no_cover
@pytest.mark.slow
@pytest.mark.parametrize("share", SHARES)
def test_a_spoilt_file_comes_back_from_the_child_in_time(sqlite_url: str, tmp_path: Path, share: int) -> None:
    engine = open_engine(sqlite_url)
    ensure_published(engine)
    before = whole(engine)
    for name, path in copies(tmp_path, 2 * COPIES, THROUGH_A_CHILD // share):
        began = time.monotonic()
        summary = load(engine, path, agrees=False)
        assert time.monotonic() - began < MOST_SECONDS, name
        assert (name, summary.loaded) == (name, False)
        assert whole(engine) == before, name
    engine.dispose()


def test_the_child_that_reads_has_at_most_two_gibibytes() -> None:
    said = subprocess.run([sys.executable, "-c", LIMITS], check=True, capture_output=True, text=True).stdout
    assert int(said) == MEMORY <= 2 * 1024**3
