"""Knows how fast the loader is beside pandas alone on the same files, how much memory it takes, what a reload costs.

Started as `python -m benchmarks.street_loading DATABASE`, with paths one a line on standard input, it loads them once.
"""

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
from sqlalchemy import Engine

from benchmarks.measured import Measured, row
from dashboard.cli import seldom_collecting
from data.engine import open_engine
from data.intake.pipeline import Wish, load_files
from data.intake.published import ensure_published
from data.intake.reader import Reader

PANDAS_ROUNDS, RELOADS = 3, 5
ROOT = Path(__file__).resolve().parent.parent
WISH = Wish(datetime(2026, 1, 20, tzinfo=UTC), "benchmark")


def measure(address: str, areas: Sequence[Path], months: Sequence[Path], prefix: str) -> list[Measured]:
    """Load the county's files into the empty database at *address*; what is printed is also returned."""
    engine = open_engine(address)
    ensure_published(engine)
    alone = [pandas_alone(months) for _ in range(PANDAS_ROUNDS)]
    rows, _ = alone[0]
    fast = rows / statistics.median(seconds for _, seconds in alone)
    before = apart(address, areas)
    found = apart(address, months)
    rate = found["rows"] / found["seconds"]
    table = [
        row("lookups, populations, boundaries", [before["seconds"] * 1000], "ms"),
        row("pandas.read_csv alone", [fast / 1000], "thousand rows a second"),
        row("loading", [rate / 1000], "thousand rows a second"),
        row("loading as a share of pandas", [rate / fast], "times"),
        row("memory at most, loading process", [found["own"]], "MB"),
        row("memory at most, reading process", [found["child"]], "MB"),
        row("a month in which one row changed", _reloads(engine, months), "ms"),
    ]
    return [replace(line, measure=f"{prefix}: {line.measure}") for line in table]


def pandas_alone(paths: Sequence[Path]) -> tuple[int, float]:
    """Rows and seconds of reading *paths* as everyone would."""
    began = time.perf_counter()
    rows = sum(len(pd.read_csv(path)) for path in paths)
    return rows, time.perf_counter() - began


def apart(address: str, paths: Sequence[Path]) -> dict[str, float]:
    """Load *paths* in a process of its own, so that its memory is the loader's."""
    command = [sys.executable, "-m", "benchmarks.street_loading", address]
    done = subprocess.run(
        command, input="\n".join(map(str, paths)), stdout=subprocess.PIPE, cwd=ROOT, text=True, check=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _reloads(engine: Engine, months: Sequence[Path]) -> list[float]:
    """Milliseconds of loading a month again in which one row has become two."""
    taken = []
    for path in months[-RELOADS * 2 :: 2]:
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        changed = path.parent / "changed" / path.name
        changed.parent.mkdir(exist_ok=True)
        changed.write_text("".join([*lines, lines[1]]), encoding="utf-8")
        began = time.perf_counter()
        summary = load_files(engine, [changed], WISH)
        taken.append((time.perf_counter() - began) * 1000)
        if not summary.loaded:
            raise RuntimeError(f"{path.name} was not loaded again: {summary.refused}")
    return taken


def main() -> None:
    """Load once and say what it took."""
    engine = open_engine(sys.argv[1])
    paths = [Path(line) for line in sys.stdin.read().splitlines()]
    began, used = time.perf_counter(), time.process_time()
    with seldom_collecting(), closing(Reader()) as reader:  # as the command does
        summary = load_files(engine, paths, WISH, reader)
    seconds = time.perf_counter() - began
    if not summary.loaded:
        raise RuntimeError(f"Nothing was loaded: {summary.refused}")
    own, child = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = {"parent": time.process_time() - used, "reader": children.ru_utime + children.ru_stime}
    print(json.dumps({"rows": summary.rows, "seconds": seconds, "own": own, "child": child, **busy}))


if __name__ == "__main__":
    main()
