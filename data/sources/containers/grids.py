"""Knows a table as it was typed: rows of text, where each cell stands, which cells cannot be trusted and why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from data.sources.containers.members import Member
from data.sources.containers.sheets import Sheet, read_sheet

LETTERS = 26


@dataclass(slots=True)
class Grid:
    """One sheet of a workbook, or a text file: rows as long as they are, each with its number in the file from 1."""

    file: str
    rows: list[list[str]]
    lines: list[int]
    sheet: str = ""  # of a workbook; a text file has none
    faults: dict[tuple[int, int], str] = field(default_factory=dict)  # (row, column) from 0 -> an id of RULES
    remarks: list[str] = field(default_factory=list)
    spans: dict[tuple[int, int], int] = field(default_factory=dict)  # (row, column) -> the last column merged with it
    given: str = ""  # the period that whoever loads it says
    within: dict[str, str] = field(default_factory=dict)  # an area's name -> the wider place that it lies in

    def at(self, row: int, column: int) -> str:
        """The text of a cell without the blanks around it; nothing beyond the end of a row."""
        cells = self.rows[row]
        return cells[column].strip() if column < len(cells) else ""

    def said(self, row: int, columns: Mapping[str, int]) -> dict[str, str]:
        """The texts of a row by what their columns hold, each in one line."""
        return {name: " ".join(self.at(row, column).split()) for name, column in columns.items()}

    def place(self, row: int, column: int) -> str:
        """Where a cell stands, as its reader finds it: C7 of a sheet, or a line and the number of a field."""
        if self.sheet:
            return f"{letters(column)}{self.lines[row]}"
        return f"line {self.lines[row]}, field {column + 1}"

    def fault(self, row: int, columns: Iterable[int]) -> str:
        """The first rule that one of the cells breaks."""
        return next((self.faults[row, column] for column in columns if (row, column) in self.faults), "")

    def filled(self, start: int = 0) -> Iterator[int]:
        """The positions of the rows from *start* in which anything stands."""
        return (row for row in range(start, len(self.rows)) if any(map(str.strip, self.rows[row])))


def letters(column: int) -> str:
    """0 is A, 25 is Z, 26 is AA."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, LETTERS)
        found = chr(ord("A") + rest) + found
    return found


def of_sheet(sheet: Sheet) -> Grid:
    """The one grid of a text file, its heading the first row; raises RefusedFile."""
    rows, lines = sheet.all_placed()
    return Grid(sheet.name, [list(sheet.heading), *rows], [sheet.above, *lines], remarks=sheet.remarks)


def of_text(member: Member) -> Grid:
    """The one grid of a text file."""
    return of_sheet(read_sheet(member))
