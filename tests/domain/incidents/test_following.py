"""Proves how incidents of a list follow each other, and that others see every count rounded by itself."""

import numpy as np
import pytest

from dashboard.domain.incidents.following import NOBODY, PRIMARY, Following, following, points_of, rounded_following
from dashboard.domain.statistics.near_repeats import ClosePairs, Repeats

DAYS = np.array([0, 3, 10, 12, 40, 41])
POINTS = np.array(
    [[500_000, 300_000], [500_000, 300_050], [501_000, 300_000], [501_000, 300_000], [0, 0], [9_000, 9_000]]
)


def test_incidents_without_a_place_are_in_nothing_and_counted() -> None:
    found = following(DAYS, POINTS.astype(float), 99)
    assert (found.incidents, found.unplaced) == (5, 1)
    assert [(item.within, item.incidents, item.places) for item in found.repeats] == [(7, 1, 1), (14, 1, 1), (28, 1, 1)]
    assert found.primary is not None
    assert (found.primary.metres, found.primary.days, found.primary.observed) == (200, 14, 2)
    assert found.primary.tried == 99
    assert len(found.beside) == 12
    assert {item.tried for item in found.beside} == {0}
    assert sum(item.observed for item in found.beside) == 2


def test_dealing_out_longer_begins_with_the_same_orders() -> None:
    chance = np.random.default_rng(2)
    points, days = chance.uniform(1, 2000, (60, 2)), chance.integers(0, 90, 60)
    few, many = following(days, points, 99).primary, following(days, points, 999).primary
    assert few is not None
    assert many is not None
    assert few.as_many <= many.as_many <= few.as_many + 900
    assert (few.observed, few.expected) == (many.observed, many.expected)


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_incidents_follow_nothing(count: int) -> None:
    found = following(DAYS[:count], POINTS[:count].astype(float), 99)
    assert (found.incidents, found.primary, found.beside, found.repeats) == (count, None, (), ())


def test_too_many_pairs_are_not_found() -> None:
    points = np.tile([[400_000.0, 300_000.0]], (2_600, 1))
    found = following(np.arange(2_600), points, 99)
    assert (found.is_too_many, found.primary) == (True, None)


def test_others_see_each_count_rounded_by_itself() -> None:
    exact = Following(
        incidents=503,
        unplaced=7,
        repeats=(Repeats(7, 3, 2),),
        primary=ClosePairs(200, 14, 22, 18.2, 29, 99),
        beside=(ClosePairs(0, 7, 2, 1.4),),
    )
    seen = rounded_following(exact)
    assert (seen.incidents, seen.unplaced, seen.repeats) == (505, 5, (Repeats(7, 5, 0),))
    assert seen.primary == ClosePairs(200, 14, 20, 20.0, 29, 99)
    assert seen.beside == (ClosePairs(0, 7, 0, 0.0),)
    assert seen.is_rounded
    assert rounded_following(NOBODY).primary is None


def test_columns_of_months_become_points() -> None:
    assert points_of([], []).shape == (0, 2)
    east, north = [np.array([1]), np.array([2, 3])], [np.array([4]), np.array([5, 6])]
    assert points_of(east, north).tolist() == [[1, 4], [2, 5], [3, 6]]
    assert (PRIMARY.metres, PRIMARY.days) == ((200,), (14,))
