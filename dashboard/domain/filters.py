"""Knows what a view shows: one frozen value that is also the address, and the table of its filters."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from dashboard.domain import filter_values
from dashboard.domain.choices import ComparedWith, Measure, PartnershipChoices
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, By, first_month
from dashboard.domain.periods.period import Period, run_of_months
from dashboard.domain.statistics.control.signals import RUN_LENGTH


@dataclass(frozen=True, slots=True)
class Filter:
    """One key of the address: which field of Filters it fills, and how its words are read and written."""

    key: str
    field: str
    read: Callable[[str, PartnershipChoices], Any]  # raises UnknownFilter with one sentence
    write: Callable[[Any], str] = str
    many: bool = False
    unasked: object = None  # the value that no address writes
    lost_with: frozenset[str] = frozenset()  # the controls whose change drops it; "*": of every one
    of_its_pages: bool = False  # the way to another page drops it, unless that page keeps it


def _slug(period: Period) -> str:
    return period.slug


def _compared(against: Period | ComparedWith) -> str:
    return against.slug if isinstance(against, Period) else str(against)


PARTNERSHIP, CATEGORY, PERIOD = "partnership", "category", "period"
_ELSEWHERE = frozenset({PARTNERSHIP})  # what is asked of one partnership means nothing elsewhere
_OF_CATEGORY = frozenset({PARTNERSHIP, CATEGORY})  # a category asks for all that lies in it
_OF_PERIOD = frozenset({PARTNERSHIP, PERIOD})  # another period is asked for afresh, not inside the old range

#: Every filter, in the order of the address. The query, the export's JSON, the controls and assets/address.js
#: derive from this table: another filter is a line here and a field of Filters.
FILTERS: tuple[Filter, ...] = (
    Filter(PARTNERSHIP, "partnership", filter_values.partnership),
    Filter("area", "area", filter_values.area, lost_with=_ELSEWHERE),
    Filter(CATEGORY, "categories", filter_values.category, many=True, lost_with=_ELSEWHERE),
    Filter("indicator", "indicators", filter_values.indicators, many=True, lost_with=_OF_CATEGORY, of_its_pages=True),
    Filter("crime", "crimes", filter_values.crime, many=True, lost_with=_OF_CATEGORY),
    Filter(PERIOD, "period", filter_values.period, write=_slug, lost_with=_ELSEWHERE),
    Filter("from", "start", filter_values.period, write=_slug, lost_with=_OF_PERIOD),
    Filter("to", "end", filter_values.period, write=_slug, lost_with=_OF_PERIOD),
    Filter("by", "by", filter_values.by, lost_with=_OF_PERIOD),
    Filter(
        "against",
        "against",
        filter_values.against,
        write=_compared,
        unasked=ComparedWith.YEAR_BEFORE,
        lost_with=_OF_PERIOD,
    ),
    Filter("compare", "compare", filter_values.compared_area, many=True, lost_with=_ELSEWHERE),
    Filter("measure", "measure", filter_values.measure, unasked=Measure.COUNT),
    Filter("outcome", "outcomes", filter_values.outcome, many=True, lost_with=_ELSEWHERE, of_its_pages=True),
    Filter("hours", "hours", filter_values.hours, lost_with=_ELSEWHERE, of_its_pages=True),
    Filter("run", "run", filter_values.run, unasked=RUN_LENGTH),
    Filter("weights", "weights", filter_values.weight, many=True, of_its_pages=True),
    Filter("since", "since", filter_values.day, write=date.isoformat, lost_with=frozenset({"*"})),
    Filter("as-at", "as_at", filter_values.day, write=date.isoformat),
)
KEYS = tuple(item.key for item in FILTERS)


@dataclass(frozen=True, slots=True)
class Filters:
    """One view. An empty *area* is the whole partnership, no categories are all of them."""

    partnership: str
    period: Period
    area: str = ""
    categories: frozenset[str] = frozenset()
    indicators: frozenset[str] = frozenset()
    crimes: frozenset[str] = frozenset()
    start: Period | None = None
    end: Period | None = None
    by: By | None = None  # None: as the page does without being asked
    against: Period | ComparedWith = ComparedWith.YEAR_BEFORE  # what the period is compared with
    compare: frozenset[str] = frozenset()  # the areas that the view's is compared with; none: those of a loaded set
    measure: Measure = Measure.COUNT
    outcomes: frozenset[str] = frozenset()  # groups of them
    hours: str = ""  # four hours of the week that a page looks into
    run: int = RUN_LENGTH  # points in a row that a control chart takes for a signal
    weights: frozenset[str] = frozenset()  # of the strategic assessment, those that are not as usual: harm:3
    since: date | None = None  # what changed after that day, on the Data page
    as_at: date | None = None  # what was known at the end of that day; None: now

    @property
    def area_slug(self) -> str:
        return f"{self.partnership}/{self.area}" if self.area else self.partnership

    @property
    def back(self) -> int:
        """How many months before its own beginning what a period is compared with begins."""
        if not isinstance(self.against, Period):
            return MONTHS_IN_YEAR
        return first_month(self.start or self.end or self.period) - first_month(self.against)

    @property
    def span(self) -> Period | None:
        """The months that are asked for; None where an address names only where they begin or end."""
        if self.start is None and self.end is None:
            return self.period
        if self.start is None or self.end is None:
            return None
        first, last = first_month(self.start), first_month(self.end) + self.end.months
        return run_of_months(first, last - first)

    def with_(self, **changes: object) -> "Filters":
        return replace(self, **changes)  # type: ignore[arg-type]

    def values(self, item: Filter) -> list[str]:
        """What this view says of one filter, as its address writes it; nothing where it is as without being asked."""
        value = getattr(self, item.field)
        if item.many:
            return sorted(value)
        return [] if value in ("", None, item.unasked) else [item.write(value)]

    def described(self) -> dict[str, object]:
        """Every filter by its key, as a file says it: null where nothing was asked."""
        return {item.key: self._described(item) for item in FILTERS}

    def _described(self, item: Filter) -> object:
        value = getattr(self, item.field)
        if item.many:
            return sorted(value)
        if value in ("", None):
            return None
        return value if isinstance(value, int) else item.write(value)

    def to_query(self) -> str:
        """Return the address form, always in the order of FILTERS, without a question mark."""
        return urlencode([(item.key, value) for item in FILTERS for value in self.values(item)])
