"""Knows every figure of one partnership by indicator, area and period: read once, sums and years made where asked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from dashboard.domain.periods.period import Period
from dashboard.domain.records import Area, Indicator, Observation, Scope, Target
from dashboard.domain.statistics.series import PARTS_OF_A_YEAR
from dashboard.domain.values.printed import ValueType
from dashboard.questions.store import Store
from dashboard.reports.indicators.parts import kinds_of, said_of_parts, whole_of
from dashboard.reports.indicators.sums import summed_years

Kinds = Mapping[str, list[tuple[Area, ...]]]  # the parts of each area that has some, by their kinds
Actuals = dict[str, dict[Period, Observation]]  # by area
Figure = TypeVar("Figure", Observation, Target)


class IndicatorFigures:
    """One indicator's actuals, with the sums of areas and of parts of a year, and its targets; by area and period."""

    def __init__(
        self, indicator: Indicator, kinds: Kinds, actuals: Iterable[Observation], targets: Iterable[Target]
    ) -> None:
        self._indicator = indicator
        self.actuals: Actuals = _by_area(actuals)
        self.targets = _by_area(targets)
        self._add_sums(kinds)
        self._series: dict[str, tuple[Observation, ...]] = {}
        self._with_years: dict[str, tuple[Observation, ...]] = {}

    @cached_property
    def years(self) -> Actuals:
        """The financial years that months or quarters come to, where no figure of the year is published."""
        return {area: made for area in self.actuals if (made := self._made_years(area))}

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """Every period with an actual or a target, oldest first."""
        every = (found for by_area in (self.actuals, self.years, self.targets) for found in by_area.values())
        return tuple(sorted({period for found in every for period in found}))

    def actual(self, area: str, period: Period) -> Observation | None:
        found = self.actuals.get(area, {}).get(period)
        return found or self.years.get(area, {}).get(period)

    def series(self, area: str) -> tuple[Observation, ...]:
        """The actuals of one area, oldest first, without years that are sums of what is among them."""
        if area not in self._series:
            self._series[area] = _sorted(self.actuals.get(area, {}))
        return self._series[area]

    def with_years(self, area: str) -> tuple[Observation, ...]:
        """The same with the years that are sums of months or quarters."""
        if area not in self.years:
            return self.series(area)
        if area not in self._with_years:
            self._with_years[area] = _sorted(self.actuals[area] | self.years[area])
        return self._with_years[area]

    def _add_sums(self, kinds: Kinds) -> None:
        """Give an area the sum of its parts for each period where it has no figure and every part has one."""
        for period in {period for found in self.actuals.values() for period in found}:
            for parent, inner in kinds.items():
                if period not in self.actuals.get(parent, {}):
                    self._add_sum(parent, inner, period)

    def _add_sum(self, parent: str, kinds: list[tuple[Area, ...]], period: Period) -> None:
        slugs = (area.slug for kind in kinds for area in kind)
        found = {slug: item for slug in slugs if (item := self.actuals.get(slug, {}).get(period)) is not None}
        if whole := whole_of(self._indicator, parent, kinds, found):
            self.actuals.setdefault(parent, {})[period] = whole

    def _made_years(self, area: str) -> dict[Period, Observation]:
        own = self.actuals[area]
        short = [item for item in own.values() if item.period.kind in PARTS_OF_A_YEAR]
        made = summed_years(self._indicator, area, short)
        return {year.period: said_of_parts(year, short) for year in made if year.period not in own}


class FigureIndex:
    """The figures of every indicator of a partnership, whatever categories a view shows."""

    def __init__(self, store: Store, scope: Scope) -> None:
        scope = replace(scope, categories=None)
        self.areas: tuple[Area, ...] = store.areas(scope.partnership)
        self._area = {area.slug: area for area in reversed(self.areas)}
        self._children: dict[str, list[Area]] = defaultdict(list)
        for area in self.areas:
            self._children[area.parent].append(area)
        self._indicators = {item.id: item for item in store.indicators(scope)}
        self._observations = store.observations(scope)
        self._actuals, self._targets = _by_indicator(self._observations), _by_indicator(store.targets(scope))
        self.baselines = {(item.indicator, item.area): item for item in store.baselines(scope)}
        self._found: dict[str, IndicatorFigures] = {}
        self._over: dict[Period, bool] = {}

    def area(self, slug: str) -> Area:
        return self._area[slug]

    def children(self, slug: str) -> tuple[Area, ...]:
        return tuple(self._children.get(slug, ()))

    @cached_property
    def kinds(self) -> Kinds:
        """The parts of each area that has some, those of one kind together."""
        return {area.slug: kinds_of(inner) for area in self.areas if (inner := self.children(area.slug))}

    def of(self, indicator: Indicator) -> IndicatorFigures:
        """The figures of *indicator*, whichever definition of it is given."""
        found = self._found.get(indicator.id)
        if found is None:
            whole = self._indicators.get(indicator.id, indicator)
            actuals, targets = self._actuals.get(indicator.id, ()), self._targets.get(indicator.id, ())
            found = self._found[indicator.id] = IndicatorFigures(whole, self.kinds, actuals, targets)
        return found

    def is_over(self, year: Period) -> bool:
        """Whether anything is counted of the end of *year*, or of later: one measure may still cover part of it.

        Whoever surveys once a year may publish early, so a whole year's percentage says nothing.
        """
        if year not in self._over:
            self._over[year] = any(
                period.start > year.end or (period.end >= year.end and (period != year or is_counted))
                for period, is_counted in self._whole_periods
            )
        return self._over[year]

    @cached_property
    def _whole_periods(self) -> frozenset[tuple[Period, bool]]:
        """The periods that a number covers whole, and whether it counts something."""
        counted = {key: item.value_type in (ValueType.COUNT, ValueType.RATE) for key, item in self._indicators.items()}
        found: set[tuple[Period, bool]] = set()
        for item in self._observations:
            key = (item.period, counted.get(item.indicator, False))
            if key not in found and item.value.number is not None and not item.is_part:
                found.add(key)
        return frozenset(found)


def _by_area(items: Iterable[Figure]) -> dict[str, dict[Period, Figure]]:
    found: dict[str, dict[Period, Figure]] = {}
    for item in items:
        found.setdefault(item.area, {})[item.period] = item
    return found


def _by_indicator(items: Iterable[Figure]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for item in items:
        found.setdefault(item.indicator, []).append(item)
    return found


def _sorted(found: Mapping[Period, Observation]) -> tuple[Observation, ...]:
    return tuple(found[period] for period in sorted(found))
