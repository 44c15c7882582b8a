"""Knows the words of street-level crime: crime types, months as numbers, places from country to map point."""

from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain.errors import UnreadablePeriod
from dashboard.domain.periods.period import Period, run_of_months

NO_LOCATION = "No Location"
ALL_CRIME = "all-crime"
ASB = "anti-social-behaviour"  # incidents that are no crimes
ALL_INCIDENTS = "All incidents"  # what a target on all-crime counts: anti-social behaviour is among them
MONTHS_IN_YEAR = 12
EARLIEST, LATEST = 1990, 2100


class By(StrEnum):
    """How long the columns of a table are."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def months(self) -> int:
        return {By.MONTH: 1, By.QUARTER: 3, By.YEAR: 12}[self]


class Level(StrEnum):
    """How fine a place is; the last four take what lies in no neighbourhood of the force."""

    COUNTRY = "country"
    FORCE = "force"
    CSP = "csp"
    DISTRICT = "district"
    LOCALITY = "locality"
    WARD = "ward"
    LSOA = "lsoa"
    POINT = "point"
    REST = "rest"  # of a partnership's area: in none of its localities
    NO_LOCATION = "no-location"
    OUTSIDE = "outside"
    UNKNOWN = "unknown"


#: Levels that are counted in a force's total but lie nowhere inside it.
NOWHERE = frozenset({Level.NO_LOCATION, Level.OUTSIDE, Level.UNKNOWN})

LEVEL_WORDS = {
    Level.COUNTRY: ("country", "countries"),
    Level.FORCE: ("police force area", "police force areas"),
    Level.CSP: ("partnership area", "partnership areas"),
    Level.DISTRICT: ("district", "districts"),
    Level.LOCALITY: ("locality", "localities"),
    Level.WARD: ("ward", "wards"),
    Level.LSOA: ("neighbourhood", "neighbourhoods"),
    Level.POINT: ("map point", "map points"),
}


@dataclass(frozen=True, slots=True)
class CrimeType:
    """One of police.uk's crime types; *number* stands for it in the counts, *category* is where it belongs."""

    slug: str
    number: int
    name: str
    category: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place that incidents are counted in; *code* is its statistical code, or our own where there is none."""

    id: int
    code: str
    name: str
    level: Level
    parent: int | None  # one step out
    force: int | None
    population: int | None = None
    population_year: str = ""

    @property
    def key(self) -> str:
        """The last part of its code, as the address bar shows it."""
        return self.code.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A point that police.uk snaps incidents to: an approximate location, never an address."""

    id: int
    longitude: float
    latitude: float
    name: str


def month_number(text: str) -> int:
    """Return year x 12 + month - 1 of police.uk's "2025-06"; raises UnreadablePeriod."""
    year, dash, number = text.partition("-")
    if not (dash and len(year) == 4 and len(number) == 2 and (year + number).isascii() and (year + number).isdigit()):
        raise UnreadablePeriod(f"“{text[:20]}” is no month such as 2025-06.")
    if not (EARLIEST <= int(year) < LATEST and 1 <= int(number) <= MONTHS_IN_YEAR):
        raise UnreadablePeriod(f"“{text[:20]}” is no month that a file can hold.")
    return int(year) * MONTHS_IN_YEAR + int(number) - 1


def month_text(number: int) -> str:
    """Return "2025-06", as police.uk writes a month."""
    return f"{number // MONTHS_IN_YEAR}-{number % MONTHS_IN_YEAR + 1:02}"


def first_month(period: Period) -> int:
    """Return the number of a period's first month."""
    return period.start.year * MONTHS_IN_YEAR + period.start.month - 1


def period_with(month: int, by: By) -> Period:
    """Return the month, financial quarter or financial year that holds month number *month*."""
    return run_of_months(month - (month - 3) % by.months, by.months)
