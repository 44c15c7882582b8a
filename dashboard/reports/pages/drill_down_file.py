"""Knows the drill-down as a file: every crime type of every place in every period, once each, so that sums add up."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from dashboard.domain.filters import Filters
from dashboard.domain.street.crime import Place
from dashboard.domain.street.sortings import are_counted
from dashboard.questions.store import Store
from dashboard.reports.harm.street_harm import harm_table
from dashboard.reports.pages.drill_down import DrillDown, counted, drill_down, inner_places, of_types
from dashboard.reports.report import Cell, Table
from dashboard.reports.street.columns import Column, Columns, NoCount, no_count
from dashboard.reports.street.incomplete import NO_TYPE, OUT
from dashboard.reports.street.periods_table import periods_table
from dashboard.reports.street.place_context import StreetContext, rate
from dashboard.reports.street.points import KNOWN, known_cells

COLUMNS = (
    *("crime_type", "crime_name", "category", "area_code", "area", "level", "period", "period_slug"),
    *("count", "count_reason", "months_held", "previous_count", "previous_reason"),
    *("previous_period", "change_pct", "per_1000", "months_incomplete"),
    *KNOWN,
)
SOURCE_COLUMNS = ("month", "force", "rows", "no_location", "file", "sha256", "loaded_at", "difference", "incomplete")


def drill_down_file(store: Store, filters: Filters) -> DrillDown:
    """Return the drill-down with its tables; the page itself needs none of them."""
    report = drill_down(store, filters)
    if report.context is None or report.columns is None:
        return replace(report, tables=report.harm_view.tables) if report.harm_view else report
    rows = tuple(_rows(store, report.context, report.columns))
    counts = Table.of("counts", "Incidents by crime type, area and period", COLUMNS, rows)
    files = Table.of("files", "The files that were counted", SOURCE_COLUMNS, _files(store, report))
    stands = report.standing
    changes = (stands.looked_at, stands.period_before, stands.year) if stands else ()
    harm = report.harm_view.tables if report.harm_view else harm_table(report.harm)
    return replace(report, tables=(counts, periods_table(changes, report.everyone), *harm, files))


def _rows(store: Store, context: StreetContext, columns: Columns) -> Iterator[dict[str, Cell]]:
    places = inner_places(store, context) or (context.place,)
    sums: dict[tuple[int, int], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for item in counted(store, context, columns, types=True, places=places):
        sums[item.place, item.crime_type][item.column] += item.n  # map points come month by month
    existing = [kind for kind in context.types if _exists(columns, kind.number)] or context.types
    for place in places:
        for kind in existing:
            own = of_types(context, columns, (kind.number,))
            for at in range(columns.history, len(columns.every)):
                named: dict[str, Cell] = {"crime_type": kind.slug, "crime_name": kind.name, "category": kind.category}
                yield named | _row(place, own, at, sums[place.id, kind.number])


def _exists(columns: Columns, number: int) -> bool:
    """Whether police.uk had a crime type in any month shown; the file has no rows of one that it had not."""
    months = range(columns.shown[0].first, columns.last + 1)
    return any(are_counted(month, (number,)) for month in months)


def _row(place: Place, columns: Columns, at: int, counts: dict[int, int]) -> dict[str, Cell]:
    column = columns.every[at]
    n = counts.get(at, 0) if column.held else None
    before = counts.get(column.against, 0) if column.against is not None else None
    return {
        "area_code": place.code,
        "area": place.name,
        "level": place.level,
        "period": column.period.label,
        "period_slug": column.period.slug,
        "count": n,
        "count_reason": None if column.held else _why_none(column),
        "months_held": column.held,
        "previous_count": before,
        "previous_reason": None if before is not None else _why_alone(column),
        "previous_period": columns.every[column.against].period.label if column.against is not None else None,
        "change_pct": Decimal(n - before) * 100 / before if n is not None and before else None,
        "per_1000": rate(n, place) if n is not None else None,
        "months_incomplete": column.left_out - column.unsorted,
    } | known_cells(place)


WHY = {NoCount.INCOMPLETE: OUT, NoCount.NO_TYPE: NO_TYPE, NoCount.NO_FILE: "no file for these months"}


def _why_none(column: Column) -> str:
    return WHY[no_count(column)]


def _why_alone(column: Column) -> str:
    """Why a period is compared with none."""
    if column.left_out:
        return NO_TYPE if column.left_out == column.unsorted else "not all of its months look complete"
    return "no whole period before it is loaded" if column.is_whole else "not all of its months are loaded"


def _files(store: Store, report: DrillDown) -> Iterator[dict[str, Cell]]:
    if report.context is None or report.columns is None:
        return
    for item in sorted([*report.context.held, *report.context.left_out], key=lambda item: (item.month, item.force)):
        if report.columns.first <= item.month <= report.columns.last:
            year, month = divmod(item.month, 12)
            yield {
                "month": f"{year}-{month + 1:02}",
                "force": item.force,
                "rows": item.rows,
                "no_location": item.no_location,
                "file": item.file,
                "sha256": item.sha256,
                "loaded_at": item.loaded_at,
                "difference": item.difference or None,
                "incomplete": OUT if item.doubts else None,
            }
