"""Measures files downloaded from police.uk: `python -m benchmarks loading FILE...`, pandas alone beside it."""

import argparse
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measured import Measured, heading, row, write
from benchmarks.street_loading import ROOT, apart, pandas_alone
from data.engine import open_engine
from data.intake.published import ensure_published

ROUNDS = 5


def main(words: Sequence[str]) -> None:
    parser = argparse.ArgumentParser("benchmarks loading", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="the last is the month that is added")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the table there as well")
    asked = parser.parse_args(words)
    files = [path.resolve() for path in asked.files]
    heading()
    with tempfile.TemporaryDirectory(prefix="outturn-loading-") as folder:
        table = [*_whole(files, Path(folder)), *_one_more(files, Path(folder))]
    if asked.json:
        write(asked.json, table)


def _whole(files: Sequence[Path], folder: Path) -> list[Measured]:
    """Everything into an empty database, in turn with pandas, so that both meet the same machine."""
    alone, found, busy = [], [], []
    for number in range(ROUNDS):
        used = time.process_time()
        alone.append(pandas_alone(files))
        busy.append(time.process_time() - used)
        address = f"sqlite:///{folder / f'{number}.db'}"
        ensure_published(open_engine(address))
        found.append(apart(address, files))
    rows, fast = alone[0][0], statistics.median(seconds for _, seconds in alone)
    print(f"{rows:,} rows in {len(files)} files")
    return [
        row("pandas.read_csv alone", [seconds * 1000 for _, seconds in alone], "ms"),
        row("loading", [item["seconds"] * 1000 for item in found], "ms"),
        row("loading as a share of pandas", [fast / item["seconds"] for item in found], "times"),
        row("pandas.read_csv alone, processor", [seconds * 1000 for seconds in busy], "ms"),
        row("loading, processor: reading process", [item["reader"] * 1000 for item in found], "ms"),
        row("loading, processor: loading process", [item["parent"] * 1000 for item in found], "ms"),
        row("loading as a multiple of pandas, processor", _multiples(busy, found), "times"),
        row("memory at most, loading process", [item["own"] for item in found], "MB"),
        row("memory at most, reading process", [item["child"] for item in found], "MB"),
    ]


def _multiples(busy: Sequence[float], found: Sequence[dict[str, float]]) -> list[float]:
    """How many times the processor time of pandas beside it each load took, in both of its processes."""
    return [(item["reader"] + item["parent"]) / alone for alone, item in zip(busy, found, strict=True)]


def _one_more(files: Sequence[Path], folder: Path) -> list[Measured]:
    """The newest month into a database that holds the others: the whole command, from its start to its end."""
    held = folder / "held.db"
    _command(held, files[:-1])
    taken = []
    for number in range(ROUNDS):
        copy = folder / f"held-{number}.db"
        shutil.copyfile(held, copy)
        taken.append(_command(copy, files[-1:]))
    clock, busy = zip(*taken, strict=True)
    return [
        row("one more month, the whole command", [seconds * 1000 for seconds in clock], "ms"),
        row("one more month, the whole command, processor", [seconds * 1000 for seconds in busy], "ms"),
    ]


def _command(database: Path, files: Sequence[Path]) -> tuple[float, float]:
    """Seconds by the clock and of processor time, in all of its processes, of loading *files*."""
    began, used = time.perf_counter(), _of_children()
    command = [
        *(sys.executable, "-m", "dashboard", "load", *map(str, files), "--yes"),
        *("--database", f"sqlite:///{database}"),
    ]
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began, _of_children() - used


def _of_children() -> float:
    """Seconds of processor time of every process that was started here and has ended."""
    found = resource.getrusage(resource.RUSAGE_CHILDREN)
    return found.ru_utime + found.ru_stime
