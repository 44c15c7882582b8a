"""Knows stops and searches: how many by month, what they were for, how they ended, and where, per 1,000 residents."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, By, first_month, period_with
from dashboard.domain.periods.period import Period, run_of_months
from dashboard.domain.street.crime import NOWHERE, Level, Place
from dashboard.domain.targets.status import change_is_real
from dashboard.questions.store import Store
from dashboard.questions.street import Stop
from dashboard.reports.pages.street.search_words import (
    NO_LOCATION_WORDS,
    NOT_RECORDED,
    UNPLACED,
    is_force,
    none_loaded,
    none_placed,
    notes,
    words,
)
from dashboard.reports.pages.street.searched import Searched
from dashboard.reports.report import Report
from dashboard.reports.street.place_context import StreetContext, street_context

PAGE = "stop-and-search"
MOST_MONTHS = 24
YES = "yes"


@dataclass(frozen=True, kw_only=True, slots=True)
class StopAndSearch(Report):
    """*total* is of the view's place and months, *before* of as many months a year before where all are held."""

    context: StreetContext | None = None
    total: Searched | None = None
    before: Searched | None = None
    is_real: bool | None = None  # whether the change on that is more than chance
    months: tuple[Searched, ...] = ()  # the newest first
    endings: tuple[Searched, ...] = ()
    objects: tuple[Searched, ...] = ()
    places: tuple[Searched, ...] = ()


def stop_and_search(store: Store, filters: Filters) -> StopAndSearch:
    """Return the searches of the force that were placed in the view's area, or all where that is the force's."""
    context = street_context(store, filters)
    months = store.stop_months(context.place.force) if context and context.place.force is not None else ()
    if context is None or not months:
        return StopAndSearch(**none_loaded(store, filters))
    if context.place.level in {*NOWHERE, Level.POINT}:
        return StopAndSearch(**none_placed(context, filters), context=context)
    return _found(store, filters, context, frozenset(months))


def _found(store: Store, filters: Filters, context: StreetContext, months: frozenset[int]) -> StopAndSearch:
    place, span = _with_people(store, context.place), _span(filters, months)
    leaves = frozenset(item.id for item in store.neighbourhoods(place.id)) | {place.id}
    every = [item for item in store.stops(place.force or 0) if is_force(place) or item.place in leaves]
    inside = _within(every, span)
    total = _sum(span.slug, span.label, inside, place=place, period=span)
    before = _before(every, span, months, place)
    real = None if before is None else change_is_real(Decimal(total.n), Decimal(before.n))[1]
    newest = [period_with(month, By.MONTH) for month in sorted(months, reverse=True)[:MOST_MONTHS]]
    return StopAndSearch(
        page=PAGE,
        filters=filters,
        **words(context, filters, total, before, real),
        notes=notes(context, total),
        context=context,
        total=total,
        before=before,
        is_real=real,
        months=tuple(_sum(m.slug, m.label, _within(every, m), place=place, period=m) for m in newest),
        endings=_by(inside, lambda item: item.outcome),
        objects=_by(inside, lambda item: item.object),
        places=tuple(_places(store, place, inside)),
    )


def _with_people(store: Store, place: Place) -> Place:
    """*place* with the residents of all that lies in it, where a population is loaded of these alone."""
    if place.population is not None:
        return place
    inner = [item for item in store.inward(place.id) if item.level not in NOWHERE]
    people = [item.population for item in inner if item.population is not None]
    return replace(place, population=sum(people)) if inner and len(people) == len(inner) else place


def _span(filters: Filters, months: frozenset[int]) -> Period:
    """The months asked for up to the newest with a file; where none of them has one, the newest 12."""
    asked = filters.span
    if asked is not None and months & set(_months(asked)):
        first = first_month(asked)
        return run_of_months(first, min(max(months), first + asked.months - 1) - first + 1)
    last = max(months)
    first = max(min(months), last - MONTHS_IN_YEAR + 1)
    return run_of_months(first, last - first + 1)


def _months(span: Period) -> range:
    return range(first_month(span), first_month(span) + span.months)


def _within(every: Iterable[Stop], span: Period) -> list[Stop]:
    months = _months(span)
    return [item for item in every if item.month in months]


def _before(every: list[Stop], span: Period, months: frozenset[int], place: Place) -> Searched | None:
    """The same months a year before, where both are held whole."""
    against = run_of_months(first_month(span) - MONTHS_IN_YEAR, span.months)
    if not months.issuperset({*_months(span), *_months(against)}):
        return None
    return _sum(against.slug, against.label, _within(every, against), place=place, period=against)


def _sum(
    key: str, name: str, items: Iterable[Stop], *, place: Place | None = None, period: Period | None = None
) -> Searched:
    n = linked = said = 0
    for item in items:
        n += item.n
        linked += item.n if item.linked == YES else 0
        said += item.n if item.linked else 0
    return Searched(key, name, n, linked, said, place, period)


def _by(items: Iterable[Stop], key_of: Callable[[Stop], str]) -> tuple[Searched, ...]:
    """A row for each key, the most searches first."""
    groups: dict[str, list[Stop]] = defaultdict(list)
    for item in items:
        groups[key_of(item)].append(item)
    rows = [_sum(key, key or NOT_RECORDED, found) for key, found in groups.items()]
    return tuple(sorted(rows, key=lambda row: (-row.n, row.name)))


def _places(store: Store, place: Place, items: list[Stop]) -> Iterator[Searched]:
    """A row for each place one step in, then what lies in none that is known."""
    by_leaf: dict[int, list[Stop]] = defaultdict(list)
    for item in items:
        by_leaf[item.place].append(item)
    for inner in () if place.level == Level.LSOA else store.inward(place.id):
        leaves = {inner.id, *(leaf.id for leaf in store.neighbourhoods(inner.id))}
        found = [item for leaf in leaves for item in by_leaf.get(leaf, ())]
        if inner.level not in NOWHERE:
            yield _sum(inner.key, inner.known_as, found, place=inner)
    for name, is_located in ((NO_LOCATION_WORDS, False), (UNPLACED, True)):
        left = [item for item in by_leaf.get(0, ()) if item.is_located is is_located]
        if left:
            yield _sum("", name, left)
