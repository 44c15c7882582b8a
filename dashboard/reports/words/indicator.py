"""Knows the sentences of an indicator's page: the title, and the paragraph that says where it stands and is heading."""

from collections.abc import Sequence

from dashboard.domain.periods.period import Period
from dashboard.domain.records import Indicator
from dashboard.domain.statistics.control_chart import Variation
from dashboard.domain.statistics.likelihood import LikelyOutcome, likelihood
from dashboard.domain.statistics.recent_trend import RecentTrend, TrendMarker
from dashboard.domain.statistics.series import PARTS_OF_A_YEAR
from dashboard.domain.values.numbers import show
from dashboard.domain.values.reasons import Reason
from dashboard.reports.indicators import forecast
from dashboard.reports.indicators.control import Control
from dashboard.reports.indicators.forecast import YearForecast
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.words.control import words as control_words
from dashboard.reports.words.figures import (
    STATUS_WORDS,
    actual_text,
    change_text,
    standing_text,
    target_text,
    why,
)
from dashboard.reports.words.titles import about

LONGEST_TARGET = 40


def title(indicator: Indicator, history: Sequence[Judged], shown: Period) -> str:
    """How the month or quarter that is *shown* stands; of a year what will probably become of the one in progress, or
    else how the newest figure stands.
    """
    item = headed(history, shown)
    if item is not None and item.year_forecast and item.year_forecast.likely_outcome:
        return about(indicator.name, *_likely_outcomes(item.year_forecast))
    if item is not None:
        is_part = item.now.period == shown and shown.kind in PARTS_OF_A_YEAR
        return about(indicator.name, *_standings(item, _part_words(item) if is_part else _verdict_words(item)))
    target = next((item for item in history if item.now.target), None)
    words = target_text(target.now) if target else ""
    short = words if len(words) <= LONGEST_TARGET else "in words only"
    is_hidden = any(item.now.value.reason is Reason.SUPPRESSED for item in history)
    none = "no actual shown" if is_hidden else "no actual published"
    return about(indicator.name, f"{none}; target {short}", none) if short else about(indicator.name, none)


def headed(history: Sequence[Judged], shown: Period) -> Judged | None:
    """The standing that the title speaks of."""
    known = (item for item in history if item.now.period == shown and item.now.value.number is not None)
    part = next(known, None) if shown.kind in PARTS_OF_A_YEAR else None
    ahead = (item for item in history if item.year_forecast and item.year_forecast.likely_outcome)
    return part or next(ahead, None) or _newest(history)


def _standings(item: Judged, verdict: str) -> list[str]:
    """'335 in 2010/11, missed (16.3% above target)', then shorter."""
    number, status = actual_text(item.now), STATUS_WORDS[item.verdict.status].lower()
    if item.now.target is None:
        status = "no target for the year" if item.has_part_targets else "no target"
    return [
        f"{number} in {covered}, {words}"
        for covered in (_covered(item), _covered_in_short(item))
        for words in (verdict, status)
    ]


def _part_words(item: Judged) -> str:
    """The verdict of a month or quarter with a target of its own; else what is known of its year."""
    if item.is_targeted or not item.has_year_target or item.year is None:
        return _verdict_words(item)
    return f"its target is for {item.year.period.label}"


def _covered(item: Judged) -> str:
    """'2011/12', or '3 of 12 months of 2011/12'."""
    part = item.now.actual is not None and item.now.actual.is_part
    months = f"{item.months} of {item.now.period.months} months of " if part else ""
    return f"{months}{item.now.period.label}"


def _covered_in_short(item: Judged) -> str:
    """'2011/12', or 'part of 2011/12'."""
    part = item.now.actual is not None and item.now.actual.is_part
    return f"{'part of ' if part else ''}{item.now.period.label}"


def _newest(history: Sequence[Judged]) -> Judged | None:
    """The newest year with a number, or else the newest month or quarter."""
    known = [item for item in history if item.now.actual and item.now.value.number is not None]
    years = [item for item in known if item.now.period.kind not in PARTS_OF_A_YEAR]
    return next(iter(years or known), None)


def _likely_outcomes(found: YearForecast) -> list[str]:
    """'unlikely to meet its 2026/27 target of 1,150', then shorter."""
    year = f"{found.year.label} target"
    target = f"its {year} of {show(found.goal.number) if found.goal else ''}"
    if found.likely_outcome is LikelyOutcome.BALANCE:
        return [f"meeting {target} is in the balance", f"{year} in the balance"]
    fate = likelihood(found.chance or 0)
    return [f"{fate} to meet {target}", f"{fate} to meet its {year}"]


def _verdict_words(item: Judged) -> str:
    if item.now.target is None and item.verdict.reason:
        return why(item)
    if item.verdict.reason:
        return f"not judged ({why(item)})"
    return f"{STATUS_WORDS[item.verdict.status].lower()} ({standing_text(item)})"


def briefing(
    history: Sequence[Judged], heading: YearForecast | None, chart: Control | None, recent: RecentTrend | None
) -> str:
    """Where the year is heading, how the newest whole figure moved, whether the newest point is real, the trend."""
    said = forecast.words(heading)[:2] if heading else []
    said += _moves(history)
    if chart is not None and isinstance(chart.variation, Variation):
        said.append(control_words(chart))
    if recent is not None and recent.marker is not TrendMarker.NOT_CALCULATED:
        said.append(f"Recent trend of five years: {recent.sentence}.")
    return " ".join(said)


def _moves(history: Sequence[Judged]) -> list[str]:
    """How the newest whole year moved, or the newest month or quarter where there is no year."""
    years = [item for item in history if item.now.period.kind not in PARTS_OF_A_YEAR]
    whole = [item for item in years or history if item.now.actual and not item.now.actual.is_part]
    for item in [item for item in whole if item.change.absolute or item.change.points][:1]:
        chance = ", which could be chance" if item.change_real is False else ""
        moved = f"{change_text(item)} on {item.before.period.label}{chance}"
        return [f"{item.now.period.label}: {actual_text(item.now)}, {moved}."]
    return []
