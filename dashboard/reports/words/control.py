"""Knows what a control chart says, for a reader who knows none."""

from dashboard.domain.statistics.control.season import FEWEST_YEARS, LEAST_SPREAD, NoSeason, SeasonAbsence, Spread
from dashboard.domain.statistics.control_chart import FEWEST_FOR_LIMITS, Assurance, ControlAbsence, Variation
from dashboard.domain.values.numbers import show
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


#: Why limits do not follow the months; where it is known, how these differ.
WHY_LEVEL = {
    SeasonAbsence.TOO_SHORT: (
        f"a season needs {FEWEST_YEARS} whole years of months. Compare with the same months a year before"
    ),
    SeasonAbsence.NOTHING: "a month of the year, or a whole year, has nothing in it",
    SeasonAbsence.WEAK: f"{{differ}}, and a season is taken out from {show(LEAST_SPREAD * 100, 0)}% on",
    SeasonAbsence.CHANCE: "{differ}, which could be chance",
}


def words(found: Control) -> str:
    """What the chart says of the newest figure, in one sentence."""
    label = found.periods[found.newest].label
    if isinstance(found.variation, Variation):
        return f"{label}: {VARIATION_WORDS[found.variation]}."
    return f"{label} is not judged by a control chart: {found.variation}."


def season_words(found: Control) -> str:
    """Whether each month is judged about its own usual level, and why; nothing where the points are no months."""
    season = found.season
    if season is None:
        return ""
    differ = differences(season.spread) if season.spread else ""
    if isinstance(season, NoSeason):
        return f"The limits are level: {WHY_LEVEL[season.absence].format(differ=differ)}."
    others = season.is_own.count(False)
    months = "month" if others == 1 else "months"
    wider = f", with wider limits for the {others} {months} outside those years" if others else ""
    return f"The year has a season: {differ}. Each month is judged about its own usual level{wider}."


def differences(spread: Spread) -> str:
    """'over 3 whole years the months lie 14.0% from their mean (standard deviation)'."""
    percent = show(spread.deviation * 100, 1)
    return f"over {spread.years} whole years the months lie {percent}% from their mean (standard deviation)"


def no_limits(found: Control) -> str:
    """Why there is no more than a line, in one sentence."""
    if found.limits is ControlAbsence.TOO_RARE and found.gaps is not None:
        why = "; the page of the indicator charts them" if found.rare else f": {found.gaps.limits}"
        return f"{words(found)} The days between events are known{why}."
    if found.limits is ControlAbsence.TOO_RARE:
        kind = found.periods[0].kind.replace("-", " ")
        return f"{words(found)} Days between events would tell more, but of it no days are known, only each {kind}."
    if found.limits is not ControlAbsence.TOO_FEW:
        return words(found)
    kind = found.periods[0].kind.replace("-", " ")
    return f"A control chart needs {FEWEST_FOR_LIMITS} {kind}s; here are {found.count}."
