"""Knows the columns of a strategic assessment, the rule by which each is scored, and how much each counts by itself."""

from dataclasses import dataclass
from enum import StrEnum


class Criterion(StrEnum):
    """A column that is scored from 1 to 5."""

    VOLUME = "volume"
    CHANGE = "change"
    TREND = "trend"
    HARM = "harm"
    SIMILAR = "similar"
    CONCERN = "concern"
    INFLUENCE = "influence"


@dataclass(frozen=True, slots=True)
class ScoringRule:
    """How a column is scored; *usual* is its weight where nobody asks for another."""

    criterion: Criterion
    heading: str
    brief: str  # the rule, as it stands in the heading
    rule: str  # all of it
    usual: int = 1


CRITERIA: tuple[ScoringRule, ...] = (
    ScoringRule(
        Criterion.VOLUME,
        "Volume",
        "bands at 2, 5, 10 and 20%",
        "Share of all incidents: under 2% is 1, from 2% 2, from 5% 3, from 10% 4, from 20% 5",
    ),
    ScoringRule(
        Criterion.CHANGE,
        "Change",
        "a sure rise 4, over 10% 5",
        "12 months on the 12 before: 3 unclear, 4 a rise with 95% certainty, 5 one of more than 10%; falls 2 and 1",
    ),
    ScoringRule(
        Criterion.TREND,
        "Three-year trend",
        "a sure rise 4, 5% a year 5",
        "Three times 12 months: 3 not more than chance, 4 a rise, 5 one of 5% a year or more; falls 2 and 1",
    ),
    ScoringRule(
        Criterion.HARM,
        "Harm",
        "bands as volume, or typed",
        "Share of all harm, in the bands of volume; without a table of weights typed from 1 to 5, with a reason",
        2,
    ),
    ScoringRule(
        Criterion.SIMILAR,
        "Similar areas",
        "place in the funnel",
        "Rate in the funnel of similar areas: below 99.8% 1, below 95% 2, inside 3, above 95% 4, above 99.8% 5",
    ),
    ScoringRule(
        Criterion.CONCERN,
        "Residents’ concern",
        "first 5, not named 1",
        "Rank among what residents name: first 5, second 4, third 3, lower 2, asked but not named 1",
    ),
    ScoringRule(
        Criterion.INFLUENCE,
        "Influence",
        "typed, little 1, much 5",
        "What the partnership can change: typed from 1 (little) to 5 (much), with a reason",
    ),
)
LOWEST, HIGHEST = 1, 5  # of a score
TYPED = (Criterion.HARM, Criterion.INFLUENCE)  # what a form may say


def rule_of(criterion: Criterion) -> ScoringRule:
    return next(item for item in CRITERIA if item.criterion is criterion)
