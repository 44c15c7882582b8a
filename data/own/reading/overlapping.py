"""Knows a new area whose figures are the sums of all the others: as one of them it would count all twice."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal

from dashboard.domain.errors import RefusedFile
from data.own.reading.readings import Read
from data.sources.figures.parcels import ACTUAL
from data.sources.words import shown

LEAST_AGREEING = 4  # other figures in all: that 100 is 60 + 40 once may be chance
LEAST_OTHERS = 2
LEAST_COUNTED = 50  # small numbers are the sum of others by chance
Counts = Mapping[str, Decimal]


def refuse_overlap(figures: Iterable[Read], new_areas: Collection[str]) -> None:
    """Raise RefusedFile where a new area is the sum of all other new ones wherever it has a figure."""
    counts: dict[tuple[str, str], dict[str, Decimal]] = defaultdict(dict)
    found: dict[str, Read] = {}
    for item in figures:
        name = item.home.names[item.area]
        number = item.value.number
        if item.what == ACTUAL and name in new_areas and number is not None and item.indicator.adds_over_areas:
            counts[item.indicator.id, item.period.slug][name] = number
            found[name] = item
    for name, item in found.items():
        rows = [row for row in counts.values() if name in row]
        others = len(rows[0]) - 1
        is_chance = len(rows) * others < LEAST_AGREEING or sum(row[name] for row in rows) < LEAST_COUNTED
        if not is_chance and all(_is_all(row, name) for row in rows):
            raise RefusedFile(_said(name, item, others))


def _is_all(row: Counts, name: str) -> bool:
    others = [number for other, number in row.items() if other != name]
    return len(others) >= LEAST_OTHERS and sum(others, Decimal(0)) == row[name]


def _said(name: str, item: Read, others: int) -> str:
    return (
        f"{item.file}: each figure of “{shown(name)}” is the sum of the other {others} areas, so it is the whole of "
        "them and would count everything twice. Name its rows “Total”, or leave them out."
    )
