"""Knows a table of harm weights: an offence code or crime type a row with what it weighs, the year, and who says so.

An office's own has a column for each. A statistics office's has its year and its name in the lines over the heading, or
in the file's name.
"""

import re
from collections.abc import Iterator

from dashboard.domain.errors import RefusedFile
from dashboard.domain.harm.weights import Weighed
from dashboard.domain.incidents.offences import CODES
from data.names import slug
from data.parcels import HarmWeights
from data.sources.containers.grids import Grid
from data.sources.figures.counts import number_of
from data.sources.rejections import Once, Rejections
from data.sources.words import is_plain, shown

KIND = HarmWeights.kind
TITLES = 12  # lines that may stand over the heading
#: The columns, each under every heading it may have, in small letters.
HEADINGS = {
    "code": ("offence code", "home office code", "ho code", "code"),
    "type": ("crime type", "type", "police.uk category", "policeuk cat"),
    "weight": (
        "weight",
        "weighting",
        "severity weight",
        "harm weight",
        "severity score weight",
        "crime severity weight",
    ),
    "low": ("low", "lowest", "lower", "low weight"),
    "high": ("high", "highest", "upper", "high weight"),
    "year": ("year", "weights year", "year of weights"),
    "source": ("source", "weights source", "source of weights"),
}
SPELLED = {heading: name for name, headings in HEADINGS.items() for heading in headings}
OFFICE = re.compile(
    r"office for national statistics|\bons\b|cambridge crime harm index|statistics office", re.IGNORECASE
)
NAMES = {"ons": "Office for National Statistics"}
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d(?:\s*[/–-]\s*\d\d(?:\d\d)?)?)(?!\d)")
OFFENCE = re.compile(r"0*(\d{1,3}(?:\.\d{1,2})?[A-Z]?|AF)")
WEIGHTS = re.compile(r"weight|harm|severity", re.IGNORECASE)

Key = tuple[str, str, str, str]  # source, year, of, code or type
Weighing = tuple[str, str, str]  # value, low, high


def recognises(grid: Grid) -> bool:
    """Whether one row names a weight and what it is of, and the table says that these are weights of harm."""
    start = _heading(grid)
    return start is not None and bool(WEIGHTS.search(" ".join(" ".join(row) for row in grid.rows[: start + 1])))


def _heading(grid: Grid) -> int | None:
    for row in range(min(TITLES, len(grid.rows))):
        names = set(_columns(grid, row))
        if "weight" in names and names & {"code", "type"}:
            return row
    return None


def _columns(grid: Grid, row: int) -> dict[str, int]:
    """The columns under our own names; the first of a name counts."""
    found: dict[str, int] = {}
    for column, cell in enumerate(grid.rows[row]):
        if name := SPELLED.get(" ".join(cell.replace("_", " ").lower().split())):
            found.setdefault(name, column)
    return found


def read(grid: Grid) -> Iterator[HarmWeights]:
    """Yield the weights; raises RefusedFile where the year or the source is nowhere, or no row has a weight."""
    start = _heading(grid) or 0
    columns, rejections = _columns(grid, start), Rejections()
    year, source = _told(grid, start)
    weights = Once[Key, Weighing](rejections)
    for row in grid.filled(start + 1):
        said = {"year": year, "source": source, **_filled(grid.said(row, columns))}
        found = grid.fault(row, columns.values()) or _weight(said)
        if isinstance(found, str):
            rejections.add(grid.lines[row], found, grid.rows[row])
        else:
            weights.add(*found, grid.lines[row], grid.rows[row])
    found_weights = [(*key, *weighing, _place(grid, line)) for key, (line, weighing) in weights.values().items()]
    if not found_weights:
        raise RefusedFile(f"{grid.file} {_why_none(rejections)}")
    grid.remarks += weights.remarks()
    yield HarmWeights(
        **rejections.of_table(grid.file, grid.remarks, weights.taken + rejections.total), weights=found_weights
    )


def _filled(said: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in said.items() if text}


def _told(grid: Grid, start: int) -> tuple[str, str]:
    """The year and the source that the lines over the heading say, or the file's name."""
    above = [" ".join(" ".join(row).split()) for row in grid.rows[:start]]
    years = (YEAR.search(line) for line in (*above, grid.sheet, grid.file))
    offices = (OFFICE.search(line) for line in (*above, grid.sheet, grid.file))
    year, office = next(filter(None, years), None), next(filter(None, offices), None)
    name = shown(office[0]) if office else ""
    return _year(year[1]) if year else "", NAMES.get(name.lower(), name)


def _year(text: str) -> str:
    """2023/24 however it is written; one year alone stays."""
    plain = "".join(text.split()).replace("–", "-").replace("/", "-")
    first, dash, second = plain.partition("-")
    return f"{first}/{second[-2:]}" if dash else first


def _weight(said: dict[str, str]) -> tuple[Key, Weighing] | str:
    """A weight under its key, or the rule that the row breaks."""
    if not all(map(is_plain, said.values())):
        return "words-unreadable"
    year = YEAR.fullmatch(said["year"])
    if not (said["source"] and year):
        return "weights-unnamed"
    of = _of(said)
    if isinstance(of, str):
        return of
    numbers = [number_of(said[name]) if name in said else None for name in ("weight", "low", "high")]
    value, low, high = numbers
    if value is None or value < 0 or not (low or value) <= value <= (high or value):
        return "weight-unreadable"
    texts = (str(value), "" if low is None else str(low), "" if high is None else str(high))
    return (said["source"], _year(year[1]), *of), texts


def _of(said: dict[str, str]) -> tuple[str, str] | str:
    """What is weighed: an offence code, else one of police.uk's crime types."""
    if code := said.get("code", ""):
        found = OFFENCE.fullmatch(code.upper())
        return (Weighed.CODE.value, found[1]) if found else "offence-unreadable"
    crime = slug(said.get("type", ""))
    return (Weighed.TYPE.value, crime) if crime in CODES else "crime-type-unknown"


def _why_none(rejections: Rejections) -> str:
    if rejections.counts["weights-unnamed"]:
        return "does not say of which year its weights are or whose they are: add the columns “Year” and “Source”."
    return "gives no weight that can be read."


def _place(grid: Grid, line: int) -> str:
    return f"{grid.sheet} row {line}" if grid.sheet else f"line {line}"
