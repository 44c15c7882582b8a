"""Knows which period of an indicator answers for the one that a view shows, and how each stands in it."""

from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.periods.period import Period
from dashboard.domain.records import Indicator
from dashboard.reports.indicators.judged import Judged, judged
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


def standings(ledger: Ledger, filters: Filters) -> tuple[Judged, ...]:
    """Every indicator's standing in the view's area, in the period of its own kind; what has nothing is left out.

    A target of another year is judged on that year's page.
    """
    area = ledger.area(filters.area_slug)
    chosen = filters.indicators
    found = []
    for indicator in ledger.indicators:
        if not chosen or indicator.slug in chosen:
            found.append(judged(ledger, indicator, area, shown_period(ledger, indicator, filters.period)))
    return tuple(
        item
        for item in found
        if (item.now.actual or item.now.target) and (not item.now.target or belongs(item, filters.period))
    )
