"""Knows which files of street-level crime and its places were loaded after a day: of these no earlier state is kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dashboard.domain.periods.months import month_text
from dashboard.reports.evidence.street_files import LoadLog
from dashboard.reports.report import Cell, Table
from dashboard.reports.street.moving.held_then import is_later

COLUMNS = ("kind", "name", "month", "loaded_at", "rows", "remarks")
FIRST = "first loaded"
STREET = "street"
KIND_WORDS = {
    STREET: "street-level crime",
    "lookup": "lookup of areas",
    "changes": "lookup of 2011 to 2021",
    "population": "population",
    "boundaries": "boundaries",
    "localities": "localities",
    "similar-areas": "similar areas",
    "street-targets": "targets on crime",
}


@dataclass(frozen=True, slots=True)
class FileSince:
    """A file, or of street-level crime a month of one, that came in after the day."""

    kind: str
    name: str
    month: str  # empty where the file is of none
    loaded_at: str
    rows: int
    remarks: str


def loaded_since(log: LoadLog, day: date | None) -> tuple[FileSince, ...]:
    """What was loaded after the end of *day*, the newest first; nothing where no day is asked for."""
    return tuple(sorted(_every(log, day), key=lambda item: item.loaded_at, reverse=True)) if day else ()


def _every(log: LoadLog, day: date) -> Iterator[FileSince]:
    for item in log.months:
        if is_later(item.loaded_at, day):
            month, said = month_text(item.month), item.difference or FIRST
            yield FileSince(STREET, item.file, month, item.loaded_at, item.rows, said)
    for file in log.files:
        if file.kind in KIND_WORDS and is_later(file.arrived_at, day):
            yield FileSince(file.kind, file.name, "", file.arrived_at, file.rows, file.remarks)


def loaded_table(found: Iterable[FileSince]) -> Table:
    rows: list[dict[str, Cell]] = [{name: getattr(item, name) or None for name in COLUMNS} for item in found]
    return Table.of("loaded-since", "Files loaded since", COLUMNS, rows)
