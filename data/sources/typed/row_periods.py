"""Knows the period of each row of a table: from one column, a year beside a quarter or month, or the table's own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dashboard.domain.errors import RefusedFile, UnreadablePeriod
from dashboard.domain.periods.parts import Part, holds, read_day, read_part
from dashboard.domain.periods.period import Period, PeriodKind, month, read_period
from dashboard.domain.periods.year_codes import code_year
from data.sources.containers.grids import Grid
from data.sources.figures.period_context import HOW_TO_SAY, Context
from data.sources.typed.heading_words import Words, unnoted, words_of
from data.sources.typed.year_columns import ending, refuse_apart, refuse_dates, refuse_doubt, spelt_years, years_of
from data.sources.words import shown

DATED = ("period", "year", "quarter", "month", "date")  # roles of columns that say it
LASTS = {"quarter": 3, "year": 12}  # months that end on a day in such a column
WHOLE = re.compile(r"|annual(?:ly)?|full year|whole year|year(?: end)?|all(?: year)?|total|end of year", re.IGNORECASE)
UNREADABLE = "period-unreadable"


@dataclass(slots=True)
class RowPeriods:
    """Reads the columns *at* which the rows of a table say their period; *context* completes what they leave open."""

    grid: Grid
    at: dict[str, int]
    context: Context
    years: dict[str, Period] = field(default_factory=dict)  # codes and spellings that the column proves
    carried: dict[int, str] = field(default_factory=dict)  # the year above, of rows that leave it blank
    used: bool = False

    def look_over(self, rows: Iterable[int], heading: int) -> None:
        """Find disguised years; raises RefusedFile where they may be months, or where no year is said at all."""
        every = list(rows)
        if "year" in self.at and len(self.at) > 1:
            self._carry(every)
        for role in (name for name in ("period", "year") if name in self.at):
            cells = [(self._text(row, role), (row, self.at[role])) for row in every]
            refuse_dates(self.grid, cells)
            said = role == "year" or "financial year" in self.grid.at(heading, self.at[role]).lower()
            codes = years_of(self.grid, cells, said=said)
            self.years |= {text: year for text in codes if (year := code_year(text))}
            self.years |= spelt_years(self.grid, [text for text, _ in cells])
            for text, place in cells:
                if text not in self.years:
                    refuse_doubt(self.grid, text, place)
        if "date" in self.at:
            refuse_apart(self.grid, [(self._text(row, "date"), (row, self.at["date"])) for row in every])
        bare = [row for row in every if isinstance(self._whole(row), str)]
        if bare and len(bare) == len(every) and self.context.period is None:
            raise RefusedFile(self._missing(bare[0]))

    def of(self, row: int) -> Period | None:
        """The period of *row*; None where its words name none, or two."""
        found = self._whole(row)
        if not isinstance(found, str):
            return found
        if self.context.period is None:
            return None
        self.used = True
        return self._inside(self.context.period, self._parts(row))

    def marks(self, row: int) -> tuple[str, ...]:
        """The note marks of the period of *row*."""
        return tuple(mark for at in self.at.values() for mark in unnoted(self.grid.at(row, at))[1])

    def _carry(self, rows: Iterable[int]) -> None:
        """A year stands for the quarters or months below it that leave it blank."""
        above = ""
        for row in rows:
            above = self.grid.at(row, self.at["year"]) or above
            if not self.grid.at(row, self.at["year"]):
                self.carried[row] = above

    def _text(self, row: int, role: str) -> str:
        if role == "year" and row in self.carried:
            return self.carried[row]
        return unnoted(self.grid.at(row, self.at[role]))[0] if role in self.at else ""

    def _whole(self, row: int) -> Period | str | None:
        """The period with its year; a text where the year is missing, None where the words cannot be read."""
        fulls: list[Period] = []
        for role in self.at:
            read = self._read(row, role)
            if read is None:
                return None
            fulls += [read] if isinstance(read, Period) else []
        if not fulls:
            return "" if self._parts(row) else None
        inner = min(fulls, key=lambda item: item.months)
        return self._inside(inner, self._parts(row)) if all(holds(item, inner) for item in fulls) else None

    def _read(self, row: int, role: str) -> Period | Part | str | None:
        """What one column says: a period, a part of one, "" for the whole year, or None for other words."""
        text = self._text(row, role)
        if text in self.years:
            return self.years[text]
        if code_year(text) and int(text[4:]) > 12:
            return None  # among months
        if len(self.at) > 1 and WHOLE.fullmatch(text):
            return ""
        if role == "quarter" and text in ("1", "2", "3", "4"):
            return read_part(f"Q{text}")
        if role == "month" and re.fullmatch("0?[1-9]|1[0-2]", text):
            return self._numbered_month(row, int(text))
        return ending(text, LASTS.get(role, 0)) or _dated(words_of(text), text, of_a_month=role in ("month", "date"))

    def _numbered_month(self, row: int, number: int) -> Period | None:
        """Month 4 of the calendar year 2023; of a financial year, 1 may be January or April."""
        year = self._read(row, "year") if "year" in self.at else None
        is_calendar = isinstance(year, Period) and year.kind is PeriodKind.CALENDAR_YEAR
        return month(year.start.year, number) if isinstance(year, Period) and is_calendar else None

    def _parts(self, row: int) -> list[Part]:
        found = [self._read(row, role) for role in self.at]
        return sorted((item for item in found if isinstance(item, Part)), key=lambda item: -item.months)

    def _inside(self, period: Period, parts: Iterable[Part]) -> Period | None:
        found: Period | None = period
        for part in parts:
            found = part.of(found) if found else None
        return found

    def _missing(self, row: int) -> str:
        words = next(self.grid.at(row, at) for at in self.at.values() if self.grid.at(row, at))
        seen = f"; {self.context.seen}" if self.context.seen else ""
        place = self.grid.place(row, next(iter(self.at.values())))
        return (
            f"{self.grid.file} says “{shown(words)}” in {place}, but of which year{seen}? Write {words} 2023/24, "
            f"add a column “Financial year”, name the year in a line above the table, or {HOW_TO_SAY}."
        )


def _dated(words: Words, text: str, *, of_a_month: bool) -> Period | Part | None:
    """A period or a part of one, without target or actual beside it; a column of months may say days."""
    if of_a_month and (day := read_day(text)) is not None:
        return day
    if words.is_day or words.what or words.apart is not None:
        return None
    try:
        return read_period(text)
    except UnreadablePeriod:
        return read_part(text)


def dated_columns(columns: dict[str, int]) -> dict[str, int]:
    """Those of *columns* that say a period; a date beside them is the day of something else."""
    found = {role: columns[role] for role in DATED if role in columns}
    return {role: at for role, at in found.items() if role != "date" or len(found) == 1}
