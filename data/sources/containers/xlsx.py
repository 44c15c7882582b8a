"""Knows the sheets of an Excel workbook: openpyxl reads what they share, their cells are taken one by one."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from datetime import datetime
from typing import IO
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring, iterparse
from openpyxl.cell.text import Text
from openpyxl.packaging.relationship import Relationship
from openpyxl.packaging.workbook import ChildSheet
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.styles.stylesheet import Stylesheet
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries
from openpyxl.utils.datetime import from_excel
from openpyxl.xml.constants import ARC_STYLE, SHEET_MAIN_NS

from data.sources.containers.book_cells import (
    CELL_ERROR,
    NO_DAY,
    NO_RESULT,
    Layout,
    Merged,
    Room,
    Shown,
    moment_text,
    number_text,
    percent_text,
    shown_as,
)

ROW, CELL, COLUMN, MERGE, VALUE, FORMULA, INLINE = (
    f"{{{SHEET_MAIN_NS}}}{name}" for name in ("row", "c", "col", "mergeCell", "v", "f", "is")
)
TRUE = ("1", "true")
PLAIN = "General"  # the format of a number that has none
LINE_FEED = "_x000D_"  # how Excel writes the first half of a line end


@dataclass(frozen=True, slots=True)
class Shared:
    """What the cells of all sheets point to."""

    texts: list[str]
    formats: list[Shown]  # by the number of a style
    epoch: datetime  # the day that dates are counted from


def sheets(body: bytes, room: Room) -> Iterator[Layout]:
    """Yield every worksheet, hidden ones without their cells; raises many kinds of error when it is damaged."""
    reader, found = _opened(body)
    room.take(sheets=len(found))
    shared = Shared(reader.shared_strings, _formats(reader.archive), reader.wb.epoch)
    for sheet, part in found:
        layout = Layout(sheet.name, room, hidden=sheet.state != "visible")
        if not layout.hidden:
            with reader.archive.open(part.target) as source:
                _Cells(layout, shared).read(source)
        yield layout


@contextmanager
def _silenced() -> Iterator[None]:
    """While openpyxl reads: our parcels go where it may print, and what it warns of is decoration that is left out."""
    with warnings.catch_warnings(), redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        yield


def _opened(body: bytes) -> tuple[ExcelReader, list[tuple[ChildSheet, Relationship]]]:
    """The workbook without drawings, charts, pivots and links, and its worksheets with the part of each."""
    reader = ExcelReader(io.BytesIO(body), read_only=True, keep_links=False)
    with _silenced():
        reader.read_manifest()
        reader.read_strings()
        reader.read_workbook()
        found = list(reader.parser.find_sheets())
    return reader, [(sheet, part) for sheet, part in found if part.Type.endswith("/worksheet")]


def _formats(archive: ZipFile) -> list[Shown]:
    """How the cells of each style show their numbers; a workbook without styles has one, the plain."""
    if ARC_STYLE not in archive.namelist():
        return [shown_as(PLAIN)]
    with _silenced():
        found = Stylesheet.from_tree(fromstring(archive.read(ARC_STYLE)))
    formats = BUILTIN_FORMATS | dict(enumerate(found.number_formats, BUILTIN_FORMATS_MAX_SIZE))
    return [shown_as(formats.get(style.numFmtId, PLAIN)) for style in found.cell_styles] or [shown_as(PLAIN)]


class _Cells:
    """Takes the cells of one sheet in the order of its file; memory for one at a time."""

    def __init__(self, layout: Layout, shared: Shared) -> None:
        self._layout = layout
        self._shared = shared
        self._line = 0
        self._column = -1

    def read(self, source: IO[bytes]) -> None:
        for event, element in iterparse(source, events=("start", "end")):
            if element.tag == ROW:
                self._row(event, element)
            elif event == "start":
                continue
            elif element.tag == CELL:
                self._cell(element)
            elif element.tag == MERGE:
                left, top, right, bottom = range_boundaries(element.get("ref"))
                self._layout.merged.append(Merged(top, left - 1, bottom, right - 1))
            elif element.tag == COLUMN and element.get("hidden") in TRUE:
                self._layout.hidden_columns.append((int(element.get("min")) - 1, int(element.get("max")) - 1))

    def _row(self, event: str, element: Element) -> None:
        if event == "start":
            self._line, self._column = int(element.get("r", self._line + 1)), -1
        else:
            if element.get("hidden") in TRUE and self._line in self._layout.rows:
                self._layout.hidden_lines.add(self._line)
            element.clear()

    def _cell(self, element: Element) -> None:
        """A place that is not said is the next one."""
        if place := element.get("r"):
            self._line, column = coordinate_to_tuple(place)
            self._column = column - 1
        else:
            self._column += 1
        self._layout.put(self._line, self._column, *self._said(element))
        element.clear()

    def _said(self, element: Element) -> tuple[str, str]:
        """The text of a cell, and what is wrong with it."""
        kind, value = element.get("t", "n"), element.findtext(VALUE)
        if value:
            return self._text(kind, value, element), CELL_ERROR if kind == "e" else ""
        if (inline := element.find(INLINE)) is not None:
            return Text.from_tree(inline).content.replace(LINE_FEED, ""), ""
        formula = element.find(FORMULA)
        if formula is None or (kind == "str" and value is not None):  # the result may be an empty text
            return "", ""
        return f"={formula.text or ''}", NO_RESULT

    def _text(self, kind: str, value: str, element: Element) -> str:
        if kind == "s":
            return self._shared.texts[int(value)].replace(LINE_FEED, "")
        if kind == "b":
            return "TRUE" if value in TRUE else "FALSE"
        style = int(element.get("s", 0))
        as_what = self._shared.formats[style] if style < len(self._shared.formats) else Shown.PLAIN
        if kind == "d":
            return moment_text(datetime.fromisoformat(value), as_what)
        return self._number(value, as_what) if kind == "n" else value

    def _number(self, value: str, as_what: Shown) -> str:
        if as_what is Shown.PERCENT:
            return percent_text(value)
        if as_what is Shown.PLAIN:
            return number_text(value)
        number = float(value)
        try:
            moment = from_excel(number, self._shared.epoch, timedelta=as_what is Shown.DURATION)
        except (OverflowError, ValueError):
            return NO_DAY
        return NO_DAY if number < 0 else moment_text(moment, as_what)
