"""Knows every kind of file the product takes in; a new source is a module and its line here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from msgspec.structs import replace

from dashboard.domain.errors import RefusedFile
from data.parcel_rows import Rejection
from data.parcels import ReadTable, Stray
from data.sources import declarations, entries
from data.sources.containers import books
from data.sources.containers.book_cells import MOST_COLUMNS
from data.sources.containers.exported_books import figures_of, is_exported
from data.sources.containers.grids import Grid, of_sheet
from data.sources.containers.members import Member, NotOurs
from data.sources.containers.note_sheets import has_notes, notes_of, with_notes
from data.sources.containers.sheets import Sheet, read_sheet
from data.sources.crime import harm_weights, home_office, police_uk, stats19, stop_search, street_targets
from data.sources.figures import parcels as figure_parcels
from data.sources.figures.part_years import with_part_years
from data.sources.geography import boundaries, localities, lookups, population, similar_areas
from data.sources.incidents import incident_lists, unnamed_lists
from data.sources.plans import plan_tables
from data.sources.publishers import benchmarks, council, fingertips, wide_months
from data.sources.told import Told, read_told
from data.sources.typed import tidy, turned, wide
from data.sources.typed.wider_places import of_smallest_places
from data.sources.words import shown


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of table, told by its heading."""

    kind: str
    name: str
    recognises: Callable[[tuple[str, ...]], bool]
    read: Callable[[Sheet], Iterator[ReadTable]]


class FigureSource(Protocol):
    """A module for one kind of typed table (figures, groups of areas), of a text file or a workbook's sheet."""

    def recognises(self, grid: Grid, /) -> bool: ...
    def read(self, grid: Grid, /) -> Iterator[ReadTable]: ...


SOURCES = (
    Source(police_uk.KIND, police_uk.NAME, police_uk.recognises, police_uk.read),
    Source(stop_search.KIND, "police.uk stop and search", stop_search.recognises, stop_search.read),
    Source(street_targets.KIND, "targets on street-level crime", street_targets.recognises, street_targets.read),
    Source(localities.KIND, "a partnership's localities", localities.recognises, localities.read),
    Source(lookups.CHANGES, "changes of neighbourhoods", lookups.recognises_changes, lookups.read_changes),
    Source(lookups.KIND, "an area lookup", lookups.recognises, lookups.read),
    Source(population.KIND, "population estimates", population.recognises, population.read),
)
#: The most particular first: a typed table is whatever no publisher's is.
FIGURE_SOURCES: tuple[FigureSource, ...] = (
    entries,
    similar_areas,
    harm_weights,
    plan_tables,
    home_office,
    stats19,
    incident_lists,
    unnamed_lists,
    fingertips,
    council,
    benchmarks,
    tidy,
    declarations,
    wide_months,
    wide,
    turned,
)
#: How other files begin that are handed in under a table's name.
FOREIGN = {
    b"%pdf": "a PDF",
    b"\xff\xd8\xff": "a picture",
    b"\x89png": "a picture",
    b"mz\x90": "a program",
    b"<html": "a web page",
    b"<!doctype html": "a web page",
}
NAMES = {source.kind: source.name for source in SOURCES} | {
    boundaries.KIND: "boundaries",
    figure_parcels.KIND: "indicator figures",
    plan_tables.KIND: "a plan",
    incident_lists.KIND: "an incident list",
    similar_areas.KIND: "groups of similar areas",
    harm_weights.KIND: "harm weights",
}
LISTED = "the README lists what can be loaded"
MOST_QUOTED = 60  # characters of a file that nobody knows


def parcels(member: Member, said: str = "") -> Iterator[ReadTable | Stray]:
    """Yield what *member* holds, with what is *said* of it: a period, or Told as it is written; raises RefusedFile."""
    told = read_told(said)
    if books.is_book(member.body):
        yield from _of_book(member, told)
        return
    if boundaries.recognises(member.body):
        yield from boundaries.read(member)
        return
    sheet = _sheet(member)
    for source in SOURCES:
        if source.recognises(sheet.heading):
            sheet.refuse_doubled()
            yield from source.read(sheet)
            return
    if police_uk.is_outcomes(sheet.heading):
        raise NotOurs(f"{member.name} is police.uk's outcomes; Outturn takes them from the street-level files.")
    grid = of_sheet(sheet)
    grid.given = told.period
    found = _typed(grid, told)
    if found is None:
        raise NotOurs(_no_table(grid))
    yield from map(with_part_years, found)


