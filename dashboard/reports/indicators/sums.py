"""Knows how areas make the whole, and the months or quarters of an indicator its year: nothing is added up unasked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from dashboard.domain.periods.combining import Combine
from dashboard.domain.periods.period import Period, PeriodKind, months_covered
from dashboard.domain.records import Indicator, Observation
from dashboard.domain.statistics.control.days_between import DaysBetween, days_between
from dashboard.domain.statistics.series import PARTS_OF_A_YEAR, year_of
from dashboard.domain.values.printed import Marker, Value, ValueType

DOUBTS = (Marker.ESTIMATED, Marker.PROVISIONAL)  # a sum is as doubtful as its most doubtful part
NAMES = {PeriodKind.MONTH: "monthly", PeriodKind.QUARTER: "quarterly"}
WORDS = {Combine.SUM: "Sum", Combine.LAST: "Newest", Combine.AVERAGE: "Average"}


def sum_of(parts: Sequence[Observation], expected: int, value_type: ValueType) -> Value | None:
    """The sum of counts when every one of *expected* parts is there; otherwise nothing."""
    return _sum(parts) if value_type == ValueType.COUNT and len(_numbers(parts)) == expected else None


def _numbers(parts: Sequence[Observation]) -> list[Decimal]:
    return [part.value.number for part in parts if part.value.number is not None]


def event_days_of(parts: Sequence[Observation]) -> tuple[date, ...]:
    """The days of the events of all *parts*, in order; none where one does not tell its own."""
    if any(part.value.number and not part.event_days for part in parts):
        return ()
    return tuple(sorted(day for part in parts for day in part.event_days))


def event_gaps(found: Sequence[Observation], run_length: int) -> DaysBetween | None:
    """The days between the events of *found*, oldest first; None where a period, or the days of one, are not known."""
    if not all(map(_tells_days, found)) or any(
        before.period.following() != after.period for before, after in pairwise(found)
    ):
        return None
    days = (day for item in found for day in item.event_days)
    return days_between(days, found[-1].period.end, run_length)


def _tells_days(item: Observation) -> bool:
    """Whether the day of every event of a figure is known; of one that is rounded or held back none is."""
    number = item.value.number
    return number is not None and not item.value.rounding and bool(number) == bool(item.event_days)


def _sum(parts: Sequence[Observation]) -> Value:
    markers = {part.value.marker for part in parts}
    doubt = next((doubt for doubt in DOUBTS if doubt in markers), None)
    return Value(sum(_numbers(parts), Decimal(0)), marker=doubt)


def summed_years(indicator: Indicator, area: str, found: Iterable[Observation]) -> Iterator[Observation]:
    """The financial years that the months, or else the quarters, among *found* come to.

    A year with fewer than 12 months is part of a year. None where nothing says how the indicator's year is made, or
    a break lies between its parts.
    """
    years: dict[Period, list[Observation]] = defaultdict(list)
    for item in found:
        if item.period.kind in PARTS_OF_A_YEAR and item.value.number is not None and not item.is_part:
            years[year_of(item.period)].append(item)
    for year, items in years.items():
        kind = PeriodKind.MONTH if any(item.period.kind == PeriodKind.MONTH for item in items) else PeriodKind.QUARTER
        parts = sorted((item for item in items if item.period.kind == kind), key=lambda item: item.period)
        if (made := combined(indicator, area, year, parts)) is not None:
            yield made


def combined(indicator: Indicator, area: str, run: Period, parts: Sequence[Observation]) -> Observation | None:
    """What *parts* of *run*, oldest first, make of it; nothing where nobody says how, or across a break."""
    first, last = parts[0].period, parts[-1].period
    combining = indicator.at(last).combining
    if combining not in WORDS or indicator.broken_between(first, last) is not None:
        return None
    used = parts[-1:] if combining is Combine.LAST else parts
    months = sum(part.period.months for part in parts)
    if combining is Combine.LAST:
        months = months_covered(run, last.end)
    return Observation(
        indicator=indicator.id,
        area=area,
        period=run,
        value=_combined(used, combining),
        sources=tuple(cell for part in used for cell in part.sources),
        derived=_told(parts, combining),
        held=None if months == run.months else months,
    )


def _combined(parts: Sequence[Observation], combining: Combine) -> Value:
    if combining is Combine.LAST:
        newest = parts[-1].value
        return Value(newest.number, marker=newest.marker)
    total = _sum(parts)
    if combining is Combine.SUM or total.number is None:
        return total
    return Value(total.number / len(parts), marker=total.marker)


def _told(parts: Sequence[Observation], combining: Combine) -> str:
    """How the year was made: "Sum of 4 quarterly figures", "Newest of 12 monthly figures, Mar 2024"."""
    name = NAMES[parts[0].period.kind]
    if len(parts) == 1:
        return f"One {name} figure"
    newest = f", {parts[-1].period.label}" if combining is Combine.LAST else ""
    return f"{WORDS[combining]} of {len(parts)} {name} figures{newest}"
