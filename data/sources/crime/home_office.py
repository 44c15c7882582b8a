"""Knows Home Office recorded crime open data: offences by quarter and force or partnership, by group and by code."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from dashboard.domain.errors import RefusedFile, UnreadablePeriod
from dashboard.domain.periods.period import PeriodKind, read_period
from data.parcel_rows import OffenceCount, TableContent
from data.parcels import FigureTable, OffenceCounts
from data.sources.containers.grids import Grid
from data.sources.crime.offence_codes import CodedOffences
from data.sources.crime.offence_filters import Narrowed, narrowed
from data.sources.crime.offence_groups import CATEGORIES, FRAUD, OTHER, TOTAL, Held
from data.sources.figures import parcels as figure_parcels
from data.sources.figures.counts import number_of
from data.sources.publishers.long_tables import (
    Table,
    find_table,
    lettered,
    nothing_read,
    open_table,
    parcel,
    rows_told,
)
from data.sources.words import is_plain, shown

SOURCE = "home-office"
FORCE, PARTNERSHIP = "police force area", "csp"

#: The columns, each under every heading it was published with; the first is the one a sentence names.
HEADINGS = {
    "year": ("Financial Year",),
    "quarter": ("Financial Quarter",),
    "group": ("Offence Group",),
    "subgroup": ("Offence Subgroup",),
    "count": ("Number of Offences", "Offence Count"),
    "force": ("Force Name", "Police Force"),
    "csp": ("CSP Name",),
    "code": ("CSP Code", "ONS Code"),
    "description": ("Offence Description",),
    "offence": ("Offence Code",),
}
MARKS = frozenset({"financialyear", "financialquarter", "offencegroup"})
QUARTER = re.compile(r"Q?([1-4])", re.IGNORECASE)

#: Who records offences and is no area; offences that a force could not place are "Unassigned Kent".
NO_AREAS = ("Action Fraud", "British Transport Police", "CIFAS", "Financial Fraud Action UK", "UK Finance")
NOT_PLACED = re.compile(rf"(?:{'|'.join(NO_AREAS)}|unassigned\b.*)", re.IGNORECASE)
EVERY = {"polarity": "lower", "value_type": "count", "unit": "offences", "period_kind": PeriodKind.QUARTER.value}


class OffenceRow(NamedTuple):
    """What a row's count is of."""

    area: str
    code: str
    period: str
    group: str
    subgroup: str

    def figures(self) -> Iterator["OffenceKey"]:
        """The sums it belongs to; a subgroup named like its group is the group itself."""
        total = () if self.group.casefold().startswith(FRAUD) else (TOTAL,)
        for indicator in dict.fromkeys((*total, self.group, self.subgroup)):
            yield OffenceKey(indicator, self.area, self.period)


class OffenceKey(NamedTuple):
    """What one figure is of."""

    indicator: str
    area: str
    period: str


@dataclass(slots=True)
class Sum:
    """Offences so far, from how many rows, the first of which stands where."""

    first: int
    offences: int = 0
    rows: int = 0


@dataclass(slots=True)
class Sums:
    """What is counted, what lacks a row that was rejected, and what was done on the way."""

    narrowed: Narrowed
    found: dict[OffenceKey, Sum] = field(default_factory=dict)
    lacking: set[OffenceKey] = field(default_factory=set)
    codes: dict[str, str] = field(default_factory=dict)  # by area
    groups: dict[str, set[str]] = field(default_factory=dict)  # of an indicator; the total is of none
    held: Held = field(default_factory=Held)
    coded: CodedOffences = field(default_factory=CodedOffences)
    left_out: Counter[str] = field(default_factory=Counter)
    taken: int = 0
    negative: int = 0

    def lacks_of_total(self, area: str, period: str) -> bool:
        return OffenceKey(TOTAL, area, period) in self.lacking or self.held.lacks(TOTAL, (area, period))

    def add(self, row: OffenceRow, number: int, at: int) -> None:
        """Count a row; those that look alike are counted each (homicide is four offences under one code)."""
        self.taken += 1
        self.negative += number < 0
        self.codes[row.area] = self.codes.get(row.area) or row.code
        self.held.add((row.area, row.period), row.group, row.subgroup)
        for key in row.figures():
            self.groups.setdefault(key.indicator, set()).update({row.group} - {key.indicator})
            known = self.found.setdefault(key, Sum(at))
            known.offences += number
            known.rows += 1


def recognises(grid: Grid) -> bool:
    return find_table(grid, MARKS) is not None


def read(grid: Grid) -> Iterator[FigureTable | OffenceCounts]:
    """Yield the sums by indicator, area and quarter, then whole years by code; raises RefusedFile if nothing counts."""
    table = _opened(grid)
    sums = Sums(narrowed(table, table.rows()))
    for at in table.rows():
        _take(table, sums, at)
    if not sums.taken:
        raise nothing_read(table, "no count of offences that can be read: look at its areas and quarters")
    content = _contents(table, sums)
    yield parcel(SOURCE, table, _remarks(table, sums), content, national=True)
    if "offence" in table.columns and (counts := list(_coded(table, sums))):
        yield OffenceCounts(file=grid.file, rows=0, counts=counts)


def _coded(table: Table, sums: Sums) -> Iterator[OffenceCount]:
    """The offences of whole years by code; of an area and year whose total lacks anything, none."""
    level = PARTNERSHIP if "csp" in table.columns else FORCE
    for area, year, code, words, count in sums.coded.whole(sums.lacks_of_total):
        yield sums.codes[area], area, level, year, code, words, count


