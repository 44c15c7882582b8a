"""Knows what an office's own incident lists weigh by offence code in 12 months, and whether the 12 before compare."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.domain.filters import Filters
from dashboard.domain.incidents.lists import IncidentList, standing_for
from dashboard.domain.incidents.offences import code_of
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, first_month
from dashboard.domain.periods.period import Period, run_of_months
from dashboard.domain.street.crime import Level
from dashboard.questions.incidents import SplitBy
from dashboard.questions.store import Store
from dashboard.reports.harm.by_code import CodedYear
from dashboard.reports.incidents.setting import ListView, list_view

OWN = "the office’s own incident lists"
ROUNDED = "Counts of lists are rounded to 5 each for readers outside the office, and so is what they weigh."
NO_BEFORE = "the lists do not cover the 12 months before"
OTHER_TYPES = "the lists of the two years hold other types of incident"


def listed_year(store: Store, filters: Filters) -> CodedYear | None:
    """Return the offences of the newest 12 months of the view that lists cover whole; None where there are none."""
    view = list_view(store, filters)
    place = store.place(filters.partnership, filters.area)
    if view is None or (place is not None and place.level is Level.POINT):
        return None
    now = run_of_months(first_month(view.span) + view.span.months - MONTHS_IN_YEAR, MONTHS_IN_YEAR)
    if not _covered(view.lists, now):
        return None
    (names, counts, base), why = _counted(store, filters, view, now), _why_alone(view.lists, now)
    earlier, before, _ = ({}, None, 0) if why else _counted(store, filters, view, _before(now))
    return CodedYear(
        source=OWN,
        key="incident lists",
        period=now,
        counts=counts,
        names={**earlier, **names},
        before=before,
        why_alone=why,
        people=place.population if place else None,
        place=view.place,
        cautions=(ROUNDED,) if base > 1 else (),
        is_rounded=base > 1,
        arrivals=_files(view.lists, now),
    )


def _files(lists: Sequence[IncidentList], span: Period) -> tuple[tuple[int, str], ...]:
    """The names of the files of every list that stands for a month of *span*; only the office may fetch a list."""
    standing = (item for month in _months(span) for item in standing_for(month, lists))
    return tuple(dict.fromkeys((0, item.file) for item in standing))


def _before(span: Period) -> Period:
    return run_of_months(first_month(span) - MONTHS_IN_YEAR, MONTHS_IN_YEAR)


def _covered(lists: Sequence[IncidentList], span: Period) -> bool:
    return all(standing_for(month, lists) for month in _months(span))


def _months(span: Period) -> range:
    return range(first_month(span), first_month(span) + span.months)


def _why_alone(lists: Sequence[IncidentList], now: Period) -> str:
    """Why the year before cannot be compared: not covered, or by lists of other types of incident."""
    if not _covered(lists, _before(now)):
        return NO_BEFORE
    kinds = {
        frozenset().union(*(item.crimes for item in standing_for(month, lists)))
        for month in (*_months(_before(now)), *_months(now))
    }
    return OTHER_TYPES if len(kinds) > 1 else ""


def _counted(
    store: Store, filters: Filters, view: ListView, span: Period
) -> tuple[Mapping[str, str], dict[str, int], int]:
    """Names and counts by offence code, or by the words of what has none; and to what counts are rounded."""
    parts = store.incident_hours(replace(view, span=span).query(filters, SplitBy.OFFENCE))
    counts: Counter[str] = Counter()
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for part in parts:
        key = code_of(part.key) or part.key
        counts[key] += part.hours.total
        names[key][part.key] += part.hours.total
    said = {key: found.most_common(1)[0][0] or "No offence" for key, found in names.items()}
    return said, dict(counts), max((part.hours.base for part in parts), default=1)
