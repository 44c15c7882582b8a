"""Knows the areas that a loaded set holds similar to the view's: which of them the database has figures of."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import Period
from dashboard.domain.records import Area, Indicator, Observation, Scope
from dashboard.domain.statistics.similar import SimilarSet, in_force
from dashboard.questions.store import Store

BESIDE_FIGURES = frozenset({"indicator", "trends"})  # the pages of figures that stand beside other areas
NOT_OF_FIGURES = (
    "The areas of the address are compared by their street-level crime, on Similar areas; "
    "figures stand beside the areas of loaded sets."
)


@dataclass(frozen=True, slots=True)
class AreaFigure:
    """An area with its actual of the period, and the one before where there is one to compare with."""

    area: Area
    now: Observation
    before: Observation | None


def sets_in_force(store: Store, area: Area, period: Period) -> tuple[SimilarSet, ...]:
    """The sets loaded for *area* that counted on the first day of *period*."""
    return in_force(store.similar_sets(area.code), period.start) if area.code else ()


def figures_elsewhere(
    store: Store, own: str, codes: Sequence[str], indicator: Indicator, period: Period
) -> tuple[AreaFigure, ...]:
    """The areas of *codes* in other partnerships than *own* that have an actual of the same indicator."""
    wanted, found = frozenset(codes), dict[str, AreaFigure]()
    for partnership in store.partnerships() if wanted else ():
        areas = [area for area in store.areas(partnership.slug) if area.code in wanted - found.keys()]
        if areas and partnership.slug != own:
            for item in _figures(store, partnership.slug, areas, indicator, period):
                found.setdefault(item.area.code, item)
    return tuple(found.values())


def _figures(store: Store, slug: str, areas: Sequence[Area], indicator: Indicator, period: Period) -> list[AreaFigure]:
    same = next((item for item in store.indicators(Scope(slug)) if _is_same(item.at(period), indicator)), None)
    if same is None:
        return []
    inside = frozenset(area.slug for area in areas)
    known = store.observations(Scope(slug, None, frozenset({same.id}), inside))
    actuals = {(item.area, item.period): item for item in known}
    comparable = same.broken_between(period.previous(), period) is None
    figures = ((area, actuals.get((area.slug, period))) for area in areas)
    return [
        AreaFigure(area, now, actuals.get((area.slug, period.previous())) if comparable else None)
        for area, now in figures
        if now is not None
    ]


def _is_same(other: Indicator, indicator: Indicator) -> bool:
    """One code, or where none is given one name in addresses, and figures of one kind."""
    return _identity(other) == _identity(indicator)


def _identity(item: Indicator) -> tuple[str, ...]:
    return item.code or item.slug, item.value_type, item.unit, item.period_kind


def of_compare(page: str, filters: Filters) -> tuple[str, ...]:
    """What a page of figures says where the address names areas (`compare`) that it does not show."""
    return (NOT_OF_FIGURES,) if filters.compare and page in BESIDE_FIGURES else ()
