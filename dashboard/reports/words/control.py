"""Knows what a control chart says, for a reader who knows none."""

from dashboard.domain.statistics.control_chart import FEWEST_FOR_LIMITS, Assurance, ControlAbsence, Variation
from dashboard.reports.indicators.control import Control

#: What Making Data Count calls common and special cause.
VARIATION_WORDS = {
    Variation.COMMON_CAUSE: "within its usual range",
    Variation.IMPROVING_HIGHER: "running higher than usual, which is better",
    Variation.IMPROVING_LOWER: "running lower than usual, which is better",
    Variation.CONCERNING_HIGHER: "running higher than usual, which is worse",
    Variation.CONCERNING_LOWER: "running lower than usual, which is worse",
    Variation.SPECIAL_HIGHER: "running higher than usual",
    Variation.SPECIAL_LOWER: "running lower than usual",
}


#: What it calls assurance, in the same words.
TARGET_WORDS = {
    Assurance.PASSING: "what is usual meets it",
    Assurance.FALLING_SHORT: "what is usual misses it",
    Assurance.HIT_AND_MISS: "the usual ups and downs now meet it, now miss it",
}


def words(found: Control) -> str:
    """What the chart says of the newest figure, in one sentence."""
    label = found.periods[found.newest].label
    if isinstance(found.variation, Variation):
        return f"{label}: {VARIATION_WORDS[found.variation]}."
    return f"{label} is not judged by a control chart: {found.variation}."


def no_limits(found: Control) -> str:
    """Why there is no more than a line, in one sentence."""
    if found.limits is not ControlAbsence.TOO_FEW:
        return words(found)
    kind = found.periods[0].kind.replace("-", " ")
    return f"A control chart needs {FEWEST_FOR_LIMITS} {kind}s; here are {found.count}."
