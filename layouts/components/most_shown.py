"""Knows how much of a long list a page shows, and says so: the file has all of it."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TypeVar

from dash import html

from dashboard.domain.records import Indicator

MOST_ROWS, MOST_TILES, MOST_OFFERED = 100, 48, 60
T = TypeVar("T")


def first_rows(items: Iterable[T], most: int = MOST_ROWS) -> list[T]:
    """As many as a page shows."""
    return list(islice(items, most))


def rest_of(count: int, noun: str, most: int = MOST_ROWS) -> list[html.P]:
    """What is said under a list of *count* that is shown in part; nothing where all is shown."""
    if count <= most:
        return []
    words = f"The first {most} of {count:,} {noun} are shown: choose a category to see others, or download all."
    return [html.P(words, className="sub")]


def worst_of(count: int, most: int) -> list[html.P]:
    """What is said beside a chart of the *most* that are worst; nothing where all are drawn."""
    return [html.P(f"The {most} worst of {count:,} are drawn.", className="sub")] if count > most else []


def offered(items: Sequence[Indicator], chosen: Indicator | None) -> list[Indicator]:
    """The indicators to choose from: the first, and the one that is chosen."""
    found = list(items[:MOST_OFFERED])
    beyond = chosen is not None and chosen.id not in {item.id for item in found}
    return [*found, *(item for item in items if beyond and chosen is not None and item.id == chosen.id)]
