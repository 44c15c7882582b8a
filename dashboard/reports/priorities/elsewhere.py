"""Knows what stands beside the score of a category without any weight: its targets, forecasts and hotspots."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.doors import Door
from dashboard.domain.periods.calendar import first_month
from dashboard.domain.targets.status import Status
from dashboard.domain.values.numbers import show
from dashboard.questions.street import RankQuery
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.indicators.shown import standings
from dashboard.reports.priorities.setting import AssessmentSetting
from dashboard.reports.street.place_context import street_context
from dashboard.reports.street.ranking import is_held

MOST = 5  # neighbourhoods whose share is told
NO_TARGET, NO_FORECAST, NO_HOTSPOTS = "no target", "no forecast", "not by neighbourhood"


@dataclass(frozen=True, slots=True)
class Beside:
    """What is shown without a weight: it favours what has targets already, or is in the score in another way."""

    target: str = NO_TARGET
    target_status: Status | None = None
    target_door: Door | None = None
    forecast: str = NO_FORECAST
    forecast_door: Door | None = None
    hotspots: str = NO_HOTSPOTS
    hotspot_share: Decimal | None = None
    hotspots_door: Door | None = None


def beside_of(setting: AssessmentSetting) -> dict[str, Beside]:
    """What stands beside each category."""
    every = standings(setting.ledger, setting.filters)
    return {item.category: _beside(setting, item.category, every) for item in setting.lens}


def _beside(setting: AssessmentSetting, category: str, every: Iterable[Judged]) -> Beside:
    inside = setting.tree.within(category)
    mine = [item for item in every if item.indicator.category in inside and item.is_targeted]
    door = Door("overview", setting.of(category).with_(period=setting.filters.period)) if mine else None
    chances = [item.year_forecast.likely_outcome for item in mine if item.year_forecast]
    outcomes = [str(outcome) for outcome in chances if outcome]
    share, hot_door = _hotspots(setting, category)
    return Beside(
        target=_targets(mine),
        target_status=_worst(mine),
        target_door=door,
        forecast=outcomes[0] if len(outcomes) == 1 else _counted(outcomes),
        forecast_door=door if outcomes else None,
        hotspots=NO_HOTSPOTS if share is None else f"{show(share, 1, percent=True)} in {MOST} neighbourhoods",
        hotspot_share=share,
        hotspots_door=hot_door,
    )


def _targets(mine: list[Judged]) -> str:
    """'met', or of several how many were missed."""
    if not mine:
        return NO_TARGET
    if len(mine) == 1:
        return str(mine[0].verdict.status)
    missed = sum(item.verdict.status is Status.MISSED for item in mine)
    return f"{missed} of {len(mine)} missed"


def _worst(mine: list[Judged]) -> Status | None:
    order = (Status.MISSED, Status.NEAR, Status.NOT_JUDGED, Status.MET)
    return next((status for status in order if any(item.verdict.status is status for item in mine)), None)


def _counted(outcomes: list[str]) -> str:
    if not outcomes:
        return NO_FORECAST
    return ", ".join(f"{outcomes.count(words)} {words}" for words in dict.fromkeys(outcomes))


def _hotspots(setting: AssessmentSetting, category: str) -> tuple[Decimal | None, Door | None]:
    """The share of the category's incidents in the five neighbourhoods with most of them."""
    view = setting.of(category)
    context = street_context(setting.store, view)
    if context is None or not context.types or not is_held(context, setting.span):
        return None, None
    first = first_month(setting.span)
    asked = RankQuery(context.place.id, context.numbers, first, first + setting.span.months - 1, limit=100_000)
    every = sorted((item.now for item in setting.store.ranking(asked)), reverse=True)
    if not sum(every):
        return None, None
    door = Door("hotspots", view.with_(period=setting.span) if setting.span == setting.filters.period else view)
    return Decimal(sum(every[:MOST]) * 100) / sum(every), door
