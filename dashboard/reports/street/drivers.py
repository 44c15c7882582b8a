"""Knows what drove a change: which rows of a grid moved with the total, by how much, and whether chance explains it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.domain.statistics.many import ChangeAmongMany, among_many
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
    tested: ChangeAmongMany  # among all rows of its kind

    @property
    def real(self) -> bool:
        return self.tested.real

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
    looked_at: int  # rows of its kind that were compared, those without an incident too
    outstanding: int  # that stand out among them

    @property
    def moved(self) -> int:
        return self.now - self.before


def drivers(
    total: GridRow, rows: Iterable[GridRow], columns: Columns, focus: Focus | None, looked_at: int = 0
) -> Drivers | None:
    """Return what moved the *total* at the *focus*, judged among so many *looked_at*; groups do not count twice."""
    whole = _drivers([total], columns, focus) if focus else []
    if focus is None or not whole:
        return None
    found = _drivers([row for row in rows if not row.is_group], columns, focus, looked_at)
    return _moved(whole[0], found, focus, max(looked_at, len(found)))


def _moved(whole: Driver, found: Sequence[Driver], focus: Focus, looked_at: int) -> Drivers:
    moving = sorted((item for item in found if item.moved), key=lambda item: (-abs(item.moved), item.row.name))
    along = [item for item in moving if item.moved * whole.moved > 0 and (item.real or whole.real)]
    return Drivers(
        focus=focus,
        now=whole.now,
        before=whole.before,
        real=whole.real,
        with_it=tuple(along)[:MOST_NAMED],
        against_it=tuple(item for item in moving if item.moved * whole.moved <= 0 and item.real)[:MOST_NAMED],
        looked_at=looked_at,
        outstanding=sum(item.real for item in found),
    )


def _drivers(rows: Sequence[GridRow], columns: Columns, focus: Focus, looked_at: int = 0) -> list[Driver]:
    """The rows at the focus, judged among each other; those that have no counts to compare are left out."""
    known = [(row, pair) for row in rows if (pair := _counts(row, columns, focus)) is not None]
    tested = among_many([pair for _, pair in known], looked_at)
    return [Driver(row, *pair, found) for (row, pair), found in zip(known, tested, strict=True) if found]


def _counts(row: GridRow, columns: Columns, focus: Focus) -> tuple[int, int] | None:
    """Its count at the focus and the one before; None where any of its periods has none, or nothing to compare with."""
    squares = [row.at(position, columns) for position in focus.now]
    now = [square.n for square in squares if square.n is not None]
    before = [square.before for square in squares if square.before is not None]
    if not len(now) == len(before) == len(squares):
        return None
    return sum(now), sum(before)
