"""Knows what a reader can choose: for each partnership its areas, categories, indicators and periods."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain.periods.calendar import first_month
from dashboard.domain.periods.period import Period, PeriodKind
from dashboard.domain.street.newest import newest_quarter, newest_year


class Measure(StrEnum):
    COUNT = "count"
    RATE = "rate"
    CHANGE = "change"
    INDEX = "index"
    ROLLING = "rolling"  # the sum of the 12 months that end with a period
    HARM = "harm"  # weight × count of 12 months, where a table of weights is loaded


class ComparedWith(StrEnum):
    """What a period is compared with where an address names no other period."""

    YEAR_BEFORE = "year-before"


@dataclass(frozen=True, slots=True)
class StreetChoices:
    """What street-level crime a partnership has: its crime types and periods; *area_name* knows every place."""

    crimes: tuple[tuple[str, str], ...]  # slug, name
    periods: tuple[Period, ...]  # years, quarters and months with a published month in them
    area_name: Callable[[str], str | None]  # of a key: its name, or None where there is no such place
    has_searches: bool = False  # files of stop and search
    compared_key: Callable[[str], str | None] = lambda _asked: None  # of an area that may be compared with: its key

    @property
    def months(self) -> frozenset[int]:
        """The numbers of the months with a published file."""
        return frozenset(first_month(item) for item in self.periods if item.kind is PeriodKind.MONTH)

    @property
    def newest_quarter(self) -> Period:
        return newest_quarter(self.months)

    @property
    def newest_year(self) -> Period:
        return newest_year(self.months)

    def holds_part_of(self, period: Period) -> bool:
        """Whether any month of *period* is published."""
        first = first_month(period)
        return any(first <= month < first + period.months for month in self.months)


@dataclass(frozen=True, slots=True)
class PartnershipChoices:
    """What one partnership's data lets a reader choose."""

    partnership: str
    name: str
    default_period: Period
    areas: tuple[tuple[str, str], ...]  # key, name; without the whole partnership
    categories: tuple[tuple[str, str], ...]  # slug, the partnership's wording
    indicators: tuple[tuple[str, str, str], ...]  # slug, code, name
    periods: tuple[Period, ...]
    street: StreetChoices | None = None
    lists: Period | None = None  # the months of its incident lists
    has_plan: bool = True  # of a document, or of a file
    weights: str = ""  # the table of harm weights that holds for it, by its name; empty without one

    def area_name(self, key: str) -> str:
        return dict(self.areas).get(key, self.name)

    def can_be(self, key: str) -> bool:
        """Whether an area of this key is there: one with indicators, or a place that crime is counted in."""
        return key in dict(self.areas) or (self.street is not None and self.street.area_name(key) is not None)

    def has_period(self, period: Period) -> bool:
        """Whether a view can be of *period*: one of its own figures, or of street-level crime."""
        if period in self.periods or self._is_listed(period):
            return True
        return self.street is not None and (period in self.street.periods or period == self.street.newest_year)

    def _is_listed(self, period: Period) -> bool:
        """Whether an incident list covers any month of it."""
        return self.lists is not None and period.start <= self.lists.end and self.lists.start <= period.end

    def opens_on(self, *, street: bool) -> Period:
        """The period of a view that asks for none; on a page of *street*-level crime the newest whole quarter."""
        return self.street.newest_quarter if street and self.street else self.default_period

    def wording(self, category: str) -> str:
        return dict(self.categories).get(category, category)


class Choices:
    """What each partnership lets a reader choose, found when it is asked for; the first is where a visitor starts."""

    def __init__(self, names: Mapping[str, str], offer: Callable[[str], PartnershipChoices]) -> None:
        self.names = dict(names)  # of the partnerships, by slug and in their order
        self._offer = offer
        self._found: dict[str, PartnershipChoices] = {}

    @classmethod
    def given(cls, *partnerships: PartnershipChoices) -> "Choices":
        """Those that are known already."""
        known = {item.partnership: item for item in partnerships}
        return cls({slug: item.name for slug, item in known.items()}, known.__getitem__)

    @property
    def first(self) -> PartnershipChoices:
        return self.of(next(iter(self.names)))

    @property
    def partnerships(self) -> tuple[PartnershipChoices, ...]:
        """What every one offers: with many partnerships this takes long."""
        return tuple(map(self.of, self.names))

    def of(self, partnership: str) -> PartnershipChoices:
        """What the partnership of this slug offers; raises KeyError where there is none."""
        if partnership not in self._found:
            if partnership not in self.names:
                raise KeyError(partnership)
            self._found[partnership] = self._offer(partnership)
        return self._found[partnership]
