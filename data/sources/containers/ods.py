"""Knows the sheets of an OpenDocument spreadsheet."""

import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import IO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from data.sources.containers.book_cells import (
    CELL_ERROR,
    NO_RESULT,
    Layout,
    Merged,
    Room,
    Shown,
    moment_text,
    number_text,
    percent_text,
)

_SPACE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, STYLE, TABLE, TEXT = (_SPACE % name for name in ("office", "style", "table", "text"))
CALC_KIND = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
SHEET, ROW, COLUMN = f"{TABLE}table", f"{TABLE}table-row", f"{TABLE}table-column"
CELL, COVERED = f"{TABLE}table-cell", f"{TABLE}covered-table-cell"
HIDDEN = ("collapse", "filter")
MOST_BLANKS = 1_000  # written as one mark inside a text


def sheets(archive: zipfile.ZipFile, room: Room) -> Iterator[Layout]:
    """Yield every sheet, hidden ones without their cells; raises ValueError, ParseError or KeyError on damage."""
    with archive.open("content.xml") as source:
        yield from _Sheets(room).read(source)


class _Sheets:
    """Takes the sheets in the order of the file; memory for one row at a time."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._unseen: set[str] = set()  # the names of styles that hide a sheet
        self._layout: Layout | None = None
        self._line = self._column = 0  # how many came so far

    def read(self, source: IO[bytes]) -> Iterator[Layout]:
        above: list[str] = []
        for event, element in iterparse(source, events=("start", "end")):
            if event == "start":
                if element.tag == SHEET and above[-1:] == [f"{OFFICE}spreadsheet"]:
                    self._begin(element)
                above.append(element.tag)
                continue
            above.pop()
            if element.tag == SHEET and above[-1:] == [f"{OFFICE}spreadsheet"] and self._layout:
                yield self._layout
                self._layout = None
            self._end(element)

    def _begin(self, element: Element) -> None:
        self._room.take(sheets=1)
        hidden = element.get(f"{TABLE}style-name") in self._unseen
        self._layout = Layout(element.get(f"{TABLE}name", ""), self._room, hidden)
        self._line = self._column = 0

    def _end(self, element: Element) -> None:
        if element.tag == f"{STYLE}style":
            if any(part.get(f"{TABLE}display") == "false" for part in element):
                self._unseen.add(element.get(f"{STYLE}name", ""))
        elif element.tag == ROW:
            if self._layout and not self._layout.hidden:
                self._row(self._layout, element)
            element.clear()
        elif element.tag == COLUMN and self._layout:
            count = _repeated(element, "columns")
            if element.get(f"{TABLE}visibility") in HIDDEN:
                self._layout.hidden_columns.append((self._column, self._column + count - 1))
            self._column += count

    def _row(self, layout: Layout, row: Element) -> None:
        count, said = _repeated(row, "rows"), [cell for cell in _cells(row) if cell[2]]
        for line in range(self._line + 1, self._line + count + 1) if said else ():
            for first, last, text, fault in said:
                for column in range(first, last):
                    layout.put(line, column, text, fault)
            if row.get(f"{TABLE}visibility") in HIDDEN:
                layout.hidden_lines.add(line)
        layout.merged += _merged(row, self._line + 1)
        self._line += count


def _placed(row: Element) -> Iterator[tuple[int, int, Element]]:
    """Each cell with its first column and the one behind its last."""
    last = 0
    for cell in row:
        if cell.tag in (CELL, COVERED):
            first, last = last, last + _repeated(cell, "columns")
            yield first, last, cell


def _cells(row: Element) -> Iterator[tuple[int, int, str, str]]:
    for first, last, cell in _placed(row):
        if cell.tag == CELL:
            yield first, last, *_said(cell)


def _merged(row: Element, line: int) -> Iterator[Merged]:
    for first, _, cell in _placed(row):
        over = [int(cell.get(f"{TABLE}number-{what}-spanned", 1)) for what in ("rows", "columns")]
        if over != [1, 1]:
            yield Merged(line, first, line + over[0] - 1, first + over[1] - 1)


def _repeated(element: Element, what: str) -> int:
    return max(1, int(element.get(f"{TABLE}number-{what}-repeated", 1)))


def _said(cell: Element) -> tuple[str, str]:
    """The text of a cell, and what is wrong with it."""
    kind, formula = cell.get(f"{OFFICE}value-type"), cell.get(f"{TABLE}formula")
    seen = "\n".join(_seen(part) for part in cell if part.tag == f"{TEXT}p")
    if cell.get(CALC_KIND) == "error":
        return seen or "#VALUE!", CELL_ERROR
    if kind is None:
        return (formula.removeprefix("of:"), NO_RESULT) if formula and not seen else (seen, "")
    return _text(cell, kind, seen), ""


def _text(cell: Element, kind: str, seen: str) -> str:
    stored = cell.get(f"{OFFICE}value", "")
    if kind == "percentage":
        return percent_text(stored)
    if kind in ("float", "currency"):
        return number_text(stored)
    if kind == "boolean":
        return cell.get(f"{OFFICE}boolean-value", "").upper()
    if kind == "date":
        return _date(datetime.fromisoformat(cell.get(f"{OFFICE}date-value", "")), seen)
    return seen or cell.get(f"{OFFICE}{kind}-value", "")


def _date(moment: datetime, seen: str) -> str:
    """What is seen tells whether a month is meant: its name or number and the year, such as Apr-26 or 04/2026."""
    years = (f"{moment:%Y}", f"{moment:%y}")
    months = (f"{moment:%B}", f"{moment:%b}", f"{moment:%m}", f"{moment.month}")
    words = tuple(seen.replace("-", " ").replace("/", " ").split())
    is_month = any(words in ((month, year), (year, month)) for month in months for year in years)
    return moment_text(moment, Shown.MONTH if is_month else Shown.DAY)


def _seen(paragraph: Element) -> str:
    """Its text; blanks, tabs and line breaks are marks of their own."""
    for mark in paragraph.iter():
        if mark.tag == f"{TEXT}s":
            mark.text = " " * min(MOST_BLANKS, int(mark.get(f"{TEXT}c", 1)))
        elif mark.tag == f"{TEXT}tab":
            mark.text = "\t"
        elif mark.tag == f"{TEXT}line-break":
            mark.text = "\n"
    return "".join(paragraph.itertext())
