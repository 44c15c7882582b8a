"""Knows a grid of counts: one row a crime type or place, one column a period, each with what it is compared with."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain.choices import Measure
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.statistics.many import among_many
from dashboard.domain.statistics.series import index
from dashboard.domain.street.crime import Place
from dashboard.domain.targets.status import SMALL_BASE
from dashboard.domain.values.numbers import show
from dashboard.questions.street import Count
from dashboard.reports.street.columns import Column, Columns, no_count
from dashboard.reports.street.place_context import rate

#: From how many percent of change a colour deepens.
STEPS = (Decimal(10), Decimal(25))


@dataclass(frozen=True, slots=True)
class Square:
    """One count beside what it is compared with; *value* is what the measure makes of it, or why there is none."""

    n: int | None  # None: no month of the period is held
    before: int | None  # None: nothing to compare with
    value: Decimal | None
    reason: str  # "", or why there is no value
    is_small_base: bool = False  # the reason is that: it says both counts
    real: bool | None = None  # whether the change stands out among the rows of its period; None: not compared

    @property
    def moved(self) -> int | None:
        """By how many incidents; None without anything to compare with."""
        return None if self.n is None or self.before is None else self.n - self.before

    @property
    def change(self) -> Decimal | None:
        """The change in percent; None on a base under 50 or without anything to compare with."""
        if self.n is None or self.before is None or self.before < SMALL_BASE:
            return None
        return Decimal(self.n - self.before) * 100 / self.before


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row with a square for each shown period; *group* rows are sums of the rows below them."""

    key: str
    name: str
    squares: tuple[Square, ...]
    place: Place | None = None
    is_group: bool = False
    crimes: frozenset[str] = frozenset()  # of a group: what it sums
    depth: int = 0

    def at(self, position: int, columns: Columns) -> Square:
        """The square of a column by its position in the whole grid."""
        return self.squares[position - columns.history]


Totals = Mapping[int, Mapping[int, int]]  # key -> column -> n


def by_place(counts: Iterable[Count]) -> Totals:
    found: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for item in counts:
        found[item.place][item.column] += item.n
    return found


def by_type(counts: Iterable[Count]) -> Totals:
    found: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for item in counts:
        found[item.crime_type][item.column] += item.n
    return found


def added(parts: Iterable[Mapping[int, int]]) -> dict[int, int]:
    """The sum of several rows, column by column."""
    total: dict[int, int] = defaultdict(int)
    for part in parts:
        for column, n in part.items():
            total[column] += n
    return total


def squares(totals: Mapping[int, int], columns: Columns, measure: Measure, place: Place) -> tuple[Square, ...]:
    """Return the shown squares of one row; a period without a file has no count, one with none has zero."""
    return tuple(_square(at, totals, columns, measure, place) for at in range(columns.history, len(columns.every)))


def _square(at: int, totals: Mapping[int, int], columns: Columns, measure: Measure, place: Place) -> Square:
    column = columns.every[at]
    if not column.held:
        return Square(None, None, None, no_count(column))
    n = totals.get(at, 0)
    before = None if column.against is None else totals.get(column.against, 0)
    value, reason = _measured(at, n, before, (totals, columns, measure, place))
    return Square(n, before, value, reason, measure == Measure.CHANGE and _is_small(before))


Setting = tuple[Mapping[int, int], Columns, Measure, Place]


def _measured(at: int, n: int, before: int | None, setting: Setting) -> tuple[Decimal | None, str]:
    totals, columns, measure, place = setting
    if measure == Measure.RATE:
        worked = rate(n, place)
        return worked, "" if worked is not None else "no population"
    if measure == Measure.CHANGE:
        return _change(n, before, columns.every[at])
    if measure == Measure.INDEX:
        return _index(n, totals, columns, at)
    if measure == Measure.ROLLING:
        return _rolling(at, totals, columns)
    return Decimal(n), ""


def _change(n: int, before: int | None, column: Column) -> tuple[Decimal | None, str]:
    if before is None:
        return None, "part period" if not column.is_whole else "nothing to compare with"
    if _is_small(before):
        return None, f"{before} → {n}"
    return Decimal(n - before) * 100 / before, ""


def _is_small(before: int | None) -> bool:
    return before is not None and before < SMALL_BASE


def _index(n: int, totals: Mapping[int, int], columns: Columns, at: int) -> tuple[Decimal | None, str]:
    """On the first whole period shown = 100."""
    whole = [place for place in range(columns.history, len(columns.every)) if columns.every[place].is_whole]
    if not whole or not columns.every[at].is_whole:
        return None, "part period"
    worked = index(Decimal(n), Decimal(totals.get(whole[0], 0)))
    return worked, "" if worked is not None else "base under 50"


def _rolling(at: int, totals: Mapping[int, int], columns: Columns) -> tuple[Decimal | None, str]:
    """The 12 months that end with a period, when every one of them is held."""
    length = MONTHS_IN_YEAR // columns.by.months
    span = range(at - length + 1, at + 1)
    if span[0] < 0 or not all(columns.every[place].is_whole for place in span):
        return None, "not all 12 months"
    return Decimal(sum(totals.get(place, 0) for place in span)), ""


def judged(rows: Iterable[GridRow], looked_at: int = 0) -> tuple[GridRow, ...]:
    """The *rows* with the changes of each period judged among them, groups among groups.

    Of so many *looked_at* those that are no row had no incident.
    """
    every = tuple(rows)
    found = {row.key: row for row in every}
    for is_group, count in ((True, 0), (False, looked_at)):
        inside = [row for row in every if row.is_group == is_group]
        periods = zip(*(row.squares for row in inside), strict=True)
        columns = [_judged(squares, count) for squares in periods]
        found |= {row.key: replace(row, squares=tuple(c[at] for c in columns)) for at, row in enumerate(inside)}
    return tuple(found[row.key] for row in every)


def _judged(squares: Sequence[Square], looked_at: int) -> list[Square]:
    """The squares of one period, each judged among all of them."""
    pairs = [(item.n, item.before) if item.n is not None and item.before is not None else None for item in squares]
    tested = among_many(pairs, looked_at)
    return [replace(item, real=found.real if found else None) for item, found in zip(squares, tested, strict=True)]


def square_depth(square: Square) -> int:
    """1 to 3 for a rise, -1 to -3 for a fall, the larger the deeper; 0 where chance explains it or nothing compares."""
    if not square.real or square.n is None or square.before is None:
        return 0
    change = square.change
    depth = 2 if change is None else 1 + sum(abs(change) >= step for step in STEPS)
    return depth if square.n > square.before else -depth


def square_text(square: Square, measure: Measure) -> str:
    """The square's number as a reader writes it; a change that cannot be worked out shows why."""
    if square.value is None:
        return square.reason if square.is_small_base else "–"
    if measure == Measure.CHANGE:
        return show(square.value, 1, percent=True, signed=True)
    if measure in (Measure.RATE, Measure.INDEX):
        return show(square.value, 1)
    return show(square.value, 0)
