"""Tests which numbers an axis is marked with."""

import pytest

from dashboard.domain.charting.ticks import round_numbers


@pytest.mark.parametrize(
    ("low", "high", "numbers"),
    [
        (0, 10, [0, 2, 4, 6, 8, 10]),
        (0, 1347, [0, 500, 1000]),
        (-30, 95, [0, 50]),
        (0.6, 2.1, [1, 1.5, 2]),
        (0, 0.05, [0, 0.01, 0.02, 0.03, 0.04, 0.05]),
    ],
)
def test_ticks_are_round_numbers_between_the_ends(low: float, high: float, numbers: list[float]) -> None:
    assert round_numbers(low, high) == numbers
