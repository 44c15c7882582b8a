"""Proves that a year in progress is drawn as its distance from where it should be, with what it ends at in words."""

from dataclasses import replace

import pytest

from dashboard.domain.periods.period import run_of_months
from dashboard.reports.desk import Desk
from dashboard.reports.indicators.forecast import Step, steps
from dashboard.reports.pages.indicator import indicator_file
from layouts.figures.fan import fan_figure
from tests.layouts.checked import checked

FIRST = 2026 * 12 + 3


@pytest.fixture
def year() -> list[Step]:
    """Six months of ten incidents each, then ten expected; the target asks for nine a month."""
    counted = [
        Step(run_of_months(FIRST + at, 1), 10.0 * (at + 1), None, None, 9.0 * (at + 1), 8 * (at + 1)) for at in range(6)
    ]
    left = range(6, 12)
    expected = [
        Step(run_of_months(FIRST + at, 1), 10.0 * (at + 1), 9 * (at + 1), 11 * (at + 1), 9.0 * (at + 1), 8 * (at + 1))
        for at in left
    ]
    return counted + expected


def test_heights_are_distances_from_the_way_to_the_target(year: list[Step]) -> None:
    low, high, before, expected, counted = checked(fan_figure(year)).data
    assert list(counted.y) == [1, 2, 3, 4, 5, 6]
    assert (expected.y[0], expected.y[-1]) == (6, 12)
    assert (low.y[0], high.y[0], low.y[-1], high.y[-1]) == (6, 6, 0, 24)
    assert before.y[-1] == 96 - 108


def test_each_line_ends_in_the_number_it_comes_to(year: list[Step]) -> None:
    figure = checked(fan_figure(year))
    words = [note.text for note in figure.layout.annotations]
    assert words == [
        "Above (+) or below (−) the way to the target",
        "<b>Expected · 120</b>",
        "Target · 108",
        "Year before · 96",
    ]
    heights = [note.y for note in figure.layout.annotations[1:]]
    assert heights[0] > heights[1] > heights[2]


def test_without_a_target_the_distance_is_from_the_year_before_and_else_from_nothing(year: list[Step]) -> None:
    free = [replace(step, milestone=None) for step in year]
    assert checked(fan_figure(free)).data[-1].y[-1] == 60 - 48
    alone = checked(fan_figure([replace(step, year_before=None) for step in free]))
    assert (alone.data[-1].y[-1], alone.layout.annotations[0].text) == (60, "Counted since the start")
    assert checked(fan_figure([])).data == ()


def test_the_way_of_the_year_before_is_known_only_when_all_its_months_are(desk: Desk) -> None:
    found = desk.show(indicator_file, "partnership=sampleshire&indicator=burglary").year_forecast
    assert found is not None
    assert steps(found)[-1].year_before == 500
    gap = tuple(item for item in found.counts if item[0] != FIRST - 1)
    assert steps(replace(found, counts=gap))[-1].year_before is None


def test_no_distance_has_no_sign(year: list[Step]) -> None:
    assert checked(fan_figure(year)).layout.yaxis.labelalias["+0"] == "0"
