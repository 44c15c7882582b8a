"""Knows a workbook that Outturn made: of its sheets one is read, the one with figures as the template has them."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.domain.entering.exported import FIGURES, FIGURES_SHEET, MADE, NOTHING
from dashboard.domain.errors import RefusedFile
from data.sources.containers.grids import Grid

TOP_ROWS = 3  # of the cover, in which it says so
READ = f"The workbook was made by Outturn: its sheet “{FIGURES_SHEET}” is read, the others show the same."


def is_exported(grids: Sequence[Grid]) -> bool:
    """Whether its first sheet says that Outturn made the workbook."""
    return bool(grids) and any(grids[0].at(row, 0).startswith(MADE) for row in range(min(TOP_ROWS, len(grids[0].rows))))


def figures_of(grids: Sequence[Grid]) -> Grid:
    """Its figures as they are typed; raises RefusedFile where it was made of a page without any."""
    for grid in grids:
        heading = next((row for row in range(len(grid.rows)) if _is_heading(grid, row)), None)
        if grid.sheet == FIGURES_SHEET and heading is not None:
            return _below(grid, heading)
    why = "was made by Outturn from a page without figures of tables: there is nothing in it to load."
    raise RefusedFile(f"{grids[0].file} {why}")


def _is_heading(grid: Grid, row: int) -> bool:
    return tuple(grid.at(row, column) for column in range(len(FIGURES))) == FIGURES


def _below(grid: Grid, heading: int) -> Grid:
    """The table without what stands above it, blank where it says that there is nothing."""
    return replace(
        grid,
        rows=[["" if cell.strip() == NOTHING else cell for cell in row] for row in grid.rows[heading:]],
        lines=grid.lines[heading:],
        faults={(row - heading, column): rule for (row, column), rule in grid.faults.items() if row >= heading},
        spans={},
        remarks=[*grid.remarks, READ],
    )
