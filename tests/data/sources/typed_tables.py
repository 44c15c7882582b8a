"""Reads tables as officers type them: lines of text or rows of a sheet in, the parcel of a source out."""

from types import ModuleType
from typing import Any

import pytest

from dashboard.domain.errors import RefusedFile
from data.sources.containers.grids import Grid, of_text
from data.sources.containers.members import Member
from tests.data.sources.crossing import crossed
from tests.data.sources.workbooks import only, saved, workbook

Parcel = Any  # of the kind that the test knows


def typed(*lines: str) -> Grid:
    """A text file of *lines*."""
    return of_text(Member("x.csv", "".join(line + "\n" for line in lines).encode()))


def sheet(*lines: str, merged: tuple[str, ...] = ()) -> Grid:
    """A workbook's sheet "Figures": "|" divides cells, some ranges (A1:C1) are *merged*."""
    made = workbook([line.split("|") for line in lines])
    for cells in merged:
        made.active.merge_cells(cells)
    return only(saved(made))


def parcel(source: ModuleType, grid: Grid) -> Parcel:
    """What *source* makes of a table, as the parent gets it."""
    assert source.recognises(grid)
    [found] = source.read(grid)
    return crossed(found)


def refusal(source: ModuleType, grid: Grid) -> str:
    """The sentence for which a table is refused."""
    with pytest.raises(RefusedFile) as refused:
        list(source.read(grid))
    return str(refused.value)


def said(found: Parcel, *names: str) -> list[tuple[Any, ...]]:
    """Some of what each figure says, in order."""
    return [tuple(figure[name] for name in names) for figure in found.figures]


def rejected(found: Parcel) -> list[tuple[int, str]]:
    return [(item["line"], item["rule"]) for item in found.rejected]
