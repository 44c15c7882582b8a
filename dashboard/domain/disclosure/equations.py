"""Knows which counts are sums of others: areas of their parts, years of quarters and months, indicators of parts."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

from dashboard.domain.disclosure.counts import Count
from dashboard.domain.disclosure.rule import Mode
from dashboard.domain.disclosure.sums import Equation, Key, State, Tally
from dashboard.domain.periods.combining import Combine
from dashboard.domain.records import Area, Indicator

K = TypeVar("K", bound=Hashable)
YEAR, APRIL = 12, 3


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known of a partnership that makes sums: its areas, kind by kind, and its indicators."""

    indicators: Mapping[str, Indicator]
    kinds: Mapping[str, tuple[tuple[str, ...], ...]]  # of each area the parts, those of one level together
    people: Mapping[str, int | None] = field(default_factory=dict)  # who live in each area

    @classmethod
    def of(cls, indicators: Iterable[Indicator], areas: Iterable[Area]) -> "Frame":
        levels: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        people = {}
        for area in areas:
            people[area.slug] = area.population
            if area.parent:
                levels[area.parent][area.level].append(area.slug)
        kinds = {parent: tuple(map(tuple, found.values())) for parent, found in levels.items()}
        return cls({item.id: item for item in indicators}, kinds, people)


@dataclass(slots=True)
class Found:
    """Equations, and what is left over in those whose parts are not all there."""

    equations: dict[Equation, None] = field(default_factory=dict)
    rests: dict[Key, Tally] = field(default_factory=dict)

    def add(self, total: Count, parts: Sequence[Count], *, whole: bool) -> None:
        """*total* with some of its parts; *whole*: with every one. Numbers that do not fit say nothing."""
        rest = total.value - sum(part.value for part in parts)
        if rest < 0 or not parts:
            return
        keys: tuple[Key, ...] = tuple(part.version for part in parts)
        if rest or not whole:
            name = ("rest", total.version, keys)
            small = total.rule is not None and total.rule.mode is Mode.SUPPRESS and total.rule.is_small(rest)
            self.rests[name] = Tally(rest, State.HIDDEN, small)
            keys = (*keys, name)
        self.equations[Equation(total.version, keys)] = None


def find_equations(counts: Sequence[Count], frame: Frame, found: Found) -> None:
    """Add every sum among *counts*, which stood beside each other."""
    by_place = _grouped(counts, lambda item: (item.indicator, item.area))
    for (name, _), every in by_place.items():
        _over_time(frame.indicators[name], every, found)
    by_time = _grouped(counts, lambda item: (item.indicator, item.first, item.months))
    for (name, *_), every in by_time.items():
        if frame.indicators[name].combining is not Combine.AVERAGE:
            _over_areas(frame, {item.area: item for item in every}, found)
    _over_indicators(frame, counts, found)
    _of_the_same(counts, found)


def _grouped(counts: Iterable[Count], name: Callable[[Count], K]) -> dict[K, list[Count]]:
    groups: dict[K, list[Count]] = defaultdict(list)
    for item in counts:
        groups[name(item)].append(item)
    return groups


def _over_time(indicator: Indicator, counts: Sequence[Count], found: Found) -> None:
    if indicator.is_running:
        _running(counts, found)
    if indicator.combining in (Combine.LAST, Combine.AVERAGE):
        return
    by_length = _grouped(sorted(counts, key=lambda item: item.first), lambda item: (item.months,))
    for total in counts:
        for (months,), every in by_length.items():
            parts = list(_inside(total, every)) if months < total.months else []
            whole = sum(part.months for part in parts) == total.months
            if whole or indicator.combining is not Combine.NONE:
                found.add(total, parts, whole=whole)


def _inside(total: Count, every: Iterable[Count]) -> Iterator[Count]:
    """Those of *every*, the earliest first, that lie inside *total* and not in one another."""
    free = total.first
    for item in every:
        if item.first >= free and item.first + item.months <= total.first + total.months:
            free = item.first + item.months
            yield item


def _running(counts: Sequence[Count], found: Found) -> None:
    """Each figure of a running total holds the one before it in its financial year."""
    ends = sorted(counts, key=lambda item: (item.first + item.months, item.months))
    for before, after in pairwise(ends):
        one, other = before.first + before.months, after.first + after.months
        if (one - 1 - APRIL) // YEAR == (other - 1 - APRIL) // YEAR:
            found.add(after, [before], whole=one == other)


def _over_areas(frame: Frame, by_area: Mapping[str, Count], found: Found) -> None:
    for area, total in by_area.items():
        for kind in frame.kinds.get(area, ()):
            parts = [by_area[name] for name in kind if name in by_area]
            found.add(total, parts, whole=len(parts) == len(kind))


def _over_indicators(frame: Frame, counts: Sequence[Count], found: Found) -> None:
    by_place = _grouped(counts, lambda item: (item.area, item.first, item.months))
    for every in by_place.values():
        known = {item.indicator: item for item in every}
        parts: dict[str, list[Count]] = defaultdict(list)
        for item in every:
            parts[frame.indicators[item.indicator].part_of].append(item)
        for name, inside in parts.items():
            if name in known:
                found.add(known[name], inside, whole=len(inside) > 1)


def _of_the_same(counts: Sequence[Count], found: Found) -> None:
    """A rate or percentage of a count that is a figure itself: who knows one knows the other."""
    for every in _grouped(counts, lambda item: (item.area, item.first, item.months, item.value)).values():
        made = [item for item in every if item.of is not None and item.value]
        plain = [item for item in every if item.of is None]
        for item in made:
            for other in plain[:1] or [each for each in made[:1] if each is not item]:
                found.add(other, [item], whole=True)
