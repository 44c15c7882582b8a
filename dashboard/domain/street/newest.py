"""Knows the newest periods of what is loaded month by month: the whole quarter, and the 12 months."""

from collections.abc import Collection

from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, By, first_month, period_with
from dashboard.domain.periods.period import Period, run_of_months


def newest_quarter(months: Collection[int]) -> Period:
    """The newest quarter whose every month is among *months* (at least one); without any, the newest month."""
    known = frozenset(months)
    quarters = {period_with(month, By.QUARTER) for month in known}
    whole = [item for item in quarters if known.issuperset(range(first_month(item), first_month(item) + item.months))]
    return max(whole) if whole else run_of_months(max(known), 1)


def newest_year(months: Collection[int]) -> Period:
    """The 12 months up to the newest of *months*, whether all of them are there or not."""
    return run_of_months(max(months) - MONTHS_IN_YEAR + 1, MONTHS_IN_YEAR)
