"""Street-level views made by hand: months of files, places and counts, without a database."""

from collections.abc import Iterable

from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import By
from dashboard.domain.periods.months import month_number
from dashboard.domain.periods.period import financial_year, from_slug
from dashboard.domain.street.crime import CrimeType, Level, Place
from dashboard.questions.street import HeldMonth
from dashboard.reports.street.columns import Columns, columns_of
from dashboard.reports.street.place_context import StreetContext

FORCE, OTHER = 1, 2
BURGLARY = CrimeType("burglary", 5, "Burglary", "acquisitive-crime")
DRUGS = CrimeType("drugs", 13, "Drugs", "drugs")
TOWN = Place(9, "X01", "Town", Level.LOCALITY, None, FORCE, 2_000, "2024")


def month(text: str, *, force: int = FORCE, rows: int = 100, no_location: int = 0) -> HeldMonth:
    number = month_number(text)
    return HeldMonth(force, number, rows, no_location, f"{text}.csv", "a" * 64, "2026-11-21T00:00:00+00:00", "")


def months(first: str, last: str, *, without: Iterable[str] = (), force: int = FORCE) -> list[HeldMonth]:
    """Every month from *first* to *last* but those *without* a file."""
    missing = {month_number(text) for text in without}
    every = [number for number in range(month_number(first), month_number(last) + 1) if number not in missing]
    return [month(f"{number // 12}-{number % 12 + 1:02}", force=force) for number in every]


def view(period: str = "2025-26", **asked: object) -> Filters:
    """A view of the invented county; *start* and *end* are given as an address names them."""
    ends = {key: from_slug(str(asked.pop(key))) for key in ("start", "end") if key in asked}
    found = from_slug(period) if period else financial_year(2025)
    return Filters("sampleshire", found).with_(**asked, **ends)


def columns(held: list[HeldMonth], by: By | None = None, period: str = "2025-26", **asked: object) -> Columns:
    return columns_of(view(period, by=by, **asked), held)


def labels(found: Columns) -> list[str]:
    return [column.period.label for column in found.shown]


def context(
    held: list[HeldMonth], place: Place = TOWN, types: tuple[CrimeType, ...] = (BURGLARY, DRUGS)
) -> StreetContext:
    return StreetContext("Sampleshire", place, (place,), types, tuple(held), narrowed=False)
