"""Knows the table of a slide: the first rows of a page's own table, in a few of its columns."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import islice

from dashboard.domain.snapshots.slides import ListedRow, Listing, Measured
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import first_words, sentence
from dashboard.reports.report import Cell, Report, Table

MOST_ROWS, MOST_COLUMNS = 8, 5
LONGEST_CELL = 100  # characters, on a screen that is read from the back of a room
LONG, MOST_LONG_ROWS = 40, 5  # characters of a cell that takes two lines, and how many such rows there is room for
#: The table that a page's slide shows, where it is not the first, and of it the columns.
TABLES = {"data": "awaited", "plan": "exceptions"}
CHOSEN = {
    "plan": ("ref", "text", "why", "lead", "action", "due", "status"),
    "priorities": ("rank", "category", "score", "rank_year_before", "chosen"),
    "data": ("indicator", "what", "period", "reason", "owner", "due"),
}
NAMES = {"text": "line of the plan"}
UNSAID = ("_id", "_slug", "_code", "_reason", "slug", "source_cell", "category", "categories", "key", "_p")


def listing_of(report: Report) -> Listing | None:
    """The first table of *report* with rows; None where it has none."""
    asked = TABLES.get(report.page)
    filled = [item for item in report.tables if any(True for _ in item.rows)]
    table = next((item for item in filled if item.name == asked), next(iter(filled), None))
    if table is None:
        return None
    every = tuple(table.rows)
    columns = _columns(report.page, table, every[:MOST_ROWS])
    rows = every[: _most(every[:MOST_ROWS], columns)]
    numbers = tuple(at for at, name in enumerate(columns) if at and _is_number(row[name] for row in rows))
    headings = tuple(sentence(NAMES.get(name, name).replace("_", " ")) for name in columns)
    lines = tuple(ListedRow(tuple(_text(row[name]) for name in columns)) for row in rows)
    return Listing(table.title, headings, numbers, lines, len(every))


def standings_of(measures: Sequence[Measured], addresses: Iterable[str], title: str) -> Listing | None:
    """Judged figures as rows, each leading to its indicator."""
    if not measures:
        return None
    headings = ("Indicator", "Actual", "Target", "Change", "Status")
    rows = tuple(
        ListedRow((item.name, item.text, item.target_text, item.change, _status(item)), address, item.status)
        for item, address in islice(zip(measures, addresses, strict=True), MOST_ROWS)
    )
    return Listing(title, headings, (1, 2, 3), rows, len(measures))


def _status(item: Measured) -> str:
    """The status without how certain it is, which stands on the indicator's own slide."""
    return item.status_words.partition(" (")[0]


def _columns(page: str, table: Table, rows: Sequence[dict[str, Cell]]) -> tuple[str, ...]:
    asked = tuple(name for name in CHOSEN.get(page, ()) if name in table.columns)
    said = (name for name in table.columns if not name.endswith(UNSAID))
    filled = (name for name in asked or said if any(row[name] not in (None, "") for row in rows))
    return tuple(islice(filled, MOST_COLUMNS))


def _most(rows: Sequence[dict[str, Cell]], columns: Sequence[str]) -> int:
    """How many of *rows* a screen has room for."""
    is_long = any(len(_text(row[name])) > LONG for row in rows for name in columns)
    return MOST_LONG_ROWS if is_long else MOST_ROWS


def _is_number(cells: Iterable[Cell]) -> bool:
    known = [cell for cell in cells if cell is not None]
    return bool(known) and all(isinstance(cell, (int, float, Decimal)) and not isinstance(cell, bool) for cell in known)


def _text(cell: Cell) -> str:
    if cell is None:
        return "–"
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, (int, float, Decimal)):
        return show(Decimal(str(cell)))
    return first_words(cell, LONGEST_CELL)
