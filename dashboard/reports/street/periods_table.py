"""Knows the months that a street-level page looks at as a table of its file: their count beside that of others."""

from collections.abc import Iterable
from decimal import Decimal

from dashboard.reports.report import Cell, Table
from dashboard.reports.street.standing import StreetChange

COLUMNS = (
    *("period", "period_slug", "count", "previous_period", "previous_count", "previous_reason"),
    *("change_pct", "change_is_real", "places"),
)
NOT_LOADED = "those months are not all loaded and complete"


def periods_table(changes: Iterable[StreetChange | None], places: int) -> Table:
    """What titles and paragraphs quote: each of *changes*, and how many *places* could be counted in, one step in."""
    rows = [_row(item) | {"places": places} for item in changes if item is not None]
    return Table.of("periods", "The months looked at beside what they are compared with", COLUMNS, rows)


def _row(item: StreetChange) -> dict[str, Cell]:
    return {
        "period": item.span.label,
        "period_slug": item.span.slug,
        "count": item.n,
        "previous_period": item.against.label,
        "previous_count": item.before,
        "previous_reason": NOT_LOADED if item.before is None else None,
        "change_pct": Decimal(item.n - item.before) * 100 / item.before if item.before else None,
        "change_is_real": item.real if item.before is not None else None,
    }
