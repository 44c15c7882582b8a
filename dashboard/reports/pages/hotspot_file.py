"""Knows the hotspots as a file: the ranking with what stands in the way of a comparison, and the funnel."""

from dataclasses import replace
from decimal import Decimal

from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import Period
from dashboard.domain.statistics.hotspots import HotspotClass
from dashboard.questions.store import Store
from dashboard.reports.pages.hotspots import Hotspots, hotspots
from dashboard.reports.report import Cell, Table
from dashboard.reports.street.funnel import funnel_table
from dashboard.reports.street.moving.moves import Move
from dashboard.reports.street.moving.tree_table import tree_table
from dashboard.reports.street.periods_table import periods_table
from dashboard.reports.street.place_context import StreetContext, rate
from dashboard.reports.street.points import KNOWN, known_cells
from dashboard.reports.street.ranking import Spot, months_held, months_left_out
from dashboard.reports.street.standing import StreetChange

MOVED = ("change", "change_p", "change_p_among", "stands_out")  # where places are asked for by change
COLUMNS = (
    *("rank", "area_code", "area", "count", "previous_count", "previous_reason", "change_pct", "change_is_real"),
    *(
        "share_pct",
        "per_1000",
        "class",
        "class_reason",
        "period",
        "months_held",
        "level",
        "crime_types",
        "months_incomplete",
    ),
    *KNOWN,
    *MOVED,
)


def hotspots_file(store: Store, filters: Filters) -> Hotspots:
    """Return the hotspots with their table; the page itself needs none."""
    report = hotspots(store, filters)
    if report.context is None or report.span is None:
        return report
    ranking = _table(report, report.context, report.span)
    trees = (tree_table(report.tree),) if report.tree else ()
    return replace(report, tables=(ranking, _looked_at(report), funnel_table(report.funnel), *trees))


def _looked_at(report: Hotspots) -> Table:
    """The located incidents of the months beside those of what they are compared with."""
    if report.span is None or report.against is None:
        return periods_table((), report.everyone)
    return periods_table(
        [StreetChange(report.span, report.total, report.against, report.total_before)], report.everyone
    )


def _table(report: Hotspots, context: StreetContext, span: Period) -> Table:
    said: dict[str, Cell] = {
        "period": span.label,
        "months_held": months_held(context, span),
        "crime_types": "; ".join(kind.name for kind in context.types) if context.narrowed else "all",
        "months_incomplete": months_left_out(context, span),
    }
    no_before = _why_no_before(context, report.filters)
    moved = {item.spot.place.id: item for item in report.moves.every} if report.moves else {}
    spots = [item.spot for item in report.moves.every] if report.moves else report.spots
    rows = [
        _row(item, report.why_no_class, no_before) | said | _moved_cells(moved.get(item.place.id)) for item in spots
    ]
    return Table.of("hotspots", "Neighbourhoods by incidents", COLUMNS, rows)


def _moved_cells(move: Move | None) -> dict[str, Cell]:
    """How far a place moved, how likely that is by chance, and whether it stands out among all."""
    if move is None:
        return dict.fromkeys(MOVED)
    return dict(zip(MOVED, (move.moved, move.chance, move.tested.together, move.stands_out), strict=True))


def _row(item: Spot, why: str, no_before: str) -> dict[str, Cell]:
    own: dict[str, Cell] = {
        "rank": item.rank,
        "area_code": item.place.code,
        "area": item.place.name,
        "count": item.now,
        "previous_count": item.before,
        "previous_reason": no_before if item.before is None else None,
        "change_pct": Decimal(item.now - item.before) * 100 / item.before if item.before else None,
        "change_is_real": item.real,
        "share_pct": item.share,
        "per_1000": rate(item.now, item.place),
        "class": None if item.kind == HotspotClass.NOT_JUDGED else item.kind,
        "class_reason": (why or "no boundary") if item.kind == HotspotClass.NOT_JUDGED else None,
        "level": item.place.level,
    }
    return own | known_cells(item.place)


def _why_no_before(context: StreetContext, filters: Filters) -> str:
    if isinstance(filters.against, Period):
        return f"{filters.against.label}, which it is compared with, is not all loaded and complete"
    if context.left_out:
        return "the months of both years are not all loaded and complete"
    return "the months a year before are not all loaded"
