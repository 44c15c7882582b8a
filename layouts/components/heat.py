"""Knows how a square of a heat table looks and sounds: coloured only where chance does not explain the change."""

from decimal import Decimal

from dashboard.domain.choices import Measure
from dashboard.domain.values.numbers import show
from dashboard.reports.street.columns import Column, Columns, months_words
from dashboard.reports.street.grid import Square, is_real
from dashboard.reports.words.figures import real_text

#: From how many percent of change a colour deepens.
STEPS = (Decimal(10), Decimal(25))


def heat_class(square: Square, real: bool | None) -> str:
    """fell1 to fell3 or rose1 to rose3; nothing for what chance explains or cannot be compared."""
    if not real or square.n is None or square.before is None:
        return ""
    look = "rose" if square.n > square.before else "fell"
    change = square.change
    depth = 2 if change is None else 1 + sum(abs(change) >= step for step in STEPS)
    return f"{look}{depth}"


def square_text(square: Square, measure: Measure) -> str:
    """The square's number as a reader writes it; a change that cannot be worked out shows why."""
    if square.value is None:
        return square.reason if square.is_small_base else "–"
    if measure == Measure.CHANGE:
        return show(square.value, 1, percent=True, signed=True)
    if measure in (Measure.RATE, Measure.INDEX):
        return show(square.value, 1)
    return show(square.value, 0)


def square_label(name: str, column: Column, square: Square, columns: Columns) -> str:
    """What is said of a square: row, period, count, and the count it is compared with."""
    said = f"{name}, {column.period.label}: {square.n:,}"
    if part := months_words(column):
        said += f" in {part}"
    if square.before is not None and column.against is not None:
        before = columns.every[column.against].period.label
        said += f"; {before}: {square.before:,}"
        change = show(square.change, 1, percent=True, signed=True) if square.change is not None else ""
        said += f" ({', '.join(filter(None, [change, real_text(is_real(square))]))})"
    return said
