"""Knows which period of an indicator answers for the one that a view shows, and what of it the view may judge."""

from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.periods.period import Period
from dashboard.domain.records import Indicator
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.indicators.ledger import Ledger


def shown_period(ledger: Ledger, indicator: Indicator, chosen: Period) -> Period:
    """The period of the indicator's own kind that answers for *chosen*.

    A year is answered by the newest year of another kind that had ended by then, where the indicator is counted by such
    years alone; a month or quarter by nothing but itself.
    """
    if chosen.months != MONTHS_IN_YEAR or indicator.period_kind == chosen.kind:
        return chosen
    every = ledger.periods(indicator)
    if chosen in every:
        return chosen
    known = [period for period in every if period.months == MONTHS_IN_YEAR and period.kind != chosen.kind]
    return max((period for period in known if period.end <= chosen.end), default=chosen)


def belongs(item: Judged, chosen: Period) -> bool:
    """Whether the item's period is the *chosen* one, or a year of another kind that ends in it."""
    return chosen.start <= item.now.period.end <= chosen.end
