"""Knows how a report becomes a file: JSON with everything, CSV with one table."""

import csv
import io
import json
import re
from decimal import Decimal

from dashboard.domain.errors import UnknownPage
from dashboard.reports.report import Cell, Report, Source, Table

MEDIA = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


def render(report: Report, form: str, table: str = "") -> str:
    """Return *report* as *form*; CSV holds *table*, or the page's first; raises UnknownPage."""
    if form not in MEDIA:
        raise UnknownPage(f"'{form[:20]}' is not a format of a table; the formats are {', '.join(MEDIA)}.")
    chosen = _table(report, table)
    return as_json(report) if form == "json" else as_csv(chosen)


def _table(report: Report, name: str) -> Table:
    if not report.tables:
        return Table("nothing", report.title, ("reason",), ({"reason": report.empty},))
    found = next((item for item in report.tables if item.name == name), None) if name else report.tables[0]
    if found is None:
        known = ", ".join(item.name for item in report.tables)
        raise UnknownPage(f"The page {report.page} has no table '{name[:40]}'; it has {known}.")
    return found


def as_json(report: Report) -> str:
    """The whole report by the contract; values unrounded, missing is null with its reason beside it."""
    body = {
        "page": report.page,
        "filters": report.filters.described(),
        "title": report.title,
        "tables": [
            {
                "name": table.name,
                "columns": list(table.columns),
                "rows": [{name: _plain(value) for name, value in row.items()} for row in table.rows],
            }
            for table in report.tables
        ],
        "notes": [*report.notes, *([report.empty] if report.empty else [])],
        "sources": [_source(item) for item in report.sources],
    }
    return json.dumps(body, ensure_ascii=False, allow_nan=False, indent=1)


def _source(source: Source) -> dict[str, str]:
    cell = source.cell
    names = ("document", "table", "row", "column", "text")
    return {"title": source.title} | {name: str(getattr(cell, name)) for name in names}


def _plain(value: Cell) -> str | int | float | bool | None:
    """A decimal as the JSON number it is; whole ones without a point."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value) if isinstance(value, str) else value


def as_csv(table: Table) -> str:
    """One table, with a heading row; text that a spreadsheet would run as a formula is made harmless."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([_cell(row[name]) for name in table.columns])
    return out.getvalue()


FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
SIGNED = re.compile(r"[-+][0-9][0-9,]*(?:\.[0-9]+)?%?")


def harmless(text: str) -> str:
    """Text that no spreadsheet runs as a formula; a number with a sign stays one."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) and not SIGNED.fullmatch(text) else text


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return harmless(value)
    return str(_plain(value))
