"""Knows how the table of a download is read on paper: its filled columns under words, absences as their reason."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import islice

from dashboard.domain.targets.status import Status
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import sentence
from dashboard.reports.packs.pack import PaperCell, PaperColumn, PaperTable
from dashboard.reports.packs.tabled import NOTHING
from dashboard.reports.report import Cell, Table

MOST_ROWS, MOST_COLUMNS = 60, 8
UNSAID = ("_id", "_slug", "_code", "_reason", "slug", "source_cell", "category", "categories", "key", "_p", "address")
Row = dict[str, Cell]


def data_table(table: Table) -> PaperTable | None:
    """The first rows of *table* in its most telling columns; None where it has no row."""
    rows = tuple(table.rows)
    if not rows:
        return None
    shown = rows[:MOST_ROWS]
    names = _filled(table, shown)
    return PaperTable(
        key=table.name,
        title=table.title,
        columns=tuple(PaperColumn(sentence(name.replace("_", " ")), _is_number(shown, name)) for name in names),
        rows=tuple(tuple(_cell(row, name) for name in names) for row in shown),
        of=len(rows),
        data=table.name,
    )


def _filled(table: Table, rows: Sequence[Row]) -> tuple[str, ...]:
    said = (name for name in table.columns if not name.endswith(UNSAID))
    return tuple(islice((name for name in said if any(row[name] not in (None, "") for row in rows)), MOST_COLUMNS))


def _is_number(rows: Sequence[Row], name: str) -> bool:
    known = [row[name] for row in rows if row[name] is not None]
    return bool(known) and all(_number(cell) is not None for cell in known)


def _number(cell: Cell) -> Decimal | None:
    if isinstance(cell, bool) or not isinstance(cell, (int, float, Decimal)):
        return None
    return Decimal(str(cell))


def _cell(row: Row, name: str) -> PaperCell:
    cell = row[name]
    number = _number(cell)
    if number is not None:
        return PaperCell(show(number), number)
    if isinstance(cell, bool):
        return PaperCell("yes" if cell else "no")
    text = str(cell or row.get(f"{name}_reason") or "") or NOTHING
    return PaperCell(text, status=Status(text) if name == "status" and text in {*map(str, Status)} else None)
