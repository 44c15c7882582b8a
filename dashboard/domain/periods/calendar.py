"""Knows months as numbers, and the months, quarters and years that the columns of a table are."""

from enum import StrEnum

from dashboard.domain.errors import UnreadablePeriod
from dashboard.domain.periods.period import Period, run_of_months

MONTHS_IN_YEAR = 12
EARLIEST, LATEST = 1990, 2100


class By(StrEnum):
    """How long the columns of a table are."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def months(self) -> int:
        return {By.MONTH: 1, By.QUARTER: 3, By.YEAR: 12}[self]


def month_number(text: str) -> int:
    """Return year x 12 + month - 1 of police.uk's "2025-06"; raises UnreadablePeriod."""
    year, dash, number = text.partition("-")
    if not (dash and len(year) == 4 and len(number) == 2 and (year + number).isascii() and (year + number).isdigit()):
        raise UnreadablePeriod(f"“{text[:20]}” is no month such as 2025-06.")
    if not (EARLIEST <= int(year) < LATEST and 1 <= int(number) <= MONTHS_IN_YEAR):
        raise UnreadablePeriod(f"“{text[:20]}” is no month that a file can hold.")
    return int(year) * MONTHS_IN_YEAR + int(number) - 1


def month_text(number: int) -> str:
    """Return "2025-06", as police.uk writes a month."""
    return f"{number // MONTHS_IN_YEAR}-{number % MONTHS_IN_YEAR + 1:02}"


def first_month(period: Period) -> int:
    """Return the number of a period's first month."""
    return period.start.year * MONTHS_IN_YEAR + period.start.month - 1


def period_with(month: int, by: By) -> Period:
    """Return the month, financial quarter or financial year that holds month number *month*."""
    return run_of_months(month - (month - 3) % by.months, by.months)
