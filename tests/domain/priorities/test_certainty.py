"""Proves how sure a ranking is said to be: chance moves what was counted, and nothing else."""

from fractions import Fraction

import pytest

from dashboard.domain.priorities.certainty import Drawn, Evidence, Sure, evidence_of, how_sure
from dashboard.domain.priorities.criteria import Criterion
from dashboard.domain.priorities.weights import Weights, weights_of

VOLUME, CHANGE, TREND, CONCERN = Criterion.VOLUME, Criterion.CHANGE, Criterion.TREND, Criterion.CONCERN


def test_typed_scores_and_ranks_do_not_move() -> None:
    first, second, none = how_sure([Drawn({CONCERN: 5}), Drawn({CONCERN: 3}), Drawn({CONCERN: None})], Weights())
    assert (first, second, none) == (Sure(((1, 1.0),), 1, 1), Sure(((2, 1.0),), 2, 2), None)


def test_equal_rows_share_their_rank_in_every_draw() -> None:
    found = how_sure([Drawn({CONCERN: 4, VOLUME: 1}), Drawn({CONCERN: 4, VOLUME: 1})], Weights())
    assert [item and item.of(1) for item in found] == [1.0, 1.0]
    assert found[0] is not None
    assert found[0].of(2) == 0


def test_a_count_near_the_edge_of_a_band_moves_and_one_far_from_it_does_not() -> None:
    weights = weights_of(["change:0", "trend:0"])
    edge = Drawn({VOLUME: 4}, (100,), 1000)
    rival = Drawn({VOLUME: 4}, (150,), 1000)
    near, far = how_sure([edge, rival], weights)
    assert near is not None
    assert far is not None
    assert 0.4 < near.of(1) < 0.65
    assert (near.low, near.high) == (1, 2)
    assert (far.of(1), far.low, far.high) == (1.0, 1, 1)


def test_change_and_trend_are_drawn_with_the_counts_and_the_same_every_time() -> None:
    rows = [
        Drawn({VOLUME: 5, CHANGE: 4, TREND: 3}, (1000, 1000, 1080), 4000),
        Drawn({VOLUME: 5, CHANGE: 3, TREND: None}, (1000, 1000), 4000),
    ]
    assert how_sure(rows, Weights()) == how_sure(rows, Weights())
    first = how_sure(rows, Weights())[0]
    assert first is not None
    assert 0.05 < first.of(2) + first.of(1) <= 1
    assert sum(p for _, p in first.chances) == 1


def test_no_rows_and_no_weights_are_no_fault() -> None:
    assert how_sure([], Weights()) == ()
    assert how_sure([Drawn({CONCERN: 3})], Weights((Fraction(0),) * 7)) == (None,)


@pytest.mark.parametrize(
    ("there", "counts", "said"),
    [
        (1.0, (40, 60), Evidence.STRONG),
        (0.8, (50,), Evidence.STRONG),
        (1.0, (60, 49), Evidence.FAIR),
        (1.0, (), Evidence.FAIR),
        (0.5, (900,), Evidence.FAIR),
        (0.49, (900,), Evidence.THIN),
    ],
)
def test_evidence_is_strong_where_most_columns_are_there_and_fifty_were_counted(
    there: float, counts: tuple[int, ...], said: Evidence
) -> None:
    assert evidence_of(there, counts) is said
