"""Knows that a figure counts a part of its period where a note, its name or a line beside the table says so."""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods.part_names import part_named
from dashboard.domain.periods.part_notes import PartSaid, part_said
from dashboard.domain.periods.parts import mentions
from dashboard.domain.periods.period import Period, from_slug
from dashboard.domain.values.printed import without_notes
from data.parcel_rows import SaidFigure
from data.parcels import OwnTable, ReadTable
from data.sources.figures.parcels import ACTUAL
from data.sources.words import shown

YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def with_part_years(parcel: ReadTable) -> ReadTable:
    """*parcel*, its figures as far as their notes say that they count; raises RefusedFile where a note does not say."""
    if not isinstance(parcel, OwnTable) or parcel.lines is None:
        return parcel
    lines = list(_lines(parcel, parcel.lines))
    told: dict[str, None] = {}
    figures = [_counted(parcel.file, said, parcel.notes, lines, told) for said in parcel.figures]
    return replace(parcel, figures=figures, remarks=[*parcel.remarks, *told])


def _lines(parcel: OwnTable, beside: Iterable[str]) -> Iterator[str]:
    """The lines that mark no figure; raises RefusedFile for one that says a part and not of which year."""
    counted = [said for said in parcel.figures if _is_counted(said)]
    used = {mark for said in parcel.figures for mark in _marks(said)}
    years = {said["period"]: from_slug(said["period"]) for said in counted}
    free = {f"{mark} {text}" for mark, text in parcel.notes.items() if mark not in used}
    asides = [line for line in beside if not any(line.endswith(text) for text in parcel.notes.values())]
    for line in [*asides, *free]:
        said = [year for year in years.values() if part_said(line, year)]
        if len(said) > 1 and not mentions(line) and not YEAR.search(line):
            raise RefusedFile(
                f"{parcel.file}: “{shown(line)}” says a part of a period, but of which: "
                f"{' or '.join(year.label for year in sorted(said, key=lambda item: item.start)[:3])}? Name it in the "
                f"line ({said[-1].label}: …), or mark its heading and the line with the same sign (*)."
            )
        if said:
            yield line


def _is_counted(said: SaidFigure) -> bool:
    has_number = any(map(str.isdigit, said["text"]))
    return said["what"] == ACTUAL and has_number and not said["covers_to"]


def _marks(said: SaidFigure) -> list[str]:
    return [*filter(None, said["note"].split("|")), *without_notes(said["text"])[1]]


def _counted(
    file: str, said: SaidFigure, notes: Mapping[str, str], lines: Iterable[str], told: dict[str, None]
) -> SaidFigure:
    """A figure with the day up to which it counts."""
    if not _is_counted(said):
        return said
    period = from_slug(said["period"])
    words = [*(notes.get(mark, mark) for mark in _marks(said)), *lines]
    part = next((found for text in words if (found := part_said(text, period))), None)
    part = part or part_named(said["indicator"], period)
    if part is None:
        return said
    if part.last is None:
        raise RefusedFile(_undated(file, said, part, period))
    told.setdefault(
        f"“{shown(part.words)}”: its actuals of {period.label} count up to {part.last.day} {part.last:%B %Y}, a part "
        "of the period, and are not judged."
    )
    return {**said, "covers_to": part.last.isoformat()}


def _undated(file: str, said: SaidFigure, part: PartSaid, period: Period) -> str:
    return (
        f"{file}: the figure “{shown(said['text'])}” in {said['cell']} counts a part of {period.label} (“"
        f"{shown(part.words)}”), but up to which day? Write it in the note (“{period.start:%B} to … only”), head its "
        f"column with its months ({period.start:%b %Y} - …), or add a column “Covers to” with its last day."
    )
