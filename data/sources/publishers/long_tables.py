"""Knows what publishers' tables share: a heading found by its letters, and rows by what their figure is of."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from msgspec.structs import replace

from dashboard.domain.errors import RefusedFile, UnreadablePeriod
from dashboard.domain.periods.period import Period, read_period
from data.parcel_rows import SaidArea, TableContent
from data.parcels import FigureTable
from data.sources.containers.grids import Grid
from data.sources.figures import parcels as figure_parcels
from data.sources.figures.counts import count_columns, counts_of, without_missing
from data.sources.figures.unheaded import every_row_is_longer, unheaded
from data.sources.rejections import Once, Rejections
from data.sources.words import LONGEST_NOTE, shown

FIRST_ROWS = 20  # the heading stands in one of these
FEW_AREAS = 60  # a partnership and its neighbours; a table of more covers the country
#: "per 1,000", "rate/100,000"; never the "/10" of 2009/10.
PER = re.compile(r"(?:\bper|/) ?(1[0,]{2,})(?![0-9])", re.IGNORECASE)

Subject = tuple[str, ...]  # tells one indicator from another


@dataclass(slots=True)
class Table:
    """A grid whose heading is found; its columns go by their letters alone."""

    grid: Grid
    above: int  # the row of the heading
    columns: dict[str, int]
    used: frozenset[str]  # names of the columns that are read
    least: int  # cells that a row of a text file must have
    areas: dict[str, SaidArea] = field(default_factory=dict)
    rejections: Rejections = field(default_factory=Rejections)

    @property
    def width(self) -> int:
        return len(self.grid.rows[self.above])

    def rename(self, columns: dict[str, int]) -> None:
        """Read these columns alone, under our own names; every row must have all fields."""
        self.columns, self.used, self.least = columns, frozenset(columns), self.width

    def words(self, row: int, name: str) -> str:
        """A text in one line; "" where the table has no such column."""
        return " ".join(self.grid.at(row, self.columns[name]).split()) if name in self.columns else ""

    def left_out(self) -> list[str]:
        """A sentence on the columns that are not read, if there are any."""
        unread = [shown(self.grid.at(self.above, at)) for name, at in self.columns.items() if name not in self.used]
        return [f"Columns that hold no figure are left out: {', '.join(unread)}."] if unread else []

    def rows(self) -> list[int]:
        """The rows below the heading; one cell alone is a note, never a figure."""
        below = self.grid.filled(self.above + 1)
        return [row for row in below if sum(map(bool, map(str.strip, self.grid.rows[row]))) > 1]

    def fits(self, row: int) -> bool:
        """Whether a row has its fields; a workbook leaves blank cells out, and has notes beside."""
        return bool(self.grid.sheet) or self.least <= len(self.grid.rows[row]) <= self.width

    def fault(self, row: int, but: str = "") -> str:
        """The rule that a row breaks by its shape, or by a cell that is read, that of the column *but* aside."""
        read = (column for name, column in self.columns.items() if name in self.used and name != but)
        return self.grid.fault(row, read) if self.fits(row) else "row-fields"

    def area(self, code: str, name: str, level: str = "", within: str = "") -> str:
        """The key of an area that a row names; a code with another name beside it is kept apart, for the parent."""
        key = f"{code}\t{name}"
        self.areas.setdefault(key, figure_parcels.area(name, code, level, within))
        return key

    def reject(self, row: int, rule: str) -> None:
        self.rejections.add(self.grid.lines[row], rule, self.grid.rows[row])


class SubjectKey(NamedTuple):
    """What one figure is of."""

    subject: Subject
    area: str
    period: Period


@dataclass(frozen=True, slots=True)
class Stated:
    """What one row says."""

    text: str
    note: str
    row: int = field(compare=False)
    counts: dict[str, str] = field(default_factory=dict, compare=False)  # behind the value, by COUNTS


def lettered(words: str) -> str:
    """A heading by its letters alone, so that "Area_Code" and "AreaCode" are one."""
    return re.sub(r"[^a-z]", "", words.lower())


def find_table(grid: Grid, needed: frozenset[str], used: frozenset[str] = frozenset()) -> Table | None:
    """The table below the first row that has all *needed* headings; *used* are those that are read if there."""
    for row, cells in enumerate(islice(grid.rows, FIRST_ROWS)):
        names = [lettered(cell) for cell in cells]
        if needed <= set(names):
            columns = {name: names.index(name) for name in names if name}
            return Table(grid, row, columns, used & set(names), max(columns[name] for name in needed) + 1)
    return None


def open_table(grid: Grid, needed: frozenset[str], used: frozenset[str]) -> Table:
    """The same for a grid known to have it; raises RefusedFile when a column that is read stands twice."""
    table = find_table(grid, needed, used)
    if table is None:
        raise RefusedFile(f"{grid.file} has not the columns of its kind.")
    for name, times in Counter(map(lettered, grid.rows[table.above])).items():
        if name in used and times > 1:
            heading = shown(grid.at(table.above, table.columns[name]))
            raise RefusedFile(f"{grid.file} has the column “{heading}” twice: remove one.")
    return table


def period_of(text: str) -> Period | None:
    try:
        return read_period(text)
    except UnreadablePeriod:
        return None


def rows_told(rows: int) -> str:
    """Where a figure that was made from many rows stands."""
    return f"{rows:,} row{'s' * (rows != 1)}"


def subjects_of(found: Iterable[SubjectKey]) -> Iterator[Subject]:
    """Every subject once, in the order of the file."""
    return iter(dict.fromkeys(key.subject for key in found))


def gathered(
    table: Table, rows: Iterable[int], key_of: Callable[[Table, int], SubjectKey | str], note: str
) -> dict[SubjectKey, Stated]:
    """What stands, by what it is of; raises RefusedFile when nothing does."""
    grid, stated = table.grid, Once[SubjectKey, Stated](table.rejections)
    counts = count_columns(grid, table.above)
    for row in rows:
        key = table.fault(row) or key_of(table, row)
        if isinstance(key, str):
            table.reject(row, key)
        else:
            said = shown(without_missing(table.words(row, note)), LONGEST_NOTE)
            text = without_missing(grid.at(row, table.columns["value"]))
            value = Stated(text, said, row, counts_of(grid, row, counts))
            stated.add(key, value, grid.lines[row], grid.rows[row])
    found = {key: value for key, (_, value) in stated.values().items()}
    if not found:
        raise nothing_read(table, "no figure that can be read: look at its areas and periods")
    grid.remarks += stated.remarks()
    return found


def nothing_read(table: Table, words: str) -> RefusedFile:
    """Why a table is refused that holds nothing of what *words* say."""
    longer = every_row_is_longer(table.grid, table.above, table.rejections)
    return RefusedFile(longer or f"{table.grid.file} holds {words}.")


def contents(table: Table, found: dict[SubjectKey, Stated], declared: dict[Subject, dict[str, str]]) -> TableContent:
    """The indicators, areas and figures of a parcel; an indicator has the kind that most of its periods have."""
    kinds: dict[Subject, Counter[str]] = defaultdict(Counter)
    figures = []
    for key, stated in found.items():
        kinds[key.subject][key.period.kind.value] += 1
        area = table.areas[key.area]
        of = {"indicator": declared[key.subject]["name"], "area": area["area"], "area_code": area["code"]}
        said = {"period": key.period.slug, "text": stated.text, "note": stated.note} | stated.counts
        figures.append(figure_parcels.figure(table.grid, stated.row, table.columns["value"], **of, **said))
    usual = {subject: {"period_kind": kind.most_common(1)[0][0]} for subject, kind in kinds.items()}
    told = [figure_parcels.declared(**(usual[subject] | said)) for subject, said in declared.items()]
    return {"declared": told, "areas": list(table.areas.values()), "figures": figures}


def parcel(source: str, table: Table, remarks: Iterable[str], held: TableContent, *, national: bool) -> FigureTable:
    """What the parent takes; every row below the heading is one that was read."""
    grid, rows = table.grid, len(table.rows())
    grid.remarks += [*remarks, *unheaded(grid, [table.above], grid.filled(table.above + 1))]
    if aside := sum(1 for _ in grid.filled()) - rows - 1:
        grid.remarks.append(f"Lines above the heading, or with one cell alone, are left out: {aside}.")
    return replace(figure_parcels.parcel(source, grid, table.rejections, rows, held), national=national)
