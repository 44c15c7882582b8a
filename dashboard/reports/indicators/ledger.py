"""Knows one partnership's figures in a view: actuals (printed or summed), targets (resolved), notes."""

from collections import defaultdict
from collections.abc import Iterable
from copy import copy
from dataclasses import replace
from decimal import Decimal

from dashboard.domain.documents import Note
from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import By
from dashboard.domain.periods.period import Period, PeriodKind
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
from dashboard.domain.statistics.series import PARTS_OF_A_YEAR, year_of
from dashboard.domain.targets.aims import Polarity, end_of_range
from dashboard.domain.targets.target import Base, Resolved, resolve
from dashboard.questions.store import Store
from dashboard.reports.indicators.commentaries import Commentaries
from dashboard.reports.indicators.figure_index import FigureIndex
from dashboard.reports.indicators.parts import may_be_summed, without_figure
from dashboard.reports.store_memory import worked_out

SAID_OF_ACTUALS = ("actual", "change")


class Ledger:
    """Everything a page needs to judge: the figures of the partnership, and which of them a view shows."""

    def __init__(self, store: Store, filters: Filters, by: By = By.YEAR, *, one_by_one: bool = False) -> None:
        """*one_by_one* is for whoever looks at few indicators: of many, the others of the area are not read."""
        scope = replace(scope_of(store, filters), by=by)
        self._store, self._scope, name = store, scope, filters.partnership
        self.indicators: tuple[Indicator, ...] = store.indicators(scope)
        if not any(item.crime for item in store.indicators(Scope(name))):
            by = By.YEAR  # what is not counted from files is the same, however long the periods of counts are
        self._index = worked_out(store, (FigureIndex, name, by), lambda: FigureIndex(store, Scope(name, by=by)))
        if not one_by_one:
            self._index.read.view(filters.area_slug)
        self.areas: tuple[Area, ...] = self._index.areas
        self._said = _of_actuals(store.printed_figures(scope))
        self.commentaries = Commentaries(store.commentaries(scope))
        self._notes = {(note.document, note.table, note.mark): note for note in store.notes(name)}
        self._titles = {item.document: item.title for item in store.documents(name)}
        self._short: dict[str, dict[str, list[Observation]]] = {}
        self._focus: frozenset[str] | None = None

    def area(self, slug: str) -> Area:
        return self._index.area(slug)

    def children(self, slug: str) -> tuple[Area, ...]:
        return self._index.children(slug)

    def actual(self, indicator: Indicator, area: str, period: Period) -> Observation | None:
        return self._index.of(indicator).actual(area, period)

    def said(self, indicator: Indicator, area: str, period: Period) -> tuple[PrintedFigure, ...]:
        """What the document's text says of the actual of *period*, or of its change on the year before."""
        found = self._said.get((indicator.id, area), ())
        return tuple(item for item in found if item.period == period)

    def undated(self, indicator: Indicator, area: str) -> tuple[PrintedFigure, ...]:
        """What the text says of the actual without a date."""
        return tuple(item for item in self._said.get((indicator.id, area), ()) if item.period is None)

    def target(self, indicator: Indicator, area: str, period: Period) -> Target | None:
        return self._index.of(indicator).targets(area).get(period)

    def baseline(self, indicator: Indicator, area: str) -> Baseline | None:
        return self._index.baselines.get((indicator.id, area))

    def series(self, indicator: Indicator, area: str) -> tuple[Observation, ...]:
        """The actuals of one area, oldest first, without years that are sums of what is among them."""
        return self._index.of(indicator).series(area)

    def years(self, indicator: Indicator, area: str) -> tuple[Observation, ...]:
        """The same with the years that are sums of months or quarters."""
        return self._index.of(indicator).with_years(area)

    @property
    def reads_all(self) -> bool:
        """Whether every figure is read, as it is where they are few."""
        return self._index.read.is_whole

    def read_all(self) -> None:
        """Read every figure at once: whoever needs all need not read them indicator by indicator."""
        self._index.read.read_all()

    def narrowed(self, indicators: tuple[Indicator, ...]) -> "Ledger":
        """The same of *indicators* alone."""
        found = copy(self)
        found.indicators = indicators
        return found

    def focused(self, indicator: Indicator) -> "Ledger":
        """The same, reading months of *indicator* alone: whoever looks at one need not wait for those of all."""
        found = copy(self)
        found._focus, found._short = frozenset({indicator.id}), {}
        return found

    def short(self, indicator: Indicator, area: str) -> tuple[Observation, ...]:
        """The monthly actuals of one area, or else the quarterly, oldest first, sums of its parts among them."""
        own = [item for item in self.series(indicator, area) if item.period.kind in PARTS_OF_A_YEAR]
        counted = self._counted(area).get(indicator.id, ()) if indicator.crime else ()
        known = {item.period: item for item in (*counted, *own)}
        months = [known[period] for period in sorted(known) if period.kind == PeriodKind.MONTH]
        return tuple(months or [known[period] for period in sorted(known)])

    def _counted(self, area: str) -> dict[str, list[Observation]]:
        """The months of what is counted in street-level files."""
        if area not in self._short:
            counted = frozenset(item.id for item in self.indicators if item.crime)
            wanted = counted if self._focus is None else self._focus
            scope = replace(self._scope, by=By.MONTH, areas=frozenset({area}), categories=None, indicators=wanted)
            self._short[area] = _by_indicator(self._store.observations(scope))
        return self._short[area]

    def target_series(self, indicator: Indicator, area: str) -> tuple[Target, ...]:
        found = self._index.of(indicator).targets(area)
        return tuple(found[period] for period in sorted(found))

    def periods(self, indicator: Indicator) -> tuple[Period, ...]:
        """Every period with an actual or a target, oldest first."""
        return self._index.of(indicator).periods(self.areas)

    def going_on(self, area: str, after: Period) -> Period | None:
        """The year after *after* of which only some months are counted, if there is one."""
        figures = [item for indicator in self.indicators for item in self.years(indicator, area)]
        if not any(item.is_part for item in figures):
            return None
        later = [item for item in figures if item.period.kind == after.kind and item.period > after]
        years = {item.period for item in later if item.is_part}
        years -= {item.period for item in later if not item.is_part and item.value.number is not None}
        years |= {item.period for item in later if item.is_part and item.held is not None}
        return max((year for year in years if not self.is_over(year)), default=None)

    def aimed_inside(self, area: str, year: Period) -> Period | None:
        """The newest month or quarter of *year* with a target, where none is for the year."""
        every = (self._index.of(indicator).targets(area) for indicator in self.indicators)
        periods = {period for found in every for period in found if year_of(period) == year}
        return max(periods, default=None) if year not in periods else None

    def is_over(self, year: Period) -> bool:
        """Whether anything is counted of the end of *year*, or of later, whatever categories the view shows."""
        return self._index.is_over(year)

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

    @property
    def has_notes(self) -> bool:
        """Whether any table of the partnership has notes."""
        return bool(self._notes)

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
        if not self._index.parts_may_have(indicator, area, period):
            return ()
        return without_figure(self._index.kinds.get(area, []), self.parts(indicator, area, period))

    def parts_are_aimed(self, indicator: Indicator, area: str, period: Period) -> bool:
        """Whether an area inside *area* has a target for *period*."""
        return self._index.parts_are_aimed(indicator, area, period)

    def parts(self, indicator: Indicator, area: str, period: Period) -> dict[str, Observation]:
        """The actuals of the areas inside *area*."""
        found = ((child.slug, self.actual(indicator, child.slug, period)) for child in self.children(area))
        return {slug: item for slug, item in found if item is not None}


def _of_actuals(figures: Iterable[PrintedFigure]) -> dict[tuple[str, str], tuple[PrintedFigure, ...]]:
    """The figures of running text that speak of an actual or of its change, by indicator and area."""
    found: dict[tuple[str, str], tuple[PrintedFigure, ...]] = defaultdict(tuple)
    for item in figures:
        if item.compare in SAID_OF_ACTUALS and item.source.in_text:
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
