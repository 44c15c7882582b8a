"""Knows how to measure the server's part of a filter change: every callback of a page, asked as the browser asks."""

import json
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.request import Request, urlopen

PAGES = ("overview", "year-end", "trends", "indicator", "plan", "data")
VIEWS = {
    "warwickshire": ("violent-crime", "acquisitive-crime", "alcohol", "drugs", "road-safety", "reducing-reoffending"),
    "south-staffordshire": ("anti-social-behaviour", "violent-crime", "acquisitive-crime", "road-safety"),
    "shropshire": ("acquisitive-crime", "violent-crime", "public-confidence"),
    "staffordshire": ("violent-crime",),
    "derby": ("violent-crime",),
}

VALUES = {"pathname": "/"}  # the filter bar asks for the page as well


@dataclass(frozen=True, slots=True)
class Change:
    """One filter change of one page: milliseconds of each callback, and until the last had answered."""

    each: tuple[float, ...]
    whole: float


def searches() -> list[str]:
    """Thirty views: fifteen categories, each as published and as index."""
    alone = [f"?partnership={name}&category={item}" for name, items in VIEWS.items() for item in items]
    return [*alone, *(f"{search}&measure=index" for search in alone)]


def filter_changes(address: str, page: str) -> list[Change]:
    """Return every view's filter change on *page*, in order."""
    dependencies = json.loads(urlopen(f"{address}/_dash-dependencies").read())
    asked = [item for item in dependencies if _belongs(item, page)]
    with ThreadPoolExecutor(len(asked)) as pool:
        return [_change(pool, address, asked, search) for search in searches()]


def _belongs(dependency: dict[str, object], page: str) -> bool:
    output = str(dependency["output"])
    ours = not dependency.get("clientside_function")
    return ours and (f"..{page}-" in output or output.startswith("..filter-"))


def _change(pool: ThreadPoolExecutor, address: str, asked: Sequence[dict[str, object]], search: str) -> Change:
    began = time.perf_counter()
    each = list(pool.map(lambda item: _ask(address, item, search), asked))
    return Change(tuple(each), (time.perf_counter() - began) * 1000)


def _ask(address: str, dependency: dict[str, object], search: str) -> float:
    output = str(dependency["output"])
    names = [item.rsplit(".", 1) for item in output.strip(".").split("...")]
    inputs: list[dict[str, str]] = dependency["inputs"]  # type: ignore[assignment]
    body = {
        "output": output,
        "outputs": [{"id": name, "property": part} for name, part in names],
        "inputs": [{**item, "value": VALUES.get(item["property"], search)} for item in inputs],
        "changedPropIds": ["address.search"],
    }
    asked = Request(
        f"{address}/_dash-update-component",
        json.dumps(body).encode(),
        {"Content-Type": "application/json", "Accept-Encoding": "gzip"},
    )
    began = time.perf_counter()
    urlopen(asked).read()
    return (time.perf_counter() - began) * 1000
