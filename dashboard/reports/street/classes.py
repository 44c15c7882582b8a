"""Knows the class of each neighbourhood: which are hot month by month among all those of the partnership."""

import numpy as np

from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, first_month
from dashboard.domain.periods.period import Period, run_of_months
from dashboard.domain.statistics.hotspots import HotspotClass, classes, too_thin
from dashboard.domain.street.crime import Level
from dashboard.questions.store import Store
from dashboard.questions.street import CountQuery
from dashboard.reports.street.place_context import StreetContext
from dashboard.reports.street.ranking import is_held

NEEDS_FORCE = "Classes are worked out within one force: choose a partnership."
NEEDS_BOUNDARIES = "Classes need boundaries, which say what touches what: load a GeoJSON of neighbourhoods."
TOO_THIN = "Too few incidents for classes: on average under one in two neighbourhoods and months."


def classes_of(store: Store, context: StreetContext, span: Period) -> tuple[dict[int, HotspotClass], str]:
    """The class of each neighbourhood of the whole partnership over the 12 months that end with the span."""
    root = context.path[0]
    if root.level == Level.COUNTRY:
        return {}, NEEDS_FORCE
    last = first_month(span) + span.months - 1
    window = run_of_months(last - MONTHS_IN_YEAR + 1, MONTHS_IN_YEAR)
    if not is_held(context, window):
        return {}, f"Classes need every month of {window.label}; some {_missing(context)}."
    everyone = tuple(place.id for place in store.neighbourhoods(root.id))
    pairs = store.touching(everyone)
    places = sorted({pair[0] for pair in pairs})
    if not places:
        return {}, NEEDS_BOUNDARIES
    position = {place: at for at, place in enumerate(places)}
    neighbours: list[list[int]] = [[] for _ in places]
    for place, other in pairs:
        neighbours[position[place]].append(position[other])
    counts = np.zeros((len(places), MONTHS_IN_YEAR))
    query = CountQuery(tuple(places), context.numbers, last - MONTHS_IN_YEAR + 1, last, 1)
    for item in store.counts(query):
        counts[position[item.place], item.column] = item.n
    if too_thin(counts):
        return {}, TOO_THIN
    return dict(zip(places, classes(counts, neighbours), strict=True)), ""


def _missing(context: StreetContext) -> str:
    return "look incomplete or are not loaded" if context.left_out else "are not loaded"
