"""Knows how a case of an ordinary table is written down: the file as it is typed, and what has to come of it."""

from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook

from dashboard.domain.checks.changes import Change


@dataclass(frozen=True, slots=True)
class Case:
    """One table; *file* is text with commas, or with "|" between the cells of a workbook's first sheet.

    *figures* has a line an indicator ("Burglary @North: 2023/24 actual 5, Q1 2023/24 target 2"); *refused* is a part
    of the sentence for which nothing is loaded, *said* one of what the preview says, *rules* the rejected rows.
    """

    name: str
    file: str
    figures: str = ""
    refused: str = ""
    said: str = ""
    rules: str = ""
    period: str = ""  # that whoever loads it says
    merged: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()  # names; tables are divided by a line of "=="

    @property
    def is_book(self) -> bool:
        return "|" in self.file


def written(case: Case, folder: Path) -> Path:
    """The file of a case."""
    path = folder / ("table.xlsx" if case.is_book else "table.csv")
    if case.is_book:
        _book(case).save(path)
    else:
        path.write_text(case.file.strip("\n") + "\n", encoding="utf-8")
    return path


def _book(case: Case) -> Workbook:
    book = Workbook()
    book.remove(book.active)
    tables = case.file.strip("\n").split("\n==\n")
    for name, table in zip(case.sheets or ("Figures",), tables, strict=True):
        sheet = book.create_sheet(name)
        for line in table.split("\n"):
            sheet.append([_typed(cell.strip()) for cell in line.split("|")])
        for cells in case.merged:
            sheet.merge_cells(cells)
    return book


def _typed(cell: str) -> str | int | None:
    return int(cell) if cell.isdigit() and len(cell) < 5 else cell or None


def told(changes: tuple[Change, ...], whole: str) -> list[str]:
    """What was read, each figure as a case writes it."""
    return sorted(
        f"{item.indicator}{f' @{item.area}' if item.area != whole else ''}: {item.period} {item.what} {item.now}"
        for item in changes
    )


def expected(case: Case) -> list[str]:
    found = []
    for line in filter(None, map(str.strip, case.figures.split("\n"))):
        name, _, figures = line.rpartition(": ")
        found += [f"{name}: {figure}" for figure in figures.split(", ")]
    return sorted(found)
