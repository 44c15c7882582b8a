"""Knows the months, quarters and years that the columns of a table are."""

from enum import StrEnum

from dashboard.domain.periods.months import MONTHS_IN_YEAR as MONTHS_IN_YEAR
from dashboard.domain.periods.period import Period, run_of_months


class By(StrEnum):
    """How long the columns of a table are."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def months(self) -> int:
        return {By.MONTH: 1, By.QUARTER: 3, By.YEAR: 12}[self]


def first_month(period: Period) -> int:
    """Return the number of a period's first month."""
    return period.start.year * MONTHS_IN_YEAR + period.start.month - 1


def period_with(month: int, by: By) -> Period:
    """Return the month, financial quarter or financial year that holds month number *month*."""
    return run_of_months(month - (month - 3) % by.months, by.months)
