"""Measures street-level crime: `python -m benchmarks street`, or with --millions 13 or 90 a made-up country."""

import argparse
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import street_loading, street_queries
from benchmarks.databases import ENGINES, Databases, databases
from benchmarks.measured import Measured, heading, row, write
from benchmarks.street_areas import COUNTY, SIZES
from benchmarks.street_country import fill
from benchmarks.street_files import write_areas, write_months
from data.engine import open_engine


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
            with databases(engine, Path(folder)) as made:
                table += _country(made, engine, asked.millions) if asked.millions else _county(made, engine)
    if asked.json:
        write(asked.json, table)


def _county(made: Databases, engine: str) -> list[Measured]:
    """The county is loaded from files, as a force's analyst loads them."""
    address, prefix = made("county"), f"{engine}, {COUNTY.name}"
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


def _country(made: Databases, engine: str, millions: int) -> list[Measured]:
    """The country is written into the tables in bulk: what is measured is asking it."""
    size = SIZES[millions]
    address, prefix = made("country"), f"{engine}, {size.name}"
    print(f"\n{prefix}")
    heading()
    began = time.perf_counter()
    fill(open_engine(address), size)
    return [row("made up and written", [time.perf_counter() - began], "s"), *_asked(address, prefix)]


def _asked(address: str, prefix: str) -> list[Measured]:
    return street_queries.measure(open_engine(address), prefix)
