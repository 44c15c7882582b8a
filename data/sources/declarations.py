"""Knows declarations of indicators: a row an indicator, with its polarity, unit, tolerance and category."""

from collections.abc import Iterator

from dashboard.domain.errors import RefusedFile
from data.parcels import FigureTable
from data.sources.containers.grids import Grid
from data.sources.figures.parcels import Figures, naming_rule
from data.sources.typed.column_roles import columns_of, heading_row
from data.sources.typed.heading_words import words_of
from data.sources.typed.headings import NUMBER
from data.sources.typed.row_periods import DATED
from data.sources.words import shown


def _is_heading(roles: set[str]) -> bool:
    """It names an indicator and its polarity, and neither period nor figure."""
    return {"indicator", "polarity"} <= roles and not roles & {"actual", "target", *DATED} - {"date"}


def recognises(grid: Grid) -> bool:
    """A table with columns of years beside the polarity holds figures, and is none."""
    start = heading_row(grid, _is_heading)
    return start is not None and not any(words_of(text).of_figures for text in grid.rows[start])


def read(grid: Grid) -> Iterator[FigureTable]:
    """Yield what is declared; raises RefusedFile where nothing is."""
    start = heading_row(grid, _is_heading)
    if start is None:
        raise RefusedFile(f"{grid.file} has no heading with an indicator and its polarity.")
    columns, found = columns_of(grid, start), Figures(grid)
    _refuse_figures(grid, start, set(columns.values()))
    for row in found.rows(start + 1, len(grid.rows), len(grid.rows[start])):
        said = grid.said(row, columns)
        rule = grid.fault(row, columns.values()) or naming_rule(said)
        if rule:
            found.reject(row, rule)
        else:
            found.declare(said["indicator"], row, columns, **said)
    found.leave_above(start)
    yield found.parcel("declarations")


def _refuse_figures(grid: Grid, start: int, known: set[int]) -> None:
    """Raise RefusedFile for columns of numbers whose headings name no period: the table is no mere declaration."""
    rows = list(grid.filled(start + 1))
    for column, heading in enumerate(grid.rows[start]):
        numbers = [row for row in rows if NUMBER.fullmatch(grid.at(row, column))]
        if heading.strip() and column not in known and numbers and len(numbers) * 2 >= len(rows):
            place = grid.place(start, column)
            raise RefusedFile(
                f"{grid.file}: of which period are the figures under “{shown(heading)}” in {place}? Head the column "
                "with a year, quarter or month, such as 2023/24 Target or Q1 2023/24, and nothing else, or add a "
                "column “Period” and head the figures “Actual” and “Target”."
            )
