"""Knows what a series of figures allows: rolling years, an index, shares, and who moved the total."""

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal

from dashboard.domain.periods.calendar import By, first_month, period_with
from dashboard.domain.periods.period import Period, PeriodKind
from dashboard.domain.values.printed import Reason, Value

BASE_INDEX = 100
SMALLEST_BASE = 50  # an index on fewer says more about chance than about change
PARTS_OF_A_YEAR = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4}


def year_of(period: Period) -> Period:
    """Return the financial year that a month or a quarter lies in; any other period as it is."""
    return period_with(first_month(period), By.YEAR) if period.kind in PARTS_OF_A_YEAR else period


def rolling_year(series: Mapping[Period, Decimal], end: Period, breaks: Collection[date] = ()) -> Value:
    """Return the sum of the 12 months or 4 quarters up to *end*, or the reason for none.

    All must be present, and no break (the first day of a new meaning) may lie inside.
    """
    length = PARTS_OF_A_YEAR.get(end.kind)
    if length is None:
        return Value(None, Reason.NOT_APPLICABLE)
    periods = [end.previous().following()]
    while len(periods) < length:
        periods.append(periods[-1].following())
    if any(periods[0].start < day <= end.end for day in breaks):
        return Value(None, Reason.NOT_COMPARABLE)
    if any(period not in series for period in periods):
        return Value(None, Reason.NOT_AVAILABLE)
    return Value(sum((series[period] for period in periods), Decimal(0)))


def index(number: Decimal, base: Decimal) -> Decimal | None:
    """Return *number* on base = 100; None for a base under 50, whose index would be mostly chance."""
    return None if base < SMALLEST_BASE else number / base * BASE_INDEX


def share_of_total(parts: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Return each part in percent of their sum; nothing has no shares."""
    total = sum(parts.values())
    return {name: number / total * 100 for name, number in parts.items()} if total else {}


def contribution_to_change(parts: Mapping[str, tuple[Decimal, Decimal]]) -> dict[str, Decimal]:
    """Return the percentage points that each part (before, now) adds to the change of the total."""
    total = sum(before for before, _ in parts.values())
    return {name: (now - before) / total * 100 for name, (before, now) in parts.items()} if total else {}


def counter_movers(parts: Mapping[str, tuple[Decimal, Decimal]]) -> tuple[str, ...]:
    """Return the parts (before, now) that move against their total; none where the total stands still."""
    moved = {name: now - before for name, (before, now) in parts.items()}
    total = sum(moved.values())
    return tuple(name for name, step in moved.items() if step * total < 0)


def ranks(parts: Mapping[str, Decimal]) -> dict[str, int]:
    """Return each part's place, the largest first; equal figures share a place."""
    ordered = sorted(parts.values(), reverse=True)
    return {name: ordered.index(number) + 1 for name, number in parts.items()}
