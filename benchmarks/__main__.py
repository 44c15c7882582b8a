"""Measures the product as it is served: `python -m benchmarks`. Compare figures of one run only; machines are noisy."""

import statistics
import time
from collections.abc import Sequence

from benchmarks import browser, callbacks
from benchmarks.served import Served, served
from dashboard.domain.records import Scope
from data.engine import open_engine
from data.store import SqlStore

CLICKS = 30


def main() -> None:
    with served() as product:
        print(f"{'measure':<58}{'p50':>9}{'p95':>9}  unit")
        _row("start, empty database to ready", [product.start_seconds * 1000], "ms")
        sql = _row("SQL of one overview, alone", _bare_sql(product.database), "ms")
        for page in callbacks.PAGES:
            _page(product, page)
        with browser.overview(product.address) as shown:
            drawing = _row("drawing the chart, alone", browser.drawings(shown, CLICKS), "ms")
            clicked = _row("category clicked to repaint, Chromium", browser.clicks(shown, CLICKS), "ms")
        print(f"{'  of which neither SQL nor drawing, at the median':<58}{clicked - sql - drawing:>9.1f}{'':>9}  ms")
        _row("first load", [browser.first_load_bytes(product.address) / 1e6], "MB")
        _row("memory of the server, all processes", [product.memory()], "MB")


def _page(product: Served, page: str) -> None:
    """A page's filter changes, first as nobody asked for them before, then as asked again."""
    for words in ("first time", "again"):
        changes = callbacks.filter_changes(product.address, page)
        _row(f"{page}: a callback, {words}", [each for change in changes for each in change.each], "ms")
        _row(f"{page}: all callbacks at once, {words}", [change.whole for change in changes], "ms")


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


def _row(words: str, figures: Sequence[float], unit: str) -> float:
    """Print one line and return its median."""
    middle = statistics.median(figures)
    high = sorted(figures)[min(len(figures) - 1, int(len(figures) * 0.95))]
    print(f"{words:<58}{middle:>9.2f}{high:>9.2f}  {unit}", flush=True)
    return middle


if __name__ == "__main__":
    main()
