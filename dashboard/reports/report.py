"""Knows the shape every page shares: a finding as title, tables, notes and sources; screens and files show the same."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from dashboard.domain.documents import Action
from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import Period
from dashboard.domain.records import SourceCell
from dashboard.domain.values.printed import Reason
from dashboard.reports.on_demand import Many, OnDemand

Cell = str | int | float | Decimal | bool | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows for a file: values unrounded, missing is None with its reason in the column beside it."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: Many[dict[str, Cell]]

    @classmethod
    def of(cls, name: str, title: str, columns: tuple[str, ...], rows: Iterable[dict[str, Cell]]) -> "Table":
        """A table whose every row has exactly *columns*."""
        return cls(name, title, columns, tuple(_ordered(columns, rows)))

    @classmethod
    def asked(
        cls, name: str, title: str, columns: tuple[str, ...], make: Callable[[], Iterable[dict[str, Cell]]]
    ) -> "Table":
        """The same of the rows that *make* gives, made where somebody asks for the file."""
        return cls(name, title, columns, OnDemand(lambda: _ordered(columns, make())))


def _ordered(columns: tuple[str, ...], rows: Iterable[dict[str, Cell]]) -> Iterable[dict[str, Cell]]:
    return ({column: row[column] for column in columns} for row in rows)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a number on the page was printed."""

    cell: SourceCell
    title: str  # of the document

    def words(self) -> str:
        text = self.cell.text.strip()
        return f"{self.title}: {self.cell.place}, {f'printed “{text}”' if text else 'left blank'}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """What one page says about one view."""

    page: str
    filters: Filters
    title: str  # the finding
    lede: str
    place: str  # "Warwickshire · 2010/11": measure, area, period
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()
    sources: "Many[Source]" = ()
    empty: str = field(default="")  # why there is nothing to show, and what to do
    elsewhere: str = ""  # the page that has something of what this one has nothing of
    worded: tuple[Action, ...] = ()  # of a plan without figures: those that say in words what they are measured by
    going_on: Period | None = None  # a later year, or that of a month or quarter, of which the end is not loaded
    counted_to: str = ""  # the month that its figures go to
    onward: str = ""  # what will probably become of its targets, as it goes on behind the year
    within: Period | None = None  # the year, over by now, that a month or quarter lies in
    inside: Period | None = None  # the newest month or quarter of a year whose targets are for those alone
    closed: frozenset[str] = frozenset()  # pages that its partnership turned off: there is no door to them
    may_load: bool = True  # whether the forms that take figures of its partnership open to whoever sees it


def reason_text(reason: Reason | None) -> str | None:
    """A reason as a file shows it."""
    return None if reason is None else str(reason)
