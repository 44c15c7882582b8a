"""Measures incident lists: loading one beside pandas' read_csv of the same file, and questions of hours on many.

`python -m benchmarks incident-lists`: a list of 300,000 incidents is loaded; then the same months are asked about with
1.3 million. Times are those of processors, the reading child's with them, so that they hold on a busy machine. The made
file lies in a temporary folder; `--database` names an empty PostgreSQL database to be thrown away instead of one there.
"""

import argparse
import io
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas as pd
from sqlalchemy import Engine

from benchmarks.measured import heading, row
from dashboard.questions.incidents import HourQuery, SplitBy
from data.engine import open_engine
from data.intake.pipeline import Wish, load_files
from data.intake.published import ensure_published
from data.sample.ensure import ensure_sample
from data.store import SqlStore

FEW, MANY = 300_000, 1_300_000
YEARS = 5
ASKED = 30  # times each question
UNIT = "ms of a processor"
OFFENCES = ("8N Assault with injury", "28E Burglary", "45 Theft from a motor vehicle", "ASB - Nuisance", "Bilking")
PARTNERSHIP = "sampleshire"
MOMENT = datetime(2026, 11, 30, 12, tzinfo=UTC)


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks incident-lists", description=__doc__)
    parser.add_argument("--database", default="", help="of PostgreSQL, empty; without it SQLite in a temporary folder")
    heading()
    with _product(parser.parse_args(arguments).database) as (engine, folder):
        few, many = folder / "few.csv", folder / "many.csv"
        few.write_text(made_list(FEW), encoding="utf-8")
        read, load = _read_csv(few), _load(engine, few)
        row(f"read_csv of {FEW:,} incidents", [read], UNIT)
        row(f"load of {FEW:,} incidents", [load], UNIT)
        print(f"load at {read / load:.2f} × read_csv")
        many.write_text(made_list(MANY), encoding="utf-8")
        row(f"load of {MANY:,} incidents", [_load(engine, many)], UNIT)
        for words, query in _questions(SqlStore(engine)):
            row(f"{words}, of {MANY:,}", [*_asked(engine, query)], UNIT)


@contextmanager
def _product(url: str = "") -> Iterator[tuple[Engine, Path]]:
    """A new database with Sampleshire, in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="lists-") as name:
        engine = open_engine(url or f"sqlite:///{name}/outturn.db")
        try:
            ensure_published(engine)
            ensure_sample(engine, MOMENT)
            yield engine, Path(name)
        finally:
            engine.dispose()


def made_list(rows: int) -> str:
    """A list as an office has it: five years, dates and times apart, in and around the made-up county."""
    rng = np.random.default_rng(rows)
    start = np.datetime64("2021-10-01T00:00") + rng.integers(0, YEARS * 365 * 1440, rows).astype("timedelta64[m]")
    end = start + rng.choice([0, 0, 30, 480, 2000], rows).astype("timedelta64[m]")
    first, last = pd.DatetimeIndex(start), pd.DatetimeIndex(end)
    frame = pd.DataFrame(
        {
            "Crime Number": np.char.add("LST/", np.arange(rows).astype(str)),
            "Offence": np.array(OFFENCES)[rng.integers(0, len(OFFENCES), rows)],
            "Date From": first.strftime("%d/%m/%Y"),
            "Time From": first.strftime("%H:%M"),
            "Date To": last.strftime("%d/%m/%Y"),
            "Time To": last.strftime("%H:%M"),
            "Easting": rng.integers(395_000, 415_000, rows),
            "Northing": rng.integers(290_000, 310_000, rows),
        }
    )
    written = io.StringIO()
    frame.to_csv(written, index=False)
    return written.getvalue()


def _read_csv(path: Path) -> float:
    """Milliseconds, the better of three."""
    return min(_taken(lambda: pd.read_csv(path)) for _ in range(3))


def _load(engine: Engine, path: Path) -> float:
    """Milliseconds of reading, in a child, and writing."""

    def load() -> None:
        done = load_files(engine, [path], Wish(MOMENT, who="Bench", partnership="Sampleshire"))
        assert done.loaded, (done.refused, done.questions)

    return _taken(load)


def _taken(work: Callable[[], object]) -> float:
    begun = _used()
    work()
    return (_used() - begun) * 1000


def _used() -> float:
    """Seconds of a processor, of this process and of those that it started and that ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _questions(store: SqlStore) -> Iterator[tuple[str, HourQuery]]:
    """A year and all months: the whole, split by type, by area, by month, and one type of one locality."""
    last = store.incident_lists(PARTNERSHIP)[-1].last
    for words, first in (("12 months", last - 11), (f"{YEARS} years", last - YEARS * 12 + 1)):
        whole = HourQuery(PARTNERSHIP, first, last)
        yield f"hours of {words}", whole
        for by in (SplitBy.TYPE, SplitBy.AREA, SplitBy.MONTH):
            yield f"hours of {words} by {by}", HourQuery(PARTNERSHIP, first, last, by=by)
        burglary = frozenset({"burglary"})
        most = frozenset({"violence-and-sexual-offences", "vehicle-crime", "anti-social-behaviour", ""})
        yield f"hours of {words}, burglary", replace(whole, crimes=burglary)
        yield f"hours of {words}, burglary by area", replace(whole, crimes=burglary, by=SplitBy.AREA)
        yield f"hours of {words}, all but burglary by area", replace(whole, crimes=most, by=SplitBy.AREA)
        for area in ("marlhaven", "X01000001"):
            yield f"hours of {words}, {area}", replace(whole, area=area)
            yield f"hours of {words}, {area} by type", replace(whole, area=area, by=SplitBy.TYPE)
            yield f"hours of {words}, {area} by area", replace(whole, area=area, by=SplitBy.AREA)
            yield f"hours of {words}, burglary in {area}", replace(whole, area=area, crimes=burglary)


def _asked(engine: Engine, query: HourQuery) -> Iterator[float]:
    """Milliseconds of a processor for the question, asked afresh each time of a store that knows its lists."""
    store = SqlStore(engine, keeps=True)
    store.incident_hours(query)
    for _ in range(ASKED):
        begun = time.process_time()
        store.incident_hours(query)
        yield (time.process_time() - begun) * 1000
