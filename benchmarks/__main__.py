"""Measures the product as it is served: `python -m benchmarks`. Compare figures of one run only; machines are noisy."""

import argparse
import sys
import time
from pathlib import Path

from benchmarks import (
    browser,
    callbacks,
    forecasts,
    incident_lists,
    nation,
    nation_pages,
    near_repeats,
    own_figures,
    papers,
    presenting,
    readers,
    rules,
    slow_clients,
    standbys,
    street,
    street_given,
    uploads,
)
from benchmarks.measured import Measured, heading, write
from benchmarks.measured import row as _row
from benchmarks.served import Served, served
from dashboard.domain.records import Scope
from data.engine import open_engine
from data.store import SqlStore

CLICKS = 30
VISITS = 7
PRESENTED = 5  # walks through the screens of a view


def main() -> None:
    parser = argparse.ArgumentParser("benchmarks", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the table there as well")
    parser.add_argument("--database", default="", help="of the street-level pages: an address; Sampleshire without it")
    parser.add_argument("--partnership", default="sampleshire", help="whose street-level pages are repainted")
    asked = parser.parse_args()
    heading()
    table = []
    if not asked.database:
        with served() as product:
            table = _measure(product)
    else:
        with served(asked.database) as product:
            table = [_repainted(product, name, asked.partnership) for name in ("drill-down", "hotspots")]
    if asked.json:
        write(asked.json, table)


def _measure(product: Served) -> list[Measured]:
    """Measure everything, printing each line as it is known."""
    table = [_row("start, empty database to ready", [product.start_seconds * 1000], "ms")]
    table.append(_row("SQL of one overview, alone", _bare_sql(product.database), "ms"))
    for page in callbacks.PAGES:
        table += _page(product, page)
    drawing = _row("drawing the chart of Trends, alone", browser.drawings(product.address, CLICKS), "ms")
    repainted = [_repainted(product, name) for name in browser.CHANGES]
    table += [drawing, *repainted, *_presented(product), *_opened(product)]
    table.append(_row("memory of the server, all processes", [product.memory()], "MB"))
    return table


def _repainted(product: Served, name: str, partnership: str = "") -> Measured:
    taken = browser.repaints(product.address, name, CLICKS, partnership)
    return _row(f"{name}: a filter changed to repaint, Chromium", taken, "ms")


def _presented(product: Served) -> list[Measured]:
    """The next screen of a view on the projector: after it was fetched, and pressed on without a pause."""
    looked = presenting.next_items(product.address, PRESENTED)
    hurried = presenting.next_items(product.address, PRESENTED, pause=0)
    return [
        _row("Present: the next item to repaint, Chromium", looked, "ms"),
        _row("    pressed on without a pause", hurried, "ms"),
    ]


def _opened(product: Served) -> list[Measured]:
    """First visits: every page here, then the overview and Trends as over a line of 10 Mbit/s and 40 ms."""
    table = []
    for name in browser.CHANGES:
        visits = browser.openings(product.address, name, VISITS)
        table.append(_row(f"{name}: first visit to title", [visit.title for visit in visits], "ms"))
        table.append(_row(f"{name}: first visit until Dash has drawn it", [visit.drawn for visit in visits], "ms"))
    for name in ("overview", "trends"):
        visits = browser.openings(product.address, name, VISITS, slow=True)
        table.append(_row(f"{name}: first load", [visit.size / 1e6 for visit in visits], "MB"))
        table.append(_row(f"{name}: first load, 10 Mbit/s, 40 ms: to title", [visit.title for visit in visits], "ms"))
        table.append(
            _row(f"{name}: first load, 10 Mbit/s, 40 ms: until drawn", [visit.drawn for visit in visits], "ms")
        )
    return table


def _page(product: Served, page: str) -> list[Measured]:
    """A page's filter changes, first as nobody asked for them before, then as asked again."""
    table = []
    for words in ("first time", "again"):
        changes = callbacks.filter_changes(product.address, page)
        each = [milliseconds for change in changes for milliseconds in change.each]
        table.append(_row(f"{page}: a callback, {words}", each, "ms"))
        table.append(_row(f"{page}: all callbacks at once, {words}", [change.whole for change in changes], "ms"))
    return table


def _bare_sql(database: str) -> list[float]:
    """The queries behind one overview, without working anything out."""
    store, scope = SqlStore(open_engine(database)), Scope("south-staffordshire")
    taken = []
    for _ in range(CLICKS):
        began = time.perf_counter()
        for ask in (store.indicators, store.observations, store.targets, store.baselines, store.printed_figures):
            ask(scope)
        taken.append((time.perf_counter() - began) * 1000)
    return taken


#: What is measured on its own, by the word that asks for it.
APART = {
    "street": street.main,
    "loading": street_given.main,
    "rules": rules.main,
    "nation": nation.main,
    "nation-pages": nation_pages.main,
    "forecast": forecasts.main,
    "own": own_figures.main,
    "incident-lists": incident_lists.main,
    "near-repeats": near_repeats.main,
    "standbys": standbys.main,
    "papers": papers.main,
    "readers": readers.main,
    "slow-clients": slow_clients.main,
    "uploads": uploads.main,
}

if __name__ == "__main__":
    if apart := APART.get(" ".join(sys.argv[1:2])):
        apart(sys.argv[2:])
    else:
        main()
