"""Knows which columns of a grid a page looks at: the months asked for together, beside those they are compared with."""

from dataclasses import dataclass

from dashboard.domain.periods.period import Period, run_of_months
from dashboard.reports.street.columns import Columns
from dashboard.reports.street.spans import before_words


@dataclass(frozen=True, slots=True)
class Focus:
    """Positions of columns in the grid, each beside the position of what it is compared with."""

    now: tuple[int, ...]
    before: tuple[int, ...]

    def period(self, columns: Columns) -> Period:
        return _run(self.now, columns)

    def against(self, columns: Columns) -> Period:
        return _run(self.before, columns)

    def is_a_year_before(self, columns: Columns) -> bool:
        return all(columns.every[at].a_year_before for at in self.now)

    def before_words(self, columns: Columns) -> str:
        return before_words(self.period(columns), self.against(columns))


def _run(positions: tuple[int, ...], columns: Columns) -> Period:
    return run_of_months(columns.every[positions[0]].first, len(positions) * columns.by.months)


def focus_of(span: Period, columns: Columns) -> Focus | None:
    """The columns of *span* together, but for a newest one in progress; else the newest that compares, if any does."""
    inside = [at for at in _shown(columns) if _lies_in(span, columns.every[at].period)]
    while inside and not columns.every[inside[-1]].is_whole:
        inside.pop()
    compared = columns.compared()
    if not compared:
        return None
    if _compare_as_one(inside, columns):
        return _beside(inside, columns)
    return _beside([at for at in compared if at in inside][-1:] or list(compared[-1:]), columns)


def _shown(columns: Columns) -> range:
    return range(columns.history, len(columns.every))


def _lies_in(span: Period, period: Period) -> bool:
    return span.start <= period.start <= span.end


def _compare_as_one(inside: list[int], columns: Columns) -> bool:
    """Whether every column compares with the one as far before it, and no month stands on both sides."""
    apart = {at - against if (against := columns.every[at].against) is not None else 0 for at in inside}
    return len(apart) == 1 and min(apart) >= len(inside)


def _beside(positions: list[int], columns: Columns) -> Focus:
    found = [(at, columns.every[at].against) for at in positions]
    pairs = [(at, before) for at, before in found if before is not None]
    return Focus(tuple(at for at, _ in pairs), tuple(before for _, before in pairs))
