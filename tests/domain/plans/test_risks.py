"""Proves how a risk stands: its scores and bands, how it moved since the last review, and what has to be looked at."""

from datetime import date

import pytest

from dashboard.domain.plans.risks import (
    Band,
    Movement,
    Registered,
    RiskFlag,
    RiskReview,
    RiskStanding,
    Score,
    band_of,
    risk_standing,
)

DAY = date(2026, 7, 10)
BLANK = Score()


def review(day: str, before: Score, after: Score, again: date | None = None) -> RiskReview:
    return RiskReview(1, "R1", before, after, "Looked at", again, "Chair", f"{day}T09:00:00+00:00")


def standing(inherent: Score, residual: Score, *reviews: RiskReview) -> RiskStanding:
    return risk_standing(Registered(inherent, residual, date(2026, 7, 11)), reviews, DAY)


@pytest.mark.parametrize(
    ("score", "rating", "is_product"),
    [
        (Score(3, 4, 12), 12, True),
        (Score(3, 4), 12, True),
        (Score(3, 4, 9), 9, False),
        (Score(None, None, 9), 9, True),
        (Score(3, None, 9), 9, True),
        (Score(3, None), None, True),
        (BLANK, None, True),
    ],
)
def test_a_rating_is_as_printed_else_the_product(score: Score, rating: int | None, *, is_product: bool) -> None:
    assert (score.rating, score.is_its_product) == (rating, is_product)


@pytest.mark.parametrize(
    ("rating", "band"),
    [
        *((1, Band.LOW), (4, Band.LOW), (5, Band.MEDIUM), (9, Band.MEDIUM)),
        *((10, Band.HIGH), (15, Band.HIGH), (16, Band.VERY_HIGH), (25, Band.VERY_HIGH)),
    ],
)
def test_bands_have_their_bounds(rating: int, band: Band) -> None:
    assert band_of(rating) is band


def test_a_blank_residual_is_an_exception_and_no_zero() -> None:
    found = standing(Score(3, 2, 6), BLANK)
    assert (found.now, found.movement, found.flags) == (6, None, (RiskFlag.RESIDUAL_BLANK,))


def test_what_is_amiss_is_named() -> None:
    assert standing(BLANK, BLANK).flags == (RiskFlag.UNSCORED, RiskFlag.RESIDUAL_BLANK)
    assert standing(Score(3, 4, 9), Score(2, 2)).flags == (RiskFlag.NOT_ITS_PRODUCT,)
    assert standing(Score(2, 2), Score(3, 3, 8)).flags == (RiskFlag.NOT_ITS_PRODUCT, RiskFlag.RESIDUAL_ABOVE)
    late = review("2026-01-01", Score(3, 3), Score(2, 2), date(2026, 7, 9))
    assert standing(Score(3, 3), Score(2, 2), late).flags == (RiskFlag.REVIEW_OVERDUE,)
    due = review("2026-01-01", Score(3, 3), Score(2, 2), DAY)
    assert standing(Score(3, 3), Score(2, 2), due).flags == ()


@pytest.mark.parametrize(
    ("after", "movement"),
    [(Score(3, 2), Movement.SAME), (Score(2, 2), Movement.DOWN), (Score(3, 3), Movement.UP)],
)
def test_movement_is_between_the_last_two_reviews(after: Score, movement: Movement) -> None:
    first = review("2026-01-01", Score(3, 4), Score(3, 2))
    found = standing(Score(5, 5), BLANK, first, review("2026-06-01", Score(3, 4), after))
    assert (found.movement, found.before) == (movement, 6)


def test_the_first_review_is_held_against_the_register_and_later_days_are_unknown() -> None:
    found = standing(Score(3, 4), Score(None, None, 9), review("2026-06-01", Score(3, 4), Score(2, 3)))
    assert (found.before, found.now, found.movement, found.next_review) == (9, 6, Movement.DOWN, None)
    assert standing(Score(3, 4), BLANK, review("2026-07-11", BLANK, BLANK)).latest is None


def test_without_a_score_there_is_no_movement() -> None:
    assert standing(BLANK, BLANK, review("2026-06-01", Score(3, 4), BLANK)).movement is None
    assert standing(Score(3, 4), BLANK).next_review == date(2026, 7, 11)
