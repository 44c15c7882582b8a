"""Knows how the files of a force are counted to the actuals of indicators, without the months that look incomplete."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dashboard.domain.periods.calendar import By, first_month, period_with
from dashboard.domain.periods.period import Period
from dashboard.domain.records import Observation
from dashboard.domain.street.crime import Place
from dashboard.domain.street.sortings import THIRD
from dashboard.domain.values.printed import Reason
from dashboard.questions.street import CountQuery, HeldMonth
from dashboard.reports.street.incomplete import split
from data.street.records import Counted, left_out_of, observation_of
from data.street.store import StreetStore

Sums = dict[tuple[int, int], dict[int, int]]  # (place, first month of a period) -> crime type -> incidents


def observed(
    street: StreetStore, counted: Sequence[Counted], places: Mapping[str, Place], by: By
) -> Iterator[Observation]:
    """The count of each indicator in each of *places* (of one force) and period that any file is held for."""
    force = next((place.force for place in places.values()), None)
    every = street.held_months(force)
    sums = (
        {} if any(item.doubts or item.month < THIRD for item in every) else _sums(street, counted, places, (every, by))
    )
    for kind in counted:
        held, left_out = split(every, tuple(kind.numbers))
        own = sums or _sums(street, [kind], places, (held, by), together=True)
        columns = _by_period(sorted({item.month for item in held}), by)
        gaps = sorted({period_with(item.month, by) for item in left_out} - set(dict(columns)))
        doubted = {period_with(item.month, by) for item in left_out if item.doubts}
        for slug, place in places.items():
            for period, inside in columns:
                found = own[place.id, first_month(period)]
                n = sum(count for number, count in found.items() if number in (0, *kind.numbers))
                yield observation_of(kind, slug, place, n, (period, inside))
            for period in gaps:
                reason = Reason.INCOMPLETE if period in doubted else Reason.NOT_AVAILABLE
                yield left_out_of(kind, slug, place, (period, reason))


def _sums(
    street: StreetStore,
    counted: Iterable[Counted],
    places: Mapping[str, Place],
    months: tuple[Sequence[HeldMonth], By],
    *,
    together: bool = False,
) -> Sums:
    """Counts by place and first month of a period: by crime type, or *together* under type 0."""
    held, by = months
    first = first_month(period_with(held[0].month, by))
    numbers = tuple(sorted({number for item in counted for number in item.numbers}))
    ids = tuple(place.id for place in places.values())
    asked = CountQuery(ids, numbers, first, held[-1].month, by.months, by_place=True, by_type=not together)
    sums: Sums = defaultdict(lambda: defaultdict(int))
    for item in street.counts(asked):
        sums[item.place, first + item.column * by.months][item.crime_type] += item.n
    return sums


def _by_period(months: Iterable[int], by: By) -> list[tuple[Period, list[int]]]:
    """The periods that hold any of *months*, each with those that it holds."""
    inside: dict[Period, list[int]] = defaultdict(list)
    for month in months:
        inside[period_with(month, by)].append(month)
    return list(inside.items())
