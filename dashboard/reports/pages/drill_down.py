"""Knows the drill-down: crime type by period and place by period, totals that reconcile, and what drove the change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dashboard.domain.categories import CategoryTree
from dashboard.domain.filters import Filters
from dashboard.domain.street.crime import CrimeType, Level, Place
from dashboard.domain.street.sortings import THIRD, are_counted
from dashboard.questions.store import Store
from dashboard.questions.street import ALL_TYPES, Count, CountQuery
from dashboard.reports.report import Report
from dashboard.reports.street.columns import Columns, columns_of, of_others
from dashboard.reports.street.drill_down_words import lede, place_words, title
from dashboard.reports.street.drivers import Drivers, drivers
from dashboard.reports.street.grid import GridRow, Totals, added, by_place, by_type, squares
from dashboard.reports.street.notes import compared, notes
from dashboard.reports.street.place_context import StreetScene, no_type, nothing, street_scene
from dashboard.reports.street.points import point_places, points_of


@dataclass(frozen=True, kw_only=True, slots=True)
class DrillDown(Report):
    """*crimes* and *places* have the same columns and the same total row."""

    scene: StreetScene | None = None
    columns: Columns | None = None
    crimes: tuple[GridRow, ...] = ()
    places: tuple[GridRow, ...] = ()
    total: GridRow | None = None
    crime_drivers: Drivers | None = None
    place_drivers: Drivers | None = None
    inner_level: Level | None = None
    category_names: dict[str, str] = field(default_factory=dict)


def drill_down(store: Store, filters: Filters) -> DrillDown:
    """Return the two grids of the view, one step in each way."""
    scene = street_scene(store, filters)
    if scene is None:
        return DrillDown(**nothing(store, filters, "drill-down"))
    if not scene.types:
        return DrillDown(**no_type(scene, filters, "drill-down"))
    return _drill_down(store, filters, scene, columns_of(filters, scene.held, scene.left_out))


def _drill_down(store: Store, filters: Filters, scene: StreetScene, columns: Columns) -> DrillDown:
    names = {item.category: item.wording for item in store.lens(filters.partnership)}
    total, crimes = _crime_rows(store, filters, scene, columns)
    places = _place_rows(store, filters, scene, columns)
    driven = drivers(total, crimes, columns)
    return DrillDown(
        page="drill-down",
        filters=filters,
        title=title(scene, columns, total, driven),
        lede=lede(scene, filters, columns, total, driven),
        place=place_words(scene, columns),
        notes=notes(scene, compared(columns, driven), [row.place for row in places if row.place]),
        scene=scene,
        columns=columns,
        crimes=crimes,
        places=places,
        total=total,
        crime_drivers=driven,
        place_drivers=drivers(total, [row for row in places if row.place is not None], columns),
        category_names=names,
        inner_level=next((row.place.level for row in places if row.place is not None), None),
    )


def counted(
    store: Store, scene: StreetScene, columns: Columns, *, types: bool, places: tuple[Place, ...]
) -> list[Count]:
    """The counts of *places* by place, or by place and crime type."""
    numbers = tuple(item.number for item in scene.types) if types else scene.numbers
    return _asked(store, scene, columns, (numbers, places), types=types)


def _asked(
    store: Store, scene: StreetScene, columns: Columns, asked: tuple[tuple[int, ...], tuple[Place, ...]], *, types: bool
) -> list[Count]:
    """The counts of crime types by number in some places, summed or type by type."""
    numbers, places = asked
    span = (columns.first, columns.last, columns.by.months)
    query = CountQuery(tuple(item.id for item in places), numbers, *span, by_place=True, by_type=types)
    if scene.place.level == Level.POINT:
        return points_of(store, scene, query, alone=True)
    if scene.place.level == Level.LSOA and places != (scene.place,):
        return points_of(store, scene, query, alone=False)
    return list(store.counts(query))


def _crime_rows(
    store: Store, filters: Filters, scene: StreetScene, columns: Columns
) -> tuple[GridRow, tuple[GridRow, ...]]:
    """The total, and a row for each crime type under the category it belongs to."""
    totals = by_type(counted(store, scene, columns, types=True, places=(scene.place,)))
    tree = store.categories()
    rows: list[GridRow] = []
    for category, types in _grouped(tree, scene.types):
        held = [item for item in types if any(totals[item.number].values())]
        if len(held) > 1:
            summed, own = _sum(store, scene, columns, tuple(item.number for item in held), totals)
            found = squares(summed, own, filters.measure, scene.place)
            inside = frozenset(item.slug for item in types)
            rows.append(GridRow(category, tree.name(category), found, is_group=True, crimes=inside))
        for item in held:
            own = of_types(scene, columns, (item.number,))
            found = squares(totals[item.number], own, filters.measure, scene.place)
            rows.append(GridRow(item.slug, item.name, found, depth=int(len(held) > 1)))
    summed, _ = _sum(store, scene, columns, scene.numbers, totals)
    total = GridRow("total", scene.crime_words, squares(summed, columns, filters.measure, scene.place))
    return total, tuple(rows)


def of_types(scene: StreetScene, columns: Columns, numbers: tuple[int, ...]) -> Columns:
    """The periods for some crime types: others of their months may look incomplete, or be of a time without them."""
    if not scene.has_gaps and are_counted(THIRD, numbers):
        return columns
    own = scene.of_types(numbers)
    return of_others(columns, own.held, own.left_out)


def _sum(
    store: Store, scene: StreetScene, columns: Columns, numbers: tuple[int, ...], totals: Totals
) -> tuple[Mapping[int, int], Columns]:
    """The sum of crime types in each period, without the months that look incomplete for any, and those periods."""
    if scene.has_gaps:
        counts = _asked(store, scene, columns, (numbers, (scene.place,)), types=False)
        return added(by_place(counts).values()), of_types(scene, columns, numbers)
    return added(row for number, row in totals.items() if numbers == ALL_TYPES or number in numbers), columns


def _grouped(tree: CategoryTree, types: Iterable[CrimeType]) -> list[tuple[str, list[CrimeType]]]:
    """Crime types under the widest category each lies in, in the tree's order."""
    groups: dict[str, list[CrimeType]] = {}
    for item in types:
        groups.setdefault(tree.path(item.category)[0].slug, []).append(item)
    order = [category.slug for category in tree.children()]
    return sorted(groups.items(), key=lambda group: order.index(group[0]))


def _place_rows(store: Store, filters: Filters, scene: StreetScene, columns: Columns) -> tuple[GridRow, ...]:
    """A row for each place one step in; of a neighbourhood its map points; of a map point none."""
    if scene.place.level == Level.POINT:
        return ()
    inner = inner_places(store, scene)
    totals = by_place(counted(store, scene, columns, types=False, places=inner))
    rows = [
        GridRow(item.key, item.name, squares(totals.get(item.id, {}), columns, filters.measure, item), item)
        for item in inner
        if totals.get(item.id) or item.level in (Level.DISTRICT, Level.LOCALITY)
    ]
    return tuple(rows)


def inner_places(store: Store, scene: StreetScene) -> tuple[Place, ...]:
    """What lies one step in; the forces of the country are those with a file."""
    if scene.place.level == Level.LSOA:
        return point_places(store, scene)
    found = store.inward(scene.place.id)
    if scene.place.level != Level.COUNTRY:
        return found
    held = {item.force for item in scene.held}
    return tuple(item for item in found if item.force in held)
