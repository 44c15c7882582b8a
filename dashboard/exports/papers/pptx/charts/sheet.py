"""Knows the workbook inside a chart: what opens when somebody chooses "Edit data"."""

from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from math import isfinite

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

#: Workbooks say when they were made; the same papers twice are the same bytes.
MADE = datetime(2000, 1, 1, tzinfo=UTC)
PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
NAME = "Sheet1"
LONGEST = 32_000  # characters of a cell


@dataclass(frozen=True, slots=True)
class Figures:
    """One column: a name with a figure for each label."""

    name: str
    numbers: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class ChartSheet:
    """A chart as XML, and its workbook: labels down, a column for each name."""

    xml: bytes
    labels: tuple[str, ...]
    columns: tuple[Figures, ...]

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook."""
        file = BytesIO()
        book = Workbook(file, PLAIN)
        book.set_properties({"created": MADE})
        sheet = book.add_worksheet(NAME)
        sheet.set_column(0, 0, 24)
        for row, label in enumerate(self.labels, start=1):
            sheet.write_string(row, 0, label[:LONGEST])
        for column, figures in enumerate(self.columns, start=1):
            sheet.write_string(0, column, figures.name[:LONGEST])
            for row, number in enumerate(figures.numbers, start=1):
                if number is not None and isfinite(number):
                    sheet.write_number(row, column, number)
        book.close()
        return file.getvalue()


def name_place(column: int) -> str:
    """Where the name of the column stands, the first column of figures 0."""
    return f"{NAME}!${xl_col_to_name(column + 1)}$1"


def number_place(column: int, count: int) -> str:
    """Where the figures of the column stand."""
    letter = xl_col_to_name(column + 1)
    return f"{NAME}!${letter}$2:${letter}${count + 1}"


def label_place(count: int) -> str:
    """Where the labels stand."""
    return f"{NAME}!$A$2:$A${count + 1}"
