"""Knows how a category compares with similar areas, and what stands beside the score without any weight."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.doors import Door
from dashboard.domain.periods.calendar import first_month
from dashboard.domain.periods.period import Period
from dashboard.domain.priorities.scores import funnel_score
from dashboard.domain.records import Indicator
from dashboard.domain.statistics.funnel import NoFunnel, funnel
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.statistics.similar import SimilarSet
from dashboard.domain.targets.status import Status
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import plural
from dashboard.questions.street import RankQuery
from dashboard.reports.comparison.similar import figures_elsewhere, sets_in_force
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.indicators.runs import figure_of
from dashboard.reports.indicators.shown import standings
from dashboard.reports.priorities.counted import CountedCategory
from dashboard.reports.priorities.setting import AssessmentSetting
from dashboard.reports.street.place_context import street_context
from dashboard.reports.street.ranking import is_held

NO_SET = "no set of similar areas is loaded"
NO_FIGURES = "no figures of its similar areas are loaded"
MOST = 5  # neighbourhoods whose share is told
NO_TARGET, NO_FORECAST, NO_HOTSPOTS = "no target", "no forecast", "not by neighbourhood"


@dataclass(frozen=True, slots=True)
class SimilarCell:
    score: int | None = None
    text: str = ""
    detail: str = ""
    why: str = ""
    door: Door | None = None


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


def similar_cell(setting: AssessmentSetting, category: str, counted: CountedCategory) -> SimilarCell:
    """Where the area's rate lies in the funnel of the areas that a loaded set holds similar to it."""
    own = setting.area
    period = counted.span or setting.span
    sets = sets_in_force(setting.store, own, period)
    if not sets:
        return SimilarCell(why=NO_SET)
    indicator = _indicator(setting, category)
    known = _figures(setting, indicator, sets, period) if indicator else []
    if indicator is None or not known:
        return SimilarCell(why=NO_FIGURES)
    drawn = funnel([count for count, _ in known], [people for _, people in known])
    if isinstance(drawn, NoFunnel):
        return SimilarCell(why=drawn.words)
    door = Door("indicator", setting.filters.with_(indicators=frozenset({indicator.slug}), period=period))
    detail = f"{plural(len(known) - 1, 'similar area')}, {sets[0].name} from {day_words(sets[0].first)}"
    return SimilarCell(funnel_score(drawn.places[0]), str(drawn.places[0]), detail, door=door)


def _figures(
    setting: AssessmentSetting, indicator: Indicator, sets: Sequence[SimilarSet], period: Period
) -> list[tuple[float, int]]:
    """Count and residents of the view's area, then of its similar ones here and in other partnerships.

    Nothing where the area's own are not known; what covers part of the period is left out.
    """
    codes = [code for item in sets for code in item.codes]
    home, own = setting.filters.partnership, setting.area
    inside = [own, *(area for area in setting.ledger.areas if area.code in codes and area.slug != own.slug)]
    here = [(area, figure_of(setting.ledger, indicator, area.slug, period)) for area in inside]
    elsewhere = figures_elsewhere(setting.store, home, codes, indicator.at(period), period)
    held = {area.code for area, figure in here if figure is not None}
    away = [(item.area, item.now) for item in elsewhere if item.area.code not in held]
    known = [(area, figure.value.number) for area, figure in (*here, *away) if figure and not figure.is_part]
    found = [(area, float(count), area.population) for area, count in known if count is not None and area.population]
    is_known = bool(found) and found[0][0].slug == own.slug
    return [(count, people) for _, count, people in found if people] if is_known else []


def _indicator(setting: AssessmentSetting, category: str) -> Indicator | None:
    """What counts the category itself, so that its figure elsewhere is the same."""
    every = (item for item in setting.ledger.indicators if item.category == category)
    return next((item for item in every if item.adds_over_areas), None)


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
