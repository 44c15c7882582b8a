"""Knows which columns of a heading hold the figures of which period, and why the others are left out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.periods.parts import Part, holds
from dashboard.domain.periods.period import Period, PeriodKind
from dashboard.domain.statistics.series import year_of
from data.sources.containers.grids import Grid
from data.sources.figures.parcels import ACTUAL
from data.sources.figures.period_context import HOW_TO_SAY, Context
from data.sources.typed.heading_words import Apart, LeftOut, Words, dating, is_twelve_months, unit_over
from data.sources.typed.headings import NUMBER, Heading, Over, all_words, texts_of
from data.sources.typed.telling_columns import judges
from data.sources.typed.year_columns import readings, refuse_doubt
from data.sources.words import shown

WRITE = "write Q1 to Q4, months, Target or Actual below it"


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A column of figures: of which period, whether targets or actuals, with the marks of its headings."""

    column: int
    words: str
    period: Period
    what: str
    note: str = ""
    marker: str = ""
    is_total: bool = False  # over the other columns of its period, of whose figures it has to be the sum
    group: str = ""  # a heading over it that says no period
    unit: str = ""  # at the end of a heading: (%), (£m)


@dataclass(frozen=True, slots=True)
class FigureColumns:
    """What the columns of a heading hold."""

    figures: tuple[FigureColumn, ...]
    left_out: tuple[LeftOut, ...]
    context: Context  # as far as it was needed


def columns_of_heading(grid: Grid, heading: Heading, end: int, context: Context) -> FigureColumns:
    """Every column of *heading* over the rows up to *end*; raises RefusedFile where reading one would be a guess."""
    found = _Found(grid, heading, end, context)
    for column, stack in enumerate(heading.stacks):
        if column not in heading.labels.values():
            found.take(column, stack)
    return found.columns()


