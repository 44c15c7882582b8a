"""Knows wide tables of months: an indicator and an area down, one column a month across, as London publishes them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from dashboard.domain.errors import RefusedFile, UnreadablePeriod
from dashboard.domain.periods.period import month, read_period
from dashboard.domain.periods.year_codes import Sense, code_year, sense_of_codes, turned_to_dates
from data.parcel_rows import SaidFigure, TableContent
from data.parcels import FigureTable
from data.sources.containers.grids import Grid
from data.sources.figures import parcels as figure_parcels
from data.sources.figures.counts import number_of
from data.sources.publishers.long_tables import (
    FEW_AREAS,
    FIRST_ROWS,
    Table,
    lettered,
    nothing_read,
    parcel,
    rows_told,
)
from data.sources.words import is_plain, shown

SOURCE = "wide-months"
FEWEST_MONTHS = 6

AREAS = ("ward", "locality", "area", "district", "borough", "csp", "partnership")  # from the finest
INDICATORS = ("major", "minor", "crime", "offence", "indicator", "category", "measure", "type", "group")
PLAIN_CODES = ("code", "gsscode", "onscode", "areacode")
ALL_AREAS = re.compile(r"(?:grand )?total|all|overall|all (?:areas|wards|localities|districts|boroughs)", re.IGNORECASE)
NUMBERED = re.compile(r"((?:19|20)[0-9]{2})-?(0[1-9]|1[0-2])(?:-01(?: 00:00:00)?)?")
DASHED = re.compile(r"[0-9]{2}([0-9]{2})-([0-9]{2})")
NAMED = re.compile(r"[A-Za-z]{3,9}\.?[ -](?:[0-9]{4}|[0-9]{2})")


class Area(NamedTuple):
    """An area as rows name it: by its code and name, or else by its name and the wider area it lies in."""

    code: str
    name: str
    wider: str


@dataclass(frozen=True, slots=True)
class MonthColumns:
    """Where a wide table keeps what."""

    months: dict[int, str]  # column -> slug of the month
    indicators: tuple[int, ...]
    level: str
    name: int
    code: int | None
    wider: int | None

    @property
    def texts(self) -> set[int]:
        """The columns that say what a row is of."""
        return {*self.indicators, self.name, *(at for at in (self.code, self.wider) if at is not None)}


@dataclass(slots=True)
class Wide:
    """The rows of a wide table by what they are of."""

    table: Table
    columns: MonthColumns
    rows: dict[tuple[str, Area], list[int]] = field(default_factory=lambda: defaultdict(list))
    names: dict[Area, str] = field(default_factory=dict)
    within: dict[Area, str] = field(default_factory=dict)
    totals: int = 0

    @property
    def grid(self) -> Grid:
        return self.table.grid

    def words(self, row: int, column: int | None) -> str:
        return "" if column is None else " ".join(self.grid.at(row, column).split())

    def add(self, row: int) -> str:
        """Take a row; returns the rule it breaks."""
        columns = self.columns
        indicator = ": ".join(filter(None, (self.words(row, at) for at in columns.indicators)))
        code, name, wider = (self.words(row, at) for at in (columns.code, columns.name, columns.wider))
        if not self.table.fits(row):
            return "row-fields"
        if fault := self.grid.fault(row, columns.texts):
            return fault
        if not (indicator and name):
            return "code-blank"
        if not all(map(is_plain, (indicator, code, name, wider))):
            return "words-unreadable"
        if ALL_AREAS.fullmatch(name):
            self.totals += 1
            return ""
        area = Area(code, name, "" if code else wider)
        self.names.setdefault(area, name)
        self.within.setdefault(area, wider)
        self.rows[indicator, area].append(row)
        return ""


def recognises(grid: Grid) -> bool:
    return _found(grid) is not None


def read(grid: Grid) -> Iterator[FigureTable]:
    """Yield one figure an indicator, area and month; rows that share them are added up, and it is said."""
    if (found := _found(grid)) is None:
        raise RefusedFile(f"{grid.file} has not the columns of its kind.")
    above, columns = found
    if twice := next((slug for slug, times in Counter(columns.months.values()).items() if times > 1), ""):
        raise RefusedFile(f"{grid.file} has the month {twice.replace('-M', '-')} twice: remove one of its columns.")
    wide = Wide(Table(grid, above, {}, frozenset(), len(grid.rows[above])), columns)
    for row in wide.table.rows():
        if rule := wide.add(row):
            wide.table.reject(row, rule)
    _reject_faults(wide)
    if not wide.rows:
        raise nothing_read(wide.table, "no figure that can be read: look at its areas and indicators")
    national = len(wide.names) > FEW_AREAS
    yield parcel(SOURCE, wide.table, _remarks(wide), _contents(wide), national=national)


def _found(grid: Grid) -> tuple[int, MonthColumns] | None:
    """The row of the heading and its columns."""
    for row, cells in enumerate(islice(grid.rows, FIRST_ROWS)):
        months = _months(cells)
        if len(months) >= FEWEST_MONTHS and (columns := _columns(cells, months)):
            return row, columns
    return None


def _months(cells: list[str]) -> dict[int, str]:
    """The months among *cells*; 2009-10, 201011 and Dec-11 may be financial years unless one of them cannot be."""
    found = {at: slug for at, cell in enumerate(cells) if (slug := _month(cell.strip()))}
    texts = {at: cells[at].strip() for at in found}
    dashed = {at: parts for at, text in texts.items() if (parts := DASHED.fullmatch(text))}
    years = set(turned_to_dates(list(texts.values())))
    if all((int(parts[1]) + 1) % 100 == int(parts[2]) for parts in dashed.values()):
        years |= {texts[at] for at in dashed}
    if sense_of_codes(texts.values()) is not Sense.MONTHS:
        years |= {text for text in texts.values() if code_year(text)}
    return {at: slug for at, slug in found.items() if texts[at] not in years}


def _month(words: str) -> str:
    """The slug of 202009, 2020-09, Sep 2020 or Sep-20; nothing for other words."""
    if numbers := NUMBERED.fullmatch(words):
        return month(int(numbers[1]), int(numbers[2])).slug
    if not NAMED.fullmatch(words):
        return ""
    try:
        return read_period(words).slug
    except UnreadablePeriod:
        return ""


def _columns(cells: list[str], months: dict[int, str]) -> MonthColumns | None:
    """Which of the columns before the months name the area and the indicator."""
    headings = {at: lettered(cells[at]) for at in range(min(months))}
    codes = {at: name for at, name in headings.items() if name.endswith(("code", "cd"))}
    levels = {at: level for at, name in headings.items() if (level := _level(name)) and not name.endswith("type")}
    plain = {at: name for at, name in headings.items() if at not in codes and not _level(name)}
    indicators = tuple(at for at, name in plain.items() if any(word in name for word in INDICATORS))
    places = sorted((AREAS.index(level), at) for at, level in levels.items() if at not in codes)
    if not (indicators and places):
        return None
    finest, name = places[0]
    own = (at for at in codes if levels.get(at) == AREAS[finest])
    code = next(own, next((at for at, heading in codes.items() if heading in PLAIN_CODES), None))
    wider = next((at for rank, at in places if rank > finest), None)
    return MonthColumns(months, indicators, AREAS[finest], name, code, wider)


def _level(heading: str) -> str:
    return next((word for word in AREAS if word in heading), "")


def _reject_faults(wide: Wide) -> None:
    """An error in one month spoils every row it would be added to: no sum is given that lacks a part."""
    for pair, rows in list(wide.rows.items()):
        faults = (wide.grid.fault(row, wide.columns.months) for row in rows)
        if rule := next(filter(None, faults), ""):
            for row in wide.rows.pop(pair):
                wide.table.reject(row, rule)


def _remarks(wide: Wide) -> list[str]:
    said, heading = [], wide.grid.rows[wide.table.above]
    shared = [len(rows) for rows in wide.rows.values() if len(rows) > 1]
    if shared:
        said.append(f"Rows of the same indicator and area are added up: {sum(shared):,} rows make {len(shared):,}.")
    if wide.totals:
        said.append(f"Rows that total all areas are left out: {wide.totals:,}.")
    used = wide.columns.texts | set(wide.columns.months)
    if unread := [shown(words.strip()) for at, words in enumerate(heading) if words.strip() and at not in used]:
        said.append(f"Columns that are not read are left out: {', '.join(unread)}.")
    return said


def _contents(wide: Wide) -> TableContent:
    present = {area for _, area in wide.rows}
    same = Counter(area.name for area in present if not area.code)
    shared = {area for area in present if area.wider and same[area.name] > 1}
    told = {area: f"{name}, {area.wider}" if area in shared else name for area, name in wide.names.items()}
    names = {area: name for area, name in told.items() if area in present}
    level = wide.columns.level
    areas = [figure_parcels.area(name, area.code, level, wide.within[area]) for area, name in names.items()]
    return TableContent(declared=_declared(wide), areas=areas, figures=list(_figures(wide, names)))


def _figures(wide: Wide, names: dict[Area, str]) -> Iterator[SaidFigure]:
    for (indicator, area), rows in wide.rows.items():
        of = {"indicator": indicator, "area": names[area], "area_code": area.code}
        for column, slug in wide.columns.months.items():
            text = _sum(wide.grid.at(row, column) for row in rows)
            counted = {"cell": rows_told(len(rows))} if len(rows) > 1 else {}
            yield figure_parcels.figure(wide.grid, rows[0], column, **of, period=slug, text=text, **counted)


def _sum(texts: Iterable[str]) -> str:
    """The one text as it stands, or the sum of several; the first that is no number stands for all."""
    every = list(texts)
    strange = [text for text in every if number_of(text) is None]
    if strange or len(every) == 1:
        return (strange or every)[0]
    return f"{sum((number_of(text) or Decimal(0) for text in every), Decimal(0)):f}"


def _declared(wide: Wide) -> list[dict[str, str]]:
    """An indicator of whole numbers alone is a count; of others the file does not say what they are."""
    texts: dict[str, set[str]] = defaultdict(set)
    for (indicator, _), rows in wide.rows.items():
        texts[indicator].update(wide.grid.at(row, column) for row in rows for column in wide.columns.months)
    return [figure_parcels.declared(name, value_type=_type(texts[name]), period_kind="month") for name in texts]


def _type(texts: set[str]) -> str:
    numbers = [number for text in texts if (number := number_of(text)) is not None]
    whole = bool(numbers) and all(number == number.to_integral_value() for number in numbers)
    return "count" if whole and not any("%" in text for text in texts) else ""
