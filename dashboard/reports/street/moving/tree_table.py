"""Knows where a change lies as rows of a file: each type, place and neighbourhood that was looked into."""

from collections.abc import Iterator

from dashboard.reports.report import Cell, Table
from dashboard.reports.street.moving.tree import Branch, Branches, MovedTree

COLUMNS = (
    *("parted_by", "crime_type", "area_code", "area", "level", "count", "previous_count"),
    *("change", "change_p", "change_p_among", "stands_out", "looked_at"),
)


def tree_table(found: MovedTree) -> Table:
    """The rows in the order of the page, what holds others before them."""
    every = (("type", found.types), ("place", found.places))
    rows = [row for parted, inside in every if inside for row in _rows(parted, inside)]
    return Table.of("where", "Where the change lies", COLUMNS, rows)


def branches(found: Branches, depth: int = 0) -> Iterator[tuple[int, Branch, Branches]]:
    """Every branch with how deep it lies, and what it lies beside."""
    for item in found.shown:
        yield depth, item, found
        if item.inner:
            yield from branches(item.inner, depth + 1)


def _rows(parted: str, found: Branches) -> Iterator[dict[str, Cell]]:
    for _, item, beside in branches(found):
        place = item.place
        values = (
            *(parted, item.crime.slug if item.crime else None),
            *((place.code, place.name, place.level) if place else (None, None, None)),
            *(item.now, item.before, item.moved, item.tested.chance, item.tested.together, item.tested.real),
            beside.looked_at,
        )
        yield dict(zip(COLUMNS, values, strict=True))
