"""Knows how a square of a heat table looks and sounds: coloured only where chance does not explain the change."""

from dashboard.domain.values.numbers import show
from dashboard.reports.street.columns import Column, Columns, months_words
from dashboard.reports.street.grid import Square, square_depth
from dashboard.reports.words.figures import real_text


def heat_class(square: Square) -> str:
    """fell1 to fell3 or rose1 to rose3; nothing for what chance explains or cannot be compared."""
    depth = square_depth(square)
    return f"{'rose' if depth > 0 else 'fell'}{abs(depth)}" if depth else ""


def square_label(name: str, column: Column, square: Square, columns: Columns) -> str:
    """What is said of a square: row, period, count, and the count it is compared with."""
    said = f"{name}, {column.period.label}: {square.n:,}"
    if part := months_words(column):
        said += f" in {part}"
    if square.before is not None and column.against is not None:
        before = columns.every[column.against].period.label
        said += f"; {before}: {square.before:,}"
        change = show(square.change, 1, percent=True, signed=True) if square.change is not None else ""
        said += f" ({', '.join(filter(None, [change, real_text(square.real, square.moved)]))})"
    return said
