"""Knows the papers of a view or a meeting: sections of finding, chart, table and note, the same in every format."""

from dataclasses import dataclass, field
from decimal import Decimal

from dashboard.domain.targets.status import Status
from dashboard.reports.packs.brand import Brand
from dashboard.reports.packs.charts import Chart
from dashboard.reports.report import Table


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """One column of a table as it is read."""

    heading: str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class PaperCell:
    """What is read in one place of a table, with the number that it writes, where it is one.

    *markers* are printed beside it: note marks, `p`, `r`, `e`, `[c]`. *status* is what the words say of a target.
    """

    text: str
    number: Decimal | None = None
    markers: tuple[str, ...] = ()
    status: Status | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PaperTable:
    """A table as it is read: as many cells a row as columns, the first names the row; none is empty.

    *of* is how many rows there are, of which these are the first; *data* names the table that holds all of it.
    """

    key: str
    title: str
    columns: tuple[PaperColumn, ...]
    rows: tuple[tuple[PaperCell, ...], ...]
    of: int
    data: str = ""

    @property
    def rest(self) -> int:
        """Rows that are not among these."""
        return self.of - len(self.rows)


@dataclass(frozen=True, slots=True)
class Headline:
    """The one number that carries a finding."""

    number: str
    unit: str = ""
    status: Status | None = None
    status_words: str = ""
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """One finding with what it stands on. *key* is its own within the pack: an anchor, and the stem of names."""

    key: str
    title: str  # the finding
    part: str = ""  # the chapter of the papers that it stands in: "Exceptions", "Localities"
    place: str = ""  # "Warwickshire · 2010/11"
    lede: str = ""
    headline: Headline | None = None
    charts: tuple[Chart, ...] = ()
    tables: tuple[PaperTable, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    address: str = ""  # of the page that shows it: path and query
    data: tuple[Table, ...] = ()  # everything behind it, unrounded, by the names of the exports
    is_private: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Pack:
    """The papers: what is on the cover, then the sections in the order they are read."""

    name: str  # of the file, without its ending
    title: str
    subtitle: str  # partnership, body and period
    day: str  # when it was made, in words
    address: str  # of the view or the meeting
    data_version: str
    sections: tuple[Section, ...]
    lede: str = ""
    brand: Brand = field(default_factory=Brand)
    is_made_up: bool = False  # figures of Sampleshire
    figures: Table | None = None  # of a view, in the columns of the template: they load back

    @property
    def parts(self) -> tuple[str, ...]:
        """The chapters, in their order."""
        return tuple(dict.fromkeys(section.part for section in self.sections if section.part))

    @property
    def data(self) -> tuple[tuple[Section, Table], ...]:
        """Every table of data with the section that it belongs to."""
        return tuple((section, table) for section in self.sections for table in section.data)
