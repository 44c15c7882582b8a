"""Knows tables with a column of years beside months or quarters across: each row is of its own year."""

from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods.period import Period
from data.sources.containers.grids import Grid
from data.sources.figures.period_context import Context
from data.sources.typed.column_roles import role
from data.sources.typed.headings import Heading, all_words, texts_of
from data.sources.typed.row_periods import RowPeriods
from data.sources.words import shown

Rows = frozenset[int]


def year_column(heading: Heading) -> int | None:
    """The column of years, where the columns of figures name months or quarters of none."""
    words = [item for stack in heading.stacks for item in all_words(stack)]
    if any(item.period for item in words) or not any(item.part for item in words):
        return None
    return next((at for at, stack in enumerate(heading.stacks) if role(texts_of(stack)) == "year"), None)


def rows_by_year(grid: Grid, heading: Heading, end: int) -> list[tuple[Context, Rows]]:
    """Each year with the rows that are of others; raises RefusedFile for a row without a year."""
    column = year_column(heading)
    if column is None:
        return []
    rows = [row for row in grid.filled(heading.under) if row < end and sum(map(bool, grid.rows[row])) > 1]
    periods = RowPeriods(grid, {"year": column}, Context())
    periods.look_over([row for row in rows if grid.at(row, column)], heading.row)
    found: dict[Period, set[int]] = {}
    above: Period | None = None
    for row in rows:
        above = periods.of(row) if grid.at(row, column) else above
        if above is None:
            text, place = shown(grid.at(row, column)), grid.place(row, column)
            raise RefusedFile(f"{grid.file}: “{text}” in {place} is no year of the months beside it: write 2023/24.")
        found.setdefault(above, set()).add(row)
    every = frozenset(rows)
    return [(Context(year), every - own) for year, own in found.items()]