def _typed(grid: Grid, told: Told) -> Iterator[ReadTable] | None:
    """What a typed table holds: as somebody matched its columns, or as a source knows it; None where nobody does."""
    if matched := [*incident_lists.told(grid, told.layouts)]:
        return iter(matched)
    source = next((item for item in FIGURE_SOURCES if item.recognises(grid)), None)
    if source is not None:
        return source.read(_prepared(source, grid))
    return None if tidy.lacks(grid) or not unnamed_lists.may_be(grid) else unnamed_lists.read(grid)


def _prepared(source: FigureSource, grid: Grid) -> Grid:
    """The table as its source reads it: one of an officer's may name places in two columns."""
    return of_smallest_places(grid) if source in (tidy, wide, turned) else grid


def _no_table(grid: Grid) -> str:
    """Why a table is none of ours: what it lacks to be one of an officer's, or what it is instead."""
    if missing := tidy.lacks(grid):
        return f"{grid.file} {missing}."
    begins = shown(", ".join(cell.strip() for cell in grid.rows[0]), MOST_QUOTED)
    return f"{grid.file} is no file that Outturn knows (it begins “{begins}”): {LISTED}."


def _sheet(member: Member) -> Sheet:
    """The table of a text file; raises RefusedFile for what is no text or nothing but columns."""
    start = member.body[:100].lstrip().lower()
    if kind := next((kind for begins, kind in FOREIGN.items() if start.startswith(begins)), ""):
        raise NotOurs(f"{member.name} is {kind}, whatever its name says: save its table as .xlsx or .csv.")
    sheet = read_sheet(member)
    if len(sheet.heading) > MOST_COLUMNS:
        raise RefusedFile(f"{member.name} has {len(sheet.heading):,} columns: keep only the table.")
    return sheet


def _of_sheet(parcel: ReadTable, sheet: str) -> ReadTable:
    """*parcel* with the sheet named before each rejected row."""
    rejected: list[Rejection] = [{**item, "text": f"{shown(sheet)}: {item['text']}"} for item in parcel.rejected]
    return replace(parcel, rejected=rejected)


def _grids(member: Member, period: str) -> tuple[list[Grid], dict[str, str]]:
    """The sheets of a workbook, and the notes that one of them may hold for the others."""
    grids = list(books.grids(member))
    if is_exported(grids):
        grids = [figures_of(grids)]
    for grid in grids:
        grid.given = period
    return grids, notes_of(grids)


def _of_book(member: Member, told: Told) -> Iterator[ReadTable | Stray]:
    """The sheets that hold figures; what the others are is said."""
    left_out, taken, missing = [], 0, ""
    grids, notes = _grids(member, told.period)
    for grid in grids:
        found = _typed(grid, told)
        if found is None:
            missing = missing or tidy.lacks(grid)
            if not has_notes(grid):
                left_out.append(f"The sheet “{shown(grid.sheet)}” was left out: no table that Outturn knows.")
            continue
        grid.remarks += left_out
        left_out = []
        try:
            for parcel in found:
                taken += 1
                yield _of_sheet(with_part_years(with_notes(parcel, notes)), grid.sheet)
        except figure_parcels.NothingTyped:
            missing = missing or "has headings and no rows under them"
            left_out += [*grid.remarks, f"The sheet “{shown(grid.sheet)}” has a heading and no rows under it."]
    if not taken:
        why = missing or f"has no sheet with a table that Outturn knows: {LISTED}"
        raise RefusedFile(f"{member.name} {why}.")
    if left_out:
        yield Stray(file=member.name, sentence=" ".join(left_out))
