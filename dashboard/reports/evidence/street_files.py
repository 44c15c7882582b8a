"""Knows what was loaded of street-level crime: every month with its file, every other file, the rows not taken."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dashboard.domain.filters import Filters
from dashboard.domain.periods.months import month_text
from dashboard.questions.store import Store
from dashboard.questions.street import Arrival, HeldMonth, Rejected, Searches
from dashboard.reports.made_up import INVENTED_SOURCE, is_invented
from dashboard.reports.report import Cell, Table
from dashboard.reports.street.incomplete import OUT

MONTH_COLUMNS = ("month", "rows", "no_location", "file", "sha256", "loaded_at", "difference", "incomplete")
FILE_COLUMNS = ("id", "name", "kind", "source", "sha256", "arrived_at", "bytes", "rows", "rejected", "remarks")
REJECTED_COLUMNS = ("arrival", "file", "line", "rule", "text")
SEARCH_COLUMNS = ("force", "month", "outcome", "n")


@dataclass(frozen=True, slots=True)
class LoadLog:
    """The files behind a partnership's street-level crime."""

    months: tuple[HeldMonth, ...] = ()
    files: tuple[Arrival, ...] = ()  # lookups, populations, boundaries, localities, targets
    rejected: tuple[Rejected, ...] = ()
    searches: tuple[Searches, ...] = field(default=())


def load_log(store: Store, filters: Filters) -> LoadLog:
    """Return what stands behind the street-level pages of the partnership."""
    root = store.street_root(filters.partnership)
    if root is None:
        return LoadLog()
    months = store.held_months(root.force)
    made_up = is_invented(filters.partnership)
    files = tuple(item for item in store.arrivals() if (item.source == INVENTED_SOURCE) == made_up)
    named = {item.file for item in months}
    rejected = (row for item in files if item.rejected for row in store.rejected(item.id))
    return LoadLog(
        months=months,
        files=tuple(item for item in files if item.kind not in ("street", "stop-search", "")),
        rejected=tuple(row for row in rejected if row.file in named or not row.file.endswith("street.csv")),
        searches=store.searches(filters.partnership),
    )


def tables(log: LoadLog) -> tuple[Table, ...]:
    """The log as tables of a file; nothing where nothing is loaded."""
    if not log.months:
        return ()
    return (
        Table.of("months", "Every month and its file", MONTH_COLUMNS, _months(log)),
        Table.of("files", "Every other file", FILE_COLUMNS, (_row(item, FILE_COLUMNS) for item in log.files)),
        Table.of(
            "rejected", "Rows not taken", REJECTED_COLUMNS, (_row(item, REJECTED_COLUMNS) for item in log.rejected)
        ),
        Table.of("stop-and-search", "Stop and search", SEARCH_COLUMNS, _searches(log)),
    )


def _months(log: LoadLog) -> Iterator[dict[str, Cell]]:
    for item in log.months:
        known = _row(item, MONTH_COLUMNS[:-1])
        yield known | {"month": month_text(item.month), "incomplete": OUT if item.doubts else None}


def _searches(log: LoadLog) -> Iterator[dict[str, Cell]]:
    for item in log.searches:
        yield _row(item, SEARCH_COLUMNS) | {"month": month_text(item.month)}


def _row(item: HeldMonth | Arrival | Rejected | Searches, columns: tuple[str, ...]) -> dict[str, Cell]:
    return {name: getattr(item, name) for name in columns}
