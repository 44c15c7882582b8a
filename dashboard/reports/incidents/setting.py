"""Knows what a view of incident lists looks at: the place, the crime types, the months that the lists hold."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.filters import Filters
from dashboard.domain.incidents.lists import IncidentList
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, first_month
from dashboard.domain.periods.period import Period, run_of_months
from dashboard.domain.street.crime import ALL_CRIME
from dashboard.domain.wording import sentence
from dashboard.questions.incidents import HourQuery, SplitBy
from dashboard.questions.store import Store

LISTED = "listed incidents"

#: An office's own list places incidents where they were; published files move them to points.
NO_POINT = "A map point is an approximate place of published files, and own lists have none: choose a wider one."


@dataclass(frozen=True, slots=True)
class ListView:
    """One view of a partnership's lists."""

    partnership: str  # its name
    place: str  # in words
    crimes: frozenset[str]  # none: all of them
    crime_words: str  # inside a sentence
    held: Period  # every month that a list covers
    span: Period  # the months that are looked at
    in_vain: bool  # others were asked for, which no list covers
    lists: tuple[IncidentList, ...]  # that stand

    def query(self, filters: Filters, by: SplitBy = SplitBy.NOTHING) -> HourQuery:
        first = first_month(self.span)
        last = first + self.span.months - 1
        return HourQuery(filters.partnership, first, last, filters.area, self.crimes, by)


def list_view(store: Store, filters: Filters) -> ListView | None:
    """What *filters* look at; None where no list of the partnership stands."""
    lists = tuple(item for item in store.incident_lists(filters.partnership) if item.is_standing)
    if not lists:
        return None
    first, last = min(item.first for item in lists), max(item.last for item in lists)
    asked = filters.span
    span = _inside(asked, first, last) if asked else _open(filters, first, last)
    crimes = crimes_of(store, filters)
    return ListView(
        partnership=name_of(store, filters.partnership),
        place=_place(store, filters),
        crimes=crimes,
        crime_words=_crime_words(store, filters, crimes),
        held=run_of_months(first, last - first + 1),
        span=span or newest_year(first, last),
        in_vain=span is None,
        lists=lists,
    )


def name_of(store: Store, partnership: str) -> str:
    return next(item.name for item in store.partnerships() if item.slug == partnership)


def newest_year(first: int, last: int) -> Period:
    """The newest 12 months of the lists, or as many as there are."""
    begins = max(first, last - MONTHS_IN_YEAR + 1)
    return run_of_months(begins, last - begins + 1)


def _inside(asked: Period, first: int, last: int) -> Period | None:
    """The months of *asked* that the lists cover."""
    begins = max(first, first_month(asked))
    ends = min(last, first_month(asked) + asked.months - 1)
    return run_of_months(begins, ends - begins + 1) if begins <= ends else None


def _open(filters: Filters, first: int, last: int) -> Period | None:
    """Months of which only the beginning or the end is asked for."""
    begins = first_month(filters.start) if filters.start else first
    ends = first_month(filters.end) + filters.end.months - 1 if filters.end else last
    return _inside(run_of_months(begins, max(ends - begins + 1, 1)), first, last)


def crimes_of(store: Store, filters: Filters) -> frozenset[str]:
    """The crime types of the view; none for all."""
    if filters.crimes or not filters.categories or ALL_CRIME in filters.categories:
        return filters.crimes
    tree = store.categories()
    inside = frozenset().union(*(tree.within(category) for category in filters.categories))
    named = frozenset().union(*(tree.crimes_within(category) for category in filters.categories))
    found = frozenset(item.slug for item in store.crime_types() if item.category in inside or item.slug in named)
    return found or frozenset({NONE_OF_THEM})


NONE_OF_THEM = "none"  # a category in which no crime type lies


def _crime_words(store: Store, filters: Filters, crimes: frozenset[str]) -> str:
    names = [item.name for item in store.crime_types() if item.slug in crimes]
    if not crimes:
        return LISTED
    if filters.categories and not filters.crimes:
        words = {item.category: item.wording for item in store.lens(filters.partnership)}
        return " and ".join(_small(words.get(category, category)) for category in sorted(filters.categories))
    return _small(names[0]) if len(names) == 1 else f"{len(names)} types of incident"


def _small(name: str) -> str:
    return name[:1].lower() + name[1:]


def _place(store: Store, filters: Filters) -> str:
    """The area as it is called inside a sentence."""
    if not filters.area:
        return name_of(store, filters.partnership)
    found = store.place(filters.partnership, filters.area)
    if found is not None:
        return found.in_words
    names = {item.key: item.name for item in store.areas(filters.partnership)}
    return names.get(filters.area, filters.area)


def ends_of(span: Period) -> tuple[Period, Period]:
    """The first and the last month of *span*, as an address names them."""
    first = first_month(span)
    return run_of_months(first, 1), run_of_months(first + span.months - 1, 1)


def set_in(view: ListView) -> str:
    """Place and months, as they stand over a title."""
    return f"{sentence(view.crime_words)} · {view.place} · {view.span.label}"


def spans_of(view: ListView) -> Sequence[tuple[str, Period]]:
    """What else can be looked at: words and months."""
    first = first_month(view.held)
    last = first + view.held.months - 1
    quarter = run_of_months(max(first, last - 2), min(3, view.held.months))
    found = [("Newest 3 months", quarter), ("Newest 12 months", newest_year(first, last))]
    return [*found, *([("All months", view.held)] if view.held.months > MONTHS_IN_YEAR else [])]
