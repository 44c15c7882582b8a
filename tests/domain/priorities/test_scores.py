"""Proves the rules by which each column of a strategic assessment is scored, with the figures of the design."""

import numpy as np
import pytest

from dashboard.domain.priorities.criteria import CRITERIA, Criterion, rule_of
from dashboard.domain.priorities.scores import (
    chance_of_rise,
    change_score,
    change_scores,
    concern_score,
    funnel_score,
    trend_score,
    volume_score,
    yearly_growth,
)
from dashboard.domain.statistics.funnel import FunnelPlace


@pytest.mark.parametrize(("now", "before", "chance"), [(120, 100, 0.911302), (335, 323, 0.680023)])
def test_a_rise_is_as_sure_as_the_tail_of_beta_says(now: int, before: int, chance: float) -> None:
    assert chance_of_rise(now, before) == pytest.approx(chance, abs=5e-7)
    assert chance_of_rise(before, now) == pytest.approx(1 - chance, abs=5e-7)


@pytest.mark.parametrize(
    ("count", "score"), [(0, 1), (19, 1), (20, 2), (49, 2), (50, 3), (99, 3), (100, 4), (199, 4), (200, 5), (1000, 5)]
)
def test_volume_is_scored_in_bands_whose_lower_edge_belongs_to_the_higher_score(count: int, score: int) -> None:
    assert volume_score(count, 1000) == score


@pytest.mark.parametrize(
    ("now", "before", "score"),
    [
        (100, 100, 3),
        (120, 100, 3),  # 91%: not sure enough
        (1080, 1000, 4),  # a rise, but not of more than 10%
        (1300, 1000, 5),
        (1000, 1080, 2),
        (1000, 1300, 1),
        (0, 0, 3),
        (5, 0, 5),
    ],
)
def test_a_change_counts_as_far_as_it_is_sure(now: int, before: int, score: int) -> None:
    assert change_score(now, before) == score


def test_many_changes_are_scored_as_each_alone() -> None:
    now, before = np.array([1080.0, 1000.0, 5.0]), np.array([1000.0, 1300.0, 0.0])
    assert change_scores(now, before).tolist() == [4, 1, 5]


@pytest.mark.parametrize(
    ("counts", "score"),
    [
        ((100, 104, 108), 3),  # 4% a year that chance explains
        ((5000, 5150, 5300), 4),  # 3% a year, and sure
        ((1000, 1080, 1160), 5),  # 7.7% a year, and sure
        ((5300, 5150, 5000), 2),
        ((1160, 1080, 1000), 1),
        ((0, 0, 0), 3),
        ((0, 0, 9), 5),
    ],
)
def test_a_trend_counts_where_it_is_more_than_chance_and_more_where_it_is_steep(
    counts: tuple[int, int, int], score: int
) -> None:
    assert trend_score(counts) == score


def test_growth_is_that_of_the_likeliest_exponential() -> None:
    assert yearly_growth((100, 110, 121)) == pytest.approx(0.1)
    assert yearly_growth((121, 110, 100)) == pytest.approx(-1 / 11)
    assert yearly_growth((0, 0, 9)) == float("inf")


def test_places_in_a_funnel_and_ranks_are_scored_from_one_to_five() -> None:
    assert [funnel_score(place) for place in FunnelPlace] == [3, 4, 2, 5, 1]
    assert [concern_score(rank) for rank in (1, 2, 3, 4, 9, None)] == [5, 4, 3, 2, 2, 1]


def test_each_column_has_a_heading_and_its_rule_and_harm_counts_double() -> None:
    assert [item.criterion for item in CRITERIA] == list(Criterion)
    assert {item.criterion: item.usual for item in CRITERIA} == {item: 2 if item == "harm" else 1 for item in Criterion}
    assert rule_of(Criterion.CONCERN).heading == "Residents’ concern"
