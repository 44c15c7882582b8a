"""Knows where a change lies: by crime type, in each by place and neighbourhood; looked into only where it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.domain.periods.calendar import first_month
from dashboard.domain.periods.period import Period
from dashboard.domain.statistics.many import ChangeAmongMany, Counts, among_many
from dashboard.domain.street.crime import LEFT_OVERS, LEVEL_WORDS, CrimeType, Level, Place
from dashboard.questions.store import Store
from dashboard.questions.street import CountQuery
from dashboard.reports.street.place_context import StreetContext
from dashboard.reports.street.ranking import Spot, is_comparable, rankable

MOST_LISTED = 10  # either way
MOST_PLACES = 2_000  # of more neighbourhoods no tree is made
TYPES = ("type of incident", "types of incident")
EVERY_TYPE = 0
NOTHING = (0, 0)

Key = tuple[int, int]  # crime type, place
Types = tuple[Sequence[int], bool]  # by their numbers: each by itself, or all together under type 0
Pair = tuple[Period, Period]  # the months looked at, and those they are compared with


@dataclass(frozen=True, slots=True)
class Branch:
    """A crime type, a place, or one in the other: both counts, judged among those beside it, and what it holds."""

    crime: CrimeType | None
    place: Place | None
    now: int
    before: int
    tested: ChangeAmongMany
    whole: int  # the change that it is part of; nought where chance explains that
    inner: "Branches | None" = None  # where it is looked into

    @property
    def moved(self) -> int:
        return self.now - self.before

    @property
    def name(self) -> str:
        return self.place.known_as if self.place else self.crime.name if self.crime else ""


@dataclass(frozen=True, slots=True)
class Branches:
    """What lies side by side: how many were looked at, how many of them stand out, and the largest either way."""

    noun: tuple[str, str]
    looked_at: int
    outstanding: int
    shown: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class MovedTree:
    """The same change taken apart twice: by type and by place; either is None where there is nothing to part."""

    types: Branches | None
    places: Branches | None


def moved_tree(store: Store, context: StreetContext, pair: Pair, spots: Sequence[Spot]) -> MovedTree | None:
    """Return where the change between the two periods lies; None for too many neighbourhoods, or within one.

    *spots* are the neighbourhoods with incidents in either, as they are ranked.
    """
    hoods = rankable(store, context)
    if context.place.level in (Level.LSOA, Level.POINT) or not 1 < len(hoods) <= MOST_PLACES:
        return None
    inner = store.inward(context.place.id)
    inside = _inside(store, inner, hoods)
    kinds = _kinds(context, pair) if len(context.types) > 1 else []
    counts = _counts(store, inner, ((context.numbers, False), ([item.number for item in kinds], True)), pair)
    alone, places = _looked_into(counts)
    within = [hood for place in places for hood in inside.get(place, ())]
    opened = [kind.number for kind in _opened(kinds, _Ground(inner, inside, hoods, counts)) if kind.number in alone]
    counts |= {(EVERY_TYPE, item.place.id): (item.now, item.before or 0) for item in spots}
    counts |= _counts(store, within, ((opened, True),), pair)
    ground = _Ground(inner, inside, hoods, counts)
    way = ground.way()
    return MovedTree(_types(kinds, ground, way) if kinds else None, ground.places(None, way))


def _kinds(context: StreetContext, pair: Pair) -> list[CrimeType]:
    """The crime types that can be compared: some months may look incomplete for one, or be of a time without it."""
    return [item for item in context.types if is_comparable(context.of_types((item.number,)), *pair)]


def _inside(store: Store, inner: Sequence[Place], hoods: Sequence[Place]) -> dict[int, tuple[Place, ...]]:
    """The neighbourhoods of each place one step in; none of what is a neighbourhood itself."""
    named = {place.parent for place in hoods}
    found = {}
    for place in inner:
        if place.level == Level.LSOA:
            continue
        listed = hoods if place.id in named else store.neighbourhoods(place.id)
        found[place.id] = tuple(item for item in listed if place.id not in named or item.parent == place.id)
    return found


def _counts(store: Store, places: Sequence[Place], asked: Sequence[Types], pair: Pair) -> dict[Key, Counts]:
    """Both counts of some places, of the crime types that are *asked* for."""
    found: dict[Key, list[int]] = {}
    ids = tuple(dict.fromkeys(place.id for place in places))
    for side, span in enumerate(pair if ids else ()):
        months = (first_month(span), first_month(span) + span.months - 1, span.months)
        for kinds, by_type in asked:
            query = CountQuery(ids, tuple(kinds), *months, by_type=by_type)
            for item in store.counts(query) if kinds else ():
                kind = item.crime_type if by_type else EVERY_TYPE
                found.setdefault((kind, item.place), [0, 0])[side] += item.n
    return {key: (now, before) for key, (now, before) in found.items()}


def _opened(kinds: Sequence[CrimeType], ground: "_Ground") -> list[CrimeType]:
    """The types that stand out, and are looked into: of the others no neighbourhood need be counted."""
    tested = among_many([ground.of(kind, ground.inner) for kind in kinds])
    return [kind for kind, item in zip(kinds, tested, strict=True) if item and item.real]


def _looked_into(counts: Mapping[Key, Counts]) -> tuple[set[int], list[int]]:
    """The crime types and places of which any change would be real alone: what they hold is asked for."""
    tested = zip(counts, among_many(list(counts.values())), strict=True)
    keys = [key for key, item in tested if item and item.is_real_alone]
    return {kind for kind, _ in keys if kind}, sorted({place for _, place in keys})


def _types(kinds: Sequence[CrimeType], ground: "_Ground", way: int) -> Branches:
    """The change by type; one that stands out is looked into."""
    pairs = [ground.of(kind, ground.inner) for kind in kinds]
    branches = [
        Branch(kind, None, *pair, found, way, ground.places(kind, pair[0] - pair[1]) if found.real else None)
        for kind, pair, found in zip(kinds, pairs, among_many(pairs), strict=True)
        if found
    ]
    return _side_by_side(TYPES, branches, len(kinds))


@dataclass(frozen=True, slots=True)
class _Ground:
    """Places one step in, the neighbourhoods of each, all of these, and what was counted there."""

    inner: Sequence[Place]
    inside: Mapping[int, tuple[Place, ...]]
    hoods: Sequence[Place]
    counts: Mapping[Key, Counts]

    def each(self, kind: CrimeType | None, places: Sequence[Place]) -> list[Counts]:
        """Both counts of a type in each of *places*."""
        number, counts = kind.number if kind else EVERY_TYPE, self.counts
        return [counts.get((number, place.id), NOTHING) for place in places]

    def of(self, kind: CrimeType | None, places: Sequence[Place]) -> Counts:
        """Both counts of a type in all of *places*."""
        found = self.each(kind, places)
        return sum(now for now, _ in found), sum(before for _, before in found)

    def way(self) -> int:
        """By how much the whole moved; nought where chance explains that."""
        now, before = self.of(None, self.inner)
        (found,) = among_many([(now, before)])
        return now - before if found and found.real else 0

    def places(self, kind: CrimeType | None, way: int) -> Branches | None:
        """A change by place; of a type only in places where it would be real alone."""
        located = [place for place in self.inner if place.level not in LEFT_OVERS]
        if len(located) < 2:
            return None
        below = {number: item for number, item in self._tested(kind, self.hoods).items() if item.is_real_alone}
        found = self._tested(kind, located)
        branches = [self._branch(kind, place, found[place.id], way, below) for place in located]
        level = next((place.level for place in located if place.level in LEVEL_WORDS), Level.LSOA)
        parted = _side_by_side(LEVEL_WORDS[level], branches, len(located))
        return _certain(parted) if kind else parted

    def _tested(self, kind: CrimeType | None, places: Sequence[Place]) -> dict[int, ChangeAmongMany]:
        """The change of each of *places* by its number, judged among all of them."""
        tested = among_many(self.each(kind, places))
        return {place.id: item for place, item in zip(places, tested, strict=True) if item}

    def _branch(
        self,
        kind: CrimeType | None,
        place: Place,
        tested: ChangeAmongMany,
        way: int,
        below: Mapping[int, ChangeAmongMany],
    ) -> Branch:
        """A place, with the neighbourhoods in it that would be real alone, as *below*, where it would be."""
        certain = [hood for hood in self.inside.get(place.id, ()) if tested.is_real_alone and hood.id in below]
        found = [Branch(kind, hood, *self.of(kind, (hood,)), below[hood.id], way) for hood in certain]
        inner = _side_by_side(LEVEL_WORDS[Level.LSOA], found, len(self.hoods)) if found else None
        return Branch(kind, place, *self.of(kind, (place,)), tested, way, inner)


def _certain(found: Branches) -> Branches:
    return replace(found, shown=tuple(item for item in found.shown if item.tested.is_real_alone))


def _side_by_side(noun: tuple[str, str], branches: Sequence[Branch], looked_at: int) -> Branches:
    """The largest rises, then the largest falls, the largest of them last."""
    ordered = sorted(branches, key=lambda item: (-item.moved, item.name))
    rises = [item for item in ordered if item.moved > 0][:MOST_LISTED]
    falls = [item for item in ordered if item.moved < 0][-MOST_LISTED:]
    return Branches(noun, looked_at, sum(item.tested.real for item in branches), (*rises, *falls))
