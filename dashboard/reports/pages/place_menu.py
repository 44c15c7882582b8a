"""Knows which places a reader chooses among on street-level pages: those around the one shown, and every one."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.domain.filters import Filters
from dashboard.domain.street.crime import Level, Place
from dashboard.questions.store import Store
from dashboard.reports.pages.drill_down import inner_places
from dashboard.reports.street.place_context import StreetContext, street_context

INDENT = "\u2003"  # an em space for each step in
MOST_PLACES = 3_000  # that a browser looks through while somebody types
FINEST = (Level.LSOA, Level.POINT)  # map points are many and alike: they are chosen in the table


def street_menu(store: Store, filters: Filters) -> tuple[tuple[str, str], ...]:
    """Return (key, words) from the widest place in; the whole partnership itself is not among them."""
    context = street_context(store, filters)
    return tuple(_inside(store, context, 0)) if context else ()


def _inside(store: Store, context: StreetContext, depth: int) -> Iterator[tuple[str, str]]:
    """What lies in the step of the way at *depth*, and under the next step of it what lies in that."""
    step, *onward = context.path[depth:]
    inner = () if step.level in FINEST else inner_places(store, replace(context, place=step))
    for place in inner:
        yield _line(place, depth)
        if onward and place.id == onward[0].id:
            yield from _inside(store, context, depth + 1)
    if onward and onward[0].id not in {place.id for place in inner}:
        yield _line(onward[0], depth)
        yield from _inside(store, context, depth + 1)


def _line(place: Place, depth: int) -> tuple[str, str]:
    return place.key, f"{INDENT * depth}{place.short_name}"


def every_place(store: Store, filters: Filters) -> tuple[tuple[str, str], ...]:
    """Return (key, name) of every place of a partnership down to its neighbourhoods, the widest first."""
    root = store.place(filters.partnership, "")
    if root is None:
        return ()
    wide = list(_wider(store, root))
    hoods = store.neighbourhoods(root.id)
    found = [*wide, *(hoods if len(wide) + len(hoods) <= MOST_PLACES else ())]
    return tuple((place.key, place.full_name) for place in {place.id: place for place in found}.values())


def _wider(store: Store, place: Place) -> Iterator[Place]:
    """What lies in *place* down to wards and localities, level by level."""
    inner = [item for item in store.inward(place.id) if item.level not in FINEST]
    yield from inner
    if place.level != Level.COUNTRY:  # of all of the country its forces are enough
        for item in inner:
            yield from _wider(store, item)
