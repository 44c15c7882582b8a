"""Knows how one sheet is written: its title, the way back, a marked table under frozen headings, widths that fit."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from xlsxwriter.worksheet import Worksheet

from dashboard.exports.papers.book.pen import DAY, MOMENT, WHOLE, Pen, broken_format, height, is_whole
from dashboard.exports.papers.book.sheet import MISSING, NOTHING, Sheet, SheetColumn, SheetLink, SheetValue
from dashboard.exports.papers.words import cut
from dashboard.reports.columns.column import NUMBERS

HEADING_ROW = 3  # below title, words, and the way back
MOST_LETTERS = 32_000  # of a cell; a workbook takes 32,767 and cuts in silence
NARROWEST, WIDEST, WIDE = 9, 44, 96
FEW = 4  # columns that leave room for long lines
FEWEST_TO_KEEP, KEPT = 6, 2  # columns stay at the left where a table has so many
TITLE_LETTERS = 250
ILLEGAL = {code: None for code in (*range(9), 11, 12, *range(14, 32), 0x202E, 0x202D, 0xFFFE, 0xFFFF)}
ONE_PAGE = 14  # columns that fit one page in landscape


def write_sheet(pen: Pen, sheet: Sheet, number: int) -> None:
    """Add *sheet* to the book; *number* names its table."""
    page = pen.book.add_worksheet(sheet.name)
    page.write_string(0, 0, cut(sheet.title.translate(ILLEGAL), TITLE_LETTERS), pen.title)
    page.write_string(1, 0, f"{sheet.words} This worksheet contains one table.", pen.faint)
    away = "Cover" if sheet.name == "Contents" else "Contents"
    page.write_url(2, 0, _way(away), pen.link, f"Back to {away.lower()}")
    _write_table(pen, page, sheet, number)
    widths = []
    for column, item in enumerate(sheet.columns):
        values = [row[column] for row in sheet.rows]
        widths.append(_width(item, values, WIDE if len(sheet.columns) <= FEW else WIDEST))
        _write_column(pen, page, column, values)
        page.set_column(column, column, widths[-1])
    _lay_out(page, sheet, widths)


def _write_table(pen: Pen, page: Worksheet, sheet: Sheet, number: int) -> None:
    """Mark the table; its cells are written afterwards."""
    headings = [
        {
            "header": item.heading.translate(ILLEGAL),
            "header_format": pen.number_heading if item.kind in NUMBERS else pen.heading,
        }
        for item in sheet.columns
    ]
    last = HEADING_ROW + max(len(sheet.rows), 1)
    said = {"columns": headings, "name": f"table_{number}", "style": None, "autofilter": False}
    page.add_table(HEADING_ROW, 0, last, len(headings) - 1, said)
    if not sheet.rows:
        page.write_row(last, 0, [NOTHING] * len(headings), pen.words(NOTHING))


def _write_column(pen: Pen, page: Worksheet, column: int, values: Sequence[SheetValue]) -> None:
    known = [item for item in values if isinstance(item, (int, float, Decimal))]
    broken = broken_format(known)
    for row, value in enumerate(values, start=HEADING_ROW + 1):
        if isinstance(value, SheetLink):
            page.write_url(row, column, _way(value.sheet), pen.link, value.sheet)
        elif isinstance(value, date):
            page.write_datetime(row, column, value, pen.number(MOMENT if isinstance(value, datetime) else DAY))
        elif isinstance(value, str):
            text = cut(value.translate(ILLEGAL), MOST_LETTERS) or NOTHING
            page.write_string(row, column, text, pen.words(text, right=bool(known) and value in (MISSING, NOTHING)))
        else:
            page.write_number(row, column, value, pen.number(WHOLE if is_whole(value) else broken))


def _way(sheet: str) -> str:
    """The address of a sheet's first cell."""
    quoted = sheet.replace("'", "''")
    return f"internal:'{quoted}'!A1"


def _width(column: SheetColumn, values: Sequence[SheetValue], most: int) -> int:
    """Wide enough for every value in one line, up to *most* letters; for the longest word of the heading."""
    longest = max((_letters(value) for value in values), default=0)
    heading = max(max(map(len, column.heading.split()), default=0), min(len(column.heading), NARROWEST * 2))
    return min(max(NARROWEST, heading, longest) + 2, most)


def _letters(value: SheetValue) -> int:
    if isinstance(value, SheetLink):
        return len(value.sheet)
    if isinstance(value, date):
        return len("30 September 2026 12:00" if isinstance(value, datetime) else "30 September 2026")
    return len(value) if isinstance(value, str) else len(f"{value:,.2f}")


def _lay_out(page: Worksheet, sheet: Sheet, widths: Sequence[int]) -> None:
    page.set_row(
        HEADING_ROW, height((item.heading, width - 2) for item, width in zip(sheet.columns, widths, strict=True))
    )
    for at, row in enumerate(sheet.rows, start=HEADING_ROW + 1):
        page.set_row(
            at, height((value, width) for value, width in zip(row, widths, strict=True) if isinstance(value, str))
        )
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    kept = 0 if len(sheet.columns) < FEWEST_TO_KEEP else KEPT
    page.freeze_panes(HEADING_ROW + 1, kept)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.repeat_rows(HEADING_ROW)
    page.set_footer("&L&A&RPage &P of &N")
    if len(sheet.columns) <= ONE_PAGE:
        page.fit_to_pages(1, 0)
