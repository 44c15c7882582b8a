"""Knows how a pack is written as an Excel workbook: no formula, no blank or merged cell, the same bytes each time."""

from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

from dashboard.domain.entering.exported import FIGURES_SHEET
from dashboard.exports.papers.book.chart_figures import SHEET as CHART_SHEET
from dashboard.exports.papers.book.chart_figures import chart_sheet
from dashboard.exports.papers.book.cover import write_cover
from dashboard.exports.papers.book.data_tables import data_sheets, figures_sheet
from dashboard.exports.papers.book.front import contents_sheet, meanings_sheet, notes_sheet
from dashboard.exports.papers.book.pen import Pen
from dashboard.exports.papers.book.read_tables import findings_sheet, read_sheets
from dashboard.exports.papers.book.sheet import Sheet, named_apart
from dashboard.exports.papers.book.written import write_sheet
from dashboard.exports.papers.words import cut, printable
from dashboard.reports.packs.pack import Pack

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
#: Names of sheets that every workbook may have.
SPECIAL = ("Cover", "Contents", "Notes", "Findings", CHART_SHEET, FIGURES_SHEET, "Columns")
UNDATED = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's dates bear no zone
LONGEST_PROPERTY = 255


def write(pack: Pack) -> bytes:
    """The papers as a workbook."""
    written = BytesIO()
    book = Workbook(written, OPTIONS)
    book.set_properties(_properties(pack))
    pen = Pen(book, pack.brand.accent)
    write_cover(pen, pack)
    for number, sheet in enumerate(sheets_of(pack), start=1):
        write_sheet(pen, sheet, number)
    book.close()
    return written.getvalue()


def sheets_of(pack: Pack) -> tuple[Sheet, ...]:
    """Every sheet behind the cover, in its order: contents, notes, what is read, what is loaded, what is behind it."""
    between = tuple(filter(None, (chart_sheet(pack), figures_sheet(pack))))
    read, behind = tuple(read_sheets(pack)), tuple(data_sheets(pack))
    named = named_apart((*read, *behind), SPECIAL)
    tables = (notes_sheet(pack), findings_sheet(pack), *named[: len(read)], *between, *named[len(read) :])
    every = (*tables, meanings_sheet(tables))
    return (contents_sheet(every), *every)


def _properties(pack: Pack) -> dict[str, str | datetime]:
    words = {
        "title": pack.title,
        "subject": pack.subtitle,
        "author": pack.brand.name or "Outturn",
        "comments": f"Made on {pack.day} of data version {pack.data_version}.",
    }
    return {name: cut(printable(text), LONGEST_PROPERTY) for name, text in words.items()} | {"created": _day(pack.day)}


def _day(words: str) -> datetime:
    """The day that *words* name: “30 November 2026”."""
    try:
        return datetime.strptime(words, "%d %B %Y")  # noqa: DTZ007 - as above
    except ValueError:
        return UNDATED
