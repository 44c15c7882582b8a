"""Knows which places the area control offers on street-level pages: all beside and inside the one that is shown."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.domain.filters import Filters
from dashboard.domain.street.crime import Level, Place
from dashboard.questions.store import Store
from dashboard.reports.pages.drill_down import inner_places
from dashboard.reports.street.place_context import StreetContext, street_context

INDENT = "\u2003"  # an em space for each step in
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
