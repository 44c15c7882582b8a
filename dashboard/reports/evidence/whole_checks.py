"""Knows whether a year's own figure is what its months or quarters come to, and a whole area's what its parts do."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from dashboard.domain.checks.figures import parts_against_total, whole_against_parts
from dashboard.domain.checks.findings import Finding, Severity
from dashboard.domain.records import Indicator, Observation
from dashboard.domain.statistics.series import PARTS_OF_A_YEAR
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.indicators.sums import sum_of, summed_years


def whole_findings(ledger: Ledger, area: str) -> Iterator[Finding]:
    """Years against their parts in every area; the whole *area* against its parts in every period."""
    for indicator in ledger.indicators:
        for place in ledger.areas:
            for found in _years(ledger, indicator, place.slug):
                subject = found.subject if place.slug == area else f"{found.subject}, {place.name}"
                if place.slug == area or found.severity is Severity.DIFFERS:
                    yield replace(found, subject=subject, indicators=(indicator.id,))
        yield from (replace(item, indicators=(indicator.id,)) for item in _areas(ledger, indicator, area))


def _years(ledger: Ledger, indicator: Indicator, area: str) -> Iterator[Finding]:
    """Each year with a figure of its own, all of whose months or quarters have one too."""
    series = ledger.series(indicator, area)
    short = [item for item in series if item.period.kind in PARTS_OF_A_YEAR]
    if any(item.value.rounding for item in series):
        return  # each by itself: they need not add up
    own = {item.period: item for item in series if item.value.number is not None and not item.derived}
    for year in summed_years(indicator, area, short):
        said = own.get(year.period)
        if said is not None and said.value.number is not None and not (year.is_part or said.is_part):
            yield _year(indicator, said.value.number, year)


def _year(indicator: Indicator, said: Decimal, made: Observation) -> Finding:
    subject = f"{indicator.name} {made.period.label}"
    return whole_against_parts(subject, said, made.value.number or Decimal(0), made.derived)


def _areas(ledger: Ledger, indicator: Indicator, area: str) -> Iterator[Finding]:
    """Each period in which the whole area has another figure than its parts, all of them known, sum to."""
    children = ledger.children(area)
    for whole in ledger.series(indicator, area):
        if whole.derived or whole.value.number is None or not children:
            continue
        parts = [(child, ledger.actual(indicator, child.slug, whole.period)) for child in children]
        known = {child.name: item for child, item in parts if item is not None and item.is_part == whole.is_part}
        kind = indicator.at(whole.period).value_type
        if any(item.value.rounding for item in (whole, *known.values())):
            continue
        total = sum_of(list(known.values()), len(children), kind)
        if total is not None and total.number != whole.value.number:
            numbers = {name: item.value.number or Decimal(0) for name, item in known.items()}
            yield parts_against_total(f"{indicator.name} {whole.period.label}", whole.value.number, numbers)
