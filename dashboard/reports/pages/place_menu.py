"""Knows which places the area control offers on street-level pages: the way to the place shown, and what is in it."""

from dashboard.domain.filters import Filters
from dashboard.domain.street.crime import Level
from dashboard.questions.store import Store
from dashboard.reports.pages.drill_down import inner_places
from dashboard.reports.street.place_context import street_context

INDENT = "\u2003"  # an em space for each step in


def street_menu(store: Store, filters: Filters) -> tuple[tuple[str, str], ...]:
    """Return (key, words) from the widest place in; the whole partnership itself is not among them."""
    context = street_context(store, filters)
    if context is None:
        return ()
    steps = [(place.key, f"{INDENT * at}{place.name}") for at, place in enumerate(context.path) if at]
    if context.place.level in (Level.LSOA, Level.POINT):
        return tuple(steps)  # map points are many and alike: they are chosen in the table
    depth = INDENT * len(context.path)
    return (*steps, *((place.key, f"{depth}{place.name}") for place in inner_places(store, context)))
