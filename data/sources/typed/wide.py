"""Knows typed performance tables: indicators or areas down, periods across, with title lines, totals and footnotes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods.parts import unperioded
from data.parcels import FigureTable
from data.sources.containers.grids import Grid
from data.sources.figures.dependent_names import with_parents
from data.sources.figures.heading_units import NUMBER
from data.sources.figures.parcels import ACTUAL, NAMED, NOTE, TARGET, Figures, naming_rule
from data.sources.figures.people import columns_of_people, named_by_people, with_people
from data.sources.figures.period_context import context_of, title_lines
from data.sources.typed.column_roles import coded
from data.sources.typed.figure_columns import FigureColumn, FigureColumns, columns_of_heading
from data.sources.typed.heading_words import LeftOut, told, unnoted
from data.sources.typed.headings import Heading, has_number, heading_at, texts_at, texts_of
from data.sources.typed.part_sums import PartSums
from data.sources.typed.row_labels import RowLabels, RowOf, fault_of, labels_of, named_division, told_roles
from data.sources.typed.year_columns import readings
from data.sources.typed.yearly_rows import rows_by_year, year_column
from data.sources.words import shown

IN_BRACKETS = re.compile(r"\(.*\)")  # a line that says more of the title over it


@dataclass(frozen=True, slots=True)
class Block:
    """One table of a sheet; the title says what is counted where no column does."""

    first: int  # the row of the title, or of the heading
    end: int
    title: str
    heading: Heading
    columns: FigureColumns
    labels: RowLabels
    but: frozenset[int] = frozenset()  # rows of other years

    @property
    def people(self) -> tuple[int, ...]:
        return columns_of_people({at: texts_of(stack) for at, stack in enumerate(self.heading.stacks)})


@dataclass(slots=True)
class _WideTable:
    """One table while its rows are taken."""

    found: Figures
    block: Block
    sums: PartSums = field(init=False)

    def __post_init__(self) -> None:
        self.sums = PartSums(self.found.grid, self.block.columns)


def recognises(grid: Grid) -> bool:
    return any(heading_at(grid, row) for row in range(len(grid.rows)))


def read(grid: Grid) -> Iterator[FigureTable]:
    """Yield every figure of the sheet's tables; raises RefusedFile where reading one would be a guess."""
    found, blocks = Figures(grid), _blocks(grid)
    for block in blocks:
        _read_block(found, block)
    found.leave_above(min(block.first for block in blocks))
    yield found.parcel("wide")


def _read_block(found: Figures, block: Block) -> None:
    grid, heading, table = found.grid, block.heading, _WideTable(found, block)
    width = len(heading.stacks)
    under_title = found.rows(block.first + 1, heading.row, width) if block.title else iter(())
    for row in chain(under_title, found.rows(heading.under, block.end, width, block.labels.sections | block.but)):
        _take(table, row)
    found.end_table()
    grid.remarks += [*filter(None, [block.columns.context.said]), *told(_left_out(block))]
    grid.remarks += named_by_people(grid, block.people, heading.under - 1)
    grid.remarks += [*told_roles(block.labels.rows, grid), *named_division(block.labels, heading), *table.sums.told()]


def _left_out(block: Block) -> list[LeftOut]:
    used = {*block.labels.columns, *block.people, *filter(None, [year_column(block.heading)])}
    return [item for item in block.columns.left_out if item.column not in used]


def _blocks(grid: Grid) -> list[Block]:
    """The tables of the sheet, from heading to heading."""
    headings = _headings(grid)
    if not headings:
        raise RefusedFile(f"{grid.file} has no heading with an indicator or an area, and periods.")
    for heading in headings:
        readings(grid, heading)  # years in disguise are asked about before anything else
    top, floors = title_lines(grid, 0, headings[0].row), [0, *(heading.under for heading in headings)]
    starts = [_start(grid, heading, floor) for heading, floor in zip(headings, floors, strict=False)]
    ends = [*(first for first, _ in starts[1:]), len(grid.rows)]
    blocks = []
    for at, (heading, (first, title), end) in enumerate(zip(headings, starts, ends, strict=True)):
        titles = _titles(grid, floors[at], heading) if at else top
        context = context_of(grid, [*titles, *_beside(heading)] or top)
        for year, but in rows_by_year(grid, heading, end) or [(context, frozenset())]:
            columns = columns_of_heading(grid, heading, end, year)
            labels = _with_parents(labels_of(grid, heading, end), titles)
            blocks.append(Block(first, end, _named(title, columns), heading, columns, labels, but))
    return blocks


def _with_parents(labels: RowLabels, titles: list[str]) -> RowLabels:
    """The labels, those that say nothing alone named with the row above or the title: “of which residential”."""
    named = with_parents({row: of.indicator for row, of in labels.rows.items()}, titles)
    labels.rows |= {row: replace(labels.rows[row], indicator=name) for row, name in named.items()}
    return labels


