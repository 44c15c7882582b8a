"""Proves that what is missing is never nought points: the score is over what is there, with its range."""

from fractions import Fraction

import pytest

from dashboard.domain.errors import UnknownFilter
from dashboard.domain.priorities.county import CountyScore, DistrictScore, county_score
from dashboard.domain.priorities.criteria import Criterion
from dashboard.domain.priorities.keeping import WeightRange, tightest, weight_ranges
from dashboard.domain.priorities.ranking import Cells, ScoreTotal, places_of, rank_words, ranks_of, settled, total_of
from dashboard.domain.priorities.weights import Weights, chosen_weights, read_weight, weight_words, weights_of

VOLUME, CHANGE, HARM, CONCERN = Criterion.VOLUME, Criterion.CHANGE, Criterion.HARM, Criterion.CONCERN
FOUR = weights_of(["trend:0", "similar:0", "influence:0"])  # volume 1, change 1, harm 2, concern 1


def cells(volume: int | None, change: int | None, harm: int | None, concern: int | None) -> Cells:
    return {VOLUME: volume, CHANGE: change, HARM: harm, CONCERN: concern}


A, B, C = cells(5, 2, None, 3), cells(3, 3, 4, 3), cells(4, None, 2, 5)


@pytest.mark.parametrize(
    ("row", "score", "low", "high", "counted"),
    [(A, "10/3", "2.4", "4", 3), (B, "3.4", "3.4", "3.4", 4), (C, "3.25", "2.8", "3.6", 3)],
)
def test_the_score_is_over_what_is_there(row: Cells, score: str, low: str, high: str, counted: int) -> None:
    found = total_of(row, FOUR)
    assert (found.score, found.low, found.high) == (Fraction(score), Fraction(low), Fraction(high))
    assert (found.counted, found.of) == (counted, 4)
    assert sum(part for _, part in found.parts) == found.score


def test_the_share_of_weight_that_is_there_is_told() -> None:
    assert total_of(A, FOUR).there == Fraction(3, 5)


def test_without_any_column_or_weight_there_is_no_score() -> None:
    assert total_of(cells(None, None, None, None), FOUR) == ScoreTotal(None, None, None, 0, 4)
    assert total_of(A, Weights((Fraction(0),) * 7)).score is None


def test_equal_scores_share_a_rank() -> None:
    ranks = ranks_of([Fraction(3), Fraction(4), None, Fraction(3), Fraction(1)])
    assert ranks == (2, 1, None, 2, 4)
    assert [rank_words(place) for place in places_of(ranks)] == ["=2", "1", "–", "=2", "4"]


def test_a_place_is_settled_where_no_missing_cell_could_move_it() -> None:
    totals = [total_of(row, FOUR) for row in (A, B, C)]
    assert [settled(totals, at) for at in range(3)] == [False, False, False]
    apart = [total_of(row, FOUR) for row in (cells(5, 5, 5, None), cells(1, 1, 1, 1))]
    assert settled(apart, 0)
    assert settled(apart, 1)
    unscored = total_of(cells(None, None, None, None), FOUR)
    assert [settled([unscored, *apart], at) for at in range(3)] == [False, False, False]


def test_a_category_keeps_its_place_between_the_weights_at_which_it_meets_another() -> None:
    # A is (10 - 0) / 3 whatever harm weighs; B is (9 + 4 w) / (3 + w), which is 10 / 3 where 27 + 12 w = 30 + 10 w.
    found = weight_ranges([A, B], FOUR, HARM)[1]
    assert [found.low, found.high] == pytest.approx([1.5, 5.0])
    assert not found.is_any
    assert found.width == pytest.approx(3.5)
    assert weight_ranges([A, B], FOUR, HARM)[0].low == pytest.approx(1.5)


def test_two_rows_may_meet_at_two_weights() -> None:
    # With w for volume: (2 + 5 w) / (1 + w) and 4 meet at w = 2; a row without the column stays where it is.
    one, other = cells(5, 2, None, None), cells(None, 4, None, None)
    found = weight_ranges([one, other], weights_of([]), VOLUME)[0]
    assert [found.low, found.high] == pytest.approx([0.0, 2.0])
    both = weight_ranges([cells(5, 1, 2, None), cells(4, 2, 1, 1)], FOUR, VOLUME)[0]
    assert 0 <= both.low <= 1 <= both.high <= 5


def test_rows_that_always_score_alike_move_no_place() -> None:
    alike = weight_ranges([A, A, cells(None, None, None, None)], FOUR, HARM)[0]
    assert alike.is_any
    assert tightest([alike]) is None
    narrow = WeightRange(VOLUME, 0.5, 1.5)
    assert tightest([alike, WeightRange(HARM, 0, 3), narrow]) is narrow


def test_weights_are_read_as_an_address_writes_them() -> None:
    found = weights_of(["harm:3", "volume:0.5"])
    assert [found.of(HARM), found.of(VOLUME), found.of(CHANGE)] == [3, Fraction(1, 2), 1]
    assert found.asked == {"harm:3", "volume:0.5"}
    assert weights_of(["harm:2"]).asked == frozenset()
    assert Criterion.TREND not in FOUR.counted
    assert [weight_words(Fraction(5, 2)), weight_words(Fraction(2))] == ["2.5", "2"]


@pytest.mark.parametrize("text", ["harm", "harm:", "harm:6", "harm:0.3", "harm:-1", "hurt:2", "harm:2:1", ":2", ""])
def test_other_words_are_no_weight(text: str) -> None:
    with pytest.raises(UnknownFilter, match="A weight is written harm:3"):
        read_weight(text)


def test_a_form_says_a_weight_a_column_and_the_larger_of_two_counts() -> None:
    assert chosen_weights({"harm": "3.0", "volume": " 1 ", "concern": "0.5", "change": ""}).asked == {
        "harm:3",
        "concern:0.5",
    }
    assert weights_of(["harm:3", "harm:1"]).of(HARM) == 3


def test_districts_make_their_county_by_their_residents() -> None:
    districts = [DistrictScore(Fraction(4), 3000), DistrictScore(Fraction(2), 1000), DistrictScore(None, 500)]
    assert county_score(districts) == CountyScore(Fraction(7, 2), 2, 3, by_people=True)
    assert county_score([*districts, DistrictScore(Fraction(3))]) == CountyScore(Fraction(3), 3, 4)
    assert county_score([DistrictScore(None)]) == CountyScore(None, 0, 1)


def test_an_estimated_score_stretches_the_range_and_leaves_the_score() -> None:
    plain, estimated = total_of(B, FOUR), total_of(B, FOUR, {Criterion.HARM: (3, 5)})
    assert estimated.score == plain.score == Fraction(17, 5)
    # harm 4 weighs 2 of 5: one less is 2/5 less, one more 2/5 more; nothing of B is missing
    assert (estimated.low, estimated.high) == (Fraction(15, 5), Fraction(19, 5))
