"""Knows the sheet of a workbook that holds the notes of the others, as government tables have one."""

import re
from collections.abc import Iterable
from itertools import islice

from msgspec.structs import replace

from data.parcels import OwnTable, ReadTable
from data.sources.containers.grids import Grid
from data.sources.words import LONGEST_NOTE, shown

NUMBERED = re.compile(r"notes? ?(?:number|no|ref|reference)?\.?", re.IGNORECASE)
TEXT = re.compile(r"(?:notes? )?(?:text|description|wording|explanation)", re.IGNORECASE)
MARK = re.compile(r"\[?(?:notes? ?)?(?P<mark>[0-9]{1,3})\]?", re.IGNORECASE)
TOP_ROWS = 20


def notes_of(grids: Iterable[Grid]) -> dict[str, str]:
    """The notes of a workbook by their marks."""
    return {mark: text for grid in grids for mark, text in _notes(grid).items()}


def has_notes(grid: Grid) -> bool:
    return bool(_notes(grid))


def with_notes(parcel: ReadTable, notes: dict[str, str]) -> ReadTable:
    """*parcel* with those of *notes* that its figures bear, unless its own sheet says them."""
    if not isinstance(parcel, OwnTable):
        return parcel
    used = {mark for figure in parcel.figures for mark in figure["note"].split("|")}
    return replace(parcel, notes={mark: text for mark, text in notes.items() if mark in used} | parcel.notes)


def _notes(grid: Grid) -> dict[str, str]:
    found: dict[str, str] = {}
    for row, cells in enumerate(islice(grid.rows, TOP_ROWS)):
        names = [" ".join(cell.split()) for cell in cells]
        marks = [at for at, name in enumerate(names) if NUMBERED.fullmatch(name)]
        texts = [at for at, name in enumerate(names) if TEXT.fullmatch(name)]
        if marks and texts:
            for below in grid.filled(row + 1):
                if mark := MARK.fullmatch(grid.at(below, marks[0])):
                    found[mark["mark"]] = shown(grid.at(below, texts[0]), LONGEST_NOTE)
            break
    return found
