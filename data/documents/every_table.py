"""Knows how the published CSVs become the rows of every table, or every fault with its file and row."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from dashboard.domain.errors import OutturnError
from dashboard.domain.periods.period import from_slug
from dashboard.domain.values.printed import ValueType
from data.documents.cells import Cells
from data.documents.printed_records import headings
from data.documents.published_columns import COLUMNS
from data.documents.readers import READERS
from data.documents.records import VALUE_TYPES, DocumentNames, Record
from data.documents.sheet import Faults, Row, read_sheet

KEYS: dict[str, tuple[str, ...]] = {
    "partnerships": ("partnership",),
    "documents": ("document",),
    "categories": ("category",),
    "crime_types": ("crime",),
    "areas": ("area",),
    "indicators": ("indicator",),
    "observations": ("indicator", "area", "period"),
    "targets": ("indicator", "area", "period"),
    "printed_figures": ("figure",),
    "notes": ("document", "table", "mark"),
    "risks": ("partnership", "ref"),
    "actions": ("partnership", "ref"),
}


def read_every_table(folder: Path) -> dict[str, list[Record]]:
    """Return the rows of every table, read from the CSVs in *folder*; raises PublishedFault."""
    faults = Faults()
    sheets = {name: read_sheet(folder, name, columns, faults) for name, columns in COLUMNS.items()}
    faults.settle()
    known = _known(sheets)
    records: dict[str, list[Record]] = {}
    for name, (table, reader) in READERS.items():
        records[table] = [reader(row, known) for row in sheets[name]]
        _refuse_doubles(sheets[name], KEYS.get(name, ()))
    records["source_cell"] = known.cells.rows()
    faults.settle()
    return records


def _names(rows: Iterable[Row], column: str) -> frozenset[str]:
    return frozenset(row[column] for row in rows)


def _known(sheets: Mapping[str, list[Row]]) -> DocumentNames:
    return DocumentNames(
        cells=Cells(_names(sheets["documents"], "document")),
        partnerships=_names(sheets["partnerships"], "partnership"),
        areas=_names(sheets["areas"], "area"),
        categories=_names(sheets["categories"], "category"),
        value_types={row["indicator"]: _value_type(row) for row in sheets["indicators"]},
        breaks=_breaks(sheets["breaks"]),
        headings=headings(sheets["tables"]),
    )


def _value_type(row: Row) -> ValueType:
    found = row["value_type"]
    return ValueType(found) if found in VALUE_TYPES else ValueType.COUNT


def _breaks(rows: list[Row]) -> dict[str, tuple[tuple[str, ValueType], ...]]:
    found: dict[str, list[tuple[str, ValueType]]] = defaultdict(list)
    for row in rows:
        if row["value_type"] in VALUE_TYPES and _is_period(row["period"]):
            found[row["indicator"]].append((row["period"], ValueType(row["value_type"])))
    return {name: tuple(sorted(items)) for name, items in found.items()}


def _is_period(slug: str) -> bool:
    try:
        return bool(from_slug(slug))
    except OutturnError:
        return False


def _refuse_doubles(rows: list[Row], key: tuple[str, ...]) -> None:
    seen: dict[tuple[str, ...], int] = {}
    for row in rows if key else ():
        found = tuple(row[name] for name in key)
        if found in seen:
            row.fault(f"{' / '.join(found)} stands already in row {seen[found]}.")
        seen.setdefault(found, row.line)
