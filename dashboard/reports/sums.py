"""Knows which figures may be added up: the areas of a partnership, and the months or quarters of a financial year."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from dashboard.domain.periods import Period, PeriodKind
from dashboard.domain.records import Indicator, Observation
from dashboard.domain.series import PARTS_OF_A_YEAR, year_of
from dashboard.domain.street import MONTHS_IN_YEAR
from dashboard.domain.values import Marker, Value, ValueType

DOUBTS = (Marker.ESTIMATED, Marker.PROVISIONAL)  # a sum is as doubtful as its most doubtful part


def sum_of(parts: Sequence[Observation], expected: int, value_type: ValueType) -> Value | None:
    """The sum of counts when every one of *expected* parts is there; otherwise nothing."""
    numbers = [part.value.number for part in parts if part.value.number is not None]
    if value_type != ValueType.COUNT or len(numbers) != expected:
        return None
    markers = {part.value.marker for part in parts}
    return Value(sum(numbers, Decimal(0)), marker=next((doubt for doubt in DOUBTS if doubt in markers), None))


def summed_years(indicator: Indicator, area: str, found: Iterable[Observation]) -> Iterator[Observation]:
    """The financial years that the months, or else the quarters, among *found* come to.

    A year with fewer than 12 months is part of a year. None where a year's parts are not counts, or a break lies
    between them.
    """
    years: dict[Period, list[Observation]] = defaultdict(list)
    for item in found:
        if item.period.kind in PARTS_OF_A_YEAR and item.value.number is not None and not item.is_part:
            years[year_of(item.period)].append(item)
    for year, items in years.items():
        kind = PeriodKind.MONTH if any(item.period.kind == PeriodKind.MONTH for item in items) else PeriodKind.QUARTER
        parts = sorted((item for item in items if item.period.kind == kind), key=lambda item: item.period)
        first, last = parts[0].period, parts[-1].period
        value = sum_of(parts, len(parts), indicator.at(last).value_type)
        if value is not None and indicator.broken_between(first, last) is None:
            cells = tuple(cell for part in parts for cell in part.sources)
            months = sum(part.period.months for part in parts)
            name = "monthly" if kind == PeriodKind.MONTH else "quarterly"
            words = f"Sum of {len(parts)} {name} figures" if len(parts) > 1 else f"One {name} figure"
            held = None if months == MONTHS_IN_YEAR else months
            yield Observation(indicator.id, area, year, value, cells, derived=words, held=held)
