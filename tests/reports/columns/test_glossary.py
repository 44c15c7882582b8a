"""Every column of every table that can be downloaded is described, and holds what its description says."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import islice

from dashboard.pages import OFFERED
from dashboard.questions.store import Store
from dashboard.reports.agenda.meeting_file import meeting_file
from dashboard.reports.agenda.meeting_view import MeetingBook, MeetingView
from dashboard.reports.columns.column import ColumnKind
from dashboard.reports.columns.glossary import described
from dashboard.reports.desk import Desk
from dashboard.reports.report import Cell, Table

MOST_ROWS = 60  # of a table that are looked at
SAMPLE = "sampleshire"


def is_number(cell: Cell) -> bool:
    return isinstance(cell, (int, float, Decimal)) and not isinstance(cell, bool)


def is_day(cell: Cell) -> bool:
    return isinstance(cell, str) and bool(date.fromisoformat(cell))


def is_moment(cell: Cell) -> bool:
    return isinstance(cell, str) and bool(datetime.fromisoformat(cell))


FITS: dict[ColumnKind, Callable[[Cell], bool]] = {
    ColumnKind.TEXT: lambda cell: isinstance(cell, str),
    ColumnKind.NUMBER: is_number,
    ColumnKind.WHOLE: lambda cell: is_number(cell) and cell == int(cell or 0),
    ColumnKind.YES_NO: lambda cell: isinstance(cell, bool),
    ColumnKind.DAY: is_day,
    ColumnKind.MOMENT: is_moment,
    ColumnKind.ANY: lambda cell: isinstance(cell, str) or is_number(cell),
}


def queries(desk: Desk) -> Iterator[tuple[str, str]]:
    """Every page of every partnership, and views that hold what those do not."""
    for home in desk.choices().partnerships:
        yield from ((page, f"partnership={home.partnership}") for page in OFFERED.builders)
    yield from (
        ("measure", "partnership=warwickshire&indicator=ni-15"),
        ("data", f"partnership={SAMPLE}&since=2026-01-01"),
        ("year-end", f"partnership={SAMPLE}&period=2026-27-q2"),
        ("year-end", "partnership=warwickshire&period=2010-11"),
        ("indicator", "partnership=shropshire&period=2010-11"),
    )


def every_table(desk: Desk, store: Store) -> Iterator[Table]:
    """Of every page, and of a meeting."""
    for page, query in queries(desk):
        filters = desk.filters(query, shows_street_places=page in OFFERED.shows_street_places)
        yield from desk.report(OFFERED.builders[page], filters).tables
    meetings = store.meeting_records(SAMPLE)
    decisions = store.meeting_decisions(SAMPLE)
    book = MeetingBook(SAMPLE, "Sampleshire", meetings, decisions, datetime(2026, 11, 30, tzinfo=UTC).date())
    for meeting in meetings:
        yield from meeting_file(MeetingView(book, meeting), desk.filters(f"partnership={SAMPLE}")).tables


def test_every_column_of_every_download_is_described_and_holds_what_is_said(desk: Desk, store: Store) -> None:
    names = set()
    for table in every_table(desk, store):
        names.add(table.name)
        found = {column: described(table.name, column) for column in table.columns}
        assert [column for column, item in found.items() if not item.words] == [], table.name
        headings = [item.heading.casefold() for item in found.values()]
        assert sorted(headings) == sorted(set(headings)), table.name
        for row in islice(table.rows, MOST_ROWS):
            wrong = {name for name, cell in row.items() if cell not in (None, "") and not FITS[found[name].kind](cell)}
            assert wrong == set(), (table.name, row)
    assert {"year-end", "history", "counts", "funnel", "actions", "agenda", "checks", "measure", "places"} <= names
