"""Knows how far the loaded figures of a year go: a report has no clock and never says that a year goes on."""

from collections.abc import Sequence
from datetime import date

from dashboard.domain.periods.period import Period, month
from dashboard.domain.statistics.series import PARTS_OF_A_YEAR
from dashboard.domain.values.printed import Reason, Value
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.indicators.ledger import Ledger


def counted_to(ledger: Ledger, items: Sequence[Judged], year: Period) -> str:
    """The month that the newest figures of *items* in *year* end with: 'Nov 2010'; empty where none says so."""
    ends = [day for item in items for day in _ends(ledger, item) if year.start <= day <= year.end]
    return month(max(ends).year, max(ends).month).label if ends else ""


def _ends(ledger: Ledger, item: Judged) -> list[date]:
    """The last days of what is counted by month or quarter, and of a figure that covers part of its period."""
    short = ledger.short(item.indicator, item.area.slug)
    found = [each.period.end for each in short if _is_loaded(each.value) and not each.is_part]
    actual = item.now.actual
    return [*found, *([actual.covers_to] if actual and actual.covers_to else [])]


def _is_loaded(value: Value) -> bool:
    """Whether there is a figure, be it one that is not for whoever reads this."""
    return value.number is not None or value.reason is Reason.SUPPRESSED


def figures_sentence(ledger: Ledger, items: Sequence[Judged], year: Period) -> str:
    """How far the figures go of a year that is forecast: 'Figures go to Nov 2010; nothing later is loaded.'"""
    if year.kind in PARTS_OF_A_YEAR or not any(item.year_forecast for item in items):
        return ""
    label = counted_to(ledger, items, year)
    return f"Figures go to {label}; nothing later is loaded." if label else ""
