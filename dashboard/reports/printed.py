"""Knows how to lay the printed tables out again from their cells, so that each cell can be pointed at."""

from dataclasses import dataclass

from dashboard.domain.records import SourceCell
from dashboard.reports.store import Store


@dataclass(frozen=True, slots=True)
class PrintedRow:
    label: str
    cells: tuple[tuple[SourceCell, ...], ...]  # one entry a column; a cell may be quoted in several parts


@dataclass(frozen=True, slots=True)
class PrintedTable:
    document: str
    name: str
    columns: tuple[str, ...]
    rows: tuple[PrintedRow, ...]

    @property
    def is_text(self) -> bool:
        """Whether these are figures of running text rather than of a table."""
        return self.name.startswith("Text")

    @property
    def is_headed(self) -> bool:
        """Whether the first column prints the rows' own labels, so that they need not be said twice."""
        first = [row.cells[0] for row in self.rows]
        return all(len(cells) == 1 and cells[0].text == row.label for cells, row in zip(first, self.rows, strict=True))


def printed_tables(store: Store, partnership: str) -> tuple[PrintedTable, ...]:
    """Return every printed table of the partnership's document in the order of the print."""
    cells = store.cells(partnership)
    order = {(item.document, item.table): (item.order, item.columns) for item in store.printed_tables(partnership)}
    names = dict.fromkeys((cell.document, cell.table) for cell in cells)
    last = (len(order) + 1, ())
    tables = [_table(document, table, cells, order.get((document, table), last)[1]) for document, table in names]
    return tuple(sorted(tables, key=lambda item: order.get((item.document, item.name), last)[0]))


def _table(document: str, name: str, cells: tuple[SourceCell, ...], columns: tuple[str, ...]) -> PrintedTable:
    inside = [cell for cell in cells if (cell.document, cell.table) == (document, name)]
    known = tuple(dict.fromkeys([*columns, *(cell.column for cell in inside)]))
    used = tuple(column for column in known if any(cell.column == column for cell in inside))
    rows = dict.fromkeys(cell.row for cell in inside)
    return PrintedTable(document, name, used, tuple(_row(label, used, inside) for label in rows))


def _row(label: str, columns: tuple[str, ...], cells: list[SourceCell]) -> PrintedRow:
    in_row = [cell for cell in cells if cell.row == label]
    return PrintedRow(label, tuple(tuple(cell for cell in in_row if cell.column == column) for column in columns))
