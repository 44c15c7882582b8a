"""Knows every kind of file the product takes in; a new source is a module and its line here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from data.sources import boundaries, localities, lookups, police_uk, population, stop_search, street_targets
from data.sources.members import Member, NotOurs
from data.sources.sheets import Sheet, read_sheet
from data.sources.words import shown


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of table, told by its heading."""

    kind: str
    name: str
    recognises: Callable[[tuple[str, ...]], bool]
    read: Callable[[Sheet], Iterator[dict[str, Any]]]


SOURCES = (
    Source(police_uk.KIND, "police.uk street-level crime", police_uk.recognises, police_uk.read),
    Source(stop_search.KIND, "police.uk stop and search", stop_search.recognises, stop_search.read),
    Source(street_targets.KIND, "targets on street-level crime", street_targets.recognises, street_targets.read),
    Source(localities.KIND, "a partnership's localities", localities.recognises, localities.read),
    Source(lookups.CHANGES, "changes of neighbourhoods", lookups.recognises_changes, lookups.read_changes),
    Source(lookups.KIND, "an area lookup", lookups.recognises, lookups.read),
    Source(population.KIND, "population estimates", population.recognises, population.read),
)
NAMES = {source.kind: source.name for source in SOURCES} | {boundaries.KIND: "boundaries"}


def parcels(member: Member) -> Iterator[dict[str, Any]]:
    """Yield what *member* holds; raises RefusedFile with one sentence that says what it is not."""
    if boundaries.recognises(member.body):
        yield from boundaries.read(member)
        return
    sheet = read_sheet(member)
    for source in SOURCES:
        if source.recognises(sheet.heading):
            sheet.refuse_doubled()
            yield from source.read(sheet)
            return
    if police_uk.is_outcomes(sheet.heading):
        raise NotOurs(f"{member.name} is police.uk's outcomes; Outturn takes them from the street-level files.")
    begins, known = shown(", ".join(sheet.heading)), ", ".join(NAMES.values())
    raise NotOurs(f"{member.name} is no file that Outturn knows (it begins “{begins}”); it knows {known}.")
