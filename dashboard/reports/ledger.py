"""Knows one partnership's figures in a view: actuals (printed or summed), targets (resolved), notes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from dashboard.domain.aims import Polarity, end_of_range
from dashboard.domain.filters import Filters
from dashboard.domain.papers import Note
from dashboard.domain.periods import Period, PeriodKind
from dashboard.domain.records import (
    Area,
    Baseline,
    Indicator,
    Observation,
    PrintedFigure,
    Scope,
    SourceCell,
    Target,
)
from dashboard.domain.series import PARTS_OF_A_YEAR, year_of
from dashboard.domain.street import By
from dashboard.domain.targets import Base, Resolved, resolve
from dashboard.domain.values import ValueType
from dashboard.reports.commentaries import Commentaries
from dashboard.reports.parts import kinds_of, may_be_summed, said_of_parts, whole_of, without_figure
from dashboard.reports.store import Store
from dashboard.reports.sums import summed_years

Key = tuple[str, str, Period]
SAID_OF_ACTUALS = ("actual", "change")
Figure = TypeVar("Figure", Observation, Target)


class Ledger:
    """Everything a page needs to judge; read from the store once."""

    def __init__(self, store: Store, filters: Filters, by: By = By.YEAR) -> None:
        self._store, self._scope = store, replace(scope_of(store, filters), by=by)
        scope = self._scope
        self.indicators: tuple[Indicator, ...] = store.indicators(scope)
        self.areas: tuple[Area, ...] = store.areas(filters.partnership)
        self._actuals = _by_key(store.observations(scope))
        self._targets = _by_key(store.targets(scope))
        self._baselines = {(item.indicator, item.area): item for item in store.baselines(scope)}
        self._said = _of_actuals(store.printed_figures(scope))
        self.commentaries = Commentaries(store.commentaries(scope))
        self._notes = {(note.document, note.table, note.mark): note for note in store.notes(filters.partnership)}
        self._titles = {item.document: item.title for item in store.documents(filters.partnership)}
        self._years: dict[Key, Observation] = {}
        self._short: dict[str, dict[str, list[Observation]]] = {}
        self._focus: frozenset[str] | None = None
        self._add_sums()
        self._add_years()

    def area(self, slug: str) -> Area:
        return next(area for area in self.areas if area.slug == slug)

    def children(self, slug: str) -> tuple[Area, ...]:
        return tuple(area for area in self.areas if area.parent == slug)

    def actual(self, indicator: Indicator, area: str, period: Period) -> Observation | None:
        key = (indicator.id, area, period)
        return self._actuals.get(key) or self._years.get(key)

    def said(self, indicator: Indicator, area: str, period: Period) -> tuple[PrintedFigure, ...]:
        """What the document's text says of the actual of *period*, or of its change on the year before."""
        found = self._said.get((indicator.id, area), ())
        return tuple(item for item in found if item.period == period)

    def undated(self, indicator: Indicator, area: str) -> tuple[PrintedFigure, ...]:
        """What the text says of the actual without a date."""
        return tuple(item for item in self._said.get((indicator.id, area), ()) if item.period is None)

    def target(self, indicator: Indicator, area: str, period: Period) -> Target | None:
        return self._targets.get((indicator.id, area, period))

    def baseline(self, indicator: Indicator, area: str) -> Baseline | None:
        return self._baselines.get((indicator.id, area))

    def series(self, indicator: Indicator, area: str) -> tuple[Observation, ...]:
        """The actuals of one area, oldest first, without years that are sums of what is among them."""
        return self._sorted(self._actuals, indicator, area)

    def years(self, indicator: Indicator, area: str) -> tuple[Observation, ...]:
        """The same with the years that are sums of months or quarters."""
        return self._sorted(self._actuals | self._years, indicator, area)

    def focus(self, indicator: Indicator) -> None:
        """Read months of *indicator* alone: whoever looks at one need not wait for those of all."""
        self._focus, self._short = frozenset({indicator.id}), {}

    def short(self, indicator: Indicator, area: str) -> tuple[Observation, ...]:
        """The monthly actuals of one area, or else the quarterly, oldest first, sums of its parts among them."""
        if area not in self._short:
            scope = replace(self._scope, by=By.MONTH, areas=frozenset({area}), indicators=self._focus)
            own = [item for item in self._actuals.values() if item.area == area]
            self._short[area] = _by_indicator([*self._store.observations(scope), *own])
        known = {item.period: item for item in self._short[area].get(indicator.id, ())}
        months = [known[period] for period in sorted(known) if period.kind == PeriodKind.MONTH]
        return tuple(months or [known[period] for period in sorted(known)])

    def _sorted(self, found: dict[Key, Observation], indicator: Indicator, area: str) -> tuple[Observation, ...]:
        own = (item for key, item in found.items() if key[:2] == (indicator.id, area))
        return tuple(sorted(own, key=lambda item: item.period))

    def target_series(self, indicator: Indicator, area: str) -> tuple[Target, ...]:
        found = [item for key, item in self._targets.items() if key[:2] == (indicator.id, area)]
        return tuple(sorted(found, key=lambda item: item.period))

    def periods(self, indicator: Indicator) -> tuple[Period, ...]:
        """Every period with an actual or a target, oldest first."""
        keys = [*self._actuals, *self._years, *self._targets]
        return tuple(sorted({key[2] for key in keys if key[0] == indicator.id}))

    def going_on(self, area: str, after: Period) -> Period | None:
        """The year after *after* of which only some months are counted, if there is one."""
        figures = [item for item in [*self._actuals.values(), *self._years.values()] if item.area == area]
        later = [item for item in figures if item.period.kind == after.kind and item.period > after]
        years = {item.period for item in later if item.is_part}
        years -= {item.period for item in later if not item.is_part and item.value.number is not None}
        years |= {item.period for item in later if item.is_part and item.held is not None}
        return max((year for year in years if not self.is_over(year)), default=None)

    def aimed_inside(self, area: str, year: Period) -> Period | None:
        """The newest month or quarter of *year* with a target, where none is for the year."""
        periods = {key[2] for key in self._targets if key[1] == area and year_of(key[2]) == year}
        return max(periods, default=None) if year not in periods else None

    def is_over(self, year: Period) -> bool:
        """Whether anything is counted of the end of *year*, or of later: one measure may still cover part of it.

        Whoever surveys once a year may publish early, so a whole year's percentage says nothing.
        """
        return any(
            item.period.start > year.end
            or (item.period.end >= year.end and (item.period != year or self._is_counted(item.indicator)))
            for item in self._whole_figures
        )

    def _is_counted(self, indicator: str) -> bool:
        return self._kinds_of_value.get(indicator) in (ValueType.COUNT, ValueType.RATE)

    @cached_property
    def _whole_figures(self) -> tuple[Observation, ...]:
        """Every number that covers its period, whatever categories the view shows."""
        every = self._store.observations(replace(self._scope, categories=None))
        return tuple(item for item in every if item.value.number is not None and not item.is_part)

    @cached_property
    def _kinds_of_value(self) -> dict[str, ValueType]:
        return {item.id: item.value_type for item in self._store.indicators(replace(self._scope, categories=None))}

    def resolved(self, target: Target, indicator: Indicator) -> Resolved:
        """The number *target* comes to, on its base period's target or actual."""
        bases: dict[Base, Decimal | None] = {Base.TARGET: None, Base.ACTUAL: None}
        label = ""
        if target.base_period is not None:
            label = target.base_period.label
            base = self.target(indicator, target.area, target.base_period)
            bases[Base.TARGET] = self.resolved(base, indicator).number if base else None
            actual = self.actual(indicator, target.area, target.base_period)
            bases[Base.ACTUAL] = actual.value.number if actual and not actual.is_part else None
        found = resolve(target.rule, bases, label)
        low, high, polarity = target.rule.low, target.rule.high, indicator.at(target.period).polarity
        if low is None or high is None or polarity not in (Polarity.LOWER, Polarity.HIGHER):
            return found
        return replace(found, number=end_of_range(low, high, polarity, None))

    def notes(self, cells: Iterable[SourceCell], marks: Iterable[str]) -> tuple[Note, ...]:
        """The printed notes that *marks* stand for in the tables of *cells*."""
        tables = dict.fromkeys((cell.document, cell.table) for cell in cells)
        keys = [(*table, mark) for table in tables for mark in marks]
        return tuple(self._notes[key] for key in dict.fromkeys(keys) if key in self._notes)

    def title(self, cell: SourceCell) -> str:
        return self._titles[cell.document]

    def missing(self, indicator: Indicator, area: str, period: Period) -> tuple[Area, ...]:
        """The parts of *area* whose figure is missing from a sum; none where it has its own or no part has any."""
        if self.actual(indicator, area, period) is not None or not may_be_summed(indicator, period):
            return ()
        return without_figure(self._kinds(area), self.parts(indicator, area, period))

    def parts(self, indicator: Indicator, area: str, period: Period) -> dict[str, Observation]:
        """The actuals of the areas inside *area*."""
        found = ((child.slug, self.actual(indicator, child.slug, period)) for child in self.children(area))
        return {slug: item for slug, item in found if item is not None}

    def _kinds(self, area: str) -> list[tuple[Area, ...]]:
        return kinds_of(self.children(area))

    def _add_sums(self) -> None:
        """Give an area the sum of its parts for each period where it has no figure and every part has one."""
        parents = {area.slug: kinds for area in self.areas if (kinds := self._kinds(area.slug))}
        for indicator in self.indicators:
            for period in {key[2] for key in self._actuals if key[0] == indicator.id}:
                for parent, kinds in parents.items():
                    key = (indicator.id, parent, period)
                    found = self.parts(indicator, parent, period) if key not in self._actuals else {}
                    if whole := whole_of(indicator, parent, kinds, found):
                        self._actuals[key] = whole

    def _add_years(self) -> None:
        """Add up the months or quarters of a count to financial years, where no figure of the year is published."""
        short: dict[tuple[str, str], list[Observation]] = defaultdict(list)
        for item in self._actuals.values():
            if item.period.kind in PARTS_OF_A_YEAR:
                short[item.indicator, item.area].append(item)
        for indicator in self.indicators:
            for area in self.areas:
                for year in summed_years(indicator, area.slug, short[indicator.id, area.slug]):
                    key = (indicator.id, area.slug, year.period)
                    if key not in self._actuals:
                        self._years[key] = said_of_parts(year, short[key[:2]])


def _of_actuals(figures: Iterable[PrintedFigure]) -> dict[tuple[str, str], tuple[PrintedFigure, ...]]:
    """The figures of running text that speak of an actual or of its change, by indicator and area."""
    found: dict[tuple[str, str], tuple[PrintedFigure, ...]] = defaultdict(tuple)
    for item in figures:
        if item.compare in SAID_OF_ACTUALS and item.source.table.startswith("Text"):
            found[item.indicator, item.area] += (item,)
    return found


def _by_indicator(items: Iterable[Observation]) -> dict[str, list[Observation]]:
    """The months and quarters among *items*."""
    found: dict[str, list[Observation]] = defaultdict(list)
    for item in items:
        if item.period.kind in PARTS_OF_A_YEAR:
            found[item.indicator].append(item)
    return found


def scope_of(store: Store, filters: Filters) -> Scope:
    """What the store is asked for: the chosen categories with everything below them."""
    categories: frozenset[str] | None = None
    if filters.categories:
        tree = store.categories()
        categories = frozenset().union(*(tree.within(name) for name in filters.categories))
    return Scope(filters.partnership, categories=categories)


def _by_key(items: Iterable[Figure]) -> dict[Key, Figure]:
    return {(item.indicator, item.area, item.period): item for item in items}
