"""Knows groups of similar areas as somebody types them: a set's name, its first day, an area and one like it a row."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from dashboard.domain.errors import RefusedFile, UnreadablePeriod
from dashboard.domain.periods.period import read_period
from data.parcels import SimilarAreas
from data.sources.containers.grids import Grid
from data.sources.rejections import Once, Rejections
from data.sources.words import is_plain, shown

KIND = SimilarAreas.kind
COLUMNS = ("set", "from", "area code", "similar area code")
RANK = "rank"
TITLES = 10  # lines that may stand over the heading
BLANKS = re.compile(r"[\s_]+")

Key = tuple[str, str, str, str]  # set, first day, area, similar area


def recognises(grid: Grid) -> bool:
    return _heading(grid) is not None


def _heading(grid: Grid) -> int | None:
    """The row that names every column, among the first ones."""
    return next((row for row in range(min(TITLES, len(grid.rows))) if set(COLUMNS) <= set(_names(grid, row))), None)


def _names(grid: Grid, row: int) -> list[str]:
    return [BLANKS.sub(" ", cell).strip().lower() for cell in grid.rows[row]]


def read(grid: Grid) -> Iterator[SimilarAreas]:
    """Yield the members [set, first day, area code, similar code, rank or 0, place]; raises RefusedFile without any."""
    start = _heading(grid) or 0
    names, rejections = _names(grid, start), Rejections()
    _refuse_doubled(grid, names)
    columns = {name: names.index(name) for name in (*COLUMNS, RANK) if name in names}
    members = Once[Key, int](rejections)
    for row in grid.filled(start + 1):
        said = grid.said(row, columns)
        if rule := grid.fault(row, columns.values()) or _rule(said):
            rejections.add(grid.lines[row], rule, grid.rows[row])
        else:
            key = (said["set"], _day(said["from"]), said["area code"], said["similar area code"])
            members.add(key, _rank(said), grid.lines[row], grid.rows[row])
    found = [(*key, rank, _place(grid, line)) for key, (line, rank) in members.values().items()]
    if not found:
        raise RefusedFile(f"{grid.file} names no similar area.")
    grid.remarks += members.remarks()
    taken = rejections.of_table(grid.file, grid.remarks, members.taken + rejections.total)
    yield SimilarAreas(**taken, members=found)


def _refuse_doubled(grid: Grid, names: list[str]) -> None:
    for name in (*COLUMNS, RANK):
        if names.count(name) > 1:
            raise RefusedFile(f"{grid.file} has the column “{shown(name)}” twice.")


def _rule(said: dict[str, str]) -> str:
    """The rule that a row breaks, if any."""
    if not all(said[name] for name in COLUMNS):
        return "code-blank"
    if not all(map(is_plain, said.values())):
        return "words-unreadable"
    if not _day(said["from"]):
        return "first-day-unreadable"
    if said["area code"] == said["similar area code"]:
        return "similar-to-itself"
    return "rank-unreadable" if _rank(said) < 0 else ""


def _day(text: str) -> str:
    """2024-04-01 as it stands, 01/04/2024 with the day first, or the first day of a period; "" for anything else."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date().isoformat()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    try:
        first: date = read_period(text).start
    except UnreadablePeriod:
        return ""
    return first.isoformat()


def _rank(said: dict[str, str]) -> int:
    """The rank as a number: 0 where the file has none, -1 for what is none."""
    text = said.get(RANK, "")
    if not text:
        return 0
    return int(text) if text.isascii() and text.isdigit() and 0 < int(text[:9]) == int(text) else -1


def _place(grid: Grid, line: int) -> str:
    return f"{grid.sheet} row {line}" if grid.sheet else f"line {line}"
