"""Knows what drove a change: which rows of a grid moved with the total, by how much, and whether chance explains it."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.reports.street.columns import Columns
from dashboard.reports.street.grid import GridRow, is_real

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
    """The total's change at one period, and what moved with and against it, the largest first."""

    position: int  # in the grid
    now: int
    before: int
    real: bool
    with_it: tuple[Driver, ...]
    against_it: tuple[Driver, ...]

    @property
    def moved(self) -> int:
        return self.now - self.before


def drivers(total: GridRow, rows: Iterable[GridRow], columns: Columns) -> Drivers | None:
    """Return what moved the *total* at its focus; groups do not count twice."""
    position = focus(total, columns)
    whole = total.at(position, columns) if position is not None else None
    if position is None or whole is None or whole.n is None or whole.before is None:
        return None
    found = [item for row in rows if not row.is_group if (item := _driver(row, position, columns)) is not None]
    step = whole.n - whole.before
    moving = sorted((item for item in found if item.moved), key=lambda item: (-abs(item.moved), item.row.name))
    return Drivers(
        position=position,
        now=whole.n,
        before=whole.before,
        real=bool(is_real(whole)),
        with_it=tuple(item for item in moving if item.moved * step > 0)[:MOST_NAMED],
        against_it=tuple(item for item in moving if item.moved * step < 0 and item.real)[:MOST_NAMED],
    )


def focus(total: GridRow, columns: Columns) -> int | None:
    """The newest period in which the *total* moved by more than chance, or else the newest that can be compared."""
    compared = columns.compared()
    moved = [at for at in compared if is_real(total.at(at, columns))]
    return (moved or compared)[-1] if compared else None


def _driver(row: GridRow, position: int, columns: Columns) -> Driver | None:
    square = row.at(position, columns)
    if square.n is None or square.before is None:
        return None
    return Driver(row, square.n, square.before, bool(is_real(square)))
