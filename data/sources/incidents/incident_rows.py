"""Knows the rows of an incident list: which are incidents, which say the same twice, which break a rule."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import itemgetter

import numpy as np

from dashboard.domain.errors import RefusedFile
from dashboard.domain.incidents.parts import Flags, Numbers
from data.parcel_rows import Rejection
from data.sources.containers.grids import Grid
from data.sources.incidents import heading_words as columns
from data.sources.rejections import LONGEST_TEXT, MOST_KEPT
from data.sources.words import shown

ANOTHER = "the reference of another row"
FEWEST_CELLS = 2  # of a row that is no title, total or note


@dataclass(slots=True)
class IncidentRows:
    """The rows under row *heading* of a table, and which of them break which rule."""

    grid: Grid
    heading: int
    lines: list[int]
    cells: list[list[str]]
    columns: Mapping[str, int]
    broken: dict[int, tuple[str, str]] = field(default_factory=dict)  # by row: rule, what it says
    dropped: set[int] = field(default_factory=set)  # that say what another row says
    read: dict[str, list[str]] = field(default_factory=dict)  # cells by what they hold

    def texts(self, what: str) -> list[str] | None:
        """The cells of a column; None where the list has no such column."""
        if what not in self.columns:
            return None
        if what not in self.read:
            self.read[what] = list(map(str.strip, map(itemgetter(self.columns[what]), self.cells)))
        return self.read[what]

    def reject(self, rows: Flags, rule: str, what: str) -> None:
        """Note that *rows* break a *rule* with what they say in a column; the first rule of a row is kept."""
        found = np.flatnonzero(rows)
        texts = self.texts(what) if what and len(found) else None
        for row in found:
            self.broken.setdefault(int(row), (rule, texts[row] if texts else ""))

    def rejected(self) -> list[Rejection]:
        """The first that break a rule; nothing is told of one but what breaks it: the rest may name a person."""
        found = sorted(self.broken.items())[:MOST_KEPT]
        lines = self.grid.lines
        return [
            {"line": lines[self.lines[row]], "rule": rule, "text": shown(text, LONGEST_TEXT)}
            for row, (rule, text) in found
        ]

    @property
    def rules(self) -> dict[str, int]:
        return dict(Counter(rule for rule, _ in self.broken.values()))

    @property
    def sound(self) -> Numbers:
        out = self.broken.keys() | self.dropped
        return np.array([row for row in range(len(self.cells)) if row not in out], np.int64)


def rows_under(grid: Grid, heading: int, matched: Mapping[str, int] | None = None) -> IncidentRows:
    """What stands under the heading; a title, total or note in one cell is no incident."""
    found = columns.columns_of(grid.rows[heading]) if matched is None else matched
    width = len(grid.rows[heading])
    lines, cells, short = [], [], 0
    for at in range(heading + 1, len(grid.rows)):
        row = grid.rows[at]
        if ("" in row or len(row) < width) and (filled := sum(map(bool, map(str.strip, row)))) < FEWEST_CELLS:
            short += filled
            continue
        lines.append(at)
        cells.append(row if len(row) >= width else [*row, *[""] * (width - len(row))])
    if short:
        grid.remarks.append(f"Rows with one cell alone were left out: {short:,}.")
    if not cells:
        raise RefusedFile(f"{grid.file} has a heading and no rows under it.")
    return IncidentRows(grid, heading, lines, cells, found)


def reject_faulty(rows: IncidentRows) -> None:
    """Reject the rows with cells that no spreadsheet could work out, and with more fields than there are columns."""
    read = set(rows.columns.values())
    faults = {(row, rule) for (row, column), rule in rows.grid.faults.items() if column in read}
    at = {line: row for row, line in enumerate(rows.lines)}
    for line, rule in sorted(faults):
        if line in at:
            rows.broken.setdefault(at[line], (rule, ""))
    width = len(rows.grid.rows[rows.heading])
    for row in [row for row, size in enumerate(map(len, rows.cells)) if size > width]:
        if any(map(str.strip, rows.cells[row][width:])):
            rows.broken.setdefault(row, ("row-fields", ""))


def find_doubled(rows: IncidentRows) -> None:
    """Of rows with one reference that say the same, one stands; where they say different things none does."""
    references = rows.texts(columns.REFERENCE)
    if references is None or len(set(references)) == len(references):
        return
    known = Counter(references)
    same: defaultdict[str, list[int]] = defaultdict(list)
    for row, reference in enumerate(references):
        if reference and known[reference] > 1:
            same[reference].append(row)
    for found in same.values():
        if all(rows.cells[row] == rows.cells[found[0]] for row in found):
            rows.dropped.update(found[1:])
        else:
            rows.broken.update(dict.fromkeys(found, ("doubled", ANOTHER)))
