"""Knows what the reading child tells the parent: a struct a kind of parcel, held to its shape where it is taken in."""

from typing import Any, ClassVar

from msgspec import Struct

from data import parcel_rows as said


class Message(Struct, tag_field="kind", kw_only=True):
    """Whatever the child tells."""

    kind: ClassVar[str] = ""


class Opened(Message, tag="opened", kw_only=True):
    """The child begins with a file."""


class Refused(Message, tag="refused", kw_only=True):
    """A file cannot be taken, with the sentence."""

    kind: ClassVar[str] = "refused"
    file: str
    sentence: str


class Stray(Message, tag="stray", kw_only=True):
    """Something is left out, with the sentence."""

    kind: ClassVar[str] = "stray"
    file: str
    sentence: str


class Parcel(Message, kw_only=True):
    """What was read of one table, and what of it was not taken."""

    file: str
    remarks: list[str] = []
    rows: int
    rejected: list[said.Rejection] = []
    rules: dict[str, int] = {}


class StreetMonth(Parcel, tag="street", kw_only=True):
    """A force's month of street-level crime, as StreetCounts.

    Its counts name points by number: its own from zero on, or those of other months of the call and then its own.
    """

    kind: ClassVar[str] = "street"
    force: str
    month: int
    points: said.PointColumns
    after: int | None = None  # how many points were told before that its own go on from; None where they stand alone
    types: list[str]
    outcomes: list[str]
    counts: said.CountColumns

    def __post_init__(self) -> None:
        """Raise ValueError where a column has fewer rows than its neighbour, or ends inside of a number."""
        east, north, *words = self.points
        points, counts = [*map(said.unpacked, (east, north)), *words], list(map(said.unpacked, self.counts))
        if any(len(set(map(len, columns))) > 1 for columns in (points, counts)):
            raise ValueError("columns of one length are wanted")


class StopSearches(Parcel, tag="stop-search", kw_only=True):
    """A force's month of stop and search."""

    kind: ClassVar[str] = "stop-search"
    force: str
    month: int
    #: local month, type, object, outcome, whether that is linked to the object, longitude, latitude, rows
    searches: list[tuple[int, str, str, str, str, int, int, int]]


class IncidentTable(Parcel, tag="incidents", kw_only=True):
    """An office's list, a row an incident, in columns; references stay in the file."""

    kind: ClassVar[str] = "incidents"
    sheet: str = ""
    heading: list[str]
    offences: list[str]
    areas: list[str]
    has_end: bool  # whether it has a column for the end of a time
    times: list[said.IncidentTimes]  # two where its dates can be read with the day first and with the month first
    where: said.IncidentPlaces

    def __post_init__(self) -> None:
        """Raise ValueError where a column has fewer rows than its neighbour, or ends inside of a number."""
        columns = [column for found in self.times for column in found]
        lengths = {len(said.unpacked(column)) for column in (*columns, *self.where)}
        if len(lengths) != 1 or len(self.times) not in (1, 2):
            raise ValueError("columns of one length are wanted")


class ColumnShown(Struct):
    """A column of a file by its heading, with a few of its cells; only whoever hands the file in sees those."""

    heading: str
    examples: list[str]
    guess: str = ""  # what it may be


class UnnamedList(Parcel, tag="unnamed-list", kw_only=True):
    """What looks like an incident list whose headings say nothing: somebody has to match its columns."""

    kind: ClassVar[str] = "incidents"
    columns: list[ColumnShown]


class OwnTable(Parcel, kw_only=True):
    """What becomes a release of a partnership's own figures, which can be undone."""

    source: str = ""
    sheet: str = ""
    national: bool = False
    notes: dict[str, str] = {}
    declared: list[said.Declared] = []
    areas: list[said.SaidArea] = []
    figures: list[said.SaidFigure] = []
    places: dict[str, dict[str, said.CellPlace]] = {}  # of what an indicator declares, by column
    running: str = ""  # the words that call its figures running totals
    unit: str = ""
    lines: list[str] | None = None  # words of one cell beside a typed table

    @property
    def size(self) -> int:
        """How many figures and declarations it holds, or lines of a plan."""
        return len(self.figures) + len(self.declared)


