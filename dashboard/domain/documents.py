"""Knows what the documents hold beside figures: tables, notes, priorities, actions, risks, meetings, surveys."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dashboard.domain.records import SourceCell

_TEXT, _SECTION = "Text", "Text: "
_FILE = "file-"  # and the number of its arrival


def is_running_text(table: str) -> bool:
    """Whether what the documents' own files call a table is running text: the name says so, before its section."""
    return table.startswith(_TEXT)


def section_of(table: str) -> str:
    """The section of the text that such a name names; a table's own name as it is."""
    return table.removeprefix(_SECTION)


def document_of_file(arrival: int) -> str:
    """What a loaded file is called among the documents."""
    return f"{_FILE}{arrival}"


def is_loaded_file(document: str) -> bool:
    return document.startswith(_FILE)


@dataclass(frozen=True, slots=True)
class Document:
    document: str
    partnership: str
    title: str
    edition: str
    covers: str


@dataclass(frozen=True, slots=True)
class TableHeading:
    """A printed table: where it stands in its document, and its columns in printed order."""

    document: str
    table: str
    order: int
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """One cell of a printed table in its place; *rows* are the labels under which figures are quoted from it."""

    document: str
    table: str
    line: int
    kind: str  # title, heading, band (a heading between rows), cell, absent (the row leaves it out), note
    rows: tuple[str, ...]
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    document: str
    table: str
    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Priority:
    area: str
    body: str
    text: str
    objective: str
    categories: tuple[str, ...]
    source: SourceCell
    key: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a document says in words: an aim, a piece of work, a principle; *group* may be empty."""

    section: str
    group: str
    text: str
    categories: tuple[str, ...]
    source: SourceCell


@dataclass(frozen=True, slots=True)
class SurveyRank:
    survey: str
    group: str
    area: str
    period: str
    rank: int
    category: str
    source: SourceCell
    key: str = ""
    percent: Decimal | None = None  # of those asked


@dataclass(frozen=True, slots=True)
class Action:
    """A planned action; *cells* are its printed cells, column by column (blank ones kept)."""

    ref: str
    objective: str
    action: str
    lead: str
    due: str
    due_date: date | None
    category: str
    indicator: str
    cells: tuple[tuple[str, str], ...]
    source: SourceCell
    key: str = ""  # stays while its reference or its words stay: what is said of it hangs on this
    indicators: tuple[str, ...] = ()  # the ids of those it aims at
    status: str = ""  # in the words of its file
    starts: date | None = None
    area: str = ""  # the slug of the one that it is for


@dataclass(frozen=True, slots=True)
class Risk:
    ref: str
    kind: str
    risk: str
    rating: int | None
    impact: int | None
    likelihood: int | None
    controls: str
    further_actions: str
    residual: int | None
    lead: str
    category: str
    source: SourceCell
    key: str = ""
    indicators: tuple[str, ...] = ()
    residual_impact: int | None = None
    residual_likelihood: int | None = None
    review: str = ""  # when it is looked at again, in the words of its file
    review_date: date | None = None
    status: str = ""
    area: str = ""
    cells: tuple[tuple[str, str], ...] = ()  # of a loaded one, what stands in each of its cells


@dataclass(frozen=True, slots=True)
class Campaign:
    kind: str  # current, planned
    text: str
    category: str
    source: SourceCell
    key: str = ""
    starts: date | None = None
    ends: date | None = None
    lead: str = ""
    indicators: tuple[str, ...] = ()
    area: str = ""
    meeting: str = ""  # the key of the one that it is listed for


@dataclass(frozen=True, slots=True)
class Meeting:
    meeting: str
    date: date | None
    lead: str
    source: SourceCell
    campaigns: tuple[Campaign, ...] = ()
    key: str = ""
    time: str = ""
    place: str = ""
    area: str = ""


@dataclass(frozen=True, slots=True)
class Responsibility:
    level: str
    parent: str
    text: str
    source: SourceCell


@dataclass(frozen=True, slots=True)
class Load:
    """One arrival of data: what, when, how many rows."""

    name: str
    sha256: str
    loaded_at: str
    rows: int
