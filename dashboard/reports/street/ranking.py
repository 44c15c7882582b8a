"""Knows one place in a ranking, and the map points of a neighbourhood as such places."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain.palette import SHADES
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, first_month
from dashboard.domain.periods.period import Period
from dashboard.domain.statistics.hotspots import HotspotClass
from dashboard.domain.statistics.many import ChangeAmongMany, among_many
from dashboard.domain.street.crime import Place
from dashboard.questions.store import Store
from dashboard.questions.street import CountQuery, PointCount
from dashboard.reports.street.place_context import StreetContext
from dashboard.reports.street.points import as_place, neighbourhood_of

HISTORY = 2 * MONTHS_IN_YEAR


@dataclass(frozen=True, slots=True)
class Shade:
    """What an outline of the map holds, and what it says when it is pointed at or clicked."""

    place: int
    words: str
    now: int
    key: str = ""  # of the place in an address
    people: int | None = None

    @property
    def tenths(self) -> int | None:
        """Incidents per 10,000 people, a half up; None where the population is not known."""
        return (20_000 * self.now + self.people) // (2 * self.people) if self.people else None


@dataclass(frozen=True, slots=True)
class Spot:
    """One neighbourhood or map point in the ranking; *before* is None where what it is compared with is not loaded."""

    rank: int
    place: Place
    now: int
    before: int | None
    share: Decimal  # of the total, in percent
    kind: HotspotClass
    history: tuple[int | None, ...] = ()  # the 24 months up to the last; None: no file
    longitude: float | None = None  # of a map point
    latitude: float | None = None
    tested: ChangeAmongMany | None = None  # its change among all that were looked at; None: not compared

    @property
    def real(self) -> bool | None:
        """Whether the change is more than chance makes among so many."""
        return None if self.tested is None else self.tested.real


def judged_spots(spots: Sequence[Spot], looked_at: int) -> tuple[Spot, ...]:
    """The *spots* with their changes judged among all *looked_at*, where they are not yet."""
    if any(item.tested for item in spots):
        return tuple(spots)
    tested = among_many([None if item.before is None else (item.now, item.before) for item in spots], looked_at)
    return tuple(replace(item, tested=found) for item, found in zip(spots, tested, strict=True))


def is_comparable(context: StreetContext, span: Period, against: Period) -> bool:
    """Whether *against* lies before *span*, and every month of both is held, all by the same forces."""
    forces: dict[int, set[int]] = defaultdict(set)
    for item in context.held:
        forces[item.month].add(item.force)
    months = [first_month(period) + at for period in (span, against) for at in range(period.months)]
    holders = {frozenset(forces[month]) for month in months}
    return against.end < span.start and len(holders) == 1 and frozenset() not in holders


def rankable(store: Store, context: StreetContext) -> tuple[Place, ...]:
    """Every neighbourhood of the view's place."""
    return store.neighbourhoods(context.place.id)


def months_held(context: StreetContext, span: Period) -> int:
    first = first_month(span)
    return len({item.month for item in context.held if first <= item.month < first + span.months})


def months_left_out(context: StreetContext, span: Period) -> int:
    """How many months of *span* look incomplete."""
    first = first_month(span)
    return len({item.month for item in context.left_out if first <= item.month < first + span.months})


def is_held(context: StreetContext, span: Period) -> bool:
    return months_held(context, span) == span.months


def point_spots(store: Store, context: StreetContext, span: Period, against: Period) -> tuple[tuple[Spot, ...], str]:
    """The map points of one neighbourhood, most incidents first."""
    last = first_month(span) + span.months - 1
    first = min(last - HISTORY + 1, first_month(against))
    counts = store.point_counts(CountQuery((neighbourhood_of(context.place),), context.numbers, first, last, 1))
    found: dict[int, list[PointCount]] = {}
    for item in counts:
        found.setdefault(item.point.id, []).append(item)
    spots = [_point_spot(items, context, (span, against), first) for items in found.values()]
    total = sum(item.now for item in spots) or 1
    ordered = sorted((item for item in spots if item.now or item.before), key=lambda item: (-item.now, item.place.name))
    ranked = [_with_rank(item, at, total) for at, item in enumerate(ordered, start=1)]
    return judged_spots(ranked, len(ranked)), "Classes are worked out for neighbourhoods, not for map points."


def _with_rank(item: Spot, rank: int, total: int) -> Spot:
    return replace(item, rank=rank, share=Decimal(item.now * 100) / total)


def _point_spot(items: list[PointCount], context: StreetContext, pair: tuple[Period, Period], first: int) -> Spot:
    span, against = pair
    point, start = items[0].point, first_month(span)
    held = {item.month for item in context.held}
    last = start + span.months - 1
    months = {month: 0 if month in held else None for month in range(first, last + 1)}
    for item in items:
        months[first + item.column] = (months[first + item.column] or 0) + item.n
    now = sum(months[month] or 0 for month in range(start, last + 1))
    before = sum(months[first_month(against) + at] or 0 for at in range(against.months))
    return Spot(
        rank=0,
        place=as_place(point, context.place),
        now=now,
        before=before if is_comparable(context, span, against) else None,
        share=Decimal(0),
        kind=HotspotClass.NOT_JUDGED,
        history=tuple(months[month] for month in range(last - HISTORY + 1, last + 1)),
        longitude=point.longitude,
        latitude=point.latitude,
    )


def steps(counts: Sequence[int]) -> tuple[int, ...]:
    """Limits that put about as many places into each shade."""
    ordered = sorted(n for n in counts if n)
    shades = len(SHADES) - 1
    return tuple(ordered[len(ordered) * at // shades] for at in range(1, shades)) if ordered else ()


def level(n: int, limits: Sequence[int]) -> int:
    """The shade of a count: 0 for none."""
    return 1 + sum(n >= limit for limit in limits) if n else 0


def tenths_text(number: int) -> str:
    """'136.8' of 1368: hundreds of rates a map, none of which needs a Decimal."""
    return f"{number // 10:,}.{number % 10}"


def shade_words(limits: Sequence[int], *, by_rate: bool) -> tuple[tuple[int, str], ...]:
    """Each shade that is used with what it says, the palest first, in incidents or in tenths of a rate."""
    edges = sorted({*limits})
    named = [tenths_text(edge) if by_rate else f"{edge:,}" for edge in edges]
    words = [f"under {named[0]}", *(f"{edge} or more" for edge in named)] if named else []
    return tuple(zip([1, *(level(edge, limits) for edge in edges)], words, strict=False))
