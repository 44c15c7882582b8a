"""Knows how a category compares with areas that a loaded set holds similar: by street-level crime, or by a figure."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.doors import Door
from dashboard.domain.periods.period import Period
from dashboard.domain.priorities.scores import funnel_score
from dashboard.domain.records import Indicator
from dashboard.domain.statistics.funnel import NoFunnel, funnel
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.statistics.similar import SimilarSet
from dashboard.domain.wording import plural
from dashboard.reports.comparison.similar import figures_elsewhere, sets_in_force
from dashboard.reports.indicators.runs import figure_of
from dashboard.reports.priorities.counted import CountedCategory, view_of_span
from dashboard.reports.priorities.setting import AssessmentSetting
from dashboard.reports.street.place_context import street_context
from dashboard.reports.street.similar.areas import set_of
from dashboard.reports.street.similar.rates import standing_of

NO_SET = "no set of similar areas is loaded"
NO_FIGURES = "no figures of its similar areas are loaded"


@dataclass(frozen=True, slots=True)
class SimilarCell:
    score: int | None = None
    text: str = ""
    detail: str = ""
    why: str = ""
    door: Door | None = None


def similar_cell(setting: AssessmentSetting, category: str, counted: CountedCategory) -> SimilarCell:
    """Where the area's rate lies in the funnel of the areas that a loaded set holds similar to it.

    In street-level crime where the category is counted there, else by the indicator that counts it.
    """
    streets = _by_streets(setting, category, counted) if setting.street and not counted.what else None
    if streets is not None and streets.score is not None:
        return streets
    figures = _by_figures(setting, category, counted)
    return figures if streets is None or figures.score is not None else streets


def _by_streets(setting: AssessmentSetting, category: str, counted: CountedCategory) -> SimilarCell | None:
    """The same of the incidents that police.uk counts; None where the category has no count of these months."""
    view = setting.of(category).with_(compare=frozenset())
    context = street_context(setting.store, view)
    if counted.span is None or context is None or not context.types:
        return None
    group = set_of(setting.store, context.place, counted.span)
    if not group.sets:
        return SimilarCell(why=NO_SET)
    found = standing_of(setting.store, group, context.numbers, counted.span)
    if found is None:
        return SimilarCell(why=NO_FIGURES)
    if isinstance(found.drawn, NoFunnel) or found.own.at is None:
        return SimilarCell(why=found.drawn.words if isinstance(found.drawn, NoFunnel) else NO_FIGURES)
    door = Door("similar-areas", view_of_span(view, counted.span))
    return SimilarCell(
        funnel_score(found.own.at), str(found.own.at), _set_words(len(found.others), group.sets[0]), door=door
    )


def _set_words(others: int, found: SimilarSet) -> str:
    return f"{plural(others, 'similar area')}, {found.name} from {day_words(found.first)}"


def _by_figures(setting: AssessmentSetting, category: str, counted: CountedCategory) -> SimilarCell:
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
    detail = _set_words(len(known) - 1, sets[0])
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
