"""Proves that concern is the best rank of the newest rounds, and that nobody asked is not nobody named."""

from datetime import date

import pytest

from dashboard.domain.documents import SurveyRank
from dashboard.domain.plans.concern import concern_of
from dashboard.domain.records import SourceCell

NOW = date(2026, 9, 30)


def rank(survey: str, period: str, place: int, category: str) -> SurveyRank:
    return SurveyRank(survey, "", "home", period, place, category, SourceCell(place, "D", "T", period, "", category))


RANKS = (
    rank("Survey", "2025", 1, "speeding"),
    rank("Survey", "2025", 2, "litter"),
    rank("Survey", "2026", 1, "litter"),
    rank("Survey", "2026", 2, "drugs"),
    rank("Survey", "2026", 3, "speeding"),
    rank("PACT meetings", "", 1, "drugs"),
    rank("PACT meetings", "", 2, "litter"),
)


@pytest.mark.parametrize(
    ("categories", "best", "movement"),
    [
        ({"litter"}, 1, "up from 2"),
        ({"speeding"}, 3, "down from 1"),
        ({"drugs"}, 1, ""),  # named first at the meetings, of which there was one round
        ({"speeding", "litter"}, 1, "as before"),
        ({"robbery"}, None, ""),
    ],
)
def test_the_best_rank_of_the_newest_rounds_counts(categories: set[str], best: int | None, movement: str) -> None:
    found = concern_of(RANKS, categories, NOW, date(2025, 1, 1))
    assert found is not None
    assert (found.rank, found.movement) == (best, movement)
    assert [item.survey for item in found.asked] == ["Survey", "PACT meetings"]


def test_what_is_named_for_the_first_time_is_new_and_what_no_more_was_named_before() -> None:
    survey = RANKS[:5]
    new, gone = concern_of(survey, {"drugs"}, NOW), concern_of((*survey[:3], survey[3]), {"speeding"}, NOW)
    assert new is not None
    assert new.movement == "new"
    assert gone is not None
    assert (gone.rank, gone.movement) == (None, "1 before")


def test_an_earlier_day_knows_the_rounds_up_to_it() -> None:
    found = concern_of(RANKS[:5], {"speeding"}, date(2025, 12, 31))
    assert found is not None
    assert (found.rank, found.movement) == (1, "")
    assert concern_of(RANKS[:5], {"speeding"}, date(2024, 12, 31)) is None
    assert concern_of((), {"speeding"}, NOW) is None


def test_what_was_asked_over_three_years_before_is_no_concern_of_today() -> None:
    assert concern_of(RANKS[:5], {"litter"}, date(2029, 1, 31)) is not None
    assert concern_of(RANKS[:5], {"litter"}, date(2029, 2, 28)) is None
    assert concern_of(RANKS[5:], {"litter"}, NOW) is None  # of no date, and none is known for it
