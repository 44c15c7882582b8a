"""Knows an office's incident list by its heading and its times of day: a row an incident, with columns of its own."""

import re
from collections.abc import Iterator, Mapping, Sequence

from dashboard.domain.errors import RefusedFile
from dashboard.domain.incidents.columns import letter_of
from data.parcels import IncidentTable
from data.sources.containers.grids import Grid
from data.sources.incidents.heading_words import FROM, FROM_TIME, columns_of, is_list
from data.sources.incidents.unnamed_lists import heading_row, may_be
from data.sources.told import ListLayout

KIND = IncidentTable.kind
TITLES = 10  # lines that may stand over the heading
LOOKED_AT = 100  # rows
CLOCK = re.compile(r"\d[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?$|T\d\d:", re.IGNORECASE)
HOUR = re.compile(r"^\d{1,2}[:.]?\d{2}\b")


def recognises(grid: Grid) -> bool:
    return _heading(grid) is not None


def _heading(grid: Grid) -> int | None:
    """The row that names the columns, among the first ones, if there are times of day under it."""
    for row in range(min(TITLES, len(grid.rows))):
        found = columns_of(grid.rows[row])
        if is_list(found):
            return row if _tells_hours(grid, row, found) else None
    return None


def _tells_hours(grid: Grid, heading: int, found: Mapping[str, int]) -> bool:
    """Whether one of the first rows has a time of day: a table of figures by day has none."""
    below = range(heading + 1, min(heading + 1 + LOOKED_AT, len(grid.rows)))
    clocks = [found[what] for what in (FROM_TIME, FROM) if what in found]
    has_column = FROM_TIME in found
    return any((HOUR if has_column else CLOCK).search(grid.at(row, clocks[0])) for row in below)


def told(grid: Grid, layouts: Sequence[ListLayout]) -> Iterator[IncidentTable]:
    """Yield the list whose columns somebody matched, before or for this file; nothing where nobody did."""
    row = heading_row(grid)
    found = None if row is None else next((item for item in layouts if item.fits(grid.file, grid.rows[row])), None)
    if row is None or found is None or (found.file and not may_be(grid)):
        return
    from data.sources.incidents.reading import table_of

    width = len(grid.rows[row])
    if beyond := [letter_of(at) for at in found.columns.values() if at >= width]:
        raise RefusedFile(f"{grid.file} has no column {beyond[0]}: its last one is {letter_of(width - 1)}.")
    if found.name and not found.file:
        grid.remarks.append(f"Its columns are matched as they were saved under “{found.name}”.")
    yield table_of(grid, row, {str(role): at for role, at in found.columns.items()})


def read(grid: Grid) -> Iterator[IncidentTable]:
    """Yield the list in columns; raises RefusedFile without a row that can be read."""
    from data.sources.incidents.reading import table_of  # what reads many rows takes its time to be brought in

    yield table_of(grid, _heading(grid) or 0)
