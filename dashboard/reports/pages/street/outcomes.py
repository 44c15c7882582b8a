"""Knows how incidents ended: the share with each outcome, by crime type, by place, and as their months grow older."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, By, first_month, period_with
from dashboard.domain.periods.period import Period, run_of_months
from dashboard.domain.street.crime import ASB, Level
from dashboard.domain.street.outcomes import SETTLED, OutcomeGroup, has_outcomes, known_age
from dashboard.questions.store import Store
from dashboard.questions.street import CountQuery
from dashboard.reports.pages.drill_down import inner_places
from dashboard.reports.pages.street.ended import Ended, ended
from dashboard.reports.pages.street.outcome_words import none_known, notes, words
from dashboard.reports.report import Report
from dashboard.reports.street.place_context import StreetContext, no_type, nothing, street_context
from dashboard.reports.street.spans import span_of

PAGE = "outcomes"
MOST_MONTHS = 24  # of the table in which shares settle

Ages = Mapping[int, int]  # of each month that counts: months that it is older than its file, at the least


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcomes(Report):
    """*total* is of the months looked at, *settled* of the newest that are old enough to be compared."""

    context: StreetContext | None = None
    total: Ended | None = None
    settled: Ended | None = None  # None: none are, or those looked at are
    kinds: tuple[Ended, ...] = ()
    places: tuple[Ended, ...] = ()
    months: tuple[Ended, ...] = ()  # the newest first
    category_names: dict[str, str] = field(default_factory=dict)

    @property
    def known_groups(self) -> tuple[OutcomeGroup, ...]:
        """Those in which anything ended."""
        shown = [item for item in (self.total, self.settled, *self.months) if item is not None]
        return tuple(one for one in OutcomeGroup if any(item.of(one) for item in shown))

    @property
    def groups(self) -> tuple[OutcomeGroup, ...]:
        """Those that are asked for, else every one that is known."""
        asked = self.filters.outcomes
        return tuple(one for one in OutcomeGroup if one in asked) if asked else self.known_groups


class _Count(NamedTuple):
    kind: int
    month: int
    outcome: str
    n: int


def outcomes(store: Store, filters: Filters) -> Outcomes:
    """Return how the incidents of the view ended."""
    context = street_context(store, filters)
    if context is None:
        return Outcomes(**nothing(store, filters, PAGE))
    if not context.types:
        return Outcomes(**no_type(context, filters, PAGE))
    kinds = tuple(item for item in context.types if has_outcomes(item.slug))
    ending = replace(context, types=kinds).of_types(tuple(item.number for item in kinds))
    if not kinds or not ending.held or context.place.level == Level.POINT:
        return Outcomes(**none_known(context, filters), context=context)
    return _outcomes(store, filters, context, ending)


def _outcomes(store: Store, filters: Filters, whole: StreetContext, context: StreetContext) -> Outcomes:
    """*context* is *whole* without the crime type that has no outcome."""
    ages, span = _ages(context), span_of(filters, [*context.held, *context.left_out])
    older = _settled_span(ages)
    every = _counts(store, context, (span, older, *_newest(ages)))
    total = _of_span(every, span, ages)
    settled = _of_span(every, older, ages) if older and not total.is_settled else None
    return Outcomes(
        page=PAGE,
        filters=filters,
        **words(context, filters, total, settled),
        notes=notes(context, total, _without(store, whole, span)),
        context=context,
        total=total,
        settled=settled,
        kinds=tuple(_kinds(context, every, span)),
        places=tuple(_places(store, context, span)),
        months=tuple(_of_span(every, month, ages) for month in _newest(ages)),
        category_names={item.category: item.wording for item in store.lens(filters.partnership)},
    )


def _ages(context: StreetContext) -> Ages:
    """How old each month that counts was when its file was made, of several forces the youngest."""
    together: dict[tuple[int, str], set[int]] = defaultdict(set)
    for item in (*context.held, *context.left_out):
        together[item.force, item.loaded_at].add(item.month)
    found: dict[int, int] = {}
    for item in context.held:
        age = known_age(item.month, together[item.force, item.loaded_at])
        found[item.month] = min(age, found.get(item.month, age))
    return found


def _newest(ages: Ages) -> list[Period]:
    """The newest months that count, the newest first."""
    return [period_with(month, By.MONTH) for month in sorted(ages, reverse=True)[:MOST_MONTHS]]


def _settled_span(ages: Ages) -> Period | None:
    """The newest months in a row that are old enough, at most 12."""
    last = max((month for month, age in ages.items() if age >= SETTLED), default=None)
    if last is None:
        return None
    first = last
    while first - 1 in ages and last - first < MONTHS_IN_YEAR - 1:
        first -= 1
    return run_of_months(first, last - first + 1)


def _counts(store: Store, context: StreetContext, spans: Iterable[Period | None]) -> list[_Count]:
    """The counts of the view's place by type and month, over all of *spans*, of the months that count."""
    known = [span for span in spans if span]
    first, last = min(map(first_month, known)), max(first_month(span) + span.months - 1 for span in known)
    numbers, held = tuple(item.number for item in context.types), {item.month for item in context.held}
    found = store.outcome_counts(CountQuery((context.place.id,), numbers, first, last, 1, by_type=True))
    months = ((item, first + item.column) for item in found)
    return [_Count(item.crime_type, month, item.outcome, item.n) for item, month in months if month in held]


def _of_span(every: Iterable[_Count], span: Period, ages: Ages) -> Ended:
    """How all ended in a *span*, with the age of its newest month."""
    inside = range(first_month(span), first_month(span) + span.months)
    counts = Counter[str]()
    for item in every:
        if item.month in inside:
            counts[item.outcome] += item.n
    newest = max((month for month in ages if month in inside), default=None)
    return ended(span.slug, span.label, counts, period=span, age=0 if newest is None else ages[newest])


def _kinds(context: StreetContext, every: Iterable[_Count], span: Period) -> Iterator[Ended]:
    """A row for each crime type with incidents, the most frequent first."""
    inside = range(first_month(span), first_month(span) + span.months)
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for item in every:
        if item.month in inside:
            counts[item.kind][item.outcome] += item.n
    rows = (ended(item.slug, item.name, counts[item.number]) for item in context.types if counts[item.number])
    yield from sorted(rows, key=lambda row: -row.total)


def _places(store: Store, context: StreetContext, span: Period) -> Iterator[Ended]:
    """A row for each place one step in; map points have too few incidents each."""
    inner = () if context.place.level == Level.LSOA else inner_places(store, context)
    if not inner:
        return
    numbers, first = tuple(item.number for item in context.types), first_month(span)
    ids = tuple(item.id for item in inner)
    asked = CountQuery(ids, numbers, first, first + span.months - 1, span.months, by_place=True)
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for item in store.outcome_counts(asked):
        counts[item.place][item.outcome] += item.n
    for place in inner:
        if counts[place.id]:
            yield ended(place.key, place.known_as, counts[place.id], place=place)


def _without(store: Store, whole: StreetContext, span: Period) -> int:
    """How many incidents of the view have no outcome, whatever became of them."""
    kinds = tuple(item.number for item in whole.types if item.slug == ASB)
    if not kinds:
        return 0
    first = first_month(span)
    asked = CountQuery((whole.place.id,), kinds, first, first + span.months - 1, span.months)
    return sum(item.n for item in store.counts(asked))
