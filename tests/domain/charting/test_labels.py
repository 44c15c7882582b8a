"""Tests where labels stand beside a chart."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.charting.labels import kept_between, spread


@given(st.lists(st.floats(0, 1000), max_size=8), st.floats(0.5, 60))
def test_labels_are_kept_apart_and_in_order(heights: list[float], room: float) -> None:
    placed = spread(heights, room)
    assert len(placed) == len(heights)
    ordered = sorted(placed)
    assert all(high - low >= room * 0.999 for low, high in pairwise(ordered))
    pairs = [(heights[a], placed[a], heights[b], placed[b]) for a in range(len(heights)) for b in range(len(heights))]
    assert all(own < other for height, own, above, other in pairs if height < above)


@pytest.mark.parametrize(
    ("heights", "room", "placed"),
    [
        ([], 10, []),
        ([5], 10, [5]),
        ([0, 100], 10, [0, 100]),
        ([50, 50], 10, [45, 55]),
        ([100, 0, 4], 10, [100, -3, 7]),
        ([10, 10, 10], 10, [0, 10, 20]),
    ],
)
def test_labels_move_no_further_than_they_must(heights: list[float], room: float, placed: list[float]) -> None:
    assert spread(heights, room) == placed


@pytest.mark.parametrize(
    ("heights", "placed"),
    [
        ([], []),
        ([-20, 5, 50], [0, 10, 50]),
        ([95, 108], [90, 100]),
        ([108, 95], [100, 90]),
        ([0, 60, 120], [0, 60, 100]),
    ],
)
def test_labels_stay_inside_and_apart(heights: list[float], placed: list[float]) -> None:
    assert kept_between(heights, 10, 0, 100) == placed


def test_labels_that_are_too_many_reach_beyond_the_end() -> None:
    assert kept_between([0, 10, 20, 30], 10, 0, 20) == [0, 10, 20, 30]
