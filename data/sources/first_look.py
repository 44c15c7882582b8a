"""Knows police.uk's street-level files by their first line, so that a process that reads only those starts quickly."""

from collections.abc import Iterator

from data.parcels import ReadTable, Stray
from data.sources.containers.members import Member
from data.sources.containers.sheets import read_sheet
from data.sources.crime import police_uk
from data.sources.crime.plain_months import PlainMonths

LONGEST_HEADING = 1_000


def parcels(member: Member, period: str = "", plain: PlainMonths | None = None) -> Iterator[ReadTable | Stray]:
    """Yield what *member* holds, its tables of *period* where they do not say theirs; raises RefusedFile.

    *plain* reads the plain months of a call, and remembers what they named.
    """
    if found := (plain or PlainMonths()).read(member):
        yield found
        return
    if police_uk.recognises(_heading(member.body)):
        sheet = read_sheet(member)
        if police_uk.recognises(sheet.heading):
            sheet.refuse_doubled()
            yield from police_uk.read(sheet)
            return
    # Imported here: the catalogue brings every other reader with it.
    from data.sources.catalogue import parcels as of_any_kind

    yield from of_any_kind(member, period)


def name_of(kind: str, unknown: str) -> str:
    """What a file of this *kind* is called."""
    if kind == police_uk.KIND:
        return police_uk.NAME
    from data.sources.catalogue import NAMES

    return NAMES.get(kind, unknown)


def _heading(body: bytes) -> tuple[str, ...]:
    """The columns of the first line, if they are divided by commas."""
    line = body[:LONGEST_HEADING].split(b"\n", 1)[0]
    return tuple(line.decode("utf-8-sig", errors="replace").strip().split(","))
