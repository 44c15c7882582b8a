"""Knows the words of street-level crime: crime types, places from country to map point."""

from dataclasses import dataclass
from enum import StrEnum

NO_LOCATION = "No Location"
ALL_CRIME = "all-crime"
ASB = "anti-social-behaviour"  # incidents that are no crimes
ALL_INCIDENTS = "All incidents"  # what a target on all-crime counts: anti-social behaviour is among them


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
