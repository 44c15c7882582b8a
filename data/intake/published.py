"""Knows how the five published documents come into the database: all of them, or nothing with every fault named."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, inspect, select

from dashboard.domain.errors import OutturnError
from dashboard.domain.periods.period import from_slug
from dashboard.domain.values.printed import ValueType
from data.documents.cells import Cells
from data.documents.paper_records import headings
from data.documents.published_columns import COLUMNS
from data.documents.readers import READERS
from data.documents.records import VALUE_TYPES, DocumentNames, Record
from data.documents.sheet import Faults, Row, read_sheet
from data.engine import begin_writing
from data.schema import metadata
from data.tables import documents as tables
from data.upgrading import upgrade

FOLDER = Path(__file__).parent.parent / "published"
SHAPE = "3"  # of the tables; raised when they change so that an old database is filled again

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


def ensure_published(engine: Engine, folder: Path = FOLDER) -> bool:
    """Upgrade the database and fill it from *folder* unless just these bytes are in it; return whether it was filled.

    Raises PublishedFault that names every fault with its file and row; then nothing has changed.
    """
    upgrade(engine)
    print_of_files = fingerprint(folder)
    if current_version(engine) == print_of_files:
        return False
    records = read_published(folder)
    with begin_writing(engine) as connection:
        if inspect(connection).has_table(tables.state.name) and _version(connection) == print_of_files:
            return False
        metadata.drop_all(connection)  # an older product's tables may have other columns
        metadata.create_all(connection)
        _fill(connection, records, print_of_files)
    return True


def fingerprint(folder: Path) -> str:
    """Return the sha256 over the shape of the tables and the bytes of every published CSV."""
    digest = hashlib.sha256(SHAPE.encode())
    for name in sorted(COLUMNS):
        file = folder / f"{name}.csv"
        digest.update(name.encode() + (file.read_bytes() if file.is_file() else b""))
    return digest.hexdigest()


def current_version(engine: Engine) -> str:
    """Return the fingerprint of what is loaded; empty for a database without our tables."""
    if not inspect(engine).has_table(tables.state.name):
        return ""
    with engine.connect() as connection:
        return _version(connection)


def _version(connection: Connection) -> str:
    query = select(tables.state.c.value).where(tables.state.c.name == tables.PUBLISHED)
    return connection.execute(query).scalar() or ""


def read_published(folder: Path = FOLDER) -> dict[str, list[Record]]:
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


def _fill(connection: Connection, records: Mapping[str, list[Record]], print_of_files: str) -> None:
    arrival = {
        "id": 1,
        "kind": "published",
        "name": "Five published documents",
        "sha256": print_of_files,
        "loaded_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "rows": len(records["observation"]) + len(records["target"]),
    }
    connection.execute(insert(tables.load), [arrival])
    for table in metadata.sorted_tables:
        rows = records.get(table.name, [])
        if rows:
            stamp = {"load": 1} if "load" in table.c else {}
            connection.execute(insert(table), [row | stamp for row in rows])
    connection.execute(insert(tables.state), [{"name": tables.PUBLISHED, "value": print_of_files}])
