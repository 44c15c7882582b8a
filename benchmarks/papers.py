"""Measures papers: `python -m benchmarks papers`. A view in each format, a whole meeting, and pages beside them.

Each view is asked for once, so that no file is handed over again that was kept; a meeting is put together and written
in this process, in each format, and in one of its own as the product does. Pages are asked while papers are made.
"""

import argparse
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from urllib.request import urlopen

from benchmarks import callbacks
from benchmarks.measured import Measured, heading, row, write
from benchmarks.served import Served, served
from dashboard.exports.meetings import meeting_asked
from dashboard.exports.papers.apart import write_apart
from dashboard.exports.papers.formats import FORMATS
from dashboard.exports.papers.press import made
from dashboard.pages import OFFERED
from dashboard.reports.desk import Desk
from dashboard.reports.meeting.freezing import Screens
from dashboard.reports.packs.meeting.papers import pack_of_meeting
from dashboard.reports.packs.pack import Pack
from data.engine import open_engine
from data.store import SqlStore

PAGE, ROUNDS = "overview", 5
VIEWS = (
    *(f"year-end?partnership=warwickshire&category={name}" for name in callbacks.VIEWS["warwickshire"]),
    *(f"overview?partnership=south-staffordshire&category={name}" for name in callbacks.VIEWS["south-staffordshire"]),
    *(f"{page}?partnership=sampleshire" for page in ("year-end", "indicator", "drill-down", "hotspots", "plan")),
)
MEETING = 2  # Sampleshire's next one


def main(words: Sequence[str]) -> None:
    parser = argparse.ArgumentParser("benchmarks papers", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the table there as well")
    asked = parser.parse_args(words)
    heading()
    with served() as product:
        table = [row(f"a view as {form}", _views(product, form), "ms") for form in FORMATS]
        table += [*_meeting(product.database), *_beside(product)]
    if asked.json:
        write(asked.json, table)


def _views(product: Served, form: str) -> list[float]:
    return [_taken(f"{product.address}/export/{'.'.join((page, form))}?{query}") for page, _, query in _asked()]


def _asked() -> list[tuple[str, str, str]]:
    return [view.partition("?") for view in VIEWS]


def _taken(address: str) -> float:
    """Milliseconds until the file is here."""
    began = time.perf_counter()
    with urlopen(address) as answer:
        answer.read()
    return (time.perf_counter() - began) * 1000


def _meeting(database: str) -> list[Measured]:
    began = time.perf_counter()
    pack = _pack(database)
    table = [row(f"a meeting's {len(pack.sections)} sections put together", [_since(began)], "ms")]
    for form in FORMATS:
        began = time.perf_counter()
        written = write_apart(form, pack)
        table.append(row(f"    written as {form}, in a process of its own", [_since(began)], "ms"))
        table.append(row(f"    as {form}", [len(written.body) / 1e6], "MB"))
    return table


def _since(began: float) -> float:
    return (time.perf_counter() - began) * 1000


def _pack(database: str) -> Pack:
    desk, day = Desk(SqlStore(open_engine(database))), datetime.now(UTC).date()
    screens = Screens(desk, OFFERED.builders, OFFERED.shows_street_places)
    return pack_of_meeting(screens, meeting_asked(desk, f"meeting={MEETING}", day), made(desk, "sampleshire", day))


def _beside(product: Served) -> list[Measured]:
    """Every view's filter change before papers are asked for, and while they are."""
    callbacks.filter_changes(product.address, PAGE)  # every view was seen before
    table = [_changes(product.address, "with no papers asked for")]
    with ThreadPoolExecutor(1) as hand:
        making = hand.submit(_every_format, product)
        table.append(_changes(product.address, "while papers are made", making))
    return table


def _every_format(product: Served) -> None:
    """Other views than those that were made before, in every format."""
    for form in FORMATS:
        for page, _, query in _asked():
            _taken(f"{product.address}/export/{'.'.join((page, form))}?{query}&measure=index")


def _changes(address: str, when: str, until: "Future[None] | None" = None) -> Measured:
    """Every view's filter change, again and again: so many rounds, or as long as something is not done."""
    waited: list[float] = []
    rounds = 0
    while rounds < ROUNDS if until is None else not until.done():
        waited += [change.whole for change in callbacks.filter_changes(address, PAGE)]
        rounds += 1
    return row(f"{PAGE}, all callbacks {when}", waited, "ms")
