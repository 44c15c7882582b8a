"""Knows whether a column over others (Total, YTD) is the sum of their figures; one that is not is never a figure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.periods.parts import holds
from dashboard.domain.periods.period import Period
from dashboard.domain.values.numbers import show
from data.sources.containers.grids import Grid
from data.sources.figures.parcels import ACTUAL
from data.sources.figures.totals import count_of, is_summed
from data.sources.typed.figure_columns import FigureColumn, FigureColumns
from data.sources.typed.heading_words import Apart
from data.sources.typed.headings import NUMBER
from data.sources.words import shown

MOST_SAID = 10


@dataclass(slots=True)
class PartSums:
    """Compares the columns of one table that stand over others with the sum of those."""

    grid: Grid
    columns: FigureColumns
    totals: list[FigureColumn] = field(init=False)
    _agreed: int = 0
    _differ: list[str] = field(default_factory=list)
    _unproved: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.totals = [item for item in totals_among(self.columns.figures) if item.what == ACTUAL]

    def figures(self, row: int, declared: Mapping[str, str]) -> list[FigureColumn]:
        """The columns that hold figures in *row*: a total stands where all its parts do and, of counts, make it."""
        for left in self.columns.left_out:
            if left.why is Apart.TO_DATE:
                inside = [item for item in self._plain() if _runs_to(item.period, left.period)]
                self._compare(row, left.column, left.words, _parts(inside), declared)
        return [item for item in self.columns.figures if item not in self.totals or self._stands(row, item, declared)]

    def _plain(self) -> list[FigureColumn]:
        return [item for item in self.columns.figures if item.what == ACTUAL and item not in self.totals]

    def _stands(self, row: int, total: FigureColumn, declared: Mapping[str, str]) -> bool:
        parts = parts_of(total, self._plain())
        whole = bool(parts) and sum(item.period.months for item in parts) == total.period.months
        if not whole or not all(NUMBER.fullmatch(self.grid.at(row, item.column)) for item in parts):
            if self.grid.at(row, total.column):
                self._unproved.append(self.grid.place(row, total.column))
            return False
        return self._compare(row, total.column, total.words, parts, declared)

    def _compare(
        self, row: int, column: int, words: str, parts: Sequence[FigureColumn], declared: Mapping[str, str]
    ) -> bool:
        """Whether a total is the sum of its parts, or of something that is not added up."""
        total = count_of(self.grid.at(row, column))
        counts = [count_of(self.grid.at(row, item.column)) for item in parts]
        known = [count for count in counts if count is not None]
        if total is None or not known or not is_summed(declared):
            return True
        summed = sum(known, Decimal(0))
        if summed == total:
            self._agreed += 1
            return True
        self._differ.append(
            f"{self.grid.place(row, column)} says {show(total)} of “{shown(words)}”, but the figures of its parts sum "
            f"to {show(summed)}: look at the row of {shown(declared['name'])}"
        )
        return False

    def told(self) -> Iterable[str]:
        """What came of it, in sentences."""
        if self._agreed:
            yield f"Totals and years to date that are the sum of their parts: {self._agreed:,}."
        for words in self._differ[:MOST_SAID]:
            yield f"{words}."
        if len(self._differ) > MOST_SAID:
            yield f"More totals that differ from their parts: {len(self._differ) - MOST_SAID:,}."
        if self._unproved:
            names = ", ".join(self._unproved[:MOST_SAID])
            yield f"Left out, a total of a year of which not every part is there: {names}."


def totals_among(figures: Iterable[FigureColumn]) -> list[FigureColumn]:
    """Those that stand over others, which lie inside their period."""
    every = list(figures)
    return [
        item
        for item in every
        if item.is_total and any(_is_part(other, item) for other in every)
    ]  # fmt: skip


def _is_part(item: FigureColumn, of: FigureColumn) -> bool:
    return item.what == of.what and item.period != of.period and holds(of.period, item.period)


def parts_of(total: FigureColumn, figures: Iterable[FigureColumn]) -> list[FigureColumn]:
    """The columns of the shortest kind inside the period of *total*."""
    inside = [item for item in figures if _is_part(item, total)]
    shortest = min((item.period.months for item in inside), default=0)
    return [item for item in inside if item.period.months == shortest]


def _parts(inside: Sequence[FigureColumn]) -> list[FigureColumn]:
    """The columns of the newest year that are the shortest."""
    if not inside:
        return []
    shortest = min(item.period.months for item in inside)
    short = [item for item in inside if item.period.months == shortest]
    newest = max(_year(item.period) for item in short)
    return [item for item in short if _year(item.period) == newest]


def _runs_to(part: Period, to_date: Period | None) -> bool:
    """Whether a year *to_date* counts *part*, which is no whole year."""
    if part.months >= MONTHS_IN_YEAR:
        return False
    return to_date is None or (_year(part) == _year(to_date) and part.end <= to_date.end)


def _year(period: Period) -> int:
    start = period.start
    return start.year - (start.month < 4)
