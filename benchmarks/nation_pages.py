"""Asks the pages of a loaded nation: `python -m benchmarks nation-pages --database URL --standby URL`.

The product answers in this process, a node that reads from the standby. Processor time is counted of the node and of
the standby; the clock is given beside it, since other work may take its share of the machine.
"""

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from flask.testing import FlaskClient
from sqlalchemy import Engine, select, text

from benchmarks.measured import Measured, heading, row, write
from benchmarks.own_figures import Product, body_of, callbacks_of
from benchmarks.processors import server_seconds
from benchmarks.street_areas import LAST_MONTH, SEED
from dashboard.app import create_app
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.periods.period import run_of_months
from dashboard.domain.street.crime import Level
from dashboard.serve import share_memory
from dashboard.settings import Settings
from data.engine import open_engine
from data.tables import street as tables

PAGES = ("drill-down", "hotspots", "trends", "similar-areas", "data", "year-end", "place")
VIEWS = 12
YEARS = 4  # that views are of


@dataclass(slots=True)
class Asking:
    """What one view took: milliseconds of the clock, of the node's processor and of the standby's; statements."""

    clock: float
    node: float
    standby: float
    statements: float


class Watch:
    """Measures what is asked of one product over one standby."""

    def __init__(self, product: Product, standby: Engine) -> None:
        self._product, self._standby = product, standby

    def take(self, ask: Callable[[FlaskClient], object]) -> Asking:
        before, statements = server_seconds(self._standby), self._product.statements
        began, used = time.perf_counter(), time.process_time()
        ask(self._product.client)
        clock, node = time.perf_counter() - began, time.process_time() - used
        asked = self._product.statements - statements
        return Asking(clock * 1000, node * 1000, (server_seconds(self._standby) - before) * 1000, asked)


def main(words: Sequence[str]) -> None:
    parser = argparse.ArgumentParser("benchmarks nation-pages", description=__doc__)
    parser.add_argument("--database", required=True, help="the address of the primary")
    parser.add_argument("--standby", required=True, help="the address of a standby on this machine")
    parser.add_argument("--page", choices=PAGES, action="append", help="one page; all of them unless said")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the table there as well")
    asked = parser.parse_args(words)
    primary, standby = open_engine(asked.database), open_engine(asked.standby)
    read = (asked.standby.replace("+psycopg", ""),)
    product = Product(create_app(Settings(asked.database, standbys=read, secret_key="benchmark")), primary)
    share_memory()
    heading()
    watch, views = Watch(product, standby), Views(primary)
    table = [line for page in asked.page or PAGES for line in _page(watch, page, views)]
    table += _beside(watch, primary)
    product.close()
    if asked.json:
        write(asked.json, table)


class Views:
    """Addresses of forces and districts, drawn by chance, none of them twice."""

    def __init__(self, engine: Engine) -> None:
        self._chance, place = Random(SEED), tables.place.c
        query = select(tables.force.c.slug, place.code, place.level).join(
            tables.force, tables.force.c.id == place.force
        )
        held = select(tables.force_month.c.force)
        with engine.connect() as connection:
            rows = connection.execute(
                query.where(place.level.in_((Level.FORCE, Level.DISTRICT)), place.force.in_(held))
            )
            found = [tuple(item) for item in rows if item.code.startswith("E")]
        self._forces = sorted(slug for slug, _, level in found if level == Level.FORCE)
        self._districts = sorted((slug, code) for slug, code, level in found if level == Level.DISTRICT)

    def forces(self) -> list[str]:
        picked = self._chance.sample(self._forces, min(VIEWS, len(self._forces)))
        return [f"?partnership={slug}{self._period()}" for slug in picked]

    def districts(self) -> list[str]:
        picked = self._chance.sample(self._districts, min(VIEWS, len(self._districts)))
        return [f"?partnership={slug}&area={code}{self._period()}" for slug, code in picked]

    def _period(self) -> str:
        last = LAST_MONTH - self._chance.randint(0, YEARS * MONTHS_IN_YEAR)
        start, end = (run_of_months(month, 1).slug for month in (last - self._chance.randint(2, 11), last))
        return f"&from={start}&to={end}"


def _page(watch: Watch, page: str, views: Views) -> Iterator[Measured]:
    path = "/" if page == "overview" else f"/{page}"
    for words, draw in (("a force", views.forces), ("a district", views.districts)):
        first = [watch.take(_painted(path + search)) for search in draw()]
        yield from _rows(f"{path} of {words}, first paint", first)
        then = [watch.take(_asked(watch._product, page, search)) for search in draw()]
        yield from _rows(f"{path} of {words}, callbacks", then)


def _rows(words: str, taken: Sequence[Asking]) -> Iterator[Measured]:
    yield row(f"{words}: clock", [item.clock for item in taken], "ms")
    yield row(f"{words}: node", [item.node for item in taken], "ms")
    yield row(f"{words}: standby", [item.standby for item in taken], "ms")
    yield row(f"{words}: statements", [item.statements for item in taken], "")


def _painted(address: str) -> Callable[[FlaskClient], object]:
    def ask(client: FlaskClient) -> None:
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)

    return ask


def _asked(product: Product, page: str, search: str) -> Callable[[FlaskClient], object]:
    def ask(client: FlaskClient) -> None:
        for output in callbacks_of(product.app, page):
            answer = client.post("/_dash-update-component", json=body_of(product.app, output, search, page))
            assert answer.status_code in (200, 204), (page, output, answer.status_code, answer.data[:300])

    return ask


def _beside(watch: Watch, primary: Engine) -> Iterator[Measured]:
    """Pages without filters, the search, and the first view after a load."""
    for path in ("/load", "/find?q=county+12", "/find?q=district+200"):
        yield from _rows(path, [watch.take(_painted(path)) for _ in range(VIEWS // 2)])
    for path in ("/drill-down?partnership=county-07", "/drill-down?partnership=country"):
        taken = []
        for number in range(VIEWS // 4):
            with primary.begin() as connection:  # as a load does
                said = {"value": f"benchmark {time.time()} {number}"}
                connection.execute(text("UPDATE street_state SET value = :value WHERE name = 'version'"), said)
            time.sleep(1)  # the standby has it
            taken.append(watch.take(_painted(path)))
        yield from _rows(f"{path} after a load, first paint", taken)
