"""Knows runs of whole months: years of three kinds, financial quarters, months and other spans."""

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_YEAR = 12
_QUARTER = 3


class PeriodKind(StrEnum):
    """Kinds that may share an axis only with themselves."""

    FINANCIAL_YEAR = "financial-year"
    CALENDAR_YEAR = "calendar-year"
    OCTOBER_YEAR = "october-september"
    QUARTER = "quarter"  # financial quarter: Q1 is April to June
    MONTH = "month"
    SPAN = "span"  # any other run of whole months


_YEAR_KINDS = {4: PeriodKind.FINANCIAL_YEAR, 1: PeriodKind.CALENDAR_YEAR, 10: PeriodKind.OCTOBER_YEAR}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A run of whole months; *start* and *end* are its first and last day, inclusive."""

    start: date
    end: date
    kind: PeriodKind

    def __post_init__(self) -> None:
        last = calendar.monthrange(self.end.year, self.end.month)[1]
        if self.start.day != 1 or self.end.day != last or self.end < self.start:
            raise ValueError(f"{self.start} to {self.end} is no run of whole months")
        if self.kind is not _kind(self.start.month, self.months):
            raise ValueError(f"{self.start} to {self.end} is no {self.kind}")

    def __hash__(self) -> int:
        """Of its days alone, which say of what kind it is: every figure is found by its period."""
        return hash((self.start, self.end))

    @property
    def slug(self) -> str:
        """Address form: 2010-11, 2010, 2010-11-Q2, 2010-M06, 2008-10--2009-09."""
        match self.kind:
            case PeriodKind.FINANCIAL_YEAR:
                return _financial(self.start, "-")
            case PeriodKind.CALENDAR_YEAR:
                return str(self.start.year)
            case PeriodKind.QUARTER:
                return f"{_financial(self.start, '-')}-Q{_quarter(self.start)}"
            case PeriodKind.MONTH:
                return f"{self.start.year}-M{self.start.month:02}"
            case _:
                return f"{self.start:%Y-%m}--{self.end:%Y-%m}"

    @property
    def label(self) -> str:
        """Reader's form: 2010/11, 2010, Q2 2010/11, Jun 2010, Oct 2008 to Sep 2009."""
        match self.kind:
            case PeriodKind.FINANCIAL_YEAR:
                return _financial(self.start, "/")
            case PeriodKind.CALENDAR_YEAR:
                return str(self.start.year)
            case PeriodKind.QUARTER:
                return f"Q{_quarter(self.start)} {_financial(self.start, '/')}"
            case PeriodKind.MONTH:
                return _month_label(self.start)
            case _:
                return f"{_month_label(self.start)} to {_month_label(self.end)}"

    @property
    def months(self) -> int:
        """How many whole months it holds."""
        return _ordinal(self.end) - _ordinal(self.start) + 1

    def previous(self) -> "Period":
        """The period of the same kind and length a year before; a longer span its own length before."""
        return self._moved(-max(_YEAR, self.months))

    def following(self) -> "Period":
        """The next period of the same kind and length, beginning the day after this one ends."""
        return self._moved(self.months)

    def _moved(self, months: int) -> "Period":
        return run_of_months(_ordinal(self.start) + months, self.months)


@lru_cache(maxsize=4096)  # every figure asks for its year and the year before, and there are few
def run_of_months(first: int, months: int) -> Period:
    """Return the period of *months* months from month number *first* (year x 12 + month - 1)."""
    last = first + months - 1
    year, month = last // _YEAR, last % _YEAR + 1
    start = date(first // _YEAR, first % _YEAR + 1, 1)
    end = date(year, month, calendar.monthrange(year, month)[1])
    return Period(start, end, _kind(start.month, months))


def financial_year(starts: int) -> Period:
    """Return April *starts* to March of the next year."""
    return run_of_months(starts * _YEAR + 3, _YEAR)


def calendar_year(year: int) -> Period:
    """Return January to December."""
    return run_of_months(year * _YEAR, _YEAR)


def financial_quarter(starts: int, quarter: int) -> Period:
    """Return quarter 1 (April to June) to 4 of the financial year that *starts*."""
    return run_of_months(starts * _YEAR + quarter * _QUARTER, _QUARTER)


def month(year: int, number: int) -> Period:
    """Return one month; police.uk's "2010-11" is month(2010, 11)."""
    return run_of_months(year * _YEAR + number - 1, 1)


def months_covered(period: Period, covers_to: date) -> int:
    """Whole months of *period* that data up to *covers_to* holds (0 to period.months)."""
    ends_month = covers_to.day == calendar.monthrange(covers_to.year, covers_to.month)[1]
    whole = _ordinal(covers_to) - _ordinal(period.start) + ends_month
    return min(max(whole, 0), period.months)


def _kind(first_month: int, months: int) -> PeriodKind:
    if months == 1:
        return PeriodKind.MONTH
    if months == _QUARTER and first_month % _QUARTER == 1:
        return PeriodKind.QUARTER
    return _YEAR_KINDS.get(first_month, PeriodKind.SPAN) if months == _YEAR else PeriodKind.SPAN


def _ordinal(day: date) -> int:
    return day.year * _YEAR + day.month - 1


def _financial(day: date, mark: str) -> str:
    starts = (_ordinal(day) - 3) // _YEAR
    return f"{starts}{mark}{(starts + 1) % 100:02}"


def _quarter(day: date) -> int:
    return (_ordinal(day) - 3) % _YEAR // _QUARTER + 1


def _month_label(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"
