"""Knows what the months or quarters of a longer period come to: a quarter, the year to date, the same a year before."""

from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.periods.calendar import first_month
from dashboard.domain.periods.combining import Combine
from dashboard.domain.periods.period import Period, run_of_months
from dashboard.domain.records import Indicator, Observation, Target
from dashboard.domain.statistics.series import PARTS_OF_A_YEAR, year_of
from dashboard.domain.targets.status import Difference, chance_of_change, change
from dashboard.domain.values.printed import Reason
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.indicators.sums import combined


@dataclass(frozen=True, slots=True)
class ToDate:
    """The months of a financial year up to a period, and the same months a year before; all of them are counted."""

    run: Period
    now: Decimal
    before: Decimal | None  # None where one of the months is missing
    change: Difference | None
    real: bool | None


def figure_of(ledger: Ledger, indicator: Indicator, area: str, period: Period) -> Observation | None:
    """The actual of *period*; that of a month or quarter may have to be added up from months."""
    found = ledger.actual(indicator, area, period)
    if found is not None or period.kind not in PARTS_OF_A_YEAR:
        return found
    return run_of(ledger, indicator, area, period)


def run_of(ledger: Ledger, indicator: Indicator, area: str, run: Period) -> Observation | None:
    """What the months, or else the quarters, of *run* come to; part of it where some are missing."""
    every = [item for item in ledger.short(indicator, area) if item.value.number is not None and not item.is_part]
    inside = [item for item in every if run.start <= item.period.start and item.period.end <= run.end]
    if not inside:
        return None
    return inside[0] if inside[0].period == run else combined(indicator, area, run, inside)


def absence_of(ledger: Ledger, indicator: Indicator, area: str, year: Period) -> Reason:
    """Why a period has no actual: months or quarters of it may be there that do not make it."""
    found = (item for item in ledger.series(indicator, area) if item.period.kind in PARTS_OF_A_YEAR)
    is_there = any(year_of(item.period) == year and item.value.number is not None for item in found)
    return Reason.NOT_MADE if is_there else Reason.NOT_AVAILABLE


def to_date(ledger: Ledger, indicator: Indicator, area: str, period: Period) -> ToDate | None:
    """The year to date at the end of a month or quarter; None where its months are not all counted.

    Of the last month or quarter it would be the figure of the year, which has a page of its own.
    """
    year = year_of(period)
    if period.end == year.end or indicator.at(period).combining is not Combine.SUM:
        return None
    first = first_month(year)
    run = run_of_months(first, first_month(period) + period.months - first)
    now, before = (run_of(ledger, indicator, area, at) for at in (run, run.previous()))
    if now is None or now.is_part or now.value.number is None:
        return None
    if before is None or before.is_part or indicator.broken_between(run.previous(), run):
        return ToDate(run, now.value.number, None, None, None)
    kind = indicator.at(run).value_type
    _, real = chance_of_change(now.value.number, before.value.number, kind)
    return ToDate(run, now.value.number, before.value.number, change(now.value, before.value, kind), real)


def is_aimed(target: Target | None) -> bool:
    """Whether a target is printed; a blank cell under the heading is none."""
    return target is not None and bool(target.rule.raw.strip())


def has_part_targets(ledger: Ledger, indicator: Indicator, area: str, period: Period) -> bool:
    """Whether months or quarters inside a year have targets of their own."""
    aimed = ledger.target_series(indicator, area)
    return any(year_of(item.period) == period != item.period and is_aimed(item) for item in aimed)
