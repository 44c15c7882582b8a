"""Measures how many readers the product serves at once: `python -m benchmarks readers`.

Each reader thinks, chooses a view of a page and asks all its callbacks at once, on connections of their own, as a
browser does; a view takes until the last has answered. The readers run beside the server and take their share of it.
With --loading a county's 1.3 million incidents are loaded meanwhile, as the command loads them.
"""

import argparse
import asyncio
import random
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks import callbacks
from benchmarks.databases import ENGINES, databases
from benchmarks.measured import Measured, heading, row, write
from benchmarks.served import Served, served
from benchmarks.street_files import write_areas, write_months
from benchmarks.street_loading import apart

THINKING = 5.0  # seconds on average, from half to one and a half of them
CROWDS = (50, 200)
ROUNDS = 40
LOOKS = 40  # at the memory of the server while they read
STREET = ("drill-down", "hotspots")
ACCEPTED = (b"200", b"204")


@dataclass(slots=True)
class Crowd:
    """What readers wait for: every view's milliseconds, and how many requests were not answered."""

    views: Sequence[Sequence[bytes]]  # each a page's callbacks for one query, as posted
    host: str
    waited: list[tuple[float, float]] = field(default_factory=list)  # when it was chosen, on the clock, and how long
    errors: int = 0

    async def read(self, until: float, luck: random.Random) -> None:
        """One reader, who goes on thinking and choosing."""
        await asyncio.sleep(luck.uniform(0, THINKING))
        while time.monotonic() < until:
            began = time.perf_counter()
            answered = await asyncio.gather(*(self.ask(body) for body in luck.choice(self.views)))
            self.waited.append((began, (time.perf_counter() - began) * 1000))
            self.errors += answered.count(False)
            await asyncio.sleep(luck.uniform(0.5 * THINKING, 1.5 * THINKING))

    async def ask(self, body: bytes) -> bool:
        name, _, port = self.host.partition(":")
        try:
            reader, writer = await asyncio.open_connection(name, int(port))
            writer.write(_request(self.host, body))
            answer = await reader.read()
            writer.close()
        except OSError:
            return False
        return answer.split(b" ", 2)[1:2] in [[status] for status in ACCEPTED]


def _request(host: str, body: bytes) -> bytes:
    lines = (
        "POST /_dash-update-component HTTP/1.1",
        f"Host: {host}",
        "Content-Type: application/json",
        "Accept-Encoding: gzip, br",
        f"Content-Length: {len(body)}",
        "Connection: close",
    )
    return "\r\n".join((*lines, "", "")).encode() + body


def main(words: Sequence[str]) -> None:
    parser = argparse.ArgumentParser("benchmarks readers", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the table there as well")
    parser.add_argument("--seconds", type=float, default=60, help="for which each crowd reads")
    parser.add_argument("--readers", type=int, action="append", metavar="N", help="in a crowd; 50 and 200 unless said")
    parser.add_argument("--engine", choices=ENGINES, default="sqlite", help="that keeps the figures")
    parser.add_argument("--loading", action="store_true", help="load a county's incidents while they read")
    asked = parser.parse_args(words)
    heading()
    table = []
    with tempfile.TemporaryDirectory() as folder, databases(asked.engine, Path(folder)) as made:
        for number in asked.readers or CROWDS:
            with served(made(f"readers-{number}")) as product:
                table += _crowd(product, number, asked.seconds, _county(Path(folder)) if asked.loading else [])
        with served(made("answered")) as product:
            table.append(_answered(product))
    if asked.json:
        write(asked.json, table)


def _views(address: str) -> list[list[bytes]]:
    """Every page for each of thirty queries, and street-level crime of Sampleshire by type and locality."""
    asked = {page: callbacks.asked_by(address, page) for page in (*callbacks.PAGES, *STREET)}
    chosen = [(page, search) for page in callbacks.PAGES for search in callbacks.searches()]
    chosen += [(page, search) for page in STREET for search in callbacks.street_searches()]
    return [[callbacks.body_of(item, search) for item in asked[page]] for page, search in chosen]


def _county(folder: Path) -> list[Path]:
    """The files of a county, written once."""
    return [*write_areas(folder / "areas"), *write_months(folder / "street")]


def _crowd(product: Served, number: int, seconds: float, county: Sequence[Path]) -> list[Measured]:
    """*number* readers of a server that has answered nothing yet; *county* is loaded from a quarter of the time on."""
    crowd = Crowd(_views(product.address), urlsplit(product.address).netloc)
    memory: list[float] = []
    loaded: list[float] = []

    async def watch(until: float) -> None:
        while time.monotonic() < until:
            memory.append(await asyncio.to_thread(product.memory))
            await asyncio.sleep(seconds / LOOKS)

    async def load() -> None:
        await asyncio.sleep(seconds / 4)
        loaded.append(time.perf_counter())
        await asyncio.to_thread(apart, product.database, county)
        loaded.append(time.perf_counter())

    async def together() -> None:
        until = time.monotonic() + seconds
        readers = (crowd.read(until, random.Random(seed)) for seed in range(number))
        await asyncio.gather(watch(until), *readers, *([load()] if county else []))

    asyncio.run(together())
    return [
        row(f"{number} readers who think {THINKING:g} s: a view", [taken for _, taken in crowd.waited], "ms"),
        *_meanwhile(crowd, loaded),
        row("  requests that were not answered", [crowd.errors], ""),
        row("  memory of the server and its workers in the end", memory[-1:], "MB"),
        row("  its growth from the second quarter of the time to the last", [_growth(memory)], "%"),
    ]


def _meanwhile(crowd: Crowd, loaded: Sequence[float]) -> list[Measured]:
    """What readers waited for while the county was loaded, and how long that took."""
    if not loaded:
        return []
    begin, end = loaded
    meanwhile = [taken for began, taken in crowd.waited if begin - taken / 1000 < began < end]
    return [
        row("  a view while the county is loaded", meanwhile, "ms"),
        row("  the county, loaded meanwhile", [end - begin], "s"),
    ]


def _growth(memory: Sequence[float]) -> float:
    """How much more there was in the end than once every worker had warmed up, in per cent."""
    quarter = max(len(memory) // 4, 1)
    early, late = memory[quarter : 2 * quarter] or memory, memory[-quarter:]
    return (sum(late) / len(late)) / (sum(early) / len(early)) * 100 - 100


def _answered(product: Served) -> Measured:
    """Processor time of requests whose view was seen before, the server's whole part of them."""
    crowd = Crowd(_views(product.address), urlsplit(product.address).netloc)
    taken = [asyncio.run(_round(product, crowd)) for _ in range(ROUNDS)]
    return row("an answered request, processor time", taken[ROUNDS // 2 :], "ms")  # both workers have seen all by then


async def _round(product: Served, crowd: Crowd) -> float:
    """Milliseconds of processor time a request, every view asked once, one after the other."""
    before, asked = product.processor_seconds(), 0
    for view in crowd.views:
        asked += len(await asyncio.gather(*(crowd.ask(body) for body in view)))
    return (product.processor_seconds() - before) * 1000 / asked
