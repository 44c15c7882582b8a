"""Loads a made-up nation from files: `python -m benchmarks nation --database URL`, and says what each call took.

Each force is loaded in calls of some months whose files are then deleted. A line of JSON is kept for each call.
"""

import argparse
import json
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy import Engine, text

from benchmarks.nation_files import ForceFiles, Nation
from benchmarks.processors import server_seconds
from benchmarks.street_areas import SIZES, force_name
from benchmarks.street_files import write_areas
from benchmarks.street_loading import apart
from data.engine import open_engine
from data.intake.published import ensure_published

MILLIONS = 90
Figures = dict[str, float | str]


def main(words: Sequence[str]) -> None:
    size = SIZES[MILLIONS]
    parser = argparse.ArgumentParser("benchmarks nation", description=__doc__)
    parser.add_argument("--database", required=True, help="the address of the primary; PostgreSQL on this machine")
    parser.add_argument("--standby", help="the address of a standby on this machine")
    parser.add_argument("--folder", type=Path, required=True, help="where files are written until they are loaded")
    parser.add_argument("--forces", type=_range, default=range(size.forces), metavar="FIRST-LAST", help="from 1 to 43")
    parser.add_argument("--months", type=_range, default=range(size.months), metavar="FIRST-LAST", help="from 1 to 170")
    parser.add_argument("--call", type=int, default=60, metavar="MONTHS", help="of a force, in one call")
    parser.add_argument("--together", action="store_true", help="one call a month, of every force")
    parser.add_argument("--log", type=Path, required=True, help="a line of JSON for each call is added to it")
    asked = parser.parse_args(words)
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        loading = _Loading(asked.database, asked.standby, asked.log)
        loading.areas(Nation(size), Path(folder))
        calls = _together if asked.together else _apart
        for name, paths, seconds in calls(Nation(size), asked, Path(folder)):
            loading.load(name, paths, seconds)


def _range(words: str) -> range:
    first, _, last = words.partition("-")
    return range(int(first) - 1, int(last or first))


def _apart(nation: Nation, asked: argparse.Namespace, folder: Path) -> Iterator[tuple[str, list[Path], float]]:
    """Each force in calls of some months."""
    for force in asked.forces:
        files = nation.force(force)
        for at in range(0, len(asked.months), asked.call):
            yield _written(force_name(force), [files], asked.months[at : at + asked.call], folder)


def _together(nation: Nation, asked: argparse.Namespace, folder: Path) -> Iterator[tuple[str, list[Path], float]]:
    """Each month of every force in one call."""
    for month in asked.months:
        yield _written("every force", map(nation.force, asked.forces), [month], folder)


def _written(
    name: str, forces: "Iterator[ForceFiles] | list[ForceFiles]", months: Sequence[int], folder: Path
) -> tuple[str, list[Path], float]:
    used = time.process_time()
    paths = [path for files in forces for path in files.write(folder / "street", months)]
    return name, paths, time.process_time() - used


class _Loading:
    """Loads files into one database and keeps a line for each call."""

    def __init__(self, address: str, standby: str | None, log: Path) -> None:
        self._address, self._log = address, log
        self._engine = open_engine(address)
        self._standby = open_engine(standby) if standby else None
        ensure_published(self._engine)

    def areas(self, nation: Nation, folder: Path) -> None:
        """Load lookups, populations and boundaries where none are."""
        with self._engine.connect() as connection:
            held = connection.execute(text("SELECT count(*) FROM lookup_area")).scalar_one()
        if not held:
            self.load("areas", write_areas(folder / "areas", nation.size), 0.0)

    def load(self, name: str, paths: list[Path], making: float) -> None:
        """Load *paths*, delete them, keep what it took."""
        size = sum(path.stat().st_size for path in paths)
        before, began = self._state(), time.time()
        found = apart(self._address, paths)
        lag = _lag(self._engine)
        after = self._state()
        grown = {key: after[key] - before[key] for key in before}
        line: Figures = {"name": name, "at": began, "files": len(paths), "text": size, "making": making}
        line |= found | grown | {"held": after["bytes"], "lag": lag}
        with self._log.open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
        rows, seconds = found["rows"], found["seconds"]
        busy = sum(float(line[key]) for key in ("parent", "reader", "primary", "standby"))
        print(f"{name}: {rows:,} rows, {seconds:.1f} s, {busy / max(rows, 1) * 1e6:.2f} µs of processor time a row")
        shutil.rmtree(paths[0].parent)

    def _state(self) -> dict[str, float]:
        """Bytes of the database and of its log, seconds of processor time of its servers."""
        with self._engine.connect() as connection:
            query = "SELECT pg_database_size(current_database()), pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')"
            held, log = connection.execute(text(query)).one()
        standby = server_seconds(self._standby) if self._standby else 0.0
        return {"bytes": held, "wal": float(log), "primary": server_seconds(self._engine), "standby": standby}


def _lag(engine: Engine) -> float:
    """Bytes that the farthest standby has not yet replayed when a call has ended."""
    query = "SELECT max(pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)) FROM pg_stat_replication"
    with engine.connect() as connection:
        return float(connection.execute(text(query)).scalar() or 0)
