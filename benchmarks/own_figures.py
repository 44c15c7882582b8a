"""Measures what pages cost with many figures of one's own: `python -m benchmarks own`.

The product answers in this process, callback by callback, and processor time is counted: a figure is server time alone,
whatever else the machine does.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from dash import Dash
from flask.testing import FlaskClient
from sqlalchemy import Engine, event

from benchmarks.measured import Measured, heading, row, write
from benchmarks.own_county import MOMENT, SIZES, SLUG, Size, correct, fill
from dashboard.app import create_app
from dashboard.serve import share_memory
from dashboard.settings import Settings
from data.engine import open_engine
from data.intake.published import ensure_published
from data.sample.ensure import ensure_sample

PAGES = ("overview", "year-end", "trends", "indicator", "plan", "data", "drill-down", "hotspots")
STREET = ("drill-down", "hotspots")
FEW = 7
SMALLEST = 9  # indicators that the smallest size has
#: Views that differ: areas, years, categories, an indicator.
VIEWS = tuple(
    f"?partnership={SLUG}&{rest}"
    for rest in (
        "period=2023-24",
        "area=district-3",
        "category=violent-crime",
        "indicator=measure-5",
        "area=district-7&period=2022-23",
        "category=drugs&period=2023-24",
        "indicator=measure-8&area=district-2",
        "measure=index",
        "measure=change&indicator=measure-2",
        "period=2021-22&indicator=measure-1",
        "period=2024-25-Q2",
        "area=district-9&measure=index&indicator=measure-4",
    )
)


@dataclass(slots=True)
class Product:
    """The product in this process, and how many statements it ran."""

    app: Dash
    engine: Engine
    client: FlaskClient = field(init=False)
    statements: int = 0
    loads: int = 0

    def __post_init__(self) -> None:
        self.client = self.app.server.test_client()
        event.listen(Engine, "before_cursor_execute", self._count)

    def close(self) -> None:
        event.remove(Engine, "before_cursor_execute", self._count)

    def _count(self, *_: object) -> None:
        self.statements += 1

    def load_something(self) -> None:
        """Load one figure of the partnership: what is known of it before is known no more."""
        self.loads += 1
        correct(self.engine, self.loads % SMALLEST)


@dataclass(frozen=True, slots=True)
class Taken:
    """One view of one page: milliseconds of processor time, and statements."""

    milliseconds: float
    statements: int


def main(words: Sequence[str]) -> None:
    parser = argparse.ArgumentParser("benchmarks own", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the table there as well")
    parser.add_argument("--figures", type=int, help="one size alone")
    asked = parser.parse_args(words)
    heading()
    sizes = [size for size in SIZES if asked.figures in (None, size.figures)]
    table = [line for size in sizes for line in _measure(size)]
    if asked.json:
        write(asked.json, table)


def _measure(size: Size) -> Iterator[Measured]:
    with tempfile.TemporaryDirectory(prefix="outturn-own-") as folder:
        address = f"sqlite:///{Path(folder) / 'own.db'}"
        engine = open_engine(address)
        ensure_published(engine)
        ensure_sample(engine, datetime.fromisoformat(MOMENT))
        fill(engine, size)
        product = Product(create_app(Settings(database=address, secret_key="benchmark")), engine)
        share_memory()
        try:
            for page in PAGES:
                yield from _page(product, page, f"{size.figures:,} figures, {page}")
        finally:
            product.close()


def _page(product: Product, page: str, name: str) -> Iterator[Measured]:
    first = []
    for view in VIEWS[:FEW]:
        product.load_something()
        first.append(ask(product, page, view))
    product.load_something()
    ask(product, page, f"?partnership={SLUG}")
    new = [ask(product, page, view) for view in VIEWS]
    again = [ask(product, page, view) for view in VIEWS]
    for words, taken in (("first after a load", first), ("never asked", new), ("again", again)):
        yield row(f"{name}: {words}", [item.milliseconds for item in taken], "ms")
    for words, taken in (("first after a load", first), ("never asked", new), ("again", again)):
        yield row(f"  statements, {words}", [float(item.statements) for item in taken], "")


def ask(product: Product, page: str, search: str) -> Taken:
    """Ask every callback of *page* one after the other, as the browser asks for a view."""
    before, began = product.statements, time.process_time()
    for output in callbacks_of(product.app, page):
        answer = product.client.post("/_dash-update-component", json=body_of(product.app, output, search, page))
        assert answer.status_code in (200, 204), (page, output, answer.status_code, answer.data[:300])
    return Taken((time.process_time() - began) * 1000, product.statements - before)


def callbacks_of(app: Dash, page: str) -> list[str]:
    """The callbacks that a view of *page* asks the server for: its own and those of the filter bar."""
    every = [output for output, known in app.callback_map.items() if "callback" in known]
    return [output for output in every if output.startswith((f"..{page}-", f"{page}-", "..filter-", "filter-"))]


def body_of(app: Dash, output: str, search: str, page: str) -> dict[str, Any]:
    """What the browser posts for a callback at a view."""
    names = (name.rpartition(".") for name in output.strip(".").split("..."))
    outputs = [{"id": component, "property": part} for component, _, part in names]
    values = {"search": search, "pathname": "/" if page == "overview" else f"/{page}"}
    inputs = [item | {"value": values.get(item["property"], "")} for item in app.callback_map[output]["inputs"]]
    return {
        "output": output,
        "outputs": outputs if output.startswith("..") else outputs[0],
        "inputs": inputs,
        "changedPropIds": ["address.search"],
    }
