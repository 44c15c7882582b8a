"""Knows the tables of the exports as sheets: under headings in words, numbers as numbers, days as days."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

from dashboard.domain.entering.exported import FIGURES_SHEET
from dashboard.domain.entering.exported import NOTHING as NONE_TYPED
from dashboard.domain.wording import listed
from dashboard.exports.papers.behind import FINDING, FINDING_COLUMN, tables_behind
from dashboard.exports.papers.book.sheet import MISSING, NOTHING, Sheet, SheetColumn, SheetValue
from dashboard.reports.columns.column import NUMBERS, ColumnKind, ExportColumn
from dashboard.reports.columns.glossary import described
from dashboard.reports.columns.performance import OWN_UNIT
from dashboard.reports.packs.pack import Pack
from dashboard.reports.report import Cell, Table

TEMPLATE_WORDS = "As the template has them: this sheet can be mended and loaded back."
#: Of the columns of the template, what each says.
TEMPLATE = {
    "Partnership": "Whose figure it is.",
    "Indicator": "The indicator by its code and name, or by its address.",
    "Area": "The area, or the whole area of the partnership.",
    "Period": "The year, quarter or month.",
    "Actual": "The figure exactly as its source has it.",
    "Target": "The target exactly as its source has it.",
    "Marker": "p provisional, r revised, e estimated.",
    "Covers to": "The last day that a part year covers.",
    "Note": "The marks of the notes beside it.",
}


def figures_sheet(pack: Pack) -> Sheet | None:
    """The figures as they are loaded back; None for papers without any."""
    if pack.figures is None:
        return None
    columns = tuple(SheetColumn(name, TEMPLATE[name]) for name in pack.figures.columns)
    rows = tuple(tuple(str(cell or NONE_TYPED) for cell in row.values()) for row in pack.figures.rows)
    title = "Figures to load back"
    return Sheet(name=FIGURES_SHEET, title=title, words=TEMPLATE_WORDS, columns=columns, rows=rows)


def data_sheets(pack: Pack) -> Iterator[Sheet]:
    """Every kind of table behind the findings that has a row."""
    for kind in tables_behind(pack):
        table = kind.together()
        if table.rows:
            yield _sheet(table, kind.findings)


def _sheet(table: Table, findings: tuple[int, ...]) -> Sheet:
    names = tuple(name for name in table.columns if any(row[name] not in (None, "") for row in table.rows))
    columns = {name: FINDING_COLUMN if name == FINDING else described(table.name, name) for name in names}
    return Sheet(
        name=f"Data {table.name}",
        title=table.title,
        words=f"Everything behind {findings_words(findings)}, unrounded.",
        columns=tuple(SheetColumn(_heading(item), _words(item), item.kind) for item in columns.values()),
        rows=tuple(tuple(_value(row, name, columns[name]) for name in names) for row in table.rows),
        source=table.name,
    )


def findings_words(findings: tuple[int, ...]) -> str:
    """“finding 3”, “findings 3, 5 and 9”."""
    return f"finding{'s' if len(findings) > 1 else ''} {listed(list(map(str, findings)))}"


def _heading(item: ExportColumn) -> str:
    return f"{item.heading} ({item.unit})" if item.unit not in ("", OWN_UNIT) else item.heading


def _words(item: ExportColumn) -> str:
    return f"{item.words} In {item.unit}." if item.unit else item.words


def _value(row: dict[str, Cell], name: str, column: ExportColumn) -> SheetValue:
    cell = row[name]
    if cell is None or cell == "":
        return MISSING if column.kind in NUMBERS and row.get(f"{name}_reason") else NOTHING
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, (int, float, Decimal)):
        return cell
    return _dated(str(cell), column.kind)


def _dated(text: str, kind: ColumnKind) -> SheetValue:
    """A day or a moment as one, where the text is one."""
    try:
        if kind is ColumnKind.DAY:
            return date.fromisoformat(text)
        if kind is ColumnKind.MOMENT:
            return datetime.fromisoformat(text).astimezone(UTC).replace(tzinfo=None)
    except ValueError:
        return text
    return text
