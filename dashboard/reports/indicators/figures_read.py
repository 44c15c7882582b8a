"""Knows which figures of a partnership are read: all at once where there are few, what is asked for where many."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from dashboard.domain.periods.period import Period
from dashboard.domain.records import Observation, Scope, Target
from dashboard.questions.store import Store

MANY = 1_000  # pairs of an indicator and an area: of fewer, all are read in one go
MOST_ALONE = 40  # indicators that are read one by one; whoever asks for more waits for all
Figure = TypeVar("Figure", Observation, Target)
ByPlace = dict[tuple[str, str], dict[Period, Figure]]  # by indicator and area
Periods = Mapping[str, frozenset[Period]]  # by indicator


class _Group:
    """What is read in one go: actuals and targets, each where one is asked for."""

    def __init__(self, store: Store, scope: Scope) -> None:
        self._store, self._scope = store, scope

    @cached_property
    def observations(self) -> tuple[Observation, ...]:
        return self._store.observations(self._scope)

    @cached_property
    def actuals(self) -> ByPlace[Observation]:
        return _by_place(self.observations)

    @cached_property
    def targets(self) -> ByPlace[Target]:
        return _by_place(self._store.targets(self._scope))


class FiguresRead:
    """The actuals and targets of one partnership: those of the areas that views are of, and of single indicators."""

    def __init__(self, store: Store, scope: Scope) -> None:
        self._store, self._scope = store, replace(scope, categories=None)
        self._all: _Group | None = None
        self._viewed: dict[str, None] = {}  # areas, the first first
        self._areas: dict[str, _Group] = {}
        self._alone: dict[str, _Group] = {}
        self._measured: dict[frozenset[str], Periods] = {}
        self._aimed: dict[frozenset[str], Periods] = {}
        if not self._are_many():
            self.read_all()

    def _are_many(self) -> bool:
        """Whether to read by and by; what is counted from street-level files is counted in one go."""
        indicators = self._store.indicators(self._scope)
        pairs = len(indicators) * len(self._store.areas(self._scope.partnership))
        return pairs > MANY and not any(item.crime for item in indicators)

    @property
    def is_whole(self) -> bool:
        return self._all is not None

    @property
    def areas(self) -> tuple[str, ...]:
        """What is read of every indicator: areas, or everything under no name."""
        return ("",) if self.is_whole else tuple(self._viewed)

    def read_all(self) -> None:
        self._all = self._all or self._read(self._scope)

    def view(self, area: str) -> None:
        """Let the figures of *area* be read of every indicator at once, where one is asked for."""
        self._viewed[area] = None

    def _area(self, area: str) -> _Group:
        if area not in self._areas:
            self._areas[area] = self._read(replace(self._scope, areas=frozenset({area})))
        return self._areas[area]

    def actuals(self, indicator: str, area: str) -> Mapping[Period, Observation]:
        return self._of(indicator, area).actuals.get((indicator, area), {})

    def targets(self, indicator: str, area: str) -> Mapping[Period, Target]:
        return self._of(indicator, area).targets.get((indicator, area), {})

    def observations(self, area: str) -> tuple[Observation, ...]:
        """Those of *area*, or of all where all are read."""
        self.view(area)
        return (self._all or self._area(area)).observations

    def measured(self, areas: frozenset[str]) -> Periods:
        """The periods of which each indicator may have an actual in *areas*, without reading them."""
        if areas not in self._measured:
            self._measured[areas] = self._store.measured_periods(replace(self._scope, areas=areas))
        return self._measured[areas]

    def aimed(self, areas: frozenset[str]) -> Periods:
        """The periods of which each indicator may have a target in *areas*, without reading them."""
        if areas not in self._aimed:
            self._aimed[areas] = self._store.aimed_periods(replace(self._scope, areas=areas))
        return self._aimed[areas]

    def _of(self, indicator: str, area: str) -> _Group:
        """What holds the figures of *indicator* in *area*; those of other areas than views are of are read alone."""
        if self._all is not None:
            return self._all
        if area in self._viewed:
            return self._area(area)
        if indicator not in self._alone and len(self._alone) < MOST_ALONE:
            self._alone[indicator] = self._read(replace(self._scope, indicators=frozenset({indicator})))
        if indicator in self._alone:
            return self._alone[indicator]
        self._all = self._read(self._scope)
        return self._all

    def _read(self, scope: Scope) -> _Group:
        return _Group(self._store, scope)


def _by_place(items: Iterable[Figure]) -> ByPlace[Figure]:
    found: ByPlace[Figure] = defaultdict(dict)
    for item in items:
        found[item.indicator, item.area][item.period] = item
    return dict(found)
