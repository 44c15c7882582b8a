"""Makes workbooks as officers, programs and attackers make them, and reads them."""

import io
import zipfile
from collections.abc import Iterable, Sequence

import pytest
from openpyxl import Workbook

from dashboard.domain.errors import RefusedFile
from data.sources.containers.books import grids, is_book
from data.sources.containers.grids import Grid
from data.sources.containers.members import Member
from tests.data.sources.archives import zipped

Value = object
OPEN_DOCUMENT = "application/vnd.oasis.opendocument.spreadsheet"
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {"office": "office", "style": "style", "table": "table", "text": "text"}.items()
)
CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
HIDING = '<style:style style:name="unseen"><style:table-properties table:display="false"/></style:style>'
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHARED = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
DAMAGED = "F.xlsx is cut short or damaged: download it again, or save it afresh as .xlsx."
#: A program that fills the text of a billion characters from nine words.
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'


def read(body: bytes) -> list[Grid]:
    assert is_book(body)
    return list(grids(Member("F.xlsx", body)))


def only(body: bytes) -> Grid:
    [grid] = read(body)
    return grid


def refusal(body: bytes) -> str:
    """The sentence for which a workbook is refused."""
    with pytest.raises(RefusedFile) as refused:
        read(body)
    return str(refused.value)


def saved(workbook: Workbook) -> bytes:
    body = io.BytesIO()
    workbook.save(body)
    return body.getvalue()


def workbook(
    rows: Iterable[Sequence[Value]], formats: dict[str, str] | None = None, title: str = "Figures"
) -> Workbook:
    """One sheet, some of its cells (by place) with a number format."""
    made = Workbook()
    sheet = made.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for place, number_format in (formats or {}).items():
        sheet[place].number_format = number_format
    return made


def book(*rows: Sequence[Value], **formats: str) -> bytes:
    """The bytes of a workbook with one sheet: book([0.263], A1="0%")."""
    return saved(workbook(rows, formats))


def parts(body: bytes) -> dict[str, bytes]:
    """The files that a workbook is made of."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_sheet(xml: str, before: str = "", behind: str = "") -> bytes:
    """A workbook whose one sheet holds the rows *xml*."""
    sheet = f"{before}<worksheet {MAIN}><sheetData>{xml}</sheetData>{behind}</worksheet>"
    return with_part("xl/worksheets/sheet1.xml", sheet)


def with_texts(xml: str, rows: str, before: str = "") -> bytes:
    """A workbook as Excel writes it: its texts stand in a table of their own, and cells point to them."""
    files = parts(with_sheet(rows))
    part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{SHARED}"/></Types>'
    manifest = files["[Content_Types].xml"].decode().replace("</Types>", part)
    texts = f"{before}<sst {MAIN}>{xml}</sst>"
    return zipped({**files, "[Content_Types].xml": manifest, "xl/sharedStrings.xml": texts})


def with_part(name: str, content: str | bytes = "") -> bytes:
    files: dict[str, str | bytes] = {**parts(book(["x"])), name: content}
    return zipped(files)


def table(rows: str, name: str = "Figures", style: str = "seen") -> str:
    return f'<table:table table:name="{name}" table:style-name="{style}">{rows}</table:table>'


def ods(*tables: str, before: str = "", others: dict[str, str | bytes] | None = None) -> bytes:
    """An OpenDocument spreadsheet with *tables*, packed with *others*."""
    styles = f"<office:automatic-styles>{HIDING}</office:automatic-styles>"
    body = f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
    content = f"{before}<office:document-content {SPACES} {CALC}>{styles}{body}</office:document-content>"
    return zipped({"mimetype": OPEN_DOCUMENT, "content.xml": content, **(others or {})})


def ods_row(*cells: str, **attributes: str) -> str:
    """A row of *cells*: row("a", number_rows_repeated="3")."""
    return f"<table:table-row{_written('table', attributes)}>{''.join(cells)}</table:table-row>"


def ods_cell(seen: str = "", kind: str = "", stored: str = "", **attributes: str) -> str:
    """A cell that shows *seen* and stores a value of *kind*; other attributes belong to the table."""
    name = f"{kind}-value" if kind in ("date", "time", "boolean") else "value"
    office = ({"value-type": kind} if kind else {}) | ({name: stored} if stored else {})
    inside = f"<text:p>{seen}</text:p>" if seen else ""
    return f"<table:table-cell{_written('office', office)}{_written('table', attributes)}>{inside}</table:table-cell>"


def _written(space: str, attributes: dict[str, str]) -> str:
    return "".join(f' {space}:{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
