"""Knows declarations of indicators: a row an indicator, with its polarity, unit, tolerance and category."""

from collections.abc import Iterator
from typing import Any

from dashboard.domain.errors import RefusedFile
from data.sources.column_roles import columns_of, heading_row
from data.sources.figure_parcels import Figures, naming_rule
from data.sources.grids import Grid
from data.sources.heading_words import words_of
from data.sources.row_periods import DATED


def _is_heading(roles: set[str]) -> bool:
    """It names an indicator and its polarity, and neither period nor figure."""
    return {"indicator", "polarity"} <= roles and not roles & {"actual", "target", *DATED}


def recognises(grid: Grid) -> bool:
    """A table with columns of years beside the polarity holds figures, and is none."""
    start = heading_row(grid, _is_heading)
    return start is not None and not any(words_of(text).of_figures for text in grid.rows[start])


def read(grid: Grid) -> Iterator[dict[str, Any]]:
    """Yield what is declared; raises RefusedFile where nothing is."""
    start = heading_row(grid, _is_heading)
    if start is None:
        raise RefusedFile(f"{grid.file} has no heading with an indicator and its polarity.")
    columns, found = columns_of(grid, start), Figures(grid)
    for row in found.rows(start + 1, len(grid.rows), len(grid.rows[start])):
        said = grid.said(row, columns)
        rule = grid.fault(row, columns.values()) or naming_rule(said)
        if rule:
            found.reject(row, rule)
        else:
            found.declare(said["indicator"], row, columns, **said)
    found.leave_above(start)
    yield found.parcel("declarations")