def _named(title: str, columns: FigureColumns) -> str:
    """What a title says is counted, without the period that it is taken for."""
    named = unnoted(title)[0]
    name = unperioded(named) if columns.context.period else named
    return title if name == named else title.replace(named, name)


def _headings(grid: Grid) -> list[Heading]:
    headings: list[Heading] = []
    for row in range(len(grid.rows)):
        floor = headings[-1].under if headings else 0
        if row >= floor and (heading := heading_at(grid, row, floor)):
            headings.append(heading)
    return headings


def _titles(grid: Grid, floor: int, heading: Heading) -> list[str]:
    """The lines right above a heading."""
    first = heading.row
    while first > floor and title_lines(grid, first - 1, first) and not has_number(texts_at(grid, first - 1)):
        first -= 1
    return title_lines(grid, first, heading.row)


def _beside(heading: Heading) -> list[str]:
    """Words in the rows of a heading over its labels: a title in the line of the groups."""
    over = (over for stack in heading.stacks for over in stack if over.column in heading.labels.values())
    return [item.text for item in over if len(item.text.split()) > 2]


def _start(grid: Grid, heading: Heading, floor: int) -> tuple[int, str]:
    """The first row of a table, and its title where no column names what is counted; raises RefusedFile without one."""
    title = _title(grid, floor, heading.row)
    if "indicator" in heading.labels:
        return heading.row, ""
    if title is None:
        where = f"row {grid.lines[heading.row]}" + (f" of the sheet {grid.sheet}" if grid.sheet else "")
        raise RefusedFile(f"{grid.file} does not say what the areas under {where} are counted for: name it above.")
    return title, " ".join(" ".join(grid.rows[title]).split())


def _title(grid: Grid, first: int, row: int) -> int | None:
    """The nearest row above a heading with words alone, which are no note and no period."""
    for above in range(row - 1, first - 1, -1):
        cells = [text.strip() for text in grid.rows[above] if text.strip()]
        if len(cells) > 1:
            return None
        if cells and not NOTE.fullmatch(cells[0]) and not IN_BRACKETS.fullmatch(cells[0]) and unperioded(cells[0]):
            return above
    return None


def _take(table: _WideTable, row: int) -> None:
    """Take the figures of a row, or reject it; the marks of its labels and of its columns are those of the figures."""
    found, block = table.found, table.block
    of = block.labels.rows.get(row, RowOf(""))
    if of.apart is not None:
        return
    grid = found.grid
    labels = {name: at for name, at in block.heading.labels.items() if at != block.labels.roles or name == "indicator"}
    said = {**grid.said(row, labels), **of.area}
    label, marks = unnoted(of.indicator if "indicator" in labels else block.title)
    area, area_marks = unnoted(said.get("area", ""))
    code, name = coded(label)
    name = with_people(grid, row, block.people, name)
    said |= {"indicator": name, "area": area}
    unnamed = "indicator-blank" if not (area or "indicator" in labels) else ""
    if rule := fault_of(grid, row, labels.values(), of) or _role_rule(of) or unnamed or naming_rule(said):
        found.reject(row, rule)
        return
    said |= {"unit": said.get("unit") or unit} if (unit := _unit(table)) else {}
    found.declare(name, row, labels, **({"code": code} | {key: text for key, text in said.items() if text}))
    found.placeless += "area" in labels and not (area or said.get("area_code"))
    keys = {key: said.get(key, "") for key in NAMED}
    own = [*marks, *area_marks, *_year_marks(table, row), said.get("note", "")]
    for item in table.sums.figures(row, found.indicators[name]):
        _add(found, row, item, of, (keys, own))


def _year_marks(table: _WideTable, row: int) -> tuple[str, ...]:
    """The note marks of the year that a row names."""
    year = year_column(table.block.heading)
    return unnoted(table.found.grid.at(row, year))[1] if year is not None else ()


def _unit(table: _WideTable) -> str:
    """The unit that headings say the figures are in; raises RefusedFile where they say two."""
    units = {item.unit: item.words for item in table.block.columns.figures if item.unit}
    if len(units) > 1:
        words = " and ".join(f"“{shown(item)}”" for item in [*units.values()][:2])
        raise RefusedFile(
            f"{table.found.grid.file}: one indicator has one unit, but the headings {words} say two: give each unit a "
            "table of its own, or head a column “Unit” and write one in each row."
        )
    return next((unit for unit in units if unit != NUMBER), "")


def _role_rule(of: RowOf) -> str:
    return "role-unknown" if of.unknown else ""


def _add(found: Figures, row: int, item: FigureColumn, of: RowOf, said: tuple[dict[str, str], list[str]]) -> None:
    keys, own = said
    what = of.what or item.what
    if of.what and item.what == TARGET != of.what:
        return  # the actual in a column of targets
    marker = (of.marker or item.marker) if what == ACTUAL else ""
    note = "|".join(filter(None, [*own, item.note]))
    text = found.grid.at(row, item.column)
    found.add(row, item.column, note, what=what, period=item.period.slug, text=text, marker=marker, **keys)
