"""Knows what a cell of a workbook says to its reader, and how the cells of a sheet become rows of text."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from decimal import Decimal
from enum import Enum, auto
from functools import lru_cache
from math import isfinite

from dashboard.domain.errors import RefusedFile, UnreadableValue
from dashboard.domain.periods.spans import MONTHS
from dashboard.domain.values.printed import percent_format
from data.sources.containers.grids import Grid
from data.sources.words import shown

MOST_LINES, MOST_COLUMNS = 1_048_576, 16_384  # of a sheet, in any program
MOST_CELLS = 1_000_000  # with content or merged, of a workbook
MOST_PLACES = 10_000_000  # of a workbook, blank ones before and between the others included
MOST_SHEETS = 200
CELL_ERROR, NO_RESULT, MERGED = "cell-error", "formula-without-value", "merged-cell"
#: What is shown instead of a result; programs also save these as plain text.
ERRORS = re.compile(
    r"#(N/A|REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!)|#{8}|Err:[0-9]{3}"
)
NO_DAY = "########"  # what stands for a date that no calendar has
LITERALS = re.compile(r'"[^"]*"|\\.|[_*].|\[[^\]]*\]')  # of a number format: shown as they are, or not at all


class Shown(Enum):
    """What a number format makes of a number."""

    PLAIN = auto()
    PERCENT = auto()
    DAY = auto()  # a date, a time of day or both
    MONTH = auto()
    YEAR = auto()
    DURATION = auto()


@lru_cache(maxsize=4096)
def shown_as(number_format: str) -> Shown:
    """What *number_format* ("0.0%", "mmm-yy") shows of a number that is not negative."""
    from openpyxl.styles.numbers import is_date_format, is_timedelta_format

    signs = LITERALS.sub("", number_format.split(";")[0]).lower()
    if is_timedelta_format(number_format):
        return Shown.DURATION
    if not is_date_format(number_format):
        return Shown.PERCENT if "%" in signs else Shown.PLAIN
    if set("dhs") & set(signs) or "y" not in signs:
        return Shown.DAY
    return Shown.MONTH if "m" in signs else Shown.YEAR


def number_text(stored: str) -> str:
    """The number without an exponent, to the fifteen digits that spreadsheets show: 0.30000000000000004 is 0.3.

    Raises ValueError when it is none.
    """
    number = float(stored)
    if re.fullmatch(r"-?[1-9][0-9]*", stored) or not isfinite(number):
        return stored
    return f"{Decimal(f'{number:.15g}').normalize() + 0:f}"  # + 0 takes the sign off a zero


def percent_text(stored: str) -> str:
    """The percentage that a cell with a percent format shows."""
    try:
        return percent_format(number_text(stored))
    except UnreadableValue:
        return number_text(stored)


def moment_text(moment: datetime | time | timedelta, as_what: Shown = Shown.DAY) -> str:
    """A date as 2026-04-26, one that is shown as a month as Apr 2026 (2010-11 is a year); times are no figures."""
    if not isinstance(moment, datetime):
        return str(moment)
    if as_what is Shown.MONTH:
        return f"{MONTHS[moment.month - 1]} {moment.year}"
    if as_what is Shown.YEAR:
        return moment.date().isoformat()[:4]
    return moment.date().isoformat() if moment.time() == time() else moment.isoformat(" ", "seconds")


@dataclass(slots=True)
class Room:
    """What a workbook may still take."""

    file: str
    sheets: int = MOST_SHEETS
    cells: int = MOST_CELLS
    places: int = MOST_PLACES

    def take(self, *, sheets: int = 0, cells: int = 0, places: int = 0) -> None:
        """Raise RefusedFile when there is not as much left."""
        self.sheets -= sheets
        self.cells -= cells
        self.places -= places
        if self.sheets < 0:
            raise RefusedFile(f"{self.file} has more than {MOST_SHEETS} sheets: split it.")
        if self.cells < 0:
            raise RefusedFile(f"{self.file} has more than {MOST_CELLS:,} cells: split it.")
        if self.places < 0:
            raise RefusedFile(f"{self.file} has cells far apart: keep only the table on its sheet.")


@dataclass(frozen=True, slots=True)
class Merged:
    """A range shown as one cell: lines from 1, columns from 0, the last ones within."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Layout:
    """The cells of one sheet as they are found, by the number of their line."""

    name: str
    room: Room
    hidden: bool = False
    rows: dict[int, list[str]] = field(default_factory=dict)
    faults: dict[tuple[int, int], str] = field(default_factory=dict)  # (line, column) -> an id of RULES
    merged: list[Merged] = field(default_factory=list)
    hidden_lines: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)  # the first, the last

    def put(self, line: int, column: int, text: str, fault: str = "") -> None:
        """Keep what a cell says; raises ValueError where no sheet has a cell, RefusedFile when it is one too many."""
        if not text:
            return
        if not (0 < line <= MOST_LINES and 0 <= column < MOST_COLUMNS):
            raise ValueError(f"no sheet has a line {line} with a column {column}")
        row = self.rows.setdefault(line, [])
        missing = max(0, column + 1 - len(row))
        self.room.take(cells=1, places=missing)
        row.extend([""] * missing)
        row[column] = text
        if fault := fault or (CELL_ERROR if ERRORS.fullmatch(text) else ""):
            self.faults[line, column] = fault

    def grid(self) -> Grid:
        """The lines in which anything stands."""
        lines, widest = sorted(self.rows), max(map(len, self.rows.values()), default=0)
        for merged in self.merged:
            self._cover(merged, lines, widest)
        at = {line: row for row, line in enumerate(lines)}
        faults = {(at[line], column): fault for (line, column), fault in self.faults.items()}
        rows = [self.rows[line] for line in lines]
        across = {
            (at[merged.top], merged.left): merged.right
            for merged in self.merged
            if merged.right > merged.left and merged.top in at
        }
        return Grid(self.room.file, rows, lines, shown(self.name), faults, self._remarks(widest), across)

    def _cover(self, merged: Merged, lines: list[int], widest: int) -> None:
        """Empty the cells that lie under the first one; a value over several rows belongs to none of them surely."""
        columns = range(merged.left, min(merged.right + 1, widest))
        for line in lines[bisect_left(lines, merged.top) : bisect_right(lines, merged.bottom)]:
            self.room.take(cells=len(columns))
            row = self.rows[line]
            for column in columns:
                if (line, column) == (merged.top, merged.left):
                    continue
                self.faults.pop((line, column), None)
                if column < len(row):
                    row[column] = ""
                if merged.bottom > merged.top:
                    self.faults[line, column] = MERGED

    def _remarks(self, widest: int) -> list[str]:
        rows = len(self.hidden_lines & self.rows.keys())
        columns = sum(max(0, min(last + 1, widest) - first) for first, last in self.hidden_columns)
        said = {"rows": rows, "columns": columns}
        return [f"Hidden {what} were read too: {count:,}." for what, count in said.items() if count]
