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

CRIMES = (
    "burglary",
    "drugs",
    "violent-crime",
    "shoplifting",
    "vehicle-crime",
    "robbery",
    "public-order",
    "other-theft",
)
VALUES = {"pathname": "/"}  # the filter bar asks for the page as well


Dependency = dict[str, object]


@dataclass(frozen=True, slots=True)
class Change:
    """One filter change of one page: milliseconds of each callback, and until the last had answered."""

    each: tuple[float, ...]
    whole: float


def searches() -> list[str]:
    """Thirty views: fifteen categories, each as published and as index."""
    alone = [f"?partnership={name}&category={item}" for name, items in VIEWS.items() for item in items]
    return [*alone, *(f"{search}&measure=index" for search in alone)]


def street_searches() -> list[str]:
    """Eighty views of street-level crime in Sampleshire: eight types in all of it and in nine of its wards."""
    areas = ("", *(f"&area=X05{ward:06d}" for ward in range(1, 10)))
    return [f"?partnership=sampleshire{area}&crime={crime}" for area in areas for crime in CRIMES]


def filter_changes(address: str, page: str) -> list[Change]:
    """Return every view's filter change on *page*, in order."""
    asked = asked_by(address, page)
    with ThreadPoolExecutor(len(asked)) as pool:
        return [_change(pool, address, asked, search) for search in searches()]


def asked_by(address: str, page: str) -> list[Dependency]:
    """The callbacks that a filter change of *page* asks the server for."""
    dependencies: list[Dependency] = json.loads(urlopen(f"{address}/_dash-dependencies").read())
    return [item for item in dependencies if _belongs(item, page)]


def _belongs(dependency: Dependency, page: str) -> bool:
    output = str(dependency["output"])
    ours = not dependency.get("clientside_function")
    return ours and output.removeprefix("..").startswith((f"{page}-", "filter-"))


def _change(pool: ThreadPoolExecutor, address: str, asked: Sequence[Dependency], search: str) -> Change:
    began = time.perf_counter()
    each = list(pool.map(lambda item: _ask(address, item, search), asked))
    return Change(tuple(each), (time.perf_counter() - began) * 1000)


def _ask(address: str, dependency: Dependency, search: str) -> float:
    asked = Request(
        f"{address}/_dash-update-component",
        body_of(dependency, search),
        {"Content-Type": "application/json", "Accept-Encoding": "gzip"},
    )
    began = time.perf_counter()
    urlopen(asked).read()
    return (time.perf_counter() - began) * 1000


def body_of(dependency: Dependency, search: str) -> bytes:
    """What the browser posts for a callback."""
    output = str(dependency["output"])
    names = [item.rsplit(".", 1) for item in output.strip(".").split("...")]
    outputs = [{"id": name, "property": part} for name, part in names]
    inputs: list[dict[str, str]] = dependency["inputs"]  # type: ignore[assignment]
    body = {
        "output": output,
        "outputs": outputs if output.startswith("..") else outputs[0],
        "inputs": [{**item, "value": VALUES.get(item["property"], search)} for item in inputs],
        "changedPropIds": ["address.search"],
    }
    return json.dumps(body).encode()
