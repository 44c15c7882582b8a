"""Knows the drill-down: crime type by period and place by period, totals that reconcile, and what drove the change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from dashboard.domain.categories import CategoryTree
from dashboard.domain.choices import Measure
from dashboard.domain.filters import Filters
from dashboard.domain.street.crime import LEFT_OVERS, CrimeType, Level, Place
from dashboard.domain.street.sortings import THIRD, are_counted
from dashboard.questions.store import Store
from dashboard.questions.street import ALL_TYPES, Count, CountQuery
from dashboard.reports.harm.harm_view import HarmView, harm_lede, harm_place, harm_title, harm_view
from dashboard.reports.harm.loaded_weights import weights_for
from dashboard.reports.harm.street_harm import StreetHarm, street_harm
from dashboard.reports.report import Report
from dashboard.reports.street.columns import Columns, columns_of, of_others
from dashboard.reports.street.drill_down_words import lede, place_words, title
from dashboard.reports.street.drivers import Drivers, drivers
from dashboard.reports.street.focus import focus_of
from dashboard.reports.street.grid import GridRow, Totals, added, by_place, by_type, judged, squares
from dashboard.reports.street.moving.held_then import held_then
from dashboard.reports.street.notes import compared, compared_words, notes
from dashboard.reports.street.place_context import ReportFields, StreetContext, no_type, nothing, street_context
from dashboard.reports.street.points import counts_of, point_places
from dashboard.reports.street.spans import span_of
from dashboard.reports.street.standing import StreetStanding, standing


@dataclass(frozen=True, kw_only=True, slots=True)
class DrillDown(Report):
    """*crimes* and *places* have the same columns and the same total row."""

    context: StreetContext | None = None
    columns: Columns | None = None
    crimes: tuple[GridRow, ...] = ()
    places: tuple[GridRow, ...] = ()
    total: GridRow | None = None
    crime_drivers: Drivers | None = None
    place_drivers: Drivers | None = None
    standing: StreetStanding | None = None
    inner_level: Level | None = None
    everyone: int = 0  # places one step in, those without an incident too
    category_names: dict[str, str] = field(default_factory=dict)
    harm: StreetHarm | None = None
    harm_view: HarmView | None = None  # where harm is the measure
    lacks_weights: bool = False


def drill_down(store: Store, filters: Filters) -> DrillDown:
    """Return the two grids of the view, one step in each way."""
    context = street_context(store, filters)
    if context is None:
        return _without_streets(store, filters)
    if not context.types:
        return DrillDown(**no_type(context, filters, "drill-down"))
    columns = columns_of(filters, context.held, context.left_out)
    found = _drill_down(store, filters, context, columns)
    harm = street_harm(store, filters.partnership, context, columns.last)
    if filters.measure is Measure.HARM:
        return _by_harm(store, replace(found, harm=harm), context)
    return replace(found, harm=harm, lacks_weights=weights_for(store, filters.partnership) is None)


def _without_streets(store: Store, filters: Filters) -> DrillDown:
    """Why there is nothing; where harm is the measure, what is known by offence code."""
    found = DrillDown(**nothing(store, filters, "drill-down"))
    view = harm_view(store, filters, None, None, ()) if filters.measure is Measure.HARM else None
    if view is None or not view.coded:
        return found
    words: ReportFields = {
        "title": harm_title(view, f"in {found.place}"),
        "place": f"Harm (weight × count) · {view.coded[0].year.place} · {view.coded[0].year.period.label}",
    }
    return replace(found, harm_view=view, empty="", elsewhere="", **words)


def _by_harm(store: Store, found: DrillDown, context: StreetContext) -> DrillDown:
    """The same view measured by harm: a severity of 12 months, which has no change over time by type."""
    view = harm_view(store, found.filters, found.harm, context, inner_places(store, context))
    if view is None:
        return found
    words: ReportFields = {
        "title": harm_title(view, context.by_code.where),
        "lede": harm_lede(view),
        "place": harm_place(context, view),
        "notes": notes(context, [view.types.period] if view.types else [], []),
    }
    return replace(found, harm_view=view, **words)


def _drill_down(store: Store, filters: Filters, context: StreetContext, columns: Columns) -> DrillDown:
    everyone = sum(item.level not in LEFT_OVERS for item in inner_places(store, context))
    total, crimes = _crime_rows(store, filters, context, columns)
    places = judged(_place_rows(store, filters, context, columns), everyone)
    focus = focus_of(span_of(filters, [*context.held, *context.left_out]), columns)
    driven = drivers(total, crimes, columns, focus)
    located = [row for row in places if row.place is not None and row.place.level not in LEFT_OVERS]
    stands = standing(store, context, focus.period(columns), focus.against(columns)) if focus else None
    return DrillDown(
        page="drill-down",
        filters=filters,
        **_words(filters, context, columns, (total, driven, stands)),
        notes=(*_notes(context, columns, driven, places), *held_then(context, filters)),
        context=context,
        columns=columns,
        crimes=crimes,
        places=places,
        total=total,
        crime_drivers=driven,
        place_drivers=drivers(total, located, columns, focus, everyone),
        standing=stands,
        category_names={item.category: item.wording for item in store.lens(filters.partnership)},
        inner_level=next((row.place.level for row in places if row.place is not None), None),
        everyone=everyone,
    )


def _words(
    filters: Filters,
    context: StreetContext,
    columns: Columns,
    found: tuple[GridRow, Drivers | None, StreetStanding | None],
) -> ReportFields:
    """The fields that say what was *found*: the total, what moved it, how it stands."""
    total, driven, stands = found
    return {
        "title": title(context, columns, total, driven),
        "lede": lede(context, filters, columns, driven, stands),
        "place": place_words(context, columns),
    }


def _notes(
    context: StreetContext, columns: Columns, driven: Drivers | None, rows: Iterable[GridRow]
) -> tuple[str, ...]:
    said = notes(context, compared(columns, driven), [row.place for row in rows if row.place])
    return (*said, compared_words(columns))


def counted(
    store: Store, context: StreetContext, columns: Columns, *, types: bool, places: tuple[Place, ...]
) -> list[Count]:
    """The counts of *places* by place, or by place and crime type."""
    numbers = tuple(item.number for item in context.types) if types else context.numbers
    return _asked(store, context, columns, (numbers, places), types=types)


def _asked(
    store: Store,
    context: StreetContext,
    columns: Columns,
    asked: tuple[tuple[int, ...], tuple[Place, ...]],
    *,
    types: bool,
) -> list[Count]:
    """The counts of crime types by number in some places, summed or type by type."""
    numbers, places = asked
    span = (columns.first, columns.last, columns.by.months)
    query = CountQuery(tuple(item.id for item in places), numbers, *span, by_place=True, by_type=types)
    return counts_of(store, context, query)


def _crime_rows(
    store: Store, filters: Filters, context: StreetContext, columns: Columns
) -> tuple[GridRow, tuple[GridRow, ...]]:
    """The total, and a row for each crime type under the category it belongs to."""
    totals = by_type(counted(store, context, columns, types=True, places=(context.place,)))
    tree = store.categories()
    rows: list[GridRow] = []
    for category, types in _grouped(tree, context.types):
        held = [item for item in types if any(totals[item.number].values())]
        if len(held) > 1:
            summed, own = _sum(store, context, columns, tuple(item.number for item in held), totals)
            found = squares(summed, own, filters.measure, context.place)
            inside = frozenset(item.slug for item in types)
            rows.append(GridRow(category, tree.name(category), found, is_group=True, crimes=inside))
        for item in held:
            own = of_types(context, columns, (item.number,))
            found = squares(totals[item.number], own, filters.measure, context.place)
            rows.append(GridRow(item.slug, item.name, found, depth=int(len(held) > 1)))
    summed, _ = _sum(store, context, columns, context.numbers, totals)
    total = GridRow("total", context.crime_words, squares(summed, columns, filters.measure, context.place))
    return judged([total])[0], judged(rows)


def of_types(context: StreetContext, columns: Columns, numbers: tuple[int, ...]) -> Columns:
    """The periods for some crime types: others of their months may look incomplete, or be of a time without them."""
    if not context.has_gaps and are_counted(THIRD, numbers):
        return columns
    own = context.of_types(numbers)
    return of_others(columns, own.held, own.left_out)


def _sum(
    store: Store, context: StreetContext, columns: Columns, numbers: tuple[int, ...], totals: Totals
) -> tuple[Mapping[int, int], Columns]:
    """The sum of crime types in each period, without the months that look incomplete for any, and those periods."""
    if context.has_gaps:
        counts = _asked(store, context, columns, (numbers, (context.place,)), types=False)
        return added(by_place(counts).values()), of_types(context, columns, numbers)
    return added(row for number, row in totals.items() if numbers == ALL_TYPES or number in numbers), columns


def _grouped(tree: CategoryTree, types: Iterable[CrimeType]) -> list[tuple[str, list[CrimeType]]]:
    """Crime types under the widest category each lies in, in the tree's order."""
    groups: dict[str, list[CrimeType]] = {}
    for item in types:
        groups.setdefault(tree.path(item.category)[0].slug, []).append(item)
    order = [category.slug for category in tree.children()]
    return sorted(groups.items(), key=lambda group: order.index(group[0]))


def _place_rows(store: Store, filters: Filters, context: StreetContext, columns: Columns) -> tuple[GridRow, ...]:
    """A row for each place one step in; of a neighbourhood its map points; of a map point none."""
    inner = inner_places(store, context)
    if not inner:
        return ()
    totals = by_place(counted(store, context, columns, types=False, places=inner))
    rows = [
        GridRow(item.key, item.known_as, squares(totals.get(item.id, {}), columns, filters.measure, item), item)
        for item in inner
        if totals.get(item.id) or item.level in (Level.DISTRICT, Level.LOCALITY)
    ]
    return tuple(rows)


def inner_places(store: Store, context: StreetContext) -> tuple[Place, ...]:
    """What lies one step in, of a map point nothing; the forces of the country are those with a file."""
    if context.place.level == Level.POINT:
        return ()
    if context.place.level == Level.LSOA:
        return point_places(store, context)
    found = store.inward(context.place.id)
    if context.place.level != Level.COUNTRY:
        return found
    held = {item.force for item in context.held}
    return tuple(item for item in found if item.force in held)
