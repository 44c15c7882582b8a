"""Knows which figures are announced and not there yet: to be confirmed, delayed, or of a part of their period."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dashboard.domain.filters import Filters
from dashboard.domain.records import Indicator, SourceCell
from dashboard.domain.values.printed import Reason
from dashboard.questions.store import Store
from dashboard.reports.indicators.ledger import Ledger

AWAITED = (
    Reason.TO_BE_CONFIRMED,
    Reason.DELAYED,
    Reason.PART_YEAR,
    Reason.BASELINE_TO_BE_SET,
    Reason.UNRESOLVED,
    Reason.NOT_PRINTED,
)


@dataclass(frozen=True, slots=True)
class Awaited:
    """A figure that the document announces but does not give."""

    indicator: str
    what: str  # actual, target
    period: str
    reason: Reason
    source: SourceCell
    is_short: bool = False  # fewer targets are printed than there are parts: which part has none is not known
    about: str = ""  # the id of the indicator
    ends: date | None = None  # the last day of the period


def awaited(store: Store, filters: Filters) -> Iterator[Awaited]:
    """What is awaited of the indicators of a view, in all areas; of many figures those alone are read that may be."""
    ledger = Ledger(store, filters)
    wanted = ledger.indicators
    if not ledger.reads_all:
        unfinished = store.unfinished(filters.partnership)
        wanted = tuple(item for item in wanted if item.id in unfinished)
    for indicator in wanted:
        for area in ledger.areas:
            yield from _actuals(ledger, indicator, area.slug)
            yield from _targets(ledger, indicator, area.slug)


def _actuals(ledger: Ledger, indicator: Indicator, area: str) -> Iterator[Awaited]:
    for item in ledger.series(indicator, area):
        # Months of files that are still to come are on the months' own list, not announced in a document.
        reason = Reason.PART_YEAR if item.covers_to and item.held is None else item.value.reason
        if reason in AWAITED and reason is not None:
            found = (indicator.name, "actual", item.period.label, reason, item.sources[0])
            yield Awaited(*found, about=indicator.id, ends=item.period.end)


def _targets(ledger: Ledger, indicator: Indicator, area: str) -> Iterator[Awaited]:
    for target in ledger.target_series(indicator, area):
        reason = ledger.resolved(target, indicator).reason
        if reason in AWAITED and reason is not None:
            short = bool(indicator.part_of) and reason is Reason.NOT_PRINTED
            found = (indicator.name, "target", target.period.label, reason, target.source)
            yield Awaited(*found, short, about=indicator.id, ends=target.period.end)
