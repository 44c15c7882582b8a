"""Knows the words of street-level crime: crime types, places from country to map point."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.street.point_names import near_words
from dashboard.domain.wording import sentence

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
#: What no place is counted among: incidents that lie in none.
LEFT_OVERS = frozenset({*NOWHERE, Level.REST})

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


DIVIDED = " (2011)"  # ends the name of a neighbourhood of 2011 that was split since: one series with its parts


@dataclass(frozen=True, slots=True)
class KnownPoint:
    """The map point with the most incidents of a neighbourhood: *n* of its *total*, in its newest 12 months."""

    name: str
    n: int
    total: int

    @property
    def share(self) -> Decimal:
        """In percent."""
        return Decimal(self.n * 100) / self.total


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
    around: str = ""  # the name of what is one step out
    known: KnownPoint | None = None  # of a neighbourhood with incidents

    @property
    def known_as(self) -> str:
        """'Featherstone · near the prison' of a neighbourhood whose name is but a code; else the name."""
        if self.known is None:
            return self.name
        near = near_words(self.known.name)
        return f"{self.around} · {near}" if self.around else sentence(near)

    @property
    def full_name(self) -> str:
        """As it is known, with the name that the files have for it."""
        return self.name if self.known is None else f"{self.known_as} ({self.name})"

    @property
    def short_name(self) -> str:
        """Among others of the same ward: 'Near the prison (003B)'."""
        if self.known is None:
            return self.name
        return f"{sentence(near_words(self.known.name))} ({self.name.removesuffix(DIVIDED).rpartition(' ')[2]})"

    @property
    def in_words(self) -> str:
        """The same inside a sentence: 'Featherstone near the prison'."""
        if self.known is None:
            return self.name
        return f"{self.around or self.name} {near_words(self.known.name)}"

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
