"""Knows the pages of street-level crime as slides: crime types and hotspots with their newest counts."""

from decimal import Decimal
from itertools import islice

from dashboard.domain.snapshots.slides import ListedRow, Listing
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import sentence
from dashboard.reports.meeting.addresses import address_of
from dashboard.reports.pages.drill_down import DrillDown
from dashboard.reports.pages.hotspots import Hotspots
from dashboard.reports.street.columns import Columns
from dashboard.reports.street.grid import GridRow, Square
from dashboard.reports.street.moving.ways import narrowed, row_view
from dashboard.reports.street.ranking import Spot

MOST_ROWS = 8
NUMBERS = (1, 2, 3)


def crimes_listed(report: DrillDown) -> Listing | None:
    """The crime types in the newest month or quarter that is shown, the most frequent first."""
    kinds = [row for row in report.crimes if not row.is_group and row.squares and row.squares[-1].n is not None]
    if report.columns is None or not kinds:
        return None
    newest = report.columns.shown[-1].period.label
    ranked = sorted(kinds, key=lambda row: -(row.squares[-1].n or 0))
    rows = tuple(_crime(report, report.columns, row) for row in islice(ranked, MOST_ROWS))
    return Listing(
        "Crime types, the most frequent first", ("Crime type", newest, "Before", "Change"), NUMBERS, rows, len(kinds)
    )


def _crime(report: DrillDown, columns: Columns, row: GridRow) -> ListedRow:
    view = row_view(report.filters, row, report.category_names)
    address = address_of("drill-down", narrowed(view, columns.shown[-1], columns))
    return ListedRow((row.name, *_counts(row.squares[-1])), address)


def _counts(square: Square) -> tuple[str, str, str]:
    change = show(square.change, 1, percent=True, signed=True) or "–"
    return _count(square.n), _count(square.before), change


def _count(number: int | None) -> str:
    return "–" if number is None else show(Decimal(number))


def spots_listed(report: Hotspots) -> Listing | None:
    """The first places of the ranking."""
    if not report.spots:
        return None
    rows = tuple(_spot(report, item) for item in islice(report.spots, MOST_ROWS))
    headings = ("Place", "Incidents", "Before", "Share of all", "Kind")
    return Listing("Places, most incidents first", headings, NUMBERS, rows, report.everyone)


def _spot(report: Hotspots, item: Spot) -> ListedRow:
    address = address_of("drill-down", report.view.with_(area=item.place.key))
    share = show(item.share, 1, percent=True)
    return ListedRow(
        (item.place.known_as, _count(item.now), _count(item.before), share, sentence(str(item.kind))), address
    )
