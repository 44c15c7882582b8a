"""Knows the rates of areas beside each other in the same months: ranked, in a funnel, each with its interval."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.domain.periods.calendar import By, first_month, period_with
from dashboard.domain.periods.period import Period
from dashboard.domain.statistics.comparison import PER, Against, Rate, rate_of
from dashboard.domain.statistics.funnel import Funnel, FunnelPlace, NoFunnel, funnel
from dashboard.domain.statistics.series import ranks
from dashboard.domain.street.crime import Place
from dashboard.domain.wording import plural
from dashboard.questions.store import Store
from dashboard.questions.street import CountQuery
from dashboard.reports.street.incomplete import months_out
from dashboard.reports.street.similar.areas import ComparedGroup, Missing

Months = frozenset[int]
Counts = Mapping[tuple[int, int], int]  # (place, month) -> incidents


@dataclass(frozen=True, slots=True)
class AreaRate:
    """One area's incidents of the months with its rate; *rank* 1 is the highest rate."""

    place: Place
    count: int
    rate: Rate
    rank: int
    against: Against  # all of them together
    at: FunnelPlace | None  # None: no funnel is drawn
    is_own: bool = False

    @property
    def people(self) -> int:
        return self.place.population or 0


@dataclass(frozen=True, slots=True)
class RankedAreas:
    """Areas in the same months, the highest rate first; at least two."""

    span: Period
    months: Months  # of the span that are compared
    areas: tuple[AreaRate, ...]
    benchmark: Decimal  # of all together, per 1,000
    drawn: Funnel | NoFunnel
    missing: tuple[Missing, ...]
    counts: Counts  # of all of them, by month

    @property
    def own(self) -> AreaRate:
        return next(item for item in self.areas if item.is_own)

    @property
    def others(self) -> tuple[AreaRate, ...]:
        return tuple(item for item in self.areas if not item.is_own)

    @property
    def mean(self) -> Decimal:
        """The mean of the others' rates, each area counting once."""
        return mean_of([item.rate.number for item in self.others])

    @property
    def others_together(self) -> Decimal:
        """The rate of all others together, per 1,000."""
        return Decimal(sum(item.count for item in self.others)) * PER / sum(item.people for item in self.others)

    @property
    def overlapping(self) -> int:
        """How many others have an interval that shares numbers with that of the own area."""
        own = self.own.rate
        return sum(item.rate.low <= own.high and item.rate.high >= own.low for item in self.others)


def mean_of(rates: Sequence[Decimal]) -> Decimal:
    return sum(rates, Decimal(0)) / len(rates)


def months_of(store: Store, place: Place, numbers: Sequence[int]) -> Months:
    """The months in which crime types *numbers* are counted in *place*."""
    held = store.held_months(place.force)
    return frozenset(item.month for item in held) - months_out(held, numbers)


def counted(store: Store, places: Iterable[Place], numbers: Sequence[int], first: int, last: int) -> Counts:
    """The incidents of *places* by month; a force at a time, for each leaves out its own months."""
    by_force: dict[int | None, list[int]] = defaultdict(list)
    for place in places:
        by_force[place.force].append(place.id)
    found: dict[tuple[int, int], int] = defaultdict(int)
    for ids in by_force.values():
        for item in store.counts(CountQuery(tuple(ids), tuple(numbers), first, last, 1)):
            found[item.place, first + item.column] += item.n
    return found


def standing_of(
    store: Store, group: ComparedGroup, numbers: Sequence[int], span: Period, since: int | None = None
) -> RankedAreas | None:
    """The areas of *group* in the months of *span* that the own area has; None where there are not two to compare.

    They are counted from month *since* on, where a line begins earlier.
    """
    first = first_month(span)
    months = months_of(store, group.own, numbers) & frozenset(range(first, first + span.months))
    if not months or not group.own.population:
        return None
    lacking = {place.id: months - months_of(store, place, numbers) for place in group.others}
    others = [place for place in group.others if not lacking[place.id]]
    if not others:
        return None
    missing = [
        Missing(place.code, place.known_as, f"{_months_words(lacking[place.id])} not loaded")
        for place in group.others
        if lacking[place.id]
    ]
    begin = min(months) if since is None else min(since, *months)
    counts = counted(store, [group.own, *others], numbers, begin, first + span.months - 1)
    rows = [(place, sum(counts.get((place.id, month), 0) for month in months)) for place in (group.own, *others)]
    return replace(_ranked(rows, span, months, (*group.missing, *missing)), counts=counts)


def _months_words(months: Collection[int]) -> str:
    """'Mar 2025 is', 'Mar 2025 and two more months are'."""
    first = period_with(min(months), By.MONTH).label
    if len(months) == 1:
        return f"{first} is"
    return f"{first} and {plural(len(months) - 1, 'more month')} are"


def _ranked(
    rows: Sequence[tuple[Place, int]], span: Period, months: Months, missing: tuple[Missing, ...]
) -> RankedAreas:
    """The *rows* (place, incidents), of which the first is the own area, ranked and judged."""
    own, counts = rows[0][0].id, [n for _, n in rows]
    people = [place.population or 1 for place, _ in rows]
    benchmark = Decimal(sum(counts)) * PER / sum(people)
    drawn = funnel([float(n) for n in counts], people)
    at = drawn.places if isinstance(drawn, Funnel) else [None] * len(rows)
    rates = {place.id: rate_of(Decimal(n), place.population or 1) for place, n in rows}
    order = ranks({str(number): rate.number for number, rate in rates.items()})
    areas = [
        AreaRate(
            place, n, rates[place.id], order[str(place.id)], rates[place.id].against(benchmark), where, place.id == own
        )
        for (place, n), where in zip(rows, at, strict=True)
    ]
    ordered = sorted(areas, key=lambda item: (item.rank, item.place.name))
    return RankedAreas(span, months, tuple(ordered), benchmark, drawn, missing, {})
