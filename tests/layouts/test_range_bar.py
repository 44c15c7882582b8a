"""The bar of a forecast: the target stands beside the range where it is out of it, each on the scale of its tile."""

import re
from dataclasses import replace
from decimal import Decimal
from urllib.parse import unquote

import pytest

from dashboard.domain.palette import ACCENT, STATUS_COLOURS
from dashboard.domain.statistics.forecast import CannotForecast, Forecast, NoForecast
from dashboard.domain.targets.goals import Goal
from dashboard.domain.targets.status import Polarity, Status
from dashboard.reports.desk import Desk
from dashboard.reports.indicators.forecast import YearForecast
from dashboard.reports.pages.indicator import indicator_file
from layouts.components.markup import as_markup
from layouts.figures.range_bar import range_bar


@pytest.fixture
def burglary(desk: Desk) -> YearForecast:
    found = desk.show(indicator_file, "partnership=sampleshire&indicator=burglary").year_forecast
    assert found is not None
    return found


def drawn(found: YearForecast) -> str:
    picture = range_bar(found)
    assert picture is not None
    return unquote(as_markup(picture))


def aiming_at(found: YearForecast, target: int) -> YearForecast:
    return replace(found, goal=Goal(Decimal(target), Polarity.LOWER))


def number(svg: str, pattern: str) -> float:
    match = re.search(pattern, svg)
    assert match is not None
    return float(match[1])


@pytest.mark.parametrize(("aside", "side"), [(-200, -1), (200, 1)])
def test_a_target_out_of_the_range_stands_beside_the_bar(burglary: YearForecast, aside: int, side: int) -> None:
    assert isinstance(burglary.made, Forecast)
    low, high = burglary.made.outturn()
    svg = drawn(aiming_at(burglary, (low if side < 0 else high) + aside))
    left, width = number(svg, r"rect x='([\d.]+)'"), number(svg, r" width='([\d.]+)'")
    tick, dot = number(svg, r"line x1='([\d.]+)'"), number(svg, r"cx='([\d.]+)'")
    assert left < dot < left + width
    assert tick < left if side < 0 else tick > left + width
    likely = STATUS_COLOURS[Status.MISSED if side < 0 else Status.MET]
    assert likely in svg


def test_without_a_target_nothing_is_judged(burglary: YearForecast) -> None:
    svg = drawn(replace(burglary, goal=None))
    assert ACCENT in svg
    assert "<line" not in svg


def test_what_cannot_be_forecast_is_not_drawn(burglary: YearForecast) -> None:
    assert range_bar(None) is None
    assert range_bar(replace(burglary, made=CannotForecast(NoForecast.SURVEY))) is None
