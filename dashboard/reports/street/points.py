"""Knows map points as places: those of a neighbourhood, each under the coordinates that police.uk gives it."""

from dashboard.domain.street.crime import Level, MapPoint, Place
from dashboard.domain.street.point_names import point_name
from dashboard.questions.store import Store
from dashboard.questions.street import ALL_TYPES, Count, CountQuery, PointCount
from dashboard.reports.report import Cell
from dashboard.reports.street.incomplete import months_out
from dashboard.reports.street.place_context import StreetContext

KNOWN = ("known_as", "known_point", "known_point_share_pct")  # in a file
MARK = "@"  # between a neighbourhood's code and the coordinates


def point_places(store: Store, context: StreetContext) -> tuple[Place, ...]:
    """The map points of the view’s neighbourhood that incidents were placed at, by name."""
    found: dict[int, Place] = {}
    for item in _every(store, context):
        found.setdefault(item.point.id, as_place(item.point, context.place))
    return tuple(sorted(found.values(), key=lambda place: (place.name, place.code)))


def as_place(point: MapPoint, around: Place) -> Place:
    """The place of *point* in the neighbourhood that *around* is, or is a point of."""
    code = f"{around.code.partition(MARK)[0]}{MARK}{point.longitude:.6f},{point.latitude:.6f}"
    return Place(point.id, code, point_name(point.name), Level.POINT, neighbourhood_of(around), around.force)


def known_cells(place: Place) -> dict[str, Cell]:
    """What a place is known as, its map point with the most incidents, and the share of them there in percent."""
    point = place.known
    values = (place.known_as, point.name if point else None, point.share if point else None)
    return dict(zip(KNOWN, values, strict=True))


def neighbourhood_of(place: Place) -> int:
    """The number of a neighbourhood, or of the one that a map point lies in."""
    return place.parent or 0 if place.level == Level.POINT else place.id


def _every(store: Store, context: StreetContext) -> tuple[PointCount, ...]:
    """Every count of the neighbourhood over the months held, by month: one question, whatever the view picks."""
    if not context.held:
        return ()
    first, last = context.held[0].month, context.held[-1].month
    return store.point_counts(CountQuery((neighbourhood_of(context.place),), ALL_TYPES, first, last, 1, by_type=True))


def counts_of(store: Store, context: StreetContext, asked: CountQuery) -> list[Count]:
    """Counts of the view's place or of what lies in it; map points are counted as if each were a place."""
    if context.place.level == Level.POINT:
        return points_of(store, context, asked, alone=True)
    if context.place.level == Level.LSOA and asked.places != (context.place.id,):
        return points_of(store, context, asked, alone=False)
    return list(store.counts(asked))


def points_of(store: Store, context: StreetContext, asked: CountQuery, *, alone: bool) -> list[Count]:
    """Counts by map point as if each were a place; *alone*: of the view’s own point only."""
    counts = []
    out = frozenset() if asked.by_type else months_out([*context.held, *context.left_out], asked.numbers)
    for item in _every(store, context):
        month = item.column + context.held[0].month
        wanted = asked.numbers == ALL_TYPES or item.crime_type in asked.numbers
        here = not alone or item.point.id == context.place.id
        if wanted and here and month not in out and asked.first <= month <= asked.last:
            counts.append(Count(item.point.id, item.crime_type, (month - asked.first) // asked.step, item.n))
    return counts