class FigureTable(OwnTable, tag="figures", kw_only=True):
    """A table of figures."""

    kind: ClassVar[str] = "figures"


class Entries(OwnTable, tag="entry", kw_only=True):
    """Figures that somebody typed into a form."""

    kind: ClassVar[str] = "figures"


class IndicatorChanges(OwnTable, tag="indicator-changes", kw_only=True):
    """What a form changes of indicators."""

    kind: ClassVar[str] = "figures"
    changes: list[dict[str, str]]


class PartnershipAreas(OwnTable, tag="partnership-areas", kw_only=True):
    """The areas that a form gives to partnerships."""

    kind: ClassVar[str] = "figures"
    members: list[dict[str, str]]


class StreetTargets(OwnTable, tag="street-targets", kw_only=True):
    """Targets on street-level crime."""

    kind: ClassVar[str] = "street-targets"
    targets: list[said.SaidTarget]


class PlanTable(OwnTable, tag="plan", kw_only=True):
    """Lines of a plan: actions, risks, meetings, priorities, what residents rank."""

    kind: ClassVar[str] = "plan"
    plan: list[said.SaidPlanRow]

    @property
    def size(self) -> int:
        return len(self.plan)


class Geography(Parcel, kw_only=True):
    """What holds for everybody: where something lies, who lives there, what an offence weighs."""


class AreaLookup(Geography, tag="lookup", kw_only=True):
    """Which area lies in which."""

    kind: ClassVar[str] = "lookup"
    areas: list[tuple[str, str, str, int]]  # code, name, level, vintage
    links: list[tuple[str, str, str, int]]  # inner code, outer code, level and vintage of the outer


class ChangedAreas(Geography, tag="changes", kw_only=True):
    """Which neighbourhoods of 2011 became which of 2021."""

    kind: ClassVar[str] = "changes"
    changes: list[tuple[str, str, str, str, str]]  # old code, old name, new code, kind, district code


class People(Geography, tag="population", kw_only=True):
    """How many live in each area."""

    kind: ClassVar[str] = "population"
    people: list[tuple[str, int]]
    year: str


class Boundaries(Geography, tag="boundaries", kw_only=True):
    """The rings of each area, in whole millionths of a degree."""

    kind: ClassVar[str] = "boundaries"
    shapes: list[tuple[str, str, str, list[list[list[tuple[int, int]]]]]]  # code, name, level, polygons


class Localities(Geography, tag="localities", kw_only=True):
    """The neighbourhoods or wards of each locality of a partnership."""

    kind: ClassVar[str] = "localities"
    members: list[tuple[str, str, str]]  # partnership, locality, code


class SimilarAreas(Geography, tag="similar-areas", kw_only=True):
    """Which areas are like which."""

    kind: ClassVar[str] = "similar-areas"
    members: list[tuple[str, str, str, str, int, str]]  # set, first day, area, similar area, rank, place


class HarmWeights(Geography, tag="harm-weights", kw_only=True):
    """What offences and crime types weigh."""

    kind: ClassVar[str] = "harm-weights"
    weights: list[tuple[str, str, str, str, str, str, str, str]]  # source, year, of, key, value, low, high, place


class OffenceCounts(Geography, tag="offence-counts", kw_only=True):
    """Offences of whole years by code, beside the figures that the same table is summed to."""

    kind: ClassVar[str] = "figures"
    counts: list[said.OffenceCount]


OwnParcel = FigureTable | Entries | IndicatorChanges | PartnershipAreas | StreetTargets | PlanTable
GeographyParcel = (
    AreaLookup | ChangedAreas | People | Boundaries | Localities | SimilarAreas | HarmWeights | OffenceCounts
)
ReadTable = StreetMonth | StopSearches | IncidentTable | UnnamedList | OwnParcel | GeographyParcel
Said = Opened | Refused | Stray | ReadTable
ParcelOfKind = Any  # one of the kind under which a table names what takes it: no type says so
