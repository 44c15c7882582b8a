"""Knows tables with a column for a place and one for the wider place around it: two wards of one name stay apart."""

from collections import defaultdict
from dataclasses import replace

from data.sources.containers.grids import Grid
from data.sources.figures.totals import is_total_area
from data.sources.typed.column_roles import HIGHEST, role
from data.sources.typed.headings import NUMBER
from data.sources.words import shown

#: Words of headings, from the smallest places.
SIZES = (
    ("ward", "parish", "neighbourhood"),
    ("locality", "localities", "area", "place"),
    ("district", "borough", "authority", "council", "lad", "la"),
    ("csp",),
)


def of_smallest_places(grid: Grid) -> Grid:
    """*grid* with one column of areas, that of the smallest; those of one name bear the wider place behind it."""
    row = next((row for row in range(min(HIGHEST, len(grid.rows))) if len(_columns(grid, row)) > 1), None)
    if row is None:
        return grid
    columns = sorted(_columns(grid, row), key=lambda column: _size(grid.at(row, column)))
    if _size(grid.at(row, columns[0])) == _size(grid.at(row, columns[1])):
        return grid
    smallest, wider = columns[:2]
    one, other = (" ".join(grid.at(row, column).split()) for column in (smallest, wider))
    grid.remarks.append(f"“{shown(one)}” is read as the area, and “{shown(other)}” as the place in which it lies.")
    return _named(grid, row, (smallest, wider), columns[1:])


def _named(grid: Grid, heading: int, columns: tuple[int, int], cleared: list[int]) -> Grid:
    """The grid with its areas named in the first of two *columns*, and nothing left in those that are *cleared*."""
    below = list(grid.filled(heading + 1))
    pairs = {at: (grid.at(at, columns[0]), grid.at(at, columns[1])) for at in below}
    around: dict[str, set[str]] = defaultdict(set)
    for own, place in pairs.values():
        around[own].add(place)
    divided = {place for own, place in pairs.values() if own and not is_total_area(own)}
    rows, within = [list(cells) for cells in grid.rows], dict(grid.within)
    wholes = [at for at, (own, place) in pairs.items() if place and (not own or is_total_area(own))]
    for at, (own, place) in pairs.items():
        name = place if at in wholes else f"{own}, {place}" if place and len(around[own]) > 1 else own
        _put(rows[at], columns[0], name)
        within |= {name: place} if place else {}
    for at in (heading, *below):
        for column in cleared:
            _put(rows[at], column, "")
    apart = [at for at in wholes if pairs[at][1] in divided]
    for at in apart:
        rows[at] = [""] * len(rows[at])
    if apart:
        names = ", ".join(map(shown, dict.fromkeys(pairs[at][1] for at in apart)))
        grid.remarks.append(f"Rows of a whole place whose parts have rows of their own are left out: {names}.")
    return replace(grid, rows=rows, within=within)


def _columns(grid: Grid, row: int) -> list[int]:
    """The columns that name places: texts, and no codes or figures."""
    named = [at for at, text in enumerate(grid.rows[row]) if role(text) == "area"]
    return [at for at in named if not any(NUMBER.fullmatch(grid.at(below, at)) for below in grid.filled(row + 1))]


def _size(heading: str) -> int:
    words = heading.casefold()
    return next((size for size, names in enumerate(SIZES) if any(name in words for name in names)), len(SIZES))


def _put(cells: list[str], column: int, text: str) -> None:
    if column < len(cells):
        cells[column] = text
