"""Knows how the printed tables and the sentences of the running text look, each quoted cell with its own address."""

import re

from dash import html
from markupsafe import Markup

from dashboard.domain.records import SourceCell
from dashboard.domain.wording import plural
from dashboard.reports.evidence.printed import BAND, HEADING, PrintedRow, PrintedTable
from layouts.components.aria import aria
from layouts.components.markup import tag
from layouts.components.tables import Content

NUMBER = re.compile(r"[-−+]?[\d,. ]*\d%?[ ¹²³⁴⁵]*")
INSTEAD = re.compile(r"(?:TBC|N/A)\b")
LONGEST_LABEL = 60  # letters that a first cell may have as the heading of its row
WHOLE = "printed"  # the id of what assets/opened.js takes from the page of a table
LEFT_OUT = "no cell in this row"


def printed_table(table: PrintedTable, href: str) -> Markup:
    """One table, closed; assets/opened.js fetches what is in it from *href* once it is opened."""
    alone = tag("p", tag("a", f"{table.name} on a page of its own", href=href))
    summary = tag("summary", _summary(table))
    return tag("details", summary, alone, class_="as-table", data_from=href, data_cells=_held(table) or None)


def printed_whole(table: PrintedTable) -> Markup:
    """What is in a table: its rows as printed, or the passages of a section."""
    body = _running_text(table) if table.is_text else _laid_out(table)
    return tag("div", body, id=WHOLE)


def _held(table: PrintedTable) -> str:
    """The numbers of the cells that are quoted from a table, those that follow one another as first-last."""
    numbers = sorted(cell.id for row in table.rows for part in row.cells for cell in part)
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return " ".join("-".join(map(str, run)) for run in runs)


def _summary(table: PrintedTable) -> str:
    if table.is_text:
        cells = sum(len(part) for row in table.rows for part in row.cells)
        return f"{table.section} ({plural(cells, 'passage')})"
    rows = sum(row.kind != BAND for row in table.body)
    return f"{table.name} ({plural(rows, 'row')})" if rows else f"{table.name} (headings only)"


def _running_text(table: PrintedTable) -> list[Content]:
    """Each quoted passage; one that is only a part of its sentence says which."""
    lines = []
    for row in table.rows:
        for cell in row.cells[0]:
            where = [] if _says_itself(cell) else [html.Span(f" in “{cell.row}”", className="reason")]
            lines.append(html.Li([_anchored(cell.text or cell.row, (cell,)), *where]))
    return [html.Ul(lines, className="passages")]


def _says_itself(cell: SourceCell) -> bool:
    return not cell.text or " ".join(cell.text.split()).startswith(" ".join(cell.row.split()))


def _laid_out(table: PrintedTable) -> list[Content]:
    said = [row for row in table.of_kind("title") if row.texts != (table.name,) or any(row.cells)]
    titles = [html.P([*_contents(row)], className="sub") for row in said]
    notes = [html.P([*_contents(row)]) for row in table.of_kind("note")]
    if any(row.absent for row in table.rows):
        notes.append(html.P(f"The document's text gives some rows one cell fewer than it has columns: “{LEFT_OUT}”."))
    return [*titles, _table(table), *_below(table), html.Div(notes, className="foot")]


def _table(table: PrintedTable) -> html.Div:
    inside = [row for row in table.body if not _is_below(row, table)]
    numbers = _number_columns(inside)
    heads = [_heading(row, numbers) for row in table.of_kind(HEADING)]
    body = [_row(row, numbers) for row in inside]
    parts = [html.Caption(table.name, className="visually-hidden"), *([html.Thead(heads)] if heads else [])]
    drawn = html.Table([*parts, html.Tbody(body)], className="figures printed")
    return html.Div(drawn, className="table-scroll", tabIndex="0", role="region", **aria(label=table.name))


def _number_columns(rows: list[PrintedRow]) -> frozenset[int]:
    """The columns that hold numbers alone (or why there is none), which stand right-aligned."""
    columns = enumerate(zip(*(row.texts for row in rows), strict=False))
    found = {at: [text for text in texts if text and not INSTEAD.match(text)] for at, texts in columns}
    return frozenset(at for at, texts in found.items() if texts and all(map(NUMBER.fullmatch, texts)))


def _is_below(row: PrintedRow, table: PrintedTable) -> bool:
    """Whether a line of a single cell goes on under the table's columns."""
    return len(row.texts) == 1 < len(table.columns)


def _below(table: PrintedTable) -> list[html.P]:
    lines = [row for row in table.body if _is_below(row, table)]
    return [html.P(html.B(_contents(row)) if row.kind == BAND else _contents(row)) for row in lines]


def _heading(row: PrintedRow, numbers: frozenset[int]) -> html.Tr:
    cells = []
    for at, (text, inside) in enumerate(zip(row.texts, row.cells, strict=True)):
        look = "n" if at in numbers else None
        cells.append(html.Th(_anchored(text, inside), scope="col", className=look) if text else _blank(inside))
    return html.Tr(cells)


def _blank(cells: tuple[SourceCell, ...]) -> html.Td:
    return html.Td(_anchored("", cells))


def _row(row: PrintedRow, numbers: frozenset[int]) -> html.Tr:
    drawn = enumerate(zip(row.texts, _contents(row), strict=True))
    return html.Tr([_cell(row, text, content, at, numbers) for at, (text, content) in drawn])


def _cell(row: PrintedRow, text: str, content: Content, at: int, numbers: frozenset[int]) -> html.Th | html.Td:
    if row.kind == BAND:
        return html.Th(content, scope="col")
    if at == 0 and 0 < len(text) <= LONGEST_LABEL:
        return html.Th(content, scope="row")
    return html.Td(content, className="n" if at in numbers else None)


def _contents(row: PrintedRow) -> list[Content]:
    return [
        _anchored(html.Span(LEFT_OUT, className="reason") if at in row.absent else text, cells)
        for at, (text, cells) in enumerate(zip(row.texts, row.cells, strict=True))
    ]


def _anchored(text: Content, cells: tuple[SourceCell, ...]) -> Content:
    """*text* with the address of every cell that is quoted from it."""
    found: Content = text
    for cell in cells:
        found = html.Span(found, id=f"cell-{cell.id}", className="printed-cell")
    return found
