"""Knows whether incidents of an office's own list follow each other: at the same place, and close by within days."""

from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from dashboard.domain.filters import Filters
from dashboard.domain.incidents.following import BESIDE, PRIMARY, Following
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, first_month
from dashboard.domain.periods.period import Period, run_of_months
from dashboard.domain.statistics.near_repeats import AT_ONCE, IN_THE_END, ClosePairs, Repeats
from dashboard.domain.street.crime import Level
from dashboard.questions.incidents import HourQuery
from dashboard.questions.store import Store
from dashboard.reports.incidents.setting import NO_POINT
from dashboard.reports.pages.incidents.repeat_words import (
    NOT_JUDGED,
    WHY_ROUNDED,
    days_words,
    reach_words,
    repeat_lede,
    repeat_title,
)
from dashboard.reports.report import Cell, Report, Table
from dashboard.reports.street.place_context import StreetContext, street_context
from dashboard.reports.street.spans import span_of
from dashboard.reports.view_context import view_context

End = TypeVar("End", int, float)
REPEAT_COLUMNS = ("within_days", "incidents", "repeats", "places")
PAIR_COLUMNS = (
    *("distance", "days_apart", "pairs", "pairs_by_chance", "times_chance"),
    *("judged", "p", "dealt_out", "as_many"),
)
TURNED_OFF = "Whoever administers the partnership turned them off, and can turn them on again in its settings."
EXACT_PLACES = "Places and days of incidents are never shown or exported: only how many pairs there are."


@dataclass(frozen=True, kw_only=True, slots=True)
class RepeatsPage(Report):
    """*found* is missing where no list of incidents covers the months."""

    span: Period | None = None
    found: Following | None = None

    @property
    def rows(self) -> tuple[tuple[str, tuple[ClosePairs, ...]], ...]:
        """The bands beside, by how far apart."""
        beside = self.found.beside if self.found else ()
        width = len(BESIDE.days)
        names = [reach_words(end or 0, before) for before, end in pairwise((None, *BESIDE.metres))]
        return tuple((words, beside[at * width : (at + 1) * width]) for at, words in enumerate(names if beside else ()))


def day_bands() -> tuple[str, ...]:
    return tuple(days_words(end or 0, before) for before, end in pairwise((None, *BESIDE.days)))


def repeats(store: Store, filters: Filters) -> RepeatsPage:
    """Return the repeats of the view, the days dealt out so often that nobody waits."""
    return _repeats(store, filters, AT_ONCE)


def repeats_in_the_end(store: Store, filters: Filters) -> RepeatsPage:
    """The same with the days dealt out often, as files have it and the page a moment later."""
    return _repeats(store, filters, IN_THE_END)


def _repeats(store: Store, filters: Filters, times: int) -> RepeatsPage:
    if not store.shows_repeats(filters.partnership):
        return _turned_off(store, filters)
    months = store.incident_months().get(filters.partnership)
    if months is None:
        return _nothing(store, filters)
    context = street_context(store, filters)
    span = _span(filters, months, context)
    first, crimes = first_month(span), _crimes(filters, context)
    asked = HourQuery(filters.partnership, first, first + span.months - 1, filters.area or "", crimes)
    found = store.incident_following(asked, times)
    return RepeatsPage(
        page="repeats",
        filters=filters,
        title=repeat_title(found, context.crime_words if context else "Incidents", _where(store, filters, context)),
        lede=repeat_lede(found),
        place=f"{_place(store, filters, context)} · {span.label}",
        tables=_tables(found),
        notes=(EXACT_PLACES, NOT_JUDGED, *([WHY_ROUNDED] if found.is_rounded else [])),
        empty=_mend(found, context),
        span=span,
        found=found,
    )


def _mend(found: Following, context: StreetContext | None) -> str:
    """What to do where nothing can be said."""
    if context and context.place.level is Level.POINT:
        return NO_POINT
    if found.is_too_many:
        return "Choose a crime type, a smaller area or fewer months."
    return "Repeats need two incidents with coordinates, or more: choose a wider view." if found.primary is None else ""


def _span(filters: Filters, months: tuple[int, int], context: StreetContext | None) -> Period:
    """The months of the view that the lists have; where they have none of them, their newest twelve."""
    held = (*context.held, *context.left_out) if context else ()
    asked = span_of(filters, held) if held else filters.span or filters.period
    first, last = max(first_month(asked), months[0]), min(first_month(asked) + asked.months - 1, months[1])
    if last < first:
        first, last = max(months[0], months[1] - MONTHS_IN_YEAR + 1), months[1]
    return run_of_months(first, last - first + 1)


def _crimes(filters: Filters, context: StreetContext | None) -> frozenset[str]:
    if context is None or not context.narrowed:
        return frozenset(filters.crimes or ())
    return frozenset(item.slug for item in context.types)


def _place(store: Store, filters: Filters, context: StreetContext | None) -> str:
    return context.place.name if context else view_context(store, filters).partnership.name


def _where(store: Store, filters: Filters, context: StreetContext | None) -> str:
    return context.where if context else f"in {_place(store, filters, None)}"


def _turned_off(store: Store, filters: Filters) -> RepeatsPage:
    name = view_context(store, filters).partnership.name
    title = f"Repeats are turned off for {name}"
    return RepeatsPage(page="repeats", filters=filters, title=title, lede="", place=name, empty=TURNED_OFF)


def _nothing(store: Store, filters: Filters) -> RepeatsPage:
    name = view_context(store, filters).partnership.name
    return RepeatsPage(
        page="repeats",
        filters=filters,
        title=f"No incident list is loaded for {name}",
        lede="",
        place=name,
        empty=(
            "Repeats need an office’s own list with a row an incident and its coordinates: load one. Published files"
            " move incidents to points that many addresses share, so that every one of them would look repeated."
        ),
        elsewhere="load",
    )


def _tables(found: Following) -> tuple[Table, ...]:
    pairs = [_pair_row(item, "yes") for item in ([found.primary] if found.primary else [])]
    pairs += [_pair_row(item, "no") for item in found.beside]
    again = [_repeat_row(found, item) for item in found.repeats]
    return (
        Table.of("repeats", "Again at the same place", REPEAT_COLUMNS, again),
        Table.of("near_repeats", "Near in place and time", PAIR_COLUMNS, pairs),
    )


def _repeat_row(found: Following, item: Repeats) -> dict[str, Cell]:
    counts: dict[str, Cell] = {"incidents": found.incidents, "repeats": item.incidents, "places": item.places}
    return {"within_days": item.within, **counts}


def _pair_row(pairs: ClosePairs, judged: str) -> dict[str, Cell]:
    is_judged = judged == "yes"
    ends = PRIMARY if is_judged else BESIDE
    return {
        "distance": reach_words(pairs.metres, _before(ends.metres, pairs.metres)),
        "days_apart": days_words(pairs.days, _before(ends.days, pairs.days)),
        "pairs": pairs.observed,
        "pairs_by_chance": pairs.expected,
        "times_chance": pairs.ratio,
        "judged": is_judged,
        "p": pairs.chance if is_judged else None,
        "dealt_out": pairs.tried if is_judged else None,
        "as_many": pairs.as_many if is_judged else None,
    }


def _before(ends: tuple[End, ...], end: End) -> End | None:
    at = ends.index(end)
    return ends[at - 1] if at else None
