"""Proves repeats and near repeats by numbers worked by hand, and that the days are dealt out as said."""

from itertools import permutations

import numpy as np
import pytest

from dashboard.domain.statistics.near_repeats import (
    AT_ONCE,
    SAME_PLACE,
    Bands,
    ClosePairs,
    NearPairs,
    Repeats,
    counted,
    dealt,
    expected,
    knox,
    near_pairs,
    repeats,
    together,
)

PLACES = [(0.0, 0.0), (0.0, 50.0), (1000.0, 0.0), (1000.0, 80.0), (3000.0, 0.0)]
DAYS = [0, 3, 10, 12, 40]
ONE_BAND = Bands((100,), (7,))


def golden(bands: Bands = ONE_BAND) -> NearPairs:
    return near_pairs(PLACES, DAYS, bands)


def test_the_golden_pairs_against_every_order_of_their_days() -> None:
    [found] = knox(golden(), (np.asarray(order) for order in permutations(range(5))))
    assert (found.observed, found.tried, found.as_many) == (2, 120, 8)  # p is 8/120 of all orders
    assert found.expected == pytest.approx(0.6)
    assert found.ratio == pytest.approx(2 / 0.6)


def test_chance_counts_what_is_seen_among_what_is_tried() -> None:
    assert ClosePairs(100, 7, 2, 0.6, as_many=0, tried=99).chance == 0.01
    assert ClosePairs(100, 7, 2, 0.6, as_many=99, tried=99).chance == 1
    assert ClosePairs(100, 7, 0, 0, 0, 0).ratio is None


@pytest.mark.parametrize(
    ("metres", "days", "band"),
    [
        (100, 3, (0, 0)),  # 100 m and 3 days lie in "≤ 100 m, ≤ 3 days"
        (100.001, 3, (1, 0)),
        (100, 4, (0, 1)),
        (0, 0, (0, 0)),
        (200, 7, (1, 1)),
        (200, 8, None),
        (200.1, 1, None),
    ],
)
def test_a_pair_on_the_end_of_a_band_lies_in_it(metres: float, days: int, band: tuple[int, int] | None) -> None:
    near = near_pairs([(400_000, 300_000), (400_000 + metres * 0.6, 300_000 + metres * 0.8)], [20, 20 + days], BANDS)
    found = counted(near)
    assert found.sum() == (band is not None)
    assert band is None or found[band] == 1


BANDS = Bands((100, 200), (3, 7))


def test_the_same_place_is_a_band_of_its_own() -> None:
    near = near_pairs([(5, 5), (5, 5), (5, 6), (5, 6)], [1, 2, 3, 30], Bands((SAME_PLACE, 100), (7,)))
    assert counted(near).tolist() == [[1], [2]]
    assert near.count == 6


@pytest.mark.parametrize(("places", "days"), [([], []), ([(1, 1)], [4])])
def test_without_two_incidents_there_is_no_pair(places: list[tuple[float, float]], days: list[int]) -> None:
    found = knox(near_pairs(places, days, BANDS), dealt(near_pairs(places, days, BANDS), 3))
    assert [(each.observed, each.expected, each.chance) for each in found] == [(0, 0, 1)] * 4


@pytest.mark.parametrize(
    ("metres", "days"), [((), (7,)), ((100,), ()), ((-1,), (7,)), ((100, 100), (7,)), ((100,), (7, 3))]
)
def test_bands_ascend(metres: tuple[float, ...], days: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="ascending"):
        Bands(metres, days)


def test_the_expected_pairs_are_the_mean_over_every_order() -> None:
    near = golden(Bands((60, 100), (2, 7, 30)))
    every = [counted(near, np.asarray(order)) for order in permutations(range(5))]
    assert np.mean(every, axis=0) == pytest.approx(expected(near))


def test_the_same_seed_deals_out_the_same_days() -> None:
    near = golden()
    assert knox(near, dealt(near, AT_ONCE, 7)) == knox(near, dealt(near, AT_ONCE, 7))
    assert sorted(next(dealt(near, 1))) == [0, 1, 2, 3, 4]


def test_results_are_added_to_those_that_are_shown_already() -> None:
    near = golden()
    some, others = knox(near, dealt(near, 99, 1)), knox(near, dealt(near, 900, 2))
    [both] = together(some, others)
    assert (both.tried, both.as_many) == (999, some[0].as_many + others[0].as_many)
    assert both.chance == pytest.approx(8 / 120, abs=0.03)


def test_planted_near_repeats_stand_out_and_days_by_chance_do_not() -> None:
    chance = np.random.default_rng(3)
    places, days = chance.uniform(0, 5000, (300, 2)), chance.integers(0, 365, 300)
    [plain] = knox(near := near_pairs(places, days.tolist(), Bands((200,), (14,))), dealt(near, 99))
    planted = np.vstack([places, places[:60] + 20])
    later = np.concatenate([days, days[:60] + 2]).tolist()
    [found] = knox(near := near_pairs(planted, later, Bands((200,), (14,))), dealt(near, 99))
    assert plain.chance > 0.05
    assert found.chance == 0.01
    assert found.observed > 60


@pytest.mark.parametrize(
    ("places", "days", "within", "found"),
    [
        ("aab", [1, 8, 2], 7, Repeats(7, 1, 1)),
        ("aab", [1, 9, 2], 7, Repeats(7, 0, 0)),
        ("aaa", [9, 1, 5], 7, Repeats(7, 2, 1)),  # in any order
        ("aabb", [1, 1, 3, 3], 0, Repeats(0, 2, 2)),  # the same day
        ("", [], 7, Repeats(7, 0, 0)),
    ],
)
def test_a_repeat_comes_within_days_of_the_one_before(
    places: str, days: list[int], within: int, found: Repeats
) -> None:
    assert repeats(places, days, within) == found
