"""Knows what each column of every export is; a column without a line here is a fault that a test finds."""

from dashboard.domain.wording import sentence
from dashboard.reports.columns import (
    evidence,
    incidents,
    meetings,
    performance,
    planning,
    priorities,
    statistics,
    street,
)
from dashboard.reports.columns.column import Columns, ExportColumn

#: By the name of the column, or by table and column where it says something else there: "trend.marker".
GLOSSARY: Columns = {
    **performance.COLUMNS,
    **statistics.COLUMNS,
    **street.COLUMNS,
    **incidents.COLUMNS,
    **planning.COLUMNS,
    **priorities.COLUMNS,
    **meetings.COLUMNS,
    **evidence.COLUMNS,
}


def described(table: str, column: str) -> ExportColumn:
    """What *column* of *table* is; where nobody wrote it down, its name is all that is known."""
    found = GLOSSARY.get(f"{table}.{column}") or GLOSSARY.get(column)
    return found or ExportColumn(sentence(column.replace("_", " ")), "")