def _opened(grid: Grid) -> Table:
    """The table with its columns under our own names."""
    spelled = {lettered(heading): name for name, headings in HEADINGS.items() for heading in headings}
    table = open_table(grid, MARKS, frozenset(spelled))
    columns = {spelled[heading]: at for heading, at in table.columns.items() if heading in spelled}
    missing = [HEADINGS[name][0] for name in ("subgroup", "count") if name not in columns]
    if not {"force", "csp"} & set(columns):
        missing.append(HEADINGS["force"][0])
    if missing:
        mend = "take the Home Office's open data tables of recorded crime as they are"
        raise RefusedFile(f"{grid.file} has no column “{missing[0]}”: {mend}.")
    table.rename(columns)
    return table


def _take(table: Table, sums: Sums, at: int) -> None:
    """Count a row, reject it, or leave it out; a sum that lacks a count is no figure."""
    grid = table.grid
    recorders = (table.words(at, "force"), table.words(at, "csp"))
    if nowhere := next(filter(NOT_PLACED.fullmatch, recorders), ""):
        sums.left_out[shown(nowhere)] += 1
        return
    row = table.fault(at, but="count") or _row(table, at, sums.narrowed)
    if isinstance(row, str):
        table.reject(at, row)
        return
    if row.code and sums.codes.get(row.area, row.code) not in ("", row.code):
        sums.lacking.update(row.figures())
        table.reject(at, "area-disputed")
        return
    fault = grid.fault(at, [table.columns["count"]])
    number = None if fault else _whole(grid.at(at, table.columns["count"]))
    if number is None:
        sums.lacking.update(row.figures())
        table.reject(at, fault or "count-fractional")
    else:
        sums.add(row, number, at)
        sums.coded.add((row.area, row.period), (table.words(at, "offence"), table.words(at, "description")), number)


def _row(table: Table, at: int, filtered: Narrowed) -> OffenceRow | str:
    """What a row's count is of, or the rule it breaks."""
    area = table.words(at, "csp" if "csp" in table.columns else "force")
    group, subgroup = table.words(at, "group"), table.words(at, "subgroup")
    code = table.words(at, "code")
    if not (area and group and subgroup):
        return "code-blank"
    if not all(map(is_plain, (area, code, group, subgroup))):
        return "words-unreadable"
    period = _period(table.words(at, "year"), table.words(at, "quarter"))
    indicator = filtered.named(table, at, subgroup)
    return OffenceRow(area, code, period, group, indicator) if period else "period-unreadable"


@lru_cache(maxsize=4096)  # every row names a quarter, and there are few
def _period(year: str, quarter: str) -> str:
    """“2017/18” and “1” are 2017-18-Q1; "" for what is no quarter of a financial year."""
    number = QUARTER.fullmatch(quarter)
    try:
        return read_period(f"Q{number[1]} {year}").slug if number else ""
    except UnreadablePeriod:
        return ""


def _whole(text: str) -> int | None:
    """A count, under zero too: that corrects a quarter before."""
    number = number_of(text)
    return int(number) if number is not None and number == number.to_integral_value() else None


def _contents(table: Table, sums: Sums) -> TableContent:
    figures = []
    for key, summed in sums.found.items():
        if key not in sums.lacking and not sums.held.lacks(key.indicator, (key.area, key.period)):
            said = key._asdict() | {"area_code": sums.codes[key.area], "text": str(summed.offences)}
            figures.append(figure_parcels.figure(table.grid, summed.first, 0, **said, cell=rows_told(summed.rows)))
    level = PARTNERSHIP if "csp" in table.columns else FORCE
    areas = [figure_parcels.area(area, code, level) for area, code in sums.codes.items()]
    made = {figure["indicator"] for figure in figures}
    told = [_declared(name, groups) for name, groups in sums.groups.items() if name in made]
    return {"declared": told, "areas": areas, "figures": figures}


def _declared(name: str, groups: set[str]) -> dict[str, str]:
    """An indicator; a subgroup that stands in several groups is a part of none."""
    what = "in every group of offences but fraud" if name == TOTAL else f"as “{name}”"
    said = f"Offences that the police recorded {what}, as the Home Office publishes them by quarter."
    whole = next(iter(groups)) if len(groups) == 1 and name != TOTAL else ""
    category = CATEGORIES.get(name.partition(": ")[0].casefold(), OTHER)
    return figure_parcels.declared(name, category=category, definition=said, part_of=whole, **EVERY)


def _remarks(table: Table, sums: Sums) -> list[str]:
    said = [f"Offences of {sums.taken:,} rows were summed by group, subgroup, area and quarter."]
    said += [*sums.narrowed.remarks(), *sums.held.remarks()]
    if sums.negative:
        said.append(f"Counts under zero correct earlier quarters and were summed as they are: {sums.negative:,}.")
    if sums.left_out:
        names = ", ".join(f"{name} ({rows:,})" for name, rows in sorted(sums.left_out.items()))
        said.append(f"Rows of what is no area were left out: {names}.")
    if total := table.rejections.total:
        lacking = len(sums.lacking)
        said.append(f"Rejected rows are in no sum: {total:,}; sums left out for want of their counts: {lacking:,}.")
    return said
