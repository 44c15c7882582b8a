"""Knows the changes that a document publishes as such: the newest of each indicator, the worst first."""

from collections.abc import Sequence
from decimal import Decimal

from dashboard.domain.filters import Filters
from dashboard.domain.records import Area, Indicator
from dashboard.domain.values.printed import ValueType
from dashboard.domain.wording import number_word, sentence
from dashboard.reports.indicators.judged import Judged, adverse, judged
from dashboard.reports.indicators.ledger import Ledger

FEWEST = 3  # fewer are read as well in their tiles


def newest_changes(ledger: Ledger, filters: Filters) -> tuple[Judged, ...]:
    """The newest up to the view's period; nothing where they are too few to be compared."""
    area, chosen = ledger.area(filters.area_slug), filters.indicators
    wanted = [item for item in ledger.indicators if not chosen or item.slug in chosen]
    found = [_newest(ledger, item, area, filters) for item in wanted if item.value_type == ValueType.CHANGE]
    known = [item for item in found if item is not None]
    return tuple(sorted(known, key=_worst_first)) if len(known) >= FEWEST else ()


def _newest(ledger: Ledger, indicator: Indicator, area: Area, filters: Filters) -> Judged | None:
    series = ledger.series(indicator, area.slug)
    known = [item.period for item in series if item.value.number is not None and item.period.end <= filters.period.end]
    return judged(ledger, indicator, area, max(known, key=lambda period: period.end)) if known else None


def _worst_first(item: Judged) -> tuple[float, float]:
    number = item.now.value.number or Decimal(0)
    return -float(adverse(number, item.better)), -float(number)


def fallen_words(changes: Sequence[Judged]) -> str:
    """'Six of nine measures fell in Oct 2008 to Sep 2009'."""
    fell = sum((item.now.value.number or 0) < 0 for item in changes)
    labels = dict.fromkeys(item.now.period.label for item in changes)
    when = f" in {next(iter(labels))}" if len(labels) == 1 else ""
    return sentence(f"{number_word(fell) if fell else 'none'} of {number_word(len(changes))} measures fell{when}")
