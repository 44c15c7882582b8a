"""Knows the questions that street-level pages ask of the counts; a database answers, or a fake in a test."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, Protocol

from dashboard.domain.harm.weights import WeightTable
from dashboard.domain.statistics.similar import SimilarSet
from dashboard.domain.street.crime import CrimeType, MapPoint, Place

ALL_TYPES = (0,)  # the crime type under which every incident is counted


@dataclass(frozen=True, slots=True)
class CountQuery:
    """Counts of *places* and crime type *numbers* in columns of *step* months from month *first* on.

    They are summed by place, by crime type, or by both.
    """

    places: tuple[int, ...]
    numbers: tuple[int, ...]
    first: int
    last: int
    step: int
    by_place: bool = True
    by_type: bool = False


class Count(NamedTuple):  # of which a report may read tens of thousands
    """One sum; *place* or *crime_type* is 0 where the query sums over them, *column* counts from the first."""

    place: int
    crime_type: int
    column: int
    n: int


class OutcomeCount(NamedTuple):
    """One sum of a CountQuery, of what ended in one way as police.uk publishes it; empty where it says nothing."""

    place: int
    crime_type: int
    column: int
    outcome: str
    n: int


@dataclass(frozen=True, slots=True)
class HeldMonth:
    """A month that a force's file is published for, and which file."""

    force: int
    month: int
    rows: int
    no_location: int
    file: str
    sha256: str
    loaded_at: str
    difference: str
    doubts: tuple[int, ...] = ()  # crime types for which it is left out as incomplete; 0: all of them


@dataclass(frozen=True, slots=True)
class DoubtfulMonth:
    """A force's month that looks incomplete, for a crime type or (crime type 0, no name) as a whole."""

    force: int
    force_name: str
    force_slug: str
    month: int
    crime_type: int
    crime_name: str
    n: int  # incidents of the month
    usual: Decimal
    accepted: bool
    words: str  # of whoever accepted it, or took that back, last
    who: str
    moment: str


@dataclass(frozen=True, slots=True)
class PointCount:
    """Incidents at one map point in one column; *crime_type* is 0 where the query sums over them."""

    point: MapPoint
    place: int  # the neighbourhood it is counted in
    crime_type: int
    column: int
    n: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """A neighbourhood's count of a period beside that of what it is compared with."""

    place: int
    now: int
    before: int


@dataclass(frozen=True, slots=True)
class RankQuery:
    """The neighbourhoods of *root* by incidents from *first* to *last*, the most first.

    Beside each stand those of as many months, *back* months before.
    """

    root: int
    numbers: tuple[int, ...]
    first: int
    last: int
    limit: int
    back: int = 12


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that was taken in, as the log has it."""

    id: int
    name: str
    kind: str
    source: str
    sha256: str
    arrived_at: str
    bytes: int
    rows: int
    rejected: int
    remarks: str


class Original(StrEnum):
    """What became of the file that was loaded, where such files are kept."""

    KEPT = "kept"
    MISSING = "missing"
    ALTERED = "altered"
    ERASED = "erased"  # by a decision, with the rows read from it
    AWAY = "not to be reached"  # nobody can tell


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that was not taken, and the rule it breaks."""

    arrival: int
    file: str
    line: int
    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Searches:
    """Stops and searches of one force and month with one outcome."""

    force: str
    month: int
    outcome: str
    n: int


class Stop(NamedTuple):
    """Searches of one local month that are alike; *place* is the neighbourhood, 0 without a location or a known one."""

    month: int
    object: str
    outcome: str
    linked: str  # yes, no; empty where the file does not say
    place: int
    is_located: bool
    n: int


class CodedArea(NamedTuple):
    """What a code of an area means: its name in a lookup, empty where none has it, and where its incidents are."""

    code: str
    name: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class OffenceYear:
    """Offences of a financial year by code as a table publishes them for an area, with what each code is."""

    area: str
    code: str  # of the area; empty where the table gives none
    level: str
    year: str  # its slug
    counts: Mapping[str, int]
    words: Mapping[str, str]
    file: str
    arrival: int


class Streets(Protocol):
    """Street-level crime: where, what, when, how many."""

    def crime_types(self) -> tuple[CrimeType, ...]: ...
    def street_root(self, partnership: str) -> Place | None: ...
    def place(self, partnership: str, key: str) -> Place | None: ...
    def places_named(self, partnership: str, words: tuple[str, ...], most: int) -> tuple[Place, ...]: ...
    def outward(self, place: int) -> tuple[Place, ...]: ...
    def inward(self, place: int) -> tuple[Place, ...]: ...
    def neighbourhoods(self, place: int) -> tuple[Place, ...]: ...
    def held_months(self, force: int | None) -> tuple[HeldMonth, ...]: ...
    def doubtful_months(self, force: int | None) -> tuple[DoubtfulMonth, ...]: ...
    def counts(self, asked: CountQuery) -> tuple[Count, ...]: ...
    def outcome_counts(self, asked: CountQuery) -> tuple[OutcomeCount, ...]: ...
    def point_counts(self, asked: CountQuery) -> tuple[PointCount, ...]: ...
    def ranking(self, asked: RankQuery) -> tuple[Ranked, ...]: ...
    def shapes(self, places: tuple[int, ...]) -> tuple[tuple[int, str], ...]: ...
    def touching(self, places: tuple[int, ...]) -> tuple[tuple[int, int], ...]: ...
    def arrivals(self) -> tuple[Arrival, ...]: ...
    def arrival_homes(self) -> Mapping[int, frozenset[str]]: ...
    def original(self, sha256: str) -> Original: ...
    def rejected(self, arrival: int) -> tuple[Rejected, ...]: ...
    def similar_sets(self, area: str) -> tuple[SimilarSet, ...]: ...
    def coded_areas(self, codes: tuple[str, ...]) -> tuple[CodedArea, ...]: ...
    def other_codes(self, code: str) -> tuple[str, ...]: ...
    def peers(self, place: int) -> tuple[Place, ...]: ...
    def stop_months(self, force: int) -> tuple[int, ...]: ...
    def stops(self, force: int) -> tuple[Stop, ...]: ...
    def harm_weights(self) -> tuple[WeightTable, ...]: ...
    def offence_years(self, partnership: str, code: str, name: str) -> tuple[OffenceYear, ...]: ...
    def searches(self, force: str) -> tuple[Searches, ...]: ...
