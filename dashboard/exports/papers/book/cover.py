"""Knows the cover of a workbook: what it is, whose, of which day and data, and what is to be done with it."""

from io import BytesIO

from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.worksheet import Worksheet

from dashboard.domain.entering.exported import FIGURES_SHEET, MADE
from dashboard.exports.papers.book.pen import Pen, height
from dashboard.exports.papers.words import cut, printable
from dashboard.reports.made_up import INVENTED_WORDS
from dashboard.reports.packs.pack import Pack

WIDTH = 100
LONGEST = 2_000
TITLE = 0.65  # letters of a title beside others
LOGO_HEIGHT = 72  # pixels
PNG_HEIGHT = slice(20, 24)  # where a PNG says how high it is
A4 = 9
GAP = 6  # points under a line
NO_LOGO = "The logo could not be read and was left out."


def write_cover(pen: Pen, pack: Pack) -> None:
    """The first sheet."""
    sheet = pen.book.add_worksheet("Cover")
    sheet.set_column(0, 0, WIDTH, pen.wrapped)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 1)
    title = cut(printable(pack.title), LONGEST)
    sheet.write_string(0, 0, title, pen.title_wrapped)
    sheet.set_row(0, height([(title, WIDTH * TITLE)]) * 2)
    lines = [*_lines(pack)]
    is_broken = bool(pack.brand.logo) and not _write_logo(sheet, pack, len(lines) + 2)
    for row, text in enumerate([*lines, *([NO_LOGO] if is_broken else [])], start=1):
        words = cut(printable(text), LONGEST)
        sheet.write_string(row, 0, words, pen.words(words))
        sheet.set_row(row, height([(words, WIDTH)]) + GAP)
    sheet.write_url(len(lines) + 1 + is_broken, 0, "internal:'Contents'!A1", pen.link, "Contents")


def _lines(pack: Pack) -> list[str]:
    of = f"{pack.brand.name}, " if pack.brand.name and pack.brand.name not in pack.subtitle else ""
    load = f" Its sheet “{FIGURES_SHEET}” can be mended and loaded back." if pack.figures else ""
    lines = [
        f"{MADE} on {pack.day}, of data version {pack.data_version}.{load}",
        f"{of}{pack.subtitle}",
        pack.lede if pack.lede != pack.title else "",
        INVENTED_WORDS if pack.is_made_up else "",
        f"Address: {pack.address}",
        "Each sheet holds one table. What its columns mean stands on the last sheet, notes and sources on the third.",
    ]
    return [line for line in lines if line]


def _write_logo(sheet: Worksheet, pack: Pack, row: int) -> bool:
    """Set the logo under the words; whether it could be read."""
    said = {"image_data": BytesIO(pack.brand.logo), "description": pack.brand.logo_alt or pack.brand.name}
    try:
        scale = min(1.0, LOGO_HEIGHT / int.from_bytes(pack.brand.logo[PNG_HEIGHT]))
        return bool(sheet.insert_image(row + 1, 0, "logo.png", said | {"x_scale": scale, "y_scale": scale}) == 0)
    except (XlsxWriterException, ArithmeticError, LookupError, ValueError):
        return False
