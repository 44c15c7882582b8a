"""Knows the rows under a plan's heading: bands over them, merged cells, rows that go on, and which cannot be taken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from data.parcel_rows import SaidPlanRow
from data.sources.containers.book_cells import MERGED
from data.sources.containers.grids import Grid
from data.sources.plans.heading_words import ACTION, MEETING, RANK
from data.sources.plans.recognising import Columns, PlanHeading
from data.sources.rejections import Rejections
from data.sources.words import HIDDEN, LONGEST

LONGEST_WORDS = 4_000  # characters of one cell
MOST_LINES = 5_000  # of one sheet
SHORT = ("ref", "lead", "partnership", "area", "category", "kind", "survey", "group", "time", "place")
CARRIED = ("objective", "survey", "period", "body")  # said once over the lines that they are of
BAND = re.compile(
    r"(?i:(?:strategic )?(?:objective|priority|theme|aim|outcome|goal|workstream|strand)\b.+)|[A-Z0-9 &/,:.'’()-]{6,}"
)
NOWHERE = -1  # the column of what is said by the lines above
CORE = {MEETING: ("meeting", "date"), RANK: ("concern",)}
TOLD = frozenset({"lead", "due", "outcome", "measure", "monitoring", "framework"})  # by which a line stands unnamed
GOING_ON = frozenset({"measure", "progress", "measure progress", "controls", "further_actions", "partners"})
GOING_ON |= {"resources", "monitoring"}  # what a row without a name adds to the line above


@dataclass(slots=True)
class PlanLines:
    """Gathers the lines of a sheet's tables."""

    grid: Grid
    rejections: Rejections = field(default_factory=Rejections)
    found: list[SaidPlanRow] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)

    def reject(self, row: int, rule: str) -> None:
        self.rejections.add(self.grid.lines[row], rule, self.grid.rows[row])

    def add(self, what: str, row: int, said: dict[str, tuple[str, int]]) -> None:
        """Take a line: each field with its text and column; a blank one is told too, and takes away what stood."""
        fields = {name: text for name, (text, _) in said.items() if name != "partnership"}
        placed = {name: said[name][1] for name, text in fields.items() if text and said[name][1] != NOWHERE}
        cells = {name: self.grid.place(row, column) for name, column in placed.items()}
        home = said.get("partnership", ("", 0))[0]
        line: SaidPlanRow = {
            "what": what,
            "partnership": home,
            "fields": fields,
            "cells": cells,
            "line": self.grid.lines[row],
        }
        self.found.append(line)


def text_of(grid: Grid, row: int, column: int) -> str:
    """The text of a cell line by line, each without blanks around it; blank lines go."""
    lines = (" ".join(line.split()) for line in re.split(r"\r\n|\r|\n", grid.at(row, column)))
    return "\n".join(filter(None, lines))


def rule_of(said: dict[str, str]) -> str:
    """The rule that the texts of a line break, if any."""
    if any(HIDDEN.search(text.replace("\n", " ")) for text in said.values()):
        return "words-hidden"
    if any(len(text) > LONGEST_WORDS for text in said.values()):
        return "words-long"
    return "words-unreadable" if any(len(said.get(name, "")) > LONGEST for name in SHORT) else ""


def read_lines(found: PlanLines, heading: PlanHeading, end: int, title: str) -> None:
    """Take the rows of one table, from under its heading up to *end*; what *title* says holds for all of them."""
    grid, columns = found.grid, heading.columns
    band = title
    above: dict[str, str] = {}
    for row in _rows(found, heading, end):
        if words := _band(grid, row, heading):
            band = words
            continue
        said = {name: text_of(grid, row, column) for name, column in columns.items()}
        if rule := _fault(grid, row, heading) or rule_of(said):
            found.reject(row, rule)
            continue
        if _goes_on(said) and found.found:
            _append(found, said, row, columns)
            continue
        if not _is_named(said, heading):
            found.reject(row, "plan-unnamed")
            continue
        placed = {name: (text, columns[name]) for name, text in said.items()}
        above = _carried(grid, row, heading, placed, above)
        if heading.kind == ACTION and "objective" not in columns and band:
            placed["objective"] = (band, NOWHERE)
        found.add(heading.kind, row, placed)


def _rows(found: PlanLines, heading: PlanHeading, end: int) -> Iterator[int]:
    """The rows that hold something; words that stand alone under the last of them are noted."""
    grid, width = found.grid, len(found.grid.rows[heading.row])
    filled = [row for row in grid.filled(heading.row + 1) if row < end]
    while filled and _stands_alone(grid, filled[-1]):
        found.aside.append(_texts(grid, filled.pop())[0])
    for row in filled:
        if not grid.sheet and any(map(str.strip, grid.rows[row][width:])):
            found.reject(row, "row-fields")
        else:
            yield row


def _stands_alone(grid: Grid, row: int) -> bool:
    """Whether nothing but words in the first column stand in a row: a source, or a note."""
    return len(_texts(grid, row)) == 1 and bool(grid.at(row, 0))


def _texts(grid: Grid, row: int) -> list[str]:
    return [text.strip() for text in grid.rows[row] if text.strip()]


def _in_core(grid: Grid, row: int, heading: PlanHeading) -> bool:
    """Whether what a line is named by stands in a row, in a column after the first."""
    at = [heading.columns[name] for name in _core(heading) if name in heading.columns]
    return any(column and grid.at(row, column) for column in at)


def _core(heading: PlanHeading) -> tuple[str, ...]:
    return CORE.get(heading.kind, (heading.kind,))


def _band(grid: Grid, row: int, heading: PlanHeading) -> str:
    """The words of a row that stand over those below it: merged across, or alone and worded like an objective."""
    texts = _texts(grid, row)
    if len(texts) != 1 or _in_core(grid, row, heading):
        return ""
    first = next(at for at, text in enumerate(grid.rows[row]) if text.strip())
    wide = grid.spans.get((row, first), first) > first
    return " ".join(texts[0].split()) if wide or BAND.fullmatch(texts[0]) else ""


def _fault(grid: Grid, row: int, heading: PlanHeading) -> str:
    """The rule that a cell breaks; one that is merged with the cell above says the same."""
    rules = (grid.faults.get((row, column), "") for column in heading.columns.values())
    return next((rule for rule in rules if rule and rule != MERGED), "")


def _is_named(said: dict[str, str], heading: PlanHeading) -> bool:
    if any(said.get(name) for name in _core(heading)):
        return True
    return heading.kind == ACTION and any(said.get(name) for name in TOLD)


def _goes_on(said: dict[str, str]) -> bool:
    """Whether a row adds words to the line above: it holds nothing that a line of its own would begin with."""
    filled = {name for name, text in said.items() if text}
    return bool(filled) and filled <= GOING_ON


def _append(found: PlanLines, said: dict[str, str], row: int, columns: Columns) -> None:
    fields, cells = found.found[-1]["fields"], found.found[-1]["cells"]
    for name, text in said.items():
        if text:
            fields[name] = "\n".join(filter(None, (fields.get(name, ""), text)))
            cells.setdefault(name, found.grid.place(row, columns[name]))


def _carried(
    grid: Grid, row: int, heading: PlanHeading, said: dict[str, tuple[str, int]], above: dict[str, str]
) -> dict[str, str]:
    """Lay what stands above over blank cells of *said*; what is no merged cell stands in none."""
    for name, column in heading.columns.items():
        merged = grid.faults.get((row, column)) == MERGED
        if not said[name][0] and (merged or name in CARRIED) and above.get(name):
            said[name] = (above[name], column if merged else NOWHERE)
    return {name: text for name, (text, _) in said.items()}
