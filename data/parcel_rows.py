"""Knows the rows of a parcel, and what is said of a table, as a file says them."""

from collections.abc import Iterable, Sequence
from struct import pack
from typing import Final, NewType, NotRequired, Required, TypedDict

Declared = dict[str, str]  # an indicator, by the columns that declare one; what its file does not say is empty


class Rejection(TypedDict):
    """A row or cell that was not taken."""

    line: int
    rule: str
    text: str


class CellPlace(TypedDict):
    """Where a cell stands in its file."""

    sheet: str
    cell: str
    line: int


class SaidFigure(TypedDict):
    """One figure as its file says it; what the file does not say is empty."""

    what: str
    partnership: str
    indicator: str
    area: str
    area_code: str
    period: str
    text: str
    note: str
    marker: str
    covers_to: str
    sheet: str
    cell: str
    line: int
    numerator: NotRequired[str]
    denominator: NotRequired[str]
    low: NotRequired[str]  # at 95%, as high
    high: NotRequired[str]
    event_days: NotRequired[str]  # of a month: the days of its events, "3,17,17"
    share: NotRequired[str]  # its counts prove it to be a fraction of one
    file: NotRequired[str]
    withdrawn: NotRequired[bool]  # of a form, as its reason
    reason: NotRequired[str]


class SaidArea(TypedDict):
    """An area of a file; *within* is the wider one that it lies in."""

    area: str
    code: str
    level: str
    population: str
    within: NotRequired[str]


class NamedTarget(TypedDict):
    """A target on street-level crime in the words of its file."""

    partnership: str
    area: str
    crime: str
    target: str
    note: str


class SaidTarget(NamedTarget):
    """The same as it was read, with its place."""

    period: str
    tolerance: str
    line: int
    cell: str


class SaidPlanRow(TypedDict):
    """A line of a plan as its file says it: each field's text, and the cell where that stands."""

    what: str  # action, risk, meeting, campaign, priority, rank, category
    partnership: str
    fields: dict[str, str]
    cells: dict[str, str]
    line: int


class Taken(TypedDict):
    """What every parcel says of its table."""

    file: str
    remarks: list[str]
    rows: int
    rejected: list[Rejection]
    rules: dict[str, int]


Texts = Sequence[str]
Wholes = NewType("Wholes", bytes)  # whole numbers of four bytes each, which nobody has to take apart on their way
PointColumns = tuple[Wholes, Wholes, Texts, Texts, Texts]  # longitude, latitude, name, LSOA code, LSOA name
CountColumns = tuple[Wholes, Wholes, Wholes, Wholes]  # point, type, outcome, rows


IncidentTimes = tuple[Wholes, Wholes, Wholes]  # day since 1970, first and last minute since then
#: Offence and area by number, easting and northing in metres, longitude and latitude in millionths of a degree.
IncidentPlaces = tuple[Wholes, Wholes, Wholes, Wholes, Wholes, Wholes]


WHOLE: Final = "i"  # the type of one whole number


def packed(numbers: Iterable[int]) -> Wholes:
    found = list(numbers)
    return Wholes(pack(f"{len(found)}{WHOLE}", *found))  # in half the time of an array


def unpacked(wholes: Wholes) -> "memoryview[int]":
    """The numbers of a column; raises TypeError where it ends inside of one."""
    return memoryview(wholes).cast(WHOLE)


#: Code and name of an area, its level, a year, an offence's code and description, and how many.
OffenceCount = tuple[str, str, str, str, str, str, int]


class StreetCounts(TypedDict):
    """A force's month of incidents in columns: places, words, and counts by their numbers."""

    after: int | None
    points: PointColumns
    types: list[str]
    outcomes: list[str]
    counts: CountColumns


class TableContent(TypedDict, total=False):
    """What a table of figures holds."""

    declared: Required[list[Declared]]
    areas: Required[list[SaidArea]]
    figures: Required[list[SaidFigure]]
    notes: dict[str, str]
    places: dict[str, dict[str, CellPlace]]
    running: str
    unit: str
    lines: list[str]
