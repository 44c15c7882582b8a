"""Knows what the map of the hotspots is drawn from: outlines and what they hold, else map points."""

from collections.abc import Set

from dashboard.domain.periods.calendar import first_month
from dashboard.domain.periods.period import Period
from dashboard.domain.street.crime import Level, Place
from dashboard.questions.store import Store
from dashboard.questions.street import CountQuery, PointCount
from dashboard.reports.street.place_context import ReportFields, StreetContext
from dashboard.reports.street.points import neighbourhood_of
from dashboard.reports.street.ranking import Shade, Spot, rankable

MOST_SHAPES = 2_000
MOST_LABELS = 40
LABELLED = (Level.CSP, Level.DISTRICT, Level.LOCALITY, Level.WARD)


def drawn(store: Store, context: StreetContext, span: Period, spots: tuple[Spot, ...]) -> ReportFields:
    """The fields of the map: outlines and what they hold, else map points."""
    shapes = _shapes(store, context)
    shaded = _shaded(store, context, span, spots) if shapes else ()
    dots = () if shapes or is_fine(context) else _dots(store, context, span)
    labels = _labels(store, context) if shapes and not is_fine(context) else ()
    return {"shapes": shapes, "shaded": shaded, "dots": dots, "labels": labels}


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
    """What each outline holds: the ranking's own counts and none elsewhere, or of wider outlines their counts."""
    if len(spots) <= MOST_SHAPES:
        ranked = {item.place.id for item in spots}
        others = () if is_fine(context) else rankable(store, context)
        without = (_shade(place, place.full_name, 0) for place in others if place.id not in ranked)
        return (*(_shade(item.place, f"{item.rank}. {item.place.full_name}", item.now) for item in spots), *without)
    inner = {place.id: place for place in store.inward(context.place.id)}
    first = first_month(span)
    query = CountQuery(tuple(inner), context.numbers, first, first + span.months - 1, span.months)
    return tuple(_shade(inner[item.place], inner[item.place].full_name, item.n) for item in store.counts(query))


def _shade(place: Place, words: str, n: int) -> Shade:
    return Shade(place.id, words, n, place.key, place.population)


def _labels(store: Store, context: StreetContext) -> tuple[tuple[str, frozenset[int]], ...]:
    """The name of each district, locality or ward one step in, with the outlines that lie in it."""
    inner = [place for place in store.inward(context.place.id) if place.level in LABELLED]
    hoods = store.neighbourhoods(context.place.id)
    if not inner or len(inner) > MOST_LABELS or len(hoods) > MOST_SHAPES:
        return tuple((place.name, frozenset({place.id})) for place in inner[:MOST_LABELS])
    parents = {place.parent for place in hoods}
    return tuple((place.name, _inside(store, place, hoods, parents)) for place in inner)


def _inside(store: Store, place: Place, hoods: tuple[Place, ...], parents: Set[int | None]) -> frozenset[int]:
    """The neighbourhoods of a *place*: those that name it, or of a wider one those that are listed for it."""
    found = hoods if place.id in parents else store.neighbourhoods(place.id)
    return frozenset(item.id for item in found if place.id not in parents or item.parent == place.id)


def _dots(store: Store, context: StreetContext, span: Period) -> tuple[PointCount, ...]:
    """The incidents of the span by map point, of an area small enough to draw them."""
    places = tuple(place.id for place in store.neighbourhoods(context.place.id))
    if len(places) > MOST_SHAPES:
        return ()
    first = first_month(span)
    query = CountQuery(places, context.numbers, first, first + span.months - 1, span.months)
    return tuple(item for item in store.point_counts(query) if item.point.longitude or item.point.latitude)
