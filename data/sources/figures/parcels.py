"""Knows what a parcel of indicator figures looks like, whichever table it was read from."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods.parts import mentions
from dashboard.domain.periods.period import from_slug
from dashboard.domain.values.margins import RAISED
from data.parcel_rows import CellPlace, Declared, SaidArea, SaidFigure, TableContent
from data.parcels import FigureTable
from data.sources.containers.grids import Grid
from data.sources.figures.period_context import refuse_contradiction, title_lines
from data.sources.figures.running_words import running_words
from data.sources.figures.totals import Totals, is_benchmark, is_total_area
from data.sources.figures.unheaded import every_row_is_longer, unheaded
from data.sources.figures.unit_words import unit_beside
from data.sources.rejections import Once, Rejections
from data.sources.words import LONGEST, LONGEST_NOTE, is_name, is_plain, shown

KIND = FigureTable.kind
DECLARED = (
    *("code", "name", "category", "polarity", "value_type", "multiplier", "unit"),
    *("tolerance", "definition", "period_kind", "part_of"),
    *("combines", "scale", "signed_targets"),
)
SELDOM = ("zeros",)  # declared where a load asks for it
NAMED = ("indicator", "area", "area_code", "partnership")
KEY = ("what", *NAMED, "period")
NO_FIGURE = SaidFigure(
    what="",
    partnership="",
    indicator="",
    area="",
    area_code="",
    period="",
    text="",
    note="",
    marker="",
    covers_to="",
    sheet="",
    cell="",
    line=0,
)
ACTUAL, TARGET = "actual", "target"
MOST_ASIDE = 20  # words under a table that are said one by one
NOTE = re.compile(
    r"[(\[]?(?:notes? )?(?P<mark>[0-9]{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}|[*†‡#]{1,3})[)\].:]{0,2}\s+(?P<text>[^\s0-9].*)",
    re.IGNORECASE,
)


def declared(name: str, **said: str) -> Declared:
    """An indicator as its file declares it; what the file does not say is empty."""
    usual = {column: said.get(column, "") for column in DECLARED}
    return usual | {column: said[column] for column in SELDOM if said.get(column)} | {"name": name}


def naming_rule(said: Mapping[str, str]) -> str:
    """The rule that a row breaks by what names and declares in it, if any."""
    if not is_name(said["indicator"]) or (said.get("area") and not is_name(said["area"])):
        return "indicator-blank"
    longest = {"definition": LONGEST_NOTE}
    plain = all(is_plain(said.get(name, ""), longest.get(name, LONGEST)) for name in (*NAMED, *DECLARED))
    return "" if plain else "words-unreadable"


def area(name: str, code: str = "", level: str = "", within: str = "") -> SaidArea:
    """An area of a file; *within* is the wider one that the file says it lies in."""
    found: SaidArea = {"area": name, "code": code, "level": level, "population": ""}
    return {**found, "within": within} if within else found


def figure(grid: Grid, row: int, column: int, **said: str) -> SaidFigure:
    """One figure, an actual unless *said* otherwise, read from a cell of *grid*, or from what *said* calls its cell."""
    place = {"sheet": grid.sheet, "cell": grid.place(row, column), "line": grid.lines[row]}
    return cast(SaidFigure, {**NO_FIGURE, **place, "what": ACTUAL, **said})


def parcel(source: str, grid: Grid, rejections: Rejections, rows: int, held: TableContent) -> FigureTable:
    """What the parent takes of a table of which *rows* were read, the rejected ones with them."""
    taken = rejections.of_table(grid.file, grid.remarks, rows)
    return FigureTable(**taken, source=source, sheet=grid.sheet, **held)


MOST_FIGURES = 100_000  # of a typed table: more is no officer's, and would take the parent's memory


class NothingTyped(RefusedFile):
    """A table is recognised and nothing stands in it: a workbook's other sheets may hold what was typed."""


