"""Knows every figure of one partnership by indicator, area and period: read once, sums and years made where asked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from operator import attrgetter

from dashboard.domain.periods.period import Period
from dashboard.domain.records import Area, Indicator, Observation, Scope, Target
from dashboard.domain.statistics.series import PARTS_OF_A_YEAR, year_of
from dashboard.domain.values.printed import ValueType
from dashboard.questions.store import Store
from dashboard.reports.indicators.figures_read import FiguresRead
from dashboard.reports.indicators.parts import kinds_of, may_be_summed, said_of_parts, whole_of
from dashboard.reports.indicators.sums import summed_years

_DAYS = attrgetter("start", "end", "kind")  # as periods are ordered, without a call for each comparison
Kinds = Mapping[str, list[tuple[Area, ...]]]  # the parts of each area that has some, by their kinds
Parts = Mapping[str, frozenset[str]]  # the same, by their slugs alone
Actuals = Mapping[Period, Observation]


class IndicatorFigures:
    """One indicator's actuals, with the sums of areas and of parts of a year, and its targets; by area and period."""

    def __init__(self, indicator: Indicator, kinds_and_parts: tuple[Kinds, Parts], read: FiguresRead) -> None:
        self._indicator, self._read = indicator, read
        self._kinds, self._parts = kinds_and_parts
        self._actuals: dict[str, Actuals] = {}
        self._years: dict[str, Actuals] = {}
        self._series: dict[str, tuple[Observation, ...]] = {}
        self._with_years: dict[str, tuple[Observation, ...]] = {}

    def periods(self, areas: Iterable[Area]) -> tuple[Period, ...]:
        """Every period with an actual or a target in one of *areas*, oldest first."""
        every = ((self._own(a.slug), self._made(a.slug), self.targets(a.slug)) for a in areas)
        return tuple(sorted({period for found in every for by_period in found for period in by_period}))

    def targets(self, area: str) -> Mapping[Period, Target]:
        return self._read.targets(self._indicator.id, area)

    def actual(self, area: str, period: Period) -> Observation | None:
        return self._own(area).get(period) or self._made(area).get(period)

    def series(self, area: str) -> tuple[Observation, ...]:
        """The actuals of one area, oldest first, without years that are sums of what is among them."""
        if area not in self._series:
            self._series[area] = _sorted(self._own(area))
        return self._series[area]

    def with_years(self, area: str) -> tuple[Observation, ...]:
        """The same with the years that are sums of months or quarters."""
        if not self._made(area):
            return self.series(area)
        if area not in self._with_years:
            self._with_years[area] = _sorted({**self._own(area), **self._made(area)})
        return self._with_years[area]

    def _own(self, area: str) -> Actuals:
        """The actuals of *area*, and the sums of its parts where it has none and every part has one."""
        if area not in self._actuals:
            published = self._read.actuals(self._indicator.id, area)
            sums = self._sums(area, published)
            self._actuals[area] = {**published, **sums} if sums else published
        return self._actuals[area]

    def _sums(self, area: str, published: Actuals) -> Actuals:
        kinds = self._kinds.get(area)
        if kinds is None or not self._may_be_summed(area, published):
            return {}
        before = list(self._kinds)[: list(self._kinds).index(area)]  # a whole is summed before its parts are
        parts = [part.slug for kind in kinds for part in kind]
        every = {
            slug: self._own(slug) if slug in before else self._read.actuals(self._indicator.id, slug) for slug in parts
        }
        found = {}
        for period in {period for known in every.values() for period in known} - set(published):
            here = {slug: known[period] for slug, known in every.items() if period in known}
            if whole := whole_of(self._indicator, area, kinds, here):
                found[period] = whole
        return found

    def _may_be_summed(self, area: str, published: Actuals) -> bool:
        """Whether the parts may have what the area lacks; they are not read for less."""
        if self._read.is_whole:
            return True
        known = self._read.measured(self._parts[area]).get(self._indicator.id, ())
        return any(period not in published and may_be_summed(self._indicator, period) for period in known)

    def _made(self, area: str) -> Actuals:
        """The financial years that months or quarters come to, where no figure of the year is published."""
        if area not in self._years:
            own = self._own(area)
            short = [item for item in own.values() if item.period.kind in PARTS_OF_A_YEAR]
            made = summed_years(self._indicator, area, short) if short else ()
            self._years[area] = {year.period: said_of_parts(year, short) for year in made if year.period not in own}
        return self._years[area]


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
        self.read = FiguresRead(store, scope)
        self.baselines = {(item.indicator, item.area): item for item in store.baselines(scope)}
        self._found: dict[str, IndicatorFigures] = {}
        self._over: dict[Period, bool] = {}
        self._whole_periods: dict[str, set[tuple[Period, bool]]] = {}

    def area(self, slug: str) -> Area:
        return self._area[slug]

    def children(self, slug: str) -> tuple[Area, ...]:
        return tuple(self._children.get(slug, ()))

    @cached_property
    def kinds(self) -> Kinds:
        """The parts of each area that has some, those of one kind together."""
        return {area.slug: kinds_of(inner) for area in self.areas if (inner := self.children(area.slug))}

    @cached_property
    def parts(self) -> Parts:
        return {area.slug: frozenset(inner.slug for inner in self.children(area.slug)) for area in self.areas}

    def of(self, indicator: Indicator) -> IndicatorFigures:
        """The figures of *indicator*, whichever definition of it is given."""
        found = self._found.get(indicator.id)
        if found is None:
            whole = self._indicators.get(indicator.id, indicator)
            found = self._found[indicator.id] = IndicatorFigures(whole, (self.kinds, self.parts), self.read)
        return found

    def parts_may_have(self, indicator: Indicator, area: str, period: Period) -> bool:
        """Whether a part of *area* may have a figure of *period*, or of months or quarters of it."""
        if self.read.is_whole:
            return True
        known = self.read.measured(self.parts[area]).get(indicator.id, ())
        return any(period in (item, year_of(item)) for item in known)

    def parts_are_aimed(self, indicator: Indicator, area: str, period: Period) -> bool:
        """Whether a part of *area* has a target for *period*."""
        inner = self.children(area)
        if not self.read.is_whole and period not in self.read.aimed(self.parts[area]).get(indicator.id, ()):
            return False
        return any(period in self.of(indicator).targets(child.slug) for child in inner)

    def is_over(self, year: Period) -> bool:
        """Whether anything is counted of the end of *year*, or of later: one measure may still cover part of it.

        Whoever surveys once a year may publish early, so a whole year's percentage says nothing.
        """
        if year not in self._over:
            self._over[year] = self._is_over(year)
        return self._over[year]

    def _is_over(self, year: Period) -> bool:
        read = self.read.areas
        if any(self._tells(year, area) for area in read):
            return True
        if self.read.is_whole or not self._may_be_over(year):
            return False
        return any(self._tells(year, area.slug) for area in self.areas if area.slug not in read)

    def _may_be_over(self, year: Period) -> bool:
        """Whether a figure that is not read yet may tell."""
        known = self.read.measured(frozenset(self._area))
        return any(_is_end(period, year, self._counts[key]) for key, found in known.items() for period in found)

    def _tells(self, year: Period, area: str) -> bool:
        """Whether a number of *area*, or of any where all are read, covers a whole period that ends *year*."""
        if area not in self._whole_periods:
            items = (item for item in self.read.observations(area) if item.value.number is not None)
            self._whole_periods[area] = {
                (item.period, self._counts[item.indicator]) for item in items if not item.is_part
            }
        return any(_is_end(period, year, is_counted) for period, is_counted in self._whole_periods[area])

    @cached_property
    def _counts(self) -> Mapping[str, bool]:
        """Whether each indicator counts something."""
        counted = (ValueType.COUNT, ValueType.RATE)
        return defaultdict(bool, {key: item.value_type in counted for key, item in self._indicators.items()})


def _is_end(period: Period, year: Period, is_counted: bool) -> bool:
    return period.start > year.end or (period.end >= year.end and (period != year or is_counted))


def _sorted(found: Mapping[Period, Observation]) -> tuple[Observation, ...]:
    return tuple(found[period] for period in sorted(found, key=_DAYS))
