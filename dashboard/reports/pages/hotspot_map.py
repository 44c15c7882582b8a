"""Knows what the map of the hotspots is drawn from: outlines and what they hold, else map points."""

from dashboard.domain.periods.calendar import first_month
from dashboard.domain.periods.period import Period
from dashboard.domain.street.crime import Level
from dashboard.questions.store import Store
from dashboard.questions.street import CountQuery, PointCount
from dashboard.reports.street.place_context import ReportFields, StreetContext
from dashboard.reports.street.points import neighbourhood_of
from dashboard.reports.street.ranking import Shade, Spot

MOST_SHAPES = 2_000


def drawn(store: Store, context: StreetContext, span: Period, spots: tuple[Spot, ...]) -> ReportFields:
    """The fields of the map: outlines and what they hold, else map points."""
    shapes = _shapes(store, context)
    shaded = _shaded(store, context, span, spots) if shapes else ()
    dots = () if shapes or is_fine(context) else _dots(store, context, span)
    return {"shapes": shapes, "shaded": shaded, "dots": dots}


def is_fine(context: StreetContext) -> bool:
    return context.place.level in (Level.LSOA, Level.POINT)


def _shapes(store: Store, context: StreetContext) -> tuple[tuple[int, str], ...]:
    """The outlines to draw: neighbourhoods, or of an area with too many, what lies one step in."""
    if is_fine(context):
        return store.shapes((neighbourhood_of(context.place),))
    places = tuple(place.id for place in store.neighbourhoods(context.place.id))
    if len(places) > MOST_SHAPES:
        places = tuple(place.id for place in store.inward(context.place.id))
    return store.shapes(places)


def _shaded(store: Store, context: StreetContext, span: Period, spots: tuple[Spot, ...]) -> tuple[Shade, ...]:
    """What each outline holds: the ranking's own counts, or where outlines are wider, the counts of those."""
    if len(spots) <= MOST_SHAPES:
        return tuple(Shade(item.place.id, f"{item.rank}. {item.place.full_name}", item.now) for item in spots)
    inner = {place.id: place.full_name for place in store.inward(context.place.id)}
    first = first_month(span)
    query = CountQuery(tuple(inner), context.numbers, first, first + span.months - 1, span.months)
    return tuple(Shade(item.place, inner[item.place], item.n) for item in store.counts(query))


def _dots(store: Store, context: StreetContext, span: Period) -> tuple[PointCount, ...]:
    """The incidents of the span by map point, of an area small enough to draw them."""
    places = tuple(place.id for place in store.neighbourhoods(context.place.id))
    if len(places) > MOST_SHAPES:
        return ()
    first = first_month(span)
    query = CountQuery(places, context.numbers, first, first + span.months - 1, span.months)
    return tuple(item for item in store.point_counts(query) if item.point.longitude or item.point.latitude)
