"""Knows how a chance of meeting a target is said, and what it probably comes to."""

from enum import StrEnum


class Likelihood(StrEnum):
    """A chance in words."""

    VERY_LIKELY = "very likely"
    LIKELY = "likely"
    BALANCE = "in the balance"
    UNLIKELY = "unlikely"
    VERY_UNLIKELY = "very unlikely"


#: From which chance on each is said; any smaller one is very unlikely.
LIKELIHOODS = (
    (0.9, Likelihood.VERY_LIKELY),
    (0.67, Likelihood.LIKELY),
    (0.33, Likelihood.BALANCE),
    (0.1, Likelihood.UNLIKELY),
)


def likelihood(chance: float) -> Likelihood:
    """Return how a chance is said."""
    return next((said for least, said in LIKELIHOODS if chance >= least), Likelihood.VERY_UNLIKELY)


def percent_of(chance: float) -> str:
    """'47%'; neither nothing nor certainty is claimed of what is not over."""
    percent = round(100 * chance)
    said = "under 1" if percent < 1 else "over 99" if percent > 99 else str(percent)
    return f"{said}%"


class LikelyOutcome(StrEnum):
    """What is probably to become of a target while its year goes on."""

    MISSED = "probably missed"
    BALANCE = "in the balance"
    MET = "probably met"


#: By how a chance of meeting the target is said.
OUTCOMES = {
    Likelihood.VERY_LIKELY: LikelyOutcome.MET,
    Likelihood.LIKELY: LikelyOutcome.MET,
    Likelihood.BALANCE: LikelyOutcome.BALANCE,
    Likelihood.UNLIKELY: LikelyOutcome.MISSED,
    Likelihood.VERY_UNLIKELY: LikelyOutcome.MISSED,
}


def likely_outcome_of(chance: float) -> LikelyOutcome:
    """What a *chance* of meeting a target probably comes to, by the words it is said in."""
    return OUTCOMES[likelihood(chance)]
