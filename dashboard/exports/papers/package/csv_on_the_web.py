"""Knows the description of the same tables by the rules of CSV on the Web: `csv-metadata.json`."""

from collections.abc import Iterable

from dashboard.exports.papers.package.resources import Described, PackageTable
from dashboard.exports.papers.words import printable
from dashboard.reports.columns.column import ColumnKind, ExportColumn
from dashboard.reports.packs.pack import Pack

TYPES = {
    ColumnKind.TEXT: "string",
    ColumnKind.ANY: "string",
    ColumnKind.NUMBER: "number",
    ColumnKind.WHOLE: "integer",
    ColumnKind.YES_NO: "boolean",
    ColumnKind.DAY: "date",
    ColumnKind.MOMENT: "dateTime",
}


def table_group(pack: Pack, tables: Iterable[PackageTable]) -> Described:
    """Every table with its columns, in English."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en-GB"}],
        "dc:title": printable(pack.title),
        "dc:description": printable(pack.lede),
        "tables": [
            {
                "url": item.path,
                "dc:title": item.title,
                "dc:description": item.words,
                "tableSchema": {"columns": [_column(name, column) for name, column in item.columns.items()]},
            }
            for item in tables
        ],
    }


def _column(name: str, column: ExportColumn) -> Described:
    unit = f" In {column.unit}." if column.unit else ""
    return {
        "name": name,
        "titles": [name, column.heading],
        "dc:description": f"{column.words}{unit}",
        "datatype": TYPES[column.kind],
        "null": [""],
    }