class _Found:
    """Gathers the columns of one heading."""

    def __init__(self, grid: Grid, heading: Heading, end: int, context: Context) -> None:
        self._grid, self._heading, self._end = grid, heading, end
        self._figures: list[FigureColumn] = []
        self._left_out: list[LeftOut] = []
        self._bare: list[tuple[int, str, bool]] = []  # column, words, whether a part of a year
        self._used = False
        self._context = _over_parts(context, heading)
        self._read = readings(grid, heading)

    def take(self, column: int, stack: tuple[Over, ...]) -> None:
        own = [over for over in stack if over.column == column]
        words = [self._read.get(over, found) for over, found in zip(stack, all_words(stack), strict=True)]
        if not own:
            self._refuse_unheaded(column, stack)
        elif words[-1].is_weak and judges(self._grid, column, self._rows):
            self._left_out.append(LeftOut(column, texts_of(stack), Apart.CHANGE))
        elif why := next((item.apart for item in words if item.apart), None):
            period = next((item.period for item in words if item.period), None)
            self._left_out.append(LeftOut(column, texts_of(stack), why, period))
        elif not any(item.of_figures for item in words):
            self._leave(column, stack)
        elif not words[-1].of_figures:
            self._refuse_other_meaning(column, stack)
        else:
            self._refuse_first_alone(column, stack)
            self._dated(column, stack, words)

    def _leave(self, column: int, stack: tuple[Over, ...]) -> None:
        if self._number_in(column) is not None:
            for over in stack:
                refuse_doubt(self._grid, dating(over.text), (over.row, over.column))
        self._left_out.append(LeftOut(column, texts_of(stack), Apart.UNKNOWN))

    def _dated(self, column: int, stack: tuple[Over, ...], words: list[Words]) -> None:
        whats = list(dict.fromkeys(item.what for item in words if item.what and not item.is_weak))
        place = self._grid.place(stack[-1].row, column)
        if len(whats) > 1:
            raise RefusedFile(f"{self._grid.file}: {place} is headed target and actual at once: keep one.")
        unit = next((unit for over in reversed(stack) if (unit := unit_over(over.text))), "")
        parts = sorted((item.part for item in words if item.part), key=lambda item: -item.months)
        base = self._base(words, place)
        undated = not parts and not any(item.period for item in words)
        if base is None or (undated and self._context.to_date):
            self._bare.append((column, texts_of(stack), bool(parts)))
            return
        found = FigureColumn(
            column,
            texts_of(stack),
            self._narrowed(base, parts, place),
            whats[0] if whats else ACTUAL,
            note="|".join(dict.fromkeys(mark for item in words for mark in item.notes)),
            marker=next((item.marker for item in reversed(words) if item.marker), ""),
            is_total=not parts and (words[-1].is_whole or words[-1].period is None),
            group=" ".join(filter(None, [*(item.text for item in words if not item.is_known), unit])),
            unit=unit,
        )
        self._figures.append(found)

    def _base(self, words: list[Words], place: str) -> Period | None:
        """The period of a column, or of which its headings name a part; raises RefusedFile where there are two."""
        full = sorted({item.period for item in words if item.period}, key=lambda item: item.months)
        if any(not holds(outer, full[0]) for outer in full):
            names = " and ".join(item.label for item in full)
            raise RefusedFile(f"{self._grid.file}: {place} stands under {names}: keep one.")
        self._used |= not full and self._context.period is not None
        return full[0] if full else self._context.period

    def _narrowed(self, period: Period, parts: Iterable[Part], place: str) -> Period:
        for part in parts:
            inner = part.of(period)
            if inner is None:
                raise RefusedFile(f"{self._grid.file}: {place} says “{part.words}”, {_misfit(part, period)}.")
            period = inner
        return period

    def _refuse_unheaded(self, column: int, stack: tuple[Over, ...]) -> None:
        """A column of numbers with nothing of its own over it may be anything, most of all beside a period."""
        row = self._number_in(column)
        if row is None:
            return
        before = column - 1
        near = stack or (self._heading.stacks[before] if before not in self._heading.labels.values() else ())
        place = f"{self._grid.place(row, column)} holds “{shown(self._grid.at(row, column))}” in a column without a"
        if before >= 0 and any(item.of_figures for item in all_words(near)):
            beside = shown(texts_of(near))
            raise RefusedFile(f"{self._grid.file}: {place} heading of its own beside “{beside}”: {WRITE}.")
        self._grid.remarks.append(f"Numbers were left out: {place} heading.")

    def _refuse_other_meaning(self, column: int, stack: tuple[Over, ...]) -> None:
        if self._number_in(column) is None:
            self._leave(column, stack)
            return
        own, over = stack[-1], " ".join(item.text for item in stack[:-1])
        raise RefusedFile(
            f"{self._grid.file}: “{shown(own.text)}” in {self._grid.place(own.row, column)} stands under "
            f"“{shown(over)}”, and is no quarter, month, target or actual of it: {WRITE}, "
            "or give it a table of its own."
        )

    def _refuse_first_alone(self, column: int, stack: tuple[Over, ...]) -> None:
        """The first column of a group, without a heading of its own among others that have one."""
        last = stack[-1]
        below = [self._heading.stacks[at][-1] for at in range(column + 1, len(self._heading.stacks))
                 if last in self._heading.stacks[at]]  # fmt: skip
        if any(over != last for over in below) and self._number_in(column) is not None:
            raise RefusedFile(
                f"{self._grid.file}: “{shown(last.text)}” in {self._grid.place(last.row, column)} stands over several "
                f"columns, and the first of them has no heading of its own: {WRITE}."
            )

    def _number_in(self, column: int) -> int | None:
        """The first row under the heading with a number in *column*."""
        return next((row for row in self._rows if NUMBER.fullmatch(self._grid.at(row, column))), None)

    @property
    def _rows(self) -> range:
        return range(self._heading.under, self._end)

    def columns(self) -> FigureColumns:
        """What was found; raises RefusedFile where a period is missing, or two columns say one thing."""
        if self._bare and (not self._figures or any(is_part for _, _, is_part in self._bare)):
            raise RefusedFile(self._missing_period())
        self._left_out += [LeftOut(column, words, Apart.UNDATED) for column, words, _ in self._bare]
        figures = self._without_other_twelves()
        self._refuse_same(figures)
        return FigureColumns(tuple(figures), tuple(self._left_out), self._context if self._used else Context())

    def _missing_period(self) -> str:
        names = ", ".join(f"“{shown(words)}”" for words in dict.fromkeys(words for _, words, _ in self._bare))
        unknown = [f"“{shown(item.words)}”" for item in self._left_out if item.why is Apart.UNKNOWN]
        seen = self._context.seen or (f"{', '.join(unknown)} names none" if unknown else "")
        sheet = f" on the sheet {self._grid.sheet}" if self._grid.sheet else ""
        return (
            f"{self._grid.file} names indicators but no period{sheet}: of which period are the figures under {names}"
            f"{f' ({seen})' if seen else ''}? Write it in the heading (2023/24 Q1, 2023/24 Target) or in a line above "
            f"the table, add a column “Period”, or {HOW_TO_SAY}."
        )

    def _without_other_twelves(self) -> list[FigureColumn]:
        """Twelve months that end in September are a point of a rolling figure, where years stand beside them."""
        odd = [item for item in self._figures if _is_odd_twelve(item)]
        if len(odd) == len(self._figures):
            return self._figures
        self._left_out += [LeftOut(item.column, item.words, Apart.TWELVE) for item in odd]
        return [item for item in self._figures if item not in odd]

    def _refuse_same(self, figures: Iterable[FigureColumn]) -> None:
        """One period under two groups, of which neither says what the other lacks."""
        groups: dict[tuple[str, str], FigureColumn] = {}
        for item in figures:
            first = groups.setdefault((item.period.slug, item.what), item)
            if first.group != item.group:
                raise RefusedFile(
                    f"{self._grid.file} has the {item.what} of {item.period.label} twice: under “{shown(first.words)}” "
                    f"and “{shown(item.words)}”. Give each a table of its own, or an area or indicator of its own."
                )


def _over_parts(context: Context, heading: Heading) -> Context:
    """The year of a title's quarter or month, where columns name others of that year; nothing else is of all of it."""
    parts = [item.part for stack in heading.stacks for item in all_words(stack) if item.part and not item.period]
    period = context.period
    if period is None or period.months >= MONTHS_IN_YEAR or all(part.of(period) for part in parts):
        return context
    year = year_of(period)
    said = (
        f"Quarters and months are those of {year.label}, the year of {period.label} in the title or the sheet’s name."
    )
    return replace(context, period=year, said=said, to_date=True, seen=f"the title names {period.label}")


def _is_odd_twelve(item: FigureColumn) -> bool:
    return item.period.kind is not PeriodKind.FINANCIAL_YEAR and is_twelve_months(Words(item.words))


def _misfit(part: Part, period: Period) -> str:
    if part.is_quarter and period.kind is PeriodKind.CALENDAR_YEAR:
        return (
            f"which may be a financial or a calendar quarter of {period.label}: write {part.words} "
            f"{period.label}/{(int(period.label) + 1) % 100:02}, or its months"
        )
    return f"which is no part of {period.label}"
