"""Knows what drove a change: which rows of a grid moved with the total, by how much, and whether chance explains it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.targets.status import change_is_real
from dashboard.reports.street.columns import Columns
from dashboard.reports.street.focus import Focus
from dashboard.reports.street.grid import GridRow

MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Driver:
    """One crime type or place: its count, the count before, and whether that is more than chance."""

    row: GridRow
    now: int
    before: int
    real: bool

    @property
    def moved(self) -> int:
        return self.now - self.before


@dataclass(frozen=True, slots=True)
class Drivers:
    """The total's change at its focus, and what moved with and against it, the largest first.

    Where chance explains the total's change, only rows are named that moved by more than chance.
    """

    focus: Focus
    now: int
    before: int
    real: bool
    with_it: tuple[Driver, ...]
    against_it: tuple[Driver, ...]

    @property
    def moved(self) -> int:
        return self.now - self.before


def drivers(total: GridRow, rows: Iterable[GridRow], columns: Columns, focus: Focus | None) -> Drivers | None:
    """Return what moved the *total* at the *focus*; groups do not count twice."""
    whole = _driver(total, columns, focus) if focus else None
    if focus is None or whole is None:
        return None
    found = [item for row in rows if not row.is_group if (item := _driver(row, columns, focus)) is not None]
    moving = sorted((item for item in found if item.moved), key=lambda item: (-abs(item.moved), item.row.name))
    along = [item for item in moving if item.moved * whole.moved > 0 and (item.real or whole.real)]
    return Drivers(
        focus=focus,
        now=whole.now,
        before=whole.before,
        real=whole.real,
        with_it=tuple(along)[:MOST_NAMED],
        against_it=tuple(item for item in moving if item.moved * whole.moved <= 0 and item.real)[:MOST_NAMED],
    )


def _driver(row: GridRow, columns: Columns, focus: Focus) -> Driver | None:
    """The row at the focus; None where any of its periods has no count, or nothing to compare with."""
    squares = [row.at(position, columns) for position in focus.now]
    now = [square.n for square in squares if square.n is not None]
    before = [square.before for square in squares if square.before is not None]
    if not len(now) == len(before) == len(squares):
        return None
    n, then = sum(now), sum(before)
    return Driver(row, n, then, change_is_real(Decimal(n), Decimal(then))[1])
