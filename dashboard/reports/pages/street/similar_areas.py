"""Knows an area beside similar ones: rates in the same months, its rank, a funnel, and its way beside their mean."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import Period
from dashboard.domain.street.crime import LEFT_OVERS, Level, Place
from dashboard.questions.store import Store
from dashboard.reports.made_up import is_invented
from dashboard.reports.report import Report
from dashboard.reports.street.incomplete import left_out_words
from dashboard.reports.street.notes import APPROXIMATE
from dashboard.reports.street.place_context import (
    ReportFields,
    StreetContext,
    asked_in_vain,
    no_type,
    nothing,
    street_context,
)
from dashboard.reports.street.similar.areas import ComparedGroup, group_of, overlap
from dashboard.reports.street.similar.over_time import TimePoint, begins, over_time
from dashboard.reports.street.similar.rates import RankedAreas, standing_of
from dashboard.reports.street.similar.words import (
    lede,
    missing_words,
    months_words,
    people_words,
    set_words,
    title,
    why_none,
)
from dashboard.reports.street.spans import span_of

PAGE = "similar-areas"


@dataclass(frozen=True, slots=True)
class Offered:
    """An area that the view's can be compared with, and the force area that it lies in."""

    place: Place
    force: str
    is_near: bool  # of the same force


@dataclass(frozen=True, kw_only=True, slots=True)
class SimilarAreas(Report):
    """*group* are the areas asked for; *standing* those of them with the months looked at."""

    context: StreetContext | None = None
    group: ComparedGroup | None = None
    standing: RankedAreas | None = None  # None: there are not two to compare
    points: tuple[TimePoint, ...] = ()
    offered: tuple[Offered, ...] = ()  # what can be chosen, those of the same force first
    inner: tuple[Place, ...] = ()  # places one step in that a set names similar areas of
    homes: dict[int, str] = field(default_factory=dict)  # by force: the partnership that shows all of it
    category_names: dict[str, str] = field(default_factory=dict)

    @property
    def group_words(self) -> tuple[str, ...]:
        """Which areas these are, and which of them are missing."""
        if self.group is None or self.standing is None:
            return ()
        said = (*set_words(self.group), months_words(self.standing), missing_words(self.standing))
        return tuple(filter(None, said))

    @property
    def near(self) -> tuple[Place, ...]:
        """What can be chosen of the same force, of the same kind: districts for a district."""
        level = self.context.place.level if self.context else None
        return tuple(item.place for item in self.offered if item.is_near and item.place.level == level)


def similar_areas(store: Store, filters: Filters) -> SimilarAreas:
    """Return the view's area beside those of a loaded set, or those that the address names."""
    context = street_context(store, filters)
    if context is None:
        return SimilarAreas(**nothing(store, filters, PAGE))
    if not context.types:
        return SimilarAreas(**no_type(context, filters, PAGE))
    if context.place.level in {*LEFT_OVERS, Level.POINT, Level.COUNTRY}:
        return SimilarAreas(**_no_area(context, filters), context=context)
    return _compared(store, filters, context)


def _compared(store: Store, filters: Filters, context: StreetContext) -> SimilarAreas:
    span = span_of(filters, [*context.held, *context.left_out])
    group = group_of(store, context.place, filters, span)
    found = standing_of(store, group, context.numbers, span, begins(span, filters))
    shown = _words(context, filters, group, found) if found else _none(context, filters, group, span)
    offered = tuple(_offered(store, context.place))
    return SimilarAreas(
        page=PAGE,
        filters=filters,
        **shown,
        context=context,
        group=group,
        standing=found,
        points=over_time(store, found, context.numbers, filters) if found else (),
        offered=offered,
        inner=() if found else _inside(store, context.place),
        homes=_homes(store),
        category_names={item.category: item.wording for item in store.lens(filters.partnership)},
    )


def _words(context: StreetContext, filters: Filters, group: ComparedGroup, found: RankedAreas) -> ReportFields:
    said = [
        missing_words(found),
        months_words(found),
        people_words(found),
        left_out_words(context.left_out),
        APPROXIMATE,
    ]
    return {
        "title": title(context, group, found),
        "lede": " ".join(filter(None, (asked_in_vain(context, filters), lede(found)))),
        "place": _above(context, found.span),
        "notes": tuple(filter(None, (*set_words(group), *said))),
    }


def _none(context: StreetContext, filters: Filters, group: ComparedGroup, span: Period) -> ReportFields:
    """The fields of a report with nothing to compare: why, and what to do."""
    asked = group.is_asked and group.others
    heading = "Nothing to compare" if asked or not group.is_asked else "None of the areas can be compared"
    heading = heading if group.is_asked else "No similar areas are loaded"
    return {
        "title": f"{heading} for {context.place.known_as}",
        "lede": asked_in_vain(context, filters),
        "place": _above(context, span),
        "empty": why_none(context, group),
        "elsewhere": "" if group.is_asked or is_invented(filters.partnership) else "load",
    }


def _above(context: StreetContext, span: Period) -> str:
    return f"{context.crime_words} · {context.place.full_name} · {span.label}"


def _no_area(context: StreetContext, filters: Filters) -> ReportFields:
    """The fields of a report on what is no area with residents."""
    return {
        "page": PAGE,
        "filters": filters,
        "title": f"{context.place.known_as} is compared with nothing",
        "lede": "",
        "place": f"Similar areas · {context.place.full_name}",
        "empty": "Rates need residents: a map point, and what lies in no area, have none.",
        "elsewhere": "drill-down",
    }


def _offered(store: Store, own: Place) -> Iterator[Offered]:
    """Every place of the kind with residents, those of the same force first."""
    forces = {item.force: item.name for item in _forces(store, own)}
    every = [item for item in store.peers(own.id) if item.population and not overlap(store, own, item)]
    for place in sorted(every, key=lambda item: (item.force != own.force, forces.get(item.force, ""), item.name)):
        yield Offered(place, forces.get(place.force, place.name), place.force == own.force)


def _forces(store: Store, own: Place) -> list[Place]:
    """The force areas there are: that of *own*, and those beside it."""
    force = next((step for step in store.outward(own.id) if step.level == Level.FORCE), None)
    return [force, *store.peers(force.id)] if force else []


def _inside(store: Store, own: Place) -> tuple[Place, ...]:
    return tuple(item for item in store.inward(own.id) if item.population and store.similar_sets(item.code))


def _homes(store: Store) -> dict[int, str]:
    """The partnership that shows all of a force, by the force."""
    roots = {item.slug: store.street_root(item.slug) for item in store.partnerships()}
    return {
        root.force: slug
        for slug, root in roots.items()
        if root is not None and root.force is not None and root.level == Level.FORCE
    }
