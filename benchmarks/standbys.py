"""Measures how reads grow with standbys: `python -m benchmarks standbys`, as root on Linux.

Each server of PostgreSQL gets the same small part of a processor, so that the servers are what is short, as they are on
machines of their own; those who ask have the rest. Asked is what drill-downs of Sampleshire ask, nothing is kept.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from benchmarks.measured import heading, row, write
from dashboard.questions.street import CountQuery
from dashboard.terminal.opening import open_to_serve
from data.connections.engines import Engines
from data.store import SqlStore
from tests.app.cluster import Database, databases

NAMES = ("db1", "db2", "db3")
PART = 0.10  # of one processor, for each server
PERIOD = 20_000  # microseconds in which a server gets its part
ASKING = 8  # threads
WARM = 3.0  # seconds before anything is counted
ROUNDS = 3
GROUPS = Path("/sys/fs/cgroup/cpu")


def main(words: Sequence[str]) -> None:
    parser = argparse.ArgumentParser("benchmarks standbys", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the table there as well")
    parser.add_argument("--seconds", type=float, default=15, help="of each round")
    asked = parser.parse_args(words)
    if not (GROUPS / "tasks").exists():
        raise SystemExit(f"Nothing was measured: {GROUPS} gives no server its part of a processor here.")
    heading()
    with tempfile.TemporaryDirectory(prefix="outturn-standbys-") as folder, databases(Path(folder), NAMES) as every:
        made = [_engines(every[:1], every[1 : 1 + count]) for count in range(len(NAMES))]
        with _alike(every):
            rates = [[_rate(engines, asked.seconds) for engines in made] for _ in range(ROUNDS)]
        for engines in made:
            engines.dispose()
    table = [row(f"answers a second, {words}", [one[at] for one in rates], "") for at, words in enumerate(SERVERS)]
    table.append(row("two standbys beside one", [one[2] / one[1] for one in rates], "times"))
    if asked.json:
        write(asked.json, table)


SERVERS = ("the primary alone", "one standby", "two standbys")


def _engines(primary: Sequence[Database], standbys: Sequence[Database]) -> Engines:
    """What a web node has on these servers."""
    [address] = [f"postgresql+psycopg://outturn@127.0.0.1:{server.port}/postgres" for server in primary]
    read = [f"postgresql+psycopg://outturn@127.0.0.1:{server.port}/postgres" for server in standbys]
    return open_to_serve(address, read)


@contextmanager
def _alike(every: Sequence[Database]) -> Iterator[None]:
    """Give each server its part of a processor."""
    groups = [GROUPS / f"outturn-{server.name}-{server.port}" for server in every]
    for server, group in zip(every, groups, strict=True):
        group.mkdir()
        (group / "cpu.cfs_period_us").write_text(str(PERIOD), encoding="ascii")
        (group / "cpu.cfs_quota_us").write_text(str(int(PERIOD * PART)), encoding="ascii")
        for number in _family(server):
            (group / "cgroup.procs").write_text(str(number), encoding="ascii")
    try:
        yield
    finally:
        for group in groups:
            for process in (group / "cgroup.procs").read_text(encoding="ascii").split():
                (GROUPS / "cgroup.procs").write_text(process, encoding="ascii")
            group.rmdir()


def _family(server: Database) -> list[int]:
    if server.process is None:
        return []
    parent = server.process.pid
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
    return [parent, *map(int, children)]


def _rate(engines: Engines, seconds: float) -> float:
    """Answers a second to threads that ask one question after the other."""
    store = SqlStore(engines.reads)
    ask = _questions(store)
    end = time.monotonic() + WARM + seconds

    def go_on(seed: int) -> int:
        luck, answered = random.Random(seed), 0
        while (now := time.monotonic()) < end:
            if engines.standbys:
                engines.standbys.choose(0)
            ask(luck)
            answered += now >= end - seconds
        return answered

    with ThreadPoolExecutor(ASKING) as pool:
        return sum(pool.map(go_on, range(ASKING))) / seconds


def _questions(store: SqlStore) -> Callable[[random.Random], object]:
    """One of the questions that drill-downs of Sampleshire ask, by luck."""
    root = store.street_root("sampleshire")
    if root is None:
        raise RuntimeError("Sampleshire is not there.")
    places = tuple(place.id for place in (root, *store.inward(root.id)))
    months = [held.month for held in store.held_months(root.force)]
    every = CountQuery(places, tuple(kind.number for kind in store.crime_types()), months[0], months[-1], 3)

    def ask(luck: random.Random) -> object:
        some = replace(every, places=tuple(luck.sample(places, min(3, len(places)))), by_type=True)
        return store.counts(some)

    return ask
