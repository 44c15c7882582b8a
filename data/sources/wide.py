"""Knows typed performance tables: indicators or areas down, periods across, with title lines, totals and footnotes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from dashboard.domain.errors import RefusedFile
from dashboard.domain.values import without_notes
from data.sources.column_roles import PeriodColumn, coded, period_of, role
from data.sources.figure_parcels import ACTUAL, DECLARED, NAMED, NOTE, Figures, naming_rule
from data.sources.grids import Grid
from data.sources.words import shown

LABELS = (*NAMED, *DECLARED, "note")
IN_BRACKETS = re.compile(r"\(.*\)")  # a line that says more of the title over it


@dataclass(frozen=True, slots=True)
class Heading:
    """The one or two rows that say what the columns of a table hold."""

    row: int
    depth: int
    labels: dict[str, int]
    periods: tuple[PeriodColumn, ...]

    @property
    def under(self) -> int:
        return self.row + self.depth


@dataclass(frozen=True, slots=True)
class Block:
    """One table of a sheet; the title says what is counted where no column does."""

    first: int  # the row of the title, or of the heading
    title: str
    heading: Heading


def recognises(grid: Grid) -> bool:
    return any(_heading(grid, row) for row in range(len(grid.rows)))


def read(grid: Grid) -> Iterator[dict[str, Any]]:
    """Yield every figure of the sheet's tables; raises RefusedFile where a total is not the sum of its parts."""
    found, blocks = Figures(grid), _blocks(grid)
    ends = [*(block.first for block in blocks[1:]), len(grid.rows)]
    for block, end in zip(blocks, ends, strict=True):
        heading = block.heading
        width = max(map(len, grid.rows[heading.row : heading.under]))
        under_title = found.rows(block.first + 1, heading.row, width)
        for row in chain(under_title, found.rows(heading.under, end, width)):
            _take(found, row, block)
        found.end_table()
        if left_out := _left_out(grid, heading, width):
            grid.remarks.append(f"Columns left out: {', '.join(left_out)}.")
    found.leave_above(min(block.first for block in blocks))
    yield found.parcel("wide")


def _blocks(grid: Grid) -> list[Block]:
    """The tables of the sheet, from heading to heading."""
    blocks: list[Block] = []
    for heading in filter(None, (_heading(grid, row) for row in range(len(grid.rows)))):
        if "indicator" in heading.labels:
            blocks.append(Block(heading.row, "", heading))
            continue
        title = _title(grid, blocks[-1].heading.under if blocks else 0, heading.row)
        if title is None:
            where = f"row {grid.lines[heading.row]}" + (f" of the sheet {grid.sheet}" if grid.sheet else "")
            raise RefusedFile(f"{grid.file} does not say what the areas under {where} are counted for: name it above.")
        words = " ".join(" ".join(grid.rows[title]).split())
        blocks.append(Block(title, words, heading))
    if not blocks:
        raise RefusedFile(f"{grid.file} has no heading with an indicator or an area, and periods.")
    return blocks


def _heading(grid: Grid, row: int) -> Heading | None:
    """The heading that begins in *row*, if one does; its labels may stand in the second of two rows."""
    labels = _labels(grid, row)
    lower = {} if labels else _labels(grid, row + 1)
    if not (labels or lower):
        return None
    periods, under = _periods(grid, row), _under(grid, row)
    if not periods or not _in_order(periods) or (lower and not under):
        return None
    return Heading(row, 2, labels or lower, under) if under else Heading(row, 1, labels, periods)


def _labels(grid: Grid, row: int) -> dict[str, int]:
    """The columns of what names a row; none without an indicator or an area."""
    labels: dict[str, int] = {}
    for column, text in enumerate(grid.rows[row] if row < len(grid.rows) else []):
        if (found := role(text)) in LABELS:
            labels.setdefault(found, column)
    return {} if labels.keys().isdisjoint(("indicator", "area")) else labels


def _periods(grid: Grid, row: int) -> tuple[PeriodColumn, ...]:
    """The columns whose heading names a period."""
    read = ((column, text, *period_of(text)) for column, text in enumerate(grid.rows[row]))
    return tuple(PeriodColumn(at, period, what or ACTUAL, _marks(text)) for at, text, period, what in read if period)


def _under(grid: Grid, row: int) -> tuple[PeriodColumn, ...]:
    """Columns under a heading of two rows: periods, each over a target and an actual."""
    found, over = [], ""
    for column, below in enumerate(grid.rows[row + 1] if row + 1 < len(grid.rows) else []):
        over = grid.at(row, column) or over
        period, (own, what) = period_of(over)[0], period_of(below)
        if period and what and not own:
            found.append(PeriodColumn(column, period, what, _marks(over, below)))
    return tuple(found)


def _in_order(periods: tuple[PeriodColumn, ...]) -> bool:
    """Counts of a row can look like years, but hardly in their order."""
    years = [item.period for item in periods if item.period.isdigit()]
    return years in (sorted(years), sorted(years, reverse=True))


def _marks(*headings: str) -> str:
    """The note marks of headings: they are those of every figure under them."""
    return "|".join(mark for heading in headings for mark in without_notes(" ".join(heading.split()))[1])


def _title(grid: Grid, first: int, row: int) -> int | None:
    """The nearest row above a heading with words alone, which are no note."""
    for above in range(row - 1, first - 1, -1):
        cells = [text.strip() for text in grid.rows[above] if text.strip()]
        if len(cells) > 1:
            return None
        if cells and not NOTE.fullmatch(cells[0]) and not IN_BRACKETS.fullmatch(cells[0]):
            return above
    return None


def _left_out(grid: Grid, heading: Heading, width: int) -> list[str]:
    """The headings of columns that are not read."""
    used = {*heading.labels.values(), *(item.column for item in heading.periods)}
    rows = range(heading.row, heading.under)
    told = (" ".join(grid.at(row, column) for row in rows).strip() for column in range(width) if column not in used)
    return [shown(words) for words in told if words]


def _take(found: Figures, row: int, block: Block) -> None:
    """Take the figures of a row, or reject it; the marks of its labels and of its columns are those of the figures."""
    grid, labels = found.grid, block.heading.labels
    said = grid.said(row, labels)
    label, marks = without_notes(said.get("indicator", block.title))
    area, area_marks = without_notes(said.get("area", ""))
    code, name = coded(label)
    said |= {"indicator": name, "area": area}
    unnamed = "indicator-blank" if not (area or "indicator" in labels) else ""
    if rule := grid.fault(row, labels.values()) or unnamed or naming_rule(said):
        found.reject(row, rule)
        return
    found.declare(name, **({"code": code} | {key: text for key, text in said.items() if text}))
    found.placeless += "area" in labels and not (area or said.get("area_code"))
    keys = {key: said.get(key, "") for key in NAMED}
    own = [*marks, *area_marks, said.get("note", "")]
    for item in block.heading.periods:
        note = "|".join(filter(None, [*own, item.note]))
        text = grid.at(row, item.column)
        found.add(row, item.column, note, what=item.what, period=item.period, text=text, **keys)
