"""Knows how the rows of the printed tables, their cells and notes, and of what the text says become rows of tables."""

from collections.abc import Iterable

from data.documents.records import DocumentNames, Record, check_categories, copy
from data.documents.sheet import Row

KINDS = frozenset({"title", "heading", "band", "cell", "absent", "note"})


def headings(rows: Iterable[Row]) -> dict[tuple[str, str], dict[str, str]]:
    """By table: the printed column that each field of a plan stands in; a column may hold several fields."""
    return {(row["document"], row["table"]): _fields(row) for row in rows}


def _fields(row: Row) -> dict[str, str]:
    columns, fields = row["columns"].split("|"), row["fields"].split("|")
    if row["fields"] and len(columns) != len(fields):
        row.fault(f"has {len(columns)} columns and {len(fields)} fields.")
    return {name: column for column, names in zip(columns, fields, strict=False) for name in names.split()}


def printed_table(row: Row, _known: DocumentNames) -> Record:
    return copy(row, "document", "table", "columns") | {"order": row.order()}


def printed_cell(row: Row, known: DocumentNames) -> Record:
    row.one_of("kind", KINDS)
    if row["document"] not in known.cells.documents:
        row.fault(f"document '{row['document']}' is not known.")
    return copy(row, "document", "table", "kind", "row", "column", "text") | {"line": row.whole("line") or 0}


def note(row: Row, _known: DocumentNames) -> Record:
    return copy(row, "document", "table", "mark", "text")


def statement(row: Row, known: DocumentNames) -> Record:
    row.one_of("partnership", known.partnerships)
    check_categories(row, known)
    return copy(row, "partnership", "section", "group", "text", "categories") | {
        "order": row.order(),
        "source_cell": known.cells.at(row, row["text"]),
    }
