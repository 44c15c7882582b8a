"""Knows what is said where the areas of a partnership do not come to its figure or its target."""

from collections.abc import Iterable

from dashboard.domain.periods.period import Period
from dashboard.domain.records import Area, Indicator
from dashboard.domain.wording import listed, name_inside
from dashboard.reports.indicators.ledger import Ledger

MOST_NAMED = 5


def part_notes(ledger: Ledger, area: Area, period: Period, indicators: Iterable[Indicator]) -> tuple[str, ...]:
    """Which sums a missing figure forbids, and whose targets are those of its areas alone; a sentence each."""
    if not ledger.children(area.slug):
        return ()
    every = tuple(indicators)
    return (*_without_sum(ledger, area, period, every), *_own_targets(ledger, area, period, every))


def _without_sum(ledger: Ledger, area: Area, period: Period, indicators: tuple[Indicator, ...]) -> list[str]:
    """The indicators without a sum, those that lack the same areas in one sentence."""
    found: dict[tuple[str, ...], list[str]] = {}
    for indicator in indicators:
        missing = tuple(item.name for item in ledger.missing(indicator, area.slug, period))
        if missing:
            found.setdefault(missing, []).append(name_inside(indicator.name))
    return [
        f"{area.name} has no sum for {period.label} of {listed(names)}: no figure for {listed(_named(missing))}."
        for missing, names in found.items()
    ]


def _own_targets(ledger: Ledger, area: Area, period: Period, indicators: tuple[Indicator, ...]) -> list[str]:
    names = [
        name_inside(indicator.name)
        for indicator in indicators
        if ledger.target(indicator, area.slug, period) is None and ledger.parts_are_aimed(indicator, area.slug, period)
    ]
    if not names:
        return []
    return [
        f"The {period.label} targets of its areas on {listed(_named(tuple(names)))} are theirs alone:"
        f" they are not added up to one for {area.name}."
    ]


def _named(names: tuple[str, ...]) -> list[str]:
    rest = len(names) - MOST_NAMED
    return [*names[:MOST_NAMED], *([f"{rest} more"] if rest > 0 else [])]
