"""Knows where a street-level page is: the place, the way out of it, the crime types, the months held."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from dashboard.domain.filters import Filters
from dashboard.domain.street.crime import ALL_CRIME, ALL_INCIDENTS, ASB, NOWHERE, CrimeType, Level, Place
from dashboard.domain.street.sortings import THIRD
from dashboard.domain.wording import listed
from dashboard.questions.store import Store
from dashboard.questions.street import ALL_TYPES, HeldMonth
from dashboard.reports.street.incomplete import split
from dashboard.reports.street.spans import in_vain

ReportFields = dict[str, Any]  # some of a report, by their names


@dataclass(frozen=True, slots=True)
class StreetContext:
    """What every street-level page knows of its view."""

    partnership: str  # its name
    place: Place
    path: tuple[Place, ...]  # from the partnership's own area down to the place
    types: tuple[CrimeType, ...]  # those in the view
    held: tuple[HeldMonth, ...]  # and counted
    narrowed: bool  # to some crime types
    wordings: tuple[str, ...] = ()  # of the chosen categories, where no crime type is chosen
    left_out: tuple[HeldMonth, ...] = ()  # that look incomplete for the types in the view
    has_searches: bool = False  # whether stop and search of its force is loaded

    @property
    def numbers(self) -> tuple[int, ...]:
        """What to count: the types in the view, or the one number for all of them."""
        return tuple(item.number for item in self.types) if self.narrowed else ALL_TYPES

    @property
    def has_gaps(self) -> bool:
        """Whether any month looks incomplete, for a crime type or as a whole, or is of a time with other types."""
        return any(item.doubts or item.month < THIRD for item in (*self.held, *self.left_out))

    def of_types(self, numbers: tuple[int, ...]) -> "StreetContext":
        """The same view of other crime types: the months that count for them, and those that do not."""
        held, left_out = split([*self.held, *self.left_out], numbers)
        return replace(self, held=held, left_out=left_out)

    @property
    def crime_words(self) -> str:
        """What is counted; anti-social behaviour is no crime, so with it they are incidents."""
        if not self.narrowed:
            return ALL_INCIDENTS
        if self.wordings:
            return listed(self.wordings)
        names = [item.name for item in self.types]
        if len(names) > 2:
            return f"{len(names)} types of {'incident' if self.holds_asb else 'crime'}"
        return " and ".join([*names[:1], *(name[:1].lower() + name[1:] for name in names[1:])])

    @property
    def holds_asb(self) -> bool:
        return any(item.slug == ASB for item in self.types)

    @property
    def by_code(self) -> "StreetContext":
        """The same, its place named as the files name it: those names are shorter."""
        return replace(self, place=replace(self.place, known=None))

    @property
    def where(self) -> str:
        """'in Marlhaven'; what lies in no place is counted under a heading."""
        return f"under “{self.place.name}”" if self.place.level in NOWHERE else f"in {self.place.in_words}"


def street_context(store: Store, filters: Filters) -> StreetContext | None:
    """Return the street-level context of *filters*, or None where the partnership has no street-level crime."""
    place = store.place(filters.partnership, filters.area) or store.place(filters.partnership, "")
    root = store.place(filters.partnership, "")
    if place is None or root is None:
        return None
    found = [step for step in _outward(store, place)]
    inside = [step.id for step in found]
    path = tuple(found[inside.index(root.id) :]) if root.id in inside else (root, place)
    every = store.crime_types()
    types = _types(store, filters, every)
    name = next(item.name for item in store.partnerships() if item.slug == filters.partnership)
    found_context = StreetContext(
        partnership=name,
        place=place,
        path=path,
        types=types,
        held=store.held_months(place.force),
        narrowed=bool(filters.crimes or filters.categories),
        wordings=() if filters.crimes else _wordings(store, filters),
        has_searches=place.force is not None and bool(store.stop_months(place.force)),
    )
    return found_context.of_types(found_context.numbers)


def _wordings(store: Store, filters: Filters) -> tuple[str, ...]:
    found = store.lens(filters.partnership)
    return tuple(item.wording for item in found if item.category in filters.categories)


def _outward(store: Store, place: Place) -> tuple[Place, ...]:
    """The way from the widest place; a map point's ends with itself."""
    if place.level == Level.POINT and place.parent is not None:
        return (*store.outward(place.parent), place)
    return store.outward(place.id)


def _types(store: Store, filters: Filters, every: tuple[CrimeType, ...]) -> tuple[CrimeType, ...]:
    if filters.crimes:
        return tuple(item for item in every if item.slug in filters.crimes)
    if filters.categories and ALL_CRIME not in filters.categories:
        tree = store.categories()
        inside = frozenset().union(*(tree.within(category) for category in filters.categories))
        named = frozenset().union(*(tree.crimes_within(category) for category in filters.categories))
        return tuple(item for item in every if item.category in inside or item.slug in named)
    return every


def nothing(store: Store, filters: Filters, page: str) -> ReportFields:
    """The fields of a report without street-level crime: why, and what to do."""
    name = next(item.name for item in store.partnerships() if item.slug == filters.partnership)
    return {
        "page": page,
        "filters": filters,
        "title": f"No street-level crime is loaded for {name}",
        "lede": "",
        "place": name,
        "empty": (
            "Download the force’s files from data.police.uk and load them with “outturn load FILE…”; the README says"
            " which lookups and boundaries go with them. Until then, Sampleshire, an invented county, shows the page."
        ),
        "elsewhere": "load",
    }


def no_type(context: StreetContext, filters: Filters, page: str) -> ReportFields:
    """The fields of a report for a category that police.uk has no crime type in."""
    return {
        "page": page,
        "filters": filters,
        "title": f"No street-level crime type belongs to this choice for {context.place.name}",
        "lede": "",
        "place": context.place.name,
        "empty": "police.uk publishes no crime type in these categories: choose another, or All.",
    }


def no_place(context: StreetContext, filters: Filters, page: str) -> ReportFields:
    """The fields of a report on incidents that lie in no neighbourhood, where neighbourhoods are ranked."""
    return {
        "page": page,
        "filters": filters,
        "title": f"Incidents under “{context.place.name}” lie in no neighbourhood",
        "lede": "",
        "place": context.place.name,
        "empty": "They can be neither ranked nor mapped; the Drill-down page counts them.",
        "elsewhere": "drill-down",
    }


def rate(n: int, place: Place) -> Decimal | None:
    """Incidents per 1,000 people; None where the population is not known."""
    return Decimal(n) * 1000 / place.population if place.population else None


def asked_in_vain(context: StreetContext, filters: Filters) -> str:
    """A sentence where the period asked for has no month loaded and another is shown."""
    if not in_vain(filters, [*context.held, *context.left_out]):
        return ""
    return f"No street-level crime is loaded for {filters.period.label}; the newest months are shown."
