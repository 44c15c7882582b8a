"""Proves how what residents rank moves from round to round of one survey and area."""

from decimal import Decimal

from dashboard.domain.documents import SurveyRank
from dashboard.domain.plans.rounds import RankBefore, movements
from dashboard.domain.records import SourceCell


def rank(concern: str, period: str, at: int, area: str = "rutland", percent: int | None = None) -> SurveyRank:
    cell = SourceCell(0, "file-1", "survey.csv", "", "line 2", concern)
    share = None if percent is None else Decimal(percent)
    return SurveyRank("Survey", "", area, period, at, "", cell, f"{area} {period} {concern}", share)


def told(*ranks: SurveyRank) -> dict[str, str]:
    by_key = {item.key: item for item in ranks}
    return {key: found.words(by_key[key]) for key, found in movements(ranks).items()}


def test_a_concern_moves_up_down_or_stays_since_the_round_before() -> None:
    found = told(
        *(rank("Speeding", "2024", 2), rank("Litter", "2024", 1), rank("Noise", "2024", 3)),
        *(rank("speeding ", "2025", 1), rank("Litter", "2025", 2), rank("Noise", "2025", 3), rank("Drugs", "2025", 4)),
    )
    assert found == {
        "rutland 2025 speeding ": "up from 2",
        "rutland 2025 Litter": "down from 1",
        "rutland 2025 Noise": "as before",
        "rutland 2025 Drugs": "new",
    }


def test_areas_and_words_without_a_round_are_kept_apart() -> None:
    assert told(rank("Noise", "2024", 1, area="oakham"), rank("Noise", "2025", 2), rank("Noise", "", 3)) == {}
    assert told(rank("Noise", "nonsense", 1), rank("Noise", "2025", 2)) == {}


def test_the_round_before_is_the_last_one_and_keeps_its_percentage() -> None:
    ranks = (rank("Noise", "2023", 1, percent=50), rank("Noise", "2024", 3, percent=20), rank("Noise", "2025", 2))
    assert movements(ranks)["rutland 2025 Noise"] == RankBefore(3, Decimal(20))
