"""Knows the rows that could not be taken: where each stands, which rule it breaks, what it says."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from data.parcel_rows import Rejection, Taken
from data.sources.containers.sheets import Sheet

MOST_KEPT = 1_000  # of one file; the rest is counted
LONGEST_TEXT = 300

#: What each rule says to the reader.
RULES = {
    "row-fields": "has another number of fields than the heading",
    "words-unreadable": "has a name or code with control characters or of more than 200 characters",
    "month-in-wrong-file": "belongs to another month than the file",
    "force-in-wrong-file": "was reported by another force than the rest of the file",
    "crime-type-unknown": "has a crime type that police.uk does not list",
    "coordinates-swapped": "has latitude and longitude the wrong way round",
    "coordinates-zero": "has a coordinate of zero",
    "coordinates-outside": "has coordinates outside Great Britain",
    "coordinates-unreadable": "has coordinates that are no numbers",
    "date-unreadable": "has no date and time that can be read",
    "day-unknown": "has no day on which it may have happened",
    "day-unreadable": "has a date that can be read in no way",
    "time-unreadable": "has a time of day that cannot be read",
    "times-swapped": "ends before it begins",
    "code-blank": "has no code or no name",
    "code-unreadable": "has an area code unlike any, such as E01029682",
    "area-disputed": "names an area that is not surely one of the partnership",
    "change-unknown": "has a kind of change other than U, S, M and X",
    "population-unreadable": "has a population that is no whole number",
    "target-unreadable": "has a target that cannot be read",
    "period-unreadable": "names no period such as 2025/26, Q2 2025/26, Jun 2025 or Apr 2025 - Sep 2025",
    "role-unknown": "names beside its indicator neither target nor actual",
    "crime-unknown": "names no crime type or category",
    "doubled": "stands twice with different values",
    "partnership-unknown": "names no partnership",
    "tolerance-unreadable": "has a tolerance that is no percentage",
    "cell-error": "has a cell with an error such as #N/A",
    "formula-without-value": "has a formula whose result was not saved",
    "merged-cell": "has a cell merged over several rows",
    "indicator-blank": "does not name its indicator or its area",
    "value-unreadable": "has a figure that cannot be read",
    "count-negative": "has a count under zero",
    "count-fractional": "has a count that is no whole number",
    "percentage-impossible": "has a percentage under 0 or over 100",
    "declaration-unreadable": "declares a polarity, category, kind or tolerance that is not known",
    "covers-unreadable": "says it covers the period up to a day that is no day of it",
    "zero-awaited": "has a 0 for a period that has not ended",
    "period-to-come": "has an actual for a period that has not begun",
    "period-too-early": "has a figure for a year before 1950",
    "first-day-unreadable": "has no first day such as 2024-04-01",
    "similar-to-itself": "names an area as similar to itself",
    "rank-unreadable": "has a rank that is no whole number from 1 on",
    "what-unknown": "says it is something else than an actual, a target or commentary",
    "commentary-long": "has a commentary of more than 600 characters",
    "counted": "gives an actual of an indicator that is counted from police.uk’s files",
    "plan-unnamed": "names no action, risk, meeting or whatever else its table lists",
    "plan-doubled": "has the reference or the words of another line of the same table",
    "words-hidden": "has a hidden character, or one that turns the direction of writing",
    "words-long": "has a cell of more than 4,000 characters",
    "weights-unnamed": "does not say of which year its weight is and whose it is",
    "weight-unreadable": "has a weight that is no number, or lies outside its own range",
    "offence-unreadable": "has an offence code unlike any of the Home Office’s, such as 8N",
    "severity-unreadable": "has a severity other than fatal, serious and slight (1, 2, 3)",
}

Key = TypeVar("Key")
Value = TypeVar("Value")
Row = list[str]


@dataclass(slots=True)
class Rejections:
    """Gathers the rejected rows of one file."""

    kept: list[Rejection] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, line: int, rule: str, row: Row) -> None:
        """Note that the row ending on *line* breaks *rule* (an id of RULES)."""
        self.counts[rule] += 1
        if len(self.kept) < MOST_KEPT:
            self.kept.append({"line": line, "rule": rule, "text": ",".join(row)[:LONGEST_TEXT]})

    def whole(self, sheet: Sheet) -> Iterator[tuple[int, Row]]:
        """The rows of *sheet* with as many fields as its heading, each with its line; the others are rejected."""
        for line, row in sheet.placed():
            if len(row) == len(sheet.heading):
                yield line, row
            else:
                self.add(line, "row-fields", row)

    @property
    def total(self) -> int:
        return self.counts.total()

    def taken(self, sheet: Sheet, rows: int) -> Taken:
        """What every parcel says of its file, of which so many *rows* could be read."""
        return self.of_table(sheet.name, sheet.remarks, rows + self.total)

    def of_table(self, file: str, remarks: list[str], rows: int) -> Taken:
        """The same of a table with so many *rows*, the rejected ones among them."""
        return {"file": file, "remarks": remarks, "rows": rows, "rejected": self.kept, "rules": dict(self.counts)}


class Once(Generic[Key, Value]):
    """Rows by key: twice the same value counts once and is said, with different values no row of the key stands."""

    def __init__(self, rejections: Rejections) -> None:
        self._rejections = rejections
        self._found: dict[Key, tuple[int, Row, Value]] = {}
        self._doubled: set[Key] = set()
        self._repeated = 0

    def add(self, key: Key, value: Value, line: int, row: Row) -> None:
        first, held, known = self._found.setdefault(key, (line, row, value))
        if held is row:
            return
        if key not in self._doubled and known == value:
            self._repeated += 1
            return
        if key not in self._doubled:
            self._doubled.add(key)
            self._rejections.add(first, "doubled", held)
        self._rejections.add(line, "doubled", row)

    def values(self) -> dict[Key, tuple[int, Value]]:
        """What stands, with the line of each."""
        return {key: (line, value) for key, (line, _, value) in self._found.items() if key not in self._doubled}

    @property
    def taken(self) -> int:
        return len(self._found) - len(self._doubled) + self._repeated

    def remarks(self) -> list[str]:
        return [f"Rows that stand twice with the same values count once: {self._repeated:,}."] if self._repeated else []
