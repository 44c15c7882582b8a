"""Knows which indicator a page opens on where none is asked for: the one the overview draws, and why it is shown."""

from dataclasses import dataclass

from dashboard.domain.filters import Filters
from dashboard.domain.records import Indicator
from dashboard.domain.statistics.likelihood import LikelyOutcome
from dashboard.domain.targets.status import Status
from dashboard.reports.indicators.exceptions import worst
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.indicators.shown import standings

MISSED = "its target for {} was missed"
NEAR = "its figure for {} is near the target, not on it"
UNLIKELY = "its target for {} will probably be missed"
BALANCE = "whether its target for {} will be met is in the balance"


@dataclass(frozen=True, slots=True)
class Opening:
    """An *indicator* that nobody asked for, and why it is shown, in a sentence."""

    indicator: Indicator
    sentence: str


def opening(ledger: Ledger, filters: Filters) -> Opening | None:
    """The target furthest from being met in the view; None where one is asked for, or all that can be told is good."""
    if filters.indicators:
        return None
    found = worst(item for item in standings(ledger, filters) if item.now.target is not None)
    if found is None:
        return None
    return Opening(found.indicator, f"Shown first: {_reason(found).format(found.now.period.label)}.")


def _reason(item: Judged) -> str:
    if item.verdict.status in (Status.MISSED, Status.NEAR):
        return MISSED if item.verdict.status == Status.MISSED else NEAR
    forecast = item.year_forecast
    return UNLIKELY if forecast and forecast.likely_outcome == LikelyOutcome.MISSED else BALANCE
