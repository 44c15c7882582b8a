"""Knows a list of incidents by its rows where its headings say nothing: days, times of day, many rows."""

from collections.abc import Callable, Iterator, Sequence

from dashboard.domain.incidents.columns import ColumnRole
from data.parcels import ColumnShown, UnnamedList
from data.sources.containers.grids import Grid
from data.sources.incidents.heading_words import columns_of
from data.sources.incidents.moments import NO_DAY, day_of, minute_of_day
from data.sources.told import headings_of
from data.sources.words import shown

TITLES = 10  # lines that may stand over the heading
LOOKED_AT = 200  # rows
FEWEST_ROWS, FEWEST_COLUMNS = 10, 3
MOSTLY = 0.8  # of the cells in which anything stands
EXAMPLES, LONGEST_EXAMPLE = 3, 40
Columns = list[int]


def heading_row(grid: Grid) -> int | None:
    """The first row that names three columns or more, of which enough rows stand below."""
    for row in range(min(TITLES, len(grid.rows))):
        if sum(map(bool, map(str.strip, grid.rows[row]))) >= FEWEST_COLUMNS:
            return row if len(grid.rows) - row > FEWEST_ROWS else None
    return None


def recognises(grid: Grid) -> bool:
    """Whether it has days and times of day, a row an incident: no other kind of table has both."""
    days, clocks = _moments(grid)
    return bool(days and clocks)


def may_be(grid: Grid) -> bool:
    """Whether it has days at least."""
    return bool(_moments(grid)[0])


def read(grid: Grid) -> Iterator[UnnamedList]:
    """Yield the columns with a few cells each; nothing else of the table is told."""
    row = heading_row(grid)
    assert row is not None  # or it were none
    named = headings_of(grid.rows[row])
    guesses = _guesses(grid, row)
    columns = [
        ColumnShown(heading, _examples(_cells(grid, row, at)), guesses.get(at, "")) for at, heading in enumerate(named)
    ]
    yield UnnamedList(file=grid.file, rows=len(grid.rows) - row - 1, columns=columns)


def _guesses(grid: Grid, row: int) -> dict[int, str]:
    """What columns may be: by their headings, and the first days and times by their cells."""
    found = {str(what): at for what, at in columns_of(grid.rows[row]).items()}
    days, clocks = _moments(grid)
    for role, columns in ((ColumnRole.FROM, days), (ColumnRole.FROM_TIME, [at for at in clocks if at not in days])):
        free = [at for at in columns if at not in found.values()]
        if role not in found and free:
            found[role] = free[0]
    return {at: what for what, at in found.items()}


def _moments(grid: Grid) -> tuple[Columns, Columns]:
    """The columns that hold days, and those that hold times of day, beside the days or in cells of their own."""
    row = heading_row(grid)
    if row is None:
        return [], []
    columns = {at: _cells(grid, row, at) for at in range(len(grid.rows[row]))}
    days = [at for at, cells in columns.items() if _mostly(cells, _is_day)]
    clocks = [at for at, cells in columns.items() if _mostly(cells, _is_clock)]
    return days, clocks


def _cells(grid: Grid, heading: int, column: int) -> list[str]:
    below = range(heading + 1, min(heading + 1 + LOOKED_AT, len(grid.rows)))
    return [text for row in below if (text := grid.at(row, column))]


def _mostly(cells: Sequence[str], is_so: Callable[[str], bool]) -> bool:
    return len(cells) >= FEWEST_ROWS // 2 and sum(map(is_so, cells)) >= MOSTLY * len(cells)


def _is_day(text: str) -> bool:
    """A day alone, or before a time."""
    begins = text.replace("T", " ").partition(" ")[0]
    return any(day > NO_DAY for said in (text, begins) for day in day_of(said))


def _is_clock(text: str) -> bool:
    """A time with a mark in it, alone or behind a day: a number alone may be anything."""
    clock = text.replace("T", " ").partition(" ")[2] if _is_day(text) else text
    return any(mark in clock for mark in ":.") and minute_of_day(clock) >= 0


def _examples(cells: Sequence[str]) -> list[str]:
    return [shown(text, LONGEST_EXAMPLE) for text in list(dict.fromkeys(cells))[:EXAMPLES]]
