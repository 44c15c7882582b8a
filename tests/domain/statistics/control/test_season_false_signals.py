"""Proves how often limits about a season raise a false signal: by simulation, and over police.uk's counts."""

import random
from collections.abc import Iterator
from decimal import Decimal

import pytest

from dashboard.domain.statistics.control.limits import ControlLimits
from dashboard.domain.statistics.control.season import Season
from dashboard.domain.statistics.control.signals import signals
from dashboard.domain.statistics.control_chart import control_chart
from dashboard.domain.values.printed import ValueType

SEASON = (1.10, 1.05, 1.15, 1.20, 1.25, 1.10, 1.00, 0.90, 0.85, 0.75, 0.80, 0.85)
MONTHS = [at % 12 + 1 for at in range(60)]


def simulated(years: int, more: int, count: int) -> Iterator[list[Decimal | None]]:
    """Series with a season and nothing else but chance, of 8% a month."""
    chance = random.Random(20261130)
    for _ in range(count):
        numbers = (500 * SEASON[at % 12] * chance.gauss(1, 0.08) for at in range(12 * years + more))
        yield [Decimal(round(number)) for number in numbers]


def rates(years: int, more: int, count: int) -> tuple[float, float]:
    """How many newest months in 100 are signals, with the wider limits and without."""
    wider = narrow = 0
    for series in simulated(years, more, count):
        chart = control_chart(series, ValueType.COUNT, months=MONTHS[: len(series)])
        [group] = chart.groups
        assert isinstance(group.season, Season)
        assert isinstance(group.limits, ControlLimits)
        wider += bool(chart.marks[-1])
        narrow += bool(signals(group.season.without(series), group.limits)[-1])
    return 100 * wider / count, 100 * narrow / count


@pytest.mark.drill
def test_of_three_years_new_months_are_false_signals_as_often_as_in_a_chart_without_season() -> None:
    """About 3 in 100, and 9 without the factor √((n + 1) ÷ (n − 1)); worked out apart: 2.6 and 9.6."""
    wider, narrow = rates(3, 6, 3000)
    assert wider == pytest.approx(2.6, abs=0.8)
    assert narrow == pytest.approx(9.6, abs=1.2)


@pytest.mark.drill
@pytest.mark.parametrize(("years", "more"), [(3, 0), (4, 0), (5, 0)])
def test_months_of_the_years_themselves_and_of_longer_series_are_no_oftener(years: int, more: int) -> None:
    assert rates(years, more, 1500)[0] <= 3.6


def test_the_wider_limits_halve_the_false_signals_and_more() -> None:
    wider, narrow = rates(3, 6, 150)
    assert wider <= 5
    assert narrow >= 2 * wider
