"""Knows the actions that aim at an indicator, and in which of its periods each of them starts."""

from collections.abc import Iterable, Sequence

from dashboard.domain.periods.period import Period
from dashboard.domain.records import Indicator
from dashboard.reports.planning.lines import ActionLine


def aimed_at(lines: Iterable[ActionLine], indicator: Indicator) -> tuple[ActionLine, ...]:
    """Those that name it; and those of its category that name no indicator at all."""
    return tuple(line for line in lines if _aims(line, indicator))


def _aims(line: ActionLine, indicator: Indicator) -> bool:
    named = line.item.indicators or tuple(filter(None, (line.item.indicator,)))
    return indicator.id in named if named else line.item.category == indicator.category


def starts_in(lines: Iterable[ActionLine], periods: Sequence[Period]) -> dict[Period, tuple[str, ...]]:
    """The references of the actions that start in each of the *periods*; of one without, its first words."""
    found: dict[Period, tuple[str, ...]] = {}
    for line in lines:
        starts = line.item.starts
        period = next((item for item in periods if starts and item.start <= starts <= item.end), None)
        if period:
            found[period] = (*found.get(period, ()), line.item.ref or line.words.partition(" ")[0])
    return found
