"""Knows how to lay the printed tables out again as printed, and which quoted cells stand in each of their cells."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from dashboard.domain.documents import PrintedCell, is_running_text, section_of
from dashboard.domain.records import SourceCell
from dashboard.questions.store import Store
from dashboard.reports.report import Cell, Table

HEADING, BAND, CELL, ABSENT = "heading", "band", "cell", "absent"


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One line: what each of its cells prints, and the cells that figures or words are quoted from."""

    label: str
    kind: str  # title, heading, band, cell, note
    texts: tuple[str, ...]
    cells: tuple[tuple[SourceCell, ...], ...]
    absent: tuple[int, ...] = ()  # where the row leaves a column out


@dataclass(frozen=True, slots=True)
class PrintedTable:
    document: str
    name: str
    columns: tuple[str, ...]
    rows: tuple[PrintedRow, ...]
    is_text: bool = False  # figures and words of running text rather than of a table

    @property
    def section(self) -> str:
        """Of the text; a table is called as it is printed."""
        return section_of(self.name)

    def of_kind(self, *kinds: str) -> tuple[PrintedRow, ...]:
        return tuple(row for row in self.rows if row.kind in kinds)

    @property
    def body(self) -> tuple[PrintedRow, ...]:
        return self.of_kind(BAND, CELL)


PRINTED_COLUMNS = ("document", "table", "line", "kind", "column", "text")


def printed_file(store: Store, partnership: str) -> Table:
    """Every cell of every printed table in its place, for a file."""
    rows: list[dict[str, Cell]] = [
        {name: getattr(item, name) for name in PRINTED_COLUMNS} for item in store.printed_cells(partnership)
    ]
    return Table.of("printed-tables", "Every table as printed", PRINTED_COLUMNS, rows)


def printed_tables(store: Store, partnership: str) -> tuple[PrintedTable, ...]:
    """Return every printed table and section of the partnership's document in the order of the print."""
    quoted = store.cells(partnership)
    laid_out = _by_table(store.printed_cells(partnership))
    order = {(item.document, item.table): item.order for item in store.printed_tables(partnership)}
    names = dict.fromkeys([*laid_out, *((cell.document, cell.table) for cell in quoted)])
    tables = [_table(name, laid_out.get(name, ()), quoted) for name in names]
    return tuple(sorted(tables, key=lambda item: order.get((item.document, item.name), len(order) + 1)))


def _by_table(cells: Iterable[PrintedCell]) -> dict[tuple[str, str], tuple[PrintedCell, ...]]:
    return {key: tuple(items) for key, items in groupby(cells, lambda cell: (cell.document, cell.table))}


def _table(name: tuple[str, str], printed: tuple[PrintedCell, ...], quoted: Iterable[SourceCell]) -> PrintedTable:
    inside = [cell for cell in quoted if (cell.document, cell.table) == name]
    if not printed:
        return PrintedTable(*name, ("text",), _sentences(inside), is_running_text(name[1]))
    rows = tuple(_line(list(cells), inside) for _, cells in groupby(printed, lambda cell: cell.line))
    columns = next((row.texts for row in rows if row.kind == HEADING), ())
    return PrintedTable(*name, columns, rows, is_running_text(name[1]))


def _sentences(cells: list[SourceCell]) -> tuple[PrintedRow, ...]:
    """Running text: under each sentence what is quoted from it."""
    rows = dict.fromkeys(cell.row for cell in cells)
    found = {label: tuple(cell for cell in cells if cell.row == label) for label in rows}
    return tuple(PrintedRow(label, CELL, (label,), (items,)) for label, items in found.items())


def _line(printed: list[PrintedCell], inside: list[SourceCell]) -> PrintedRow:
    """One printed line; what is quoted from several like places stands in the first of them."""
    cells = []
    for cell in printed:
        here = tuple(item for item in inside if item.column == cell.column and item.row in cell.rows)
        inside[:] = [item for item in inside if item not in here]
        cells.append(here)
    absent = tuple(at for at, cell in enumerate(printed) if cell.kind == ABSENT)
    kind = next((cell.kind for cell in printed if cell.kind != ABSENT), CELL)
    return PrintedRow(printed[0].rows[0], kind, tuple(cell.text for cell in printed), tuple(cells), absent)
