"""Knows a sheet that holds a plan: one table or several, each line with its cells, and what was left out."""

import re
from collections.abc import Iterator

from dashboard.domain.errors import RefusedFile
from dashboard.domain.plans.days import exact_day
from data.parcel_rows import SaidPlanRow
from data.parcels import PlanTable
from data.sources.containers.grids import Grid
from data.sources.figures.parcels import NothingTyped
from data.sources.plans.cell_words import campaigns_in, dated, measured, numbered
from data.sources.plans.heading_words import ACTION, CAMPAIGN, MEETING
from data.sources.plans.lines import MOST_LINES, PlanLines, read_lines
from data.sources.plans.recognising import HIGHEST, PlanHeading, heading_at
from data.sources.plans.surveys import ranks_at, read_ranks
from data.sources.words import LONGEST, shown

KIND = PlanTable.kind
SOURCE = "plan"
OBJECTIVE = re.compile(
    r"(?:strategic )?(?:objective|priority|theme|aim|outcome|goal|workstream|strand)\b.+", re.IGNORECASE
)
MOST_ASIDE = 20
TAKEN_FROM = {"ref": "action", "objective": "action", "due": "outcome"}
TAKEN_FROM |= dict.fromkeys(("measure", "progress"), "measure progress")
PLANNER = {"current": "current", "planned": "planned"}  # the columns of a planner that list campaigns


def recognises(grid: Grid) -> bool:
    return next(_headings(grid), None) is not None


def read(grid: Grid) -> Iterator[PlanTable]:
    """Yield the lines of every table of the sheet; raises RefusedFile where there is none or too many."""
    found, tables = PlanLines(grid), list(_headings(grid))
    for (heading, title), end in zip(tables, [*(item.row for item, _ in tables[1:]), len(grid.rows)], strict=True):
        if heading.across:
            read_ranks(found, heading, title or grid.sheet or "Survey")
        else:
            read_lines(found, heading, end, title if OBJECTIVE.fullmatch(title) else "")
        _say_unknown(grid, heading)
    if not found.found and not found.rejections.total:
        where = f" on the sheet “{grid.sheet}”" if grid.sheet else ""
        raise NothingTyped(f"{grid.file} has a heading and no rows under it{where}.")
    if len(found.found) > MOST_LINES:
        raise RefusedFile(f"{grid.file} holds {len(found.found):,} lines of a plan in one sheet: split it.")
    grid.remarks += [f"Not part of a table: “{shown(text)}”." for text in found.aside[:MOST_ASIDE]]
    rows = len(found.found) + found.rejections.total
    taken = found.rejections.of_table(grid.file, grid.remarks, rows)
    yield PlanTable(**taken, source=SOURCE, sheet=grid.sheet, plan=list(_parted(found.found)))


def _headings(grid: Grid) -> Iterator[tuple[PlanHeading, str]]:
    """The headings of the sheet, each with the line right above it."""
    known = False
    for row in range(len(grid.rows)):
        if not known and row >= HIGHEST:
            return
        title = _title(grid, row)
        if heading := heading_at(grid, row) or (None if known else ranks_at(grid, row, title)):
            known = True
            yield heading, title


def _title(grid: Grid, row: int) -> str:
    """The words of the nearest row above that holds but one cell."""
    for above in range(row - 1, max(-1, row - 4), -1):
        texts = [" ".join(text.split()) for text in grid.rows[above] if text.strip()]
        if len(texts) == 1:
            return texts[0][:LONGEST]
        if len(texts) > 2:
            return ""
    return ""


def _say_unknown(grid: Grid, heading: PlanHeading) -> None:
    """Say which columns are not known; row numbers and the like without a heading are none."""
    names = [shown(" ".join(grid.at(heading.row, column).split())) for column in heading.unknown]
    if names and not heading.across:
        grid.remarks.append(f"Columns that are not part of a plan were left out: {', '.join(names)}.")


def _parted(lines: list[SaidPlanRow]) -> Iterator[SaidPlanRow]:
    """The lines, what one cell says of several things taken apart."""
    for line in lines:
        if line["what"] == ACTION:
            yield _refilled(line, dated(measured(numbered(line["fields"]))))
        elif line["what"] == MEETING:
            yield from _planner(line)
        else:
            yield line


def _refilled(line: SaidPlanRow, fields: dict[str, str]) -> SaidPlanRow:
    """*line* with other fields; one that was taken out of another stands in its cell."""
    cells = line["cells"]
    taken = {name for name, text in fields.items() if text and text != line["fields"].get(name)}
    places = {name: cells.get(TAKEN_FROM.get(name, ""), "") for name in taken} | cells
    return {
        **line,
        "fields": fields,
        "cells": {name: place for name, place in places.items() if fields.get(name) and place},
    }


def _planner(line: SaidPlanRow) -> Iterator[SaidPlanRow]:
    """A meeting, and the campaigns that its row lists."""
    fields, cells = line["fields"], line["cells"]
    own = {name: text for name, text in fields.items() if name not in PLANNER}
    yield {**line, "fields": own, "cells": {name: cell for name, cell in cells.items() if name in own}}
    day = exact_day(fields.get("date", ""))
    for column, kind in PLANNER.items():
        for said in campaigns_in(fields.get(column, ""), day.year if day else None):
            both = said | {"kind": kind, "meeting": fields.get("date", "")}
            yield {**line, "what": CAMPAIGN, "fields": both, "cells": dict.fromkeys(both, cells[column])}
