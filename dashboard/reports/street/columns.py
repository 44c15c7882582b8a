"""Knows which periods stand beside each other: months, quarters or years, how much of each is held, what compares."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, By, first_month, period_with
from dashboard.domain.periods.months import month_text
from dashboard.domain.periods.period import Period, PeriodKind, run_of_months
from dashboard.questions.street import HeldMonth
from dashboard.reports.street.spans import back_of, period_looked_at, span_of

MOST_COLUMNS = 36
QUARTERS_BESIDE = 8  # of a view of one quarter: two years of them, it being the last


@dataclass(frozen=True, slots=True)
class Column:
    """One period of a table: its first month, months held, and the position of the period it is compared with."""

    period: Period
    first: int
    held: int  # months with a file, of period.months
    against: int | None  # position in the grid of what it is compared with; None: that is not held
    a_year_before: bool
    left_out: int = 0  # months whose file looks incomplete, or is of a time without such a crime type
    unsorted: int = 0  # of them, those of such a time

    @property
    def is_whole(self) -> bool:
        return self.held == self.period.months


@dataclass(frozen=True, slots=True)
class Columns:
    """The periods of a grid; the first *history* of them are only there to be compared with."""

    every: tuple[Column, ...]
    history: int
    by: By
    back: int = MONTHS_IN_YEAR  # months before a period begins what it is compared with

    @property
    def shown(self) -> tuple[Column, ...]:
        return self.every[self.history :]

    @property
    def first(self) -> int:
        return self.every[0].first

    @property
    def last(self) -> int:
        return self.every[-1].first + self.by.months - 1

    def compared(self) -> tuple[int, ...]:
        """The positions of the shown periods that are whole and have something to be compared with."""
        return tuple(at for at in range(self.history, len(self.every)) if self.every[at].against is not None)


def columns_of(filters: Filters, held: Sequence[HeldMonth], left_out: Sequence[HeldMonth] = ()) -> Columns:
    """Return the periods that *filters* ask for among what is *held* (at least one month), or *left_out* of counts."""
    every = sorted([*held, *left_out], key=lambda item: item.month)
    start, end = _range(filters, every)
    by = filters.by or _usual(start, end)
    first = first_month(period_with(start, by))
    shown = min((end - first) // by.months + 1, MOST_COLUMNS)
    first = first_month(period_with(end, by)) - (shown - 1) * by.months
    back = _back(filters, every, by)
    history = max(back, MONTHS_IN_YEAR) // by.months
    begins = [first + (at - history) * by.months for at in range(shown + history)]
    return _without_empty_start(Columns(_columns(begins, (by, back), held, left_out), history, by, back))


def _back(filters: Filters, held: Sequence[HeldMonth], by: By) -> int:
    """How far before each period that is begins which it is compared with: as asked for, else a year before."""
    back = back_of(filters, held)
    return MONTHS_IN_YEAR if back % by.months else back


def _columns(
    begins: Sequence[int], lengths: tuple[By, int], held: Sequence[HeldMonth], left_out: Sequence[HeldMonth]
) -> tuple[Column, ...]:
    """The periods that begin with the months *begins*; *lengths*: how long they are, how far back each is compared."""
    by, back = lengths
    forces: dict[int, set[int]] = {}
    for item in held:
        forces.setdefault(item.month, set()).add(item.force)
    out = {item.month for item in left_out}
    holders = [_holders(forces, month, by.months) for month in begins]
    every = (_column(at, month, (by, back), holders) for at, month in enumerate(begins))
    unsorted = {item.month for item in left_out if not item.doubts}
    return tuple(_without(column, out, unsorted) for column in every)


def _without(column: Column, out: set[int], unsorted: set[int]) -> Column:
    inside = set(_months(column.first, column.period.months))
    return replace(column, left_out=len(out & inside), unsorted=len(unsorted & inside))


def of_others(columns: Columns, held: Sequence[HeldMonth], left_out: Sequence[HeldMonth]) -> Columns:
    """The same periods for crime types of which other months count; compared only as the whole grid is."""
    every = _columns([column.first for column in columns.every], (columns.by, columns.back), held, left_out)
    pairs = zip(every, columns.every, strict=True)
    alike = (replace(own, against=own.against if own.against == whole.against else None) for own, whole in pairs)
    return replace(columns, every=tuple(alike))


def _months(first: int, months: int) -> range:
    return range(first, first + months)


def _without_empty_start(columns: Columns) -> Columns:
    """Leave out the shown periods before the first with a file; gaps between files stay."""
    empty = 0
    while empty < len(columns.shown) - 1 and not (columns.shown[empty].held or columns.shown[empty].left_out):
        empty += 1
    return replace(columns, history=columns.history + empty)


def _range(filters: Filters, held: Sequence[HeldMonth]) -> tuple[int, int]:
    """First and last month asked for: by from and to, or by the period; of a quarter, the quarters before it too."""
    oldest, newest = held[0].month, held[-1].month
    span = span_of(filters, held)
    start, end = first_month(span), first_month(span) + span.months - 1
    if filters.start or filters.end:
        return start, end
    period = period_looked_at(filters, held)
    if filters.by == By.YEAR:
        start = oldest
    elif filters.by != By.MONTH and period.kind is PeriodKind.QUARTER:
        start -= (QUARTERS_BESIDE - 1) * By.QUARTER.months
    elif period.months == MONTHS_IN_YEAR and (filters.by or _usual(start - MONTHS_IN_YEAR, end)) == By.QUARTER:
        start -= MONTHS_IN_YEAR  # its quarters beside those of the year before
    return start, min(end, newest)


def _usual(start: int, end: int) -> By:
    """Quarters of what is a year or more, if it begins with one; else months."""
    begins_one = period_with(start, By.QUARTER) == run_of_months(start, By.QUARTER.months)
    return By.QUARTER if end - start + 1 >= MONTHS_IN_YEAR and begins_one else By.MONTH


def _holders(forces: dict[int, set[int]], first: int, months: int) -> tuple[frozenset[int], ...]:
    """The forces that hold each month of a period."""
    return tuple(frozenset(forces.get(month, ())) for month in _months(first, months))


def _column(at: int, first: int, lengths: tuple[By, int], holders: list[tuple[frozenset[int], ...]]) -> Column:
    """One period; where the year before is not held, it is compared with the period before."""
    by, back = lengths
    held = sum(bool(forces) for forces in holders[at])
    tried = (at - back // by.months, *([at - 1] if back == MONTHS_IN_YEAR else []))
    against = next((before for before in tried if before >= 0 and _alike(holders[at], holders[before])), None)
    a_year_before = against == at - MONTHS_IN_YEAR // by.months
    return Column(period_with(first, by), first, held, against, a_year_before)


def _alike(now: tuple[frozenset[int], ...], before: tuple[frozenset[int], ...]) -> bool:
    """Whether two periods are whole and every month of both is held by the same forces."""
    return bool(now[0]) and len({*now, *before}) == 1


def against_words(columns: Columns, at: int) -> str:
    """'a year before', 'the quarter before' or 'Q2 2024/25': what a period is compared with."""
    column = columns.every[at]
    if column.a_year_before or column.against is None:
        return "a year before"
    return f"the {columns.by} before" if column.against == at - 1 else columns.every[column.against].period.label


def months_words(column: Column) -> str:
    """'2 of 3 months, 1 incomplete' of a part-filled period; nothing of a whole one."""
    if column.is_whole:
        return ""
    incomplete = column.left_out - column.unsorted
    out = f", {incomplete} incomplete" if incomplete else ""
    before = f", {column.unsorted} without such a type" if column.unsorted else ""
    return f"{column.held} of {column.period.months} months{out}{before}"


class NoCount(StrEnum):
    """Why a period has no count."""

    INCOMPLETE = "incomplete"
    NO_TYPE = "no such type"
    NO_FILE = "no file"


def no_count(column: Column) -> NoCount:
    """Why a *column* without a month has no count."""
    if column.left_out > column.unsorted:
        return NoCount.INCOMPLETE
    return NoCount.NO_TYPE if column.unsorted else NoCount.NO_FILE


def span_words(held: Sequence[HeldMonth]) -> str:
    """The months that are held, runs of them as '2014-01 to 2014-11'."""
    months = sorted({item.month for item in held})
    runs: list[list[int]] = []
    for month in months:
        if runs and month == runs[-1][-1] + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return ", ".join(month_text(run[0]) + (f" to {month_text(run[-1])}" if len(run) > 1 else "") for run in runs)