class Figures:
    """Gathers the figures of a typed sheet; a key twice with the same text counts once, with others it is rejected."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.rejections = Rejections()
        self.indicators: dict[str, dict[str, str]] = {}
        self.places: dict[str, dict[str, CellPlace]] = {}  # of what an indicator declares, by column
        self.notes: dict[str, str] = {}
        self.placeless = 0  # rows of the whole partnership whose area is blank
        self._once = Once[tuple[str, ...], _Same](self.rejections)
        self._totals = Totals(grid)
        self._blank = 0
        self._benchmarks: dict[str, None] = {}
        self._aside: list[str] = []
        self.lines: list[str] = []  # words of one cell among and under the rows
        self._above = 0  # the row of the heading

    def rows(self, start: int, end: int, width: int, but: Container[int] = ()) -> Iterator[int]:
        """The rows of a table from *start* on, *but* some; words that stand alone are noted, long rows rejected."""
        self._above = start - 1
        headings = range(self._above, max(-1, self._above - 2), -1)  # one row, or two
        below = (row for row in range(start, min(end, len(self.grid.rows))) if row not in but)
        self.grid.remarks += unheaded(self.grid, headings, below)
        for row in self.grid.filled(start):
            if row >= end:
                return
            if row in but:
                continue
            cells = [text.strip() for text in self.grid.rows[row] if text.strip()]
            if len(cells) == 1 and not self.grid.fault(row, range(width)):
                self.alone(cells[0])
            elif not self.grid.sheet and any(map(str.strip, self.grid.rows[row][width:])):
                self.reject(row, "row-fields")  # 1,128 without quotes is two fields
            else:
                yield row

    def reject(self, row: int, rule: str) -> None:
        self.rejections.add(self.grid.lines[row], rule, self.grid.rows[row])

    def leave_above(self, start: int) -> None:
        """Say how many lines stand above a heading or its title; those that name a year may say how much of it."""
        self.lines += [line for line in title_lines(self.grid, 0, start) if mentions(line)]
        if above := sum(1 for row in self.grid.filled() if row < start):
            self.grid.remarks.append(f"Lines above the heading were left out: {above:,}.")

    def alone(self, text: str) -> None:
        """Note the words of a row with one cell: a footnote, or words that belong to no figure."""
        self.lines.append(text)
        if note := NOTE.fullmatch(text):
            mark, words = note["mark"].translate(RAISED), note["text"]
            before = self.notes.get(mark, words)  # of another table of the sheet
            self.notes[mark] = shown(before if words in before else f"{before} / {words}", LONGEST_NOTE)
        else:
            self._aside.append(f"Not part of a table: “{shown(text)}”.")

    def declare(self, name: str, row: int = -1, columns: Mapping[str, int] | None = None, **said: str) -> None:
        """Note an indicator, and where in a *row* it is declared; a later row adds only what an earlier left open."""
        at = self.places.setdefault(name, {})
        for column, number in (columns or {}).items():
            if said.get(column):
                place = self.grid.place(row, number)
                at.setdefault(column, {"sheet": self.grid.sheet, "cell": place, "line": self.grid.lines[row]})
        before, now = self.indicators.get(name, {}), declared(name, **said)
        self.indicators[name] = {**now, **{column: words for column, words in before.items() if words}}

    def add(self, row: int, column: int, note: str = "", **said: str) -> None:
        """Take the figure in a cell; one that cannot be trusted is rejected, a blank one is counted."""
        grid, line = self.grid, self.grid.lines[row]
        if is_benchmark(said["area"]):
            self._benchmarks.setdefault(said["area"])
            return
        self._totals.add(self.indicators[said["indicator"]], said, (row, column))
        if rule := grid.faults.get((row, column), ""):
            self.rejections.add(line, rule, [f"{grid.place(row, column)} {said['text']}"])
        elif not said["text"]:
            self._blank += 1
        else:
            area = "" if is_total_area(said["area"]) else said["area"]
            found = figure(grid, row, column, **(said | {"area": area, "note": shown(note, LONGEST_NOTE)}))
            key = tuple(str(text) for name, text in found.items() if name in KEY)
            self._once.add(key, _Same(found), line, [found["cell"], found["text"]])

    def end_table(self) -> None:
        """Raise RefusedFile where a total is not the sum of its parts, and begin anew."""
        self._totals.refuse_differences()
        self._totals = Totals(self.grid)

    def parcel(self, source: str) -> FigureTable:
        """Everything that was gathered, as the parent takes it; raises RefusedFile when it is nothing."""
        self._refuse_nothing()
        found = [value.figure for _, value in self._once.values().values()]
        self._refuse_figures(found)
        self._say()
        named = dict.fromkeys((said["area"], said["area_code"]) for said in found if said["area"] in self.grid.within)
        held: TableContent = {
            "declared": list(self.indicators.values()),
            "figures": found,
            "notes": self.notes,
            "places": self.places,
            "areas": [area(name, code, within=self.grid.within[name]) for name, code in named],
            "running": running_words(self.grid),
            "unit": unit_beside(self.grid),
            "lines": self.lines,
        }
        return parcel(source, self.grid, self.rejections, self._once.taken + self.rejections.total, held)

    def _refuse_nothing(self) -> None:
        if not self.indicators and (why := every_row_is_longer(self.grid, self._above, self.rejections)):
            raise RefusedFile(why)
        if not self.indicators and not self.rejections.total:
            where = f" on the sheet “{self.grid.sheet}”" if self.grid.sheet else ""
            raise NothingTyped(f"{self.grid.file} has a heading and no rows under it{where}.")

    def _refuse_figures(self, found: Sequence[SaidFigure]) -> None:
        """Raise RefusedFile where all figures contradict each other or the period that was said, or are too many."""
        if self.indicators and not found and self._once.taken == 0 and self.rejections.counts["doubled"]:
            first = self.rejections.kept[0]["text"]
            raise RefusedFile(
                f"{self.grid.file}: each of its figures stands twice with different values ({shown(first)}): "
                "tell them apart by an area, a period or the indicator's name."
            )
        refuse_contradiction(self.grid, (from_slug(said["period"]) for said in found))
        if len(found) > MOST_FIGURES:
            raise RefusedFile(f"{self.grid.file} holds {len(found):,} figures in one table: split it.")

    def _say(self) -> None:
        """Say what of the table is no figure of the partnership."""
        self.grid.remarks += [*self._aside[:MOST_ASIDE], *self._once.remarks()]
        if self._benchmarks:
            names = ", ".join(map(shown, self._benchmarks))
            self.grid.remarks.append(f"Left out, averages and other places are no areas of the partnership: {names}.")
        counted = {
            "More lines that are not part of a table": len(self._aside[MOST_ASIDE:]),
            "Rows without an area hold figures of the whole partnership": self.placeless,
            "Blank cells hold nothing and change nothing": self._blank,
        }
        self.grid.remarks += [f"{words}: {count:,}." for words, count in counted.items() if count]


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A figure that equals another with the same text, wherever the two stand."""

    figure: SaidFigure

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self._told() == other._told()

    def __hash__(self) -> int:
        return hash(self._told())

    def _told(self) -> tuple[str, str, str]:
        return self.figure["text"], self.figure["note"], self.figure["marker"]
