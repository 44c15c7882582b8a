"""Knows a partnership's own localities: a CSV of neighbourhood or ward codes under the partnership's names."""

from collections.abc import Iterator

from dashboard.domain.errors import RefusedFile
from data.names import slug
from data.parcels import Localities
from data.sources.containers.sheets import Sheet
from data.sources.rejections import Once, Rejections
from data.sources.words import is_plain

KIND = Localities.kind
COLUMNS = ("partnership", "locality", "code")


def recognises(heading: tuple[str, ...]) -> bool:
    return set(COLUMNS) <= {name.lower() for name in heading}


def read(sheet: Sheet) -> Iterator[Localities]:
    """Yield members [partnership, locality, code]; a code in two localities of one partnership is rejected."""
    lowered = [name.lower() for name in sheet.heading]
    at = [lowered.index(name) for name in COLUMNS]
    rejections = Rejections()
    members = Once[tuple[str, str], str](rejections)
    for line, row in rejections.whole(sheet):
        partnership, locality, code = words = [row[place].strip() for place in at]
        if not code or not slug(partnership) or not slug(locality):
            rejections.add(line, "code-blank", row)
        elif not all(map(is_plain, words)):
            rejections.add(line, "words-unreadable", row)
        else:
            members.add((slug(partnership), code), locality, line, row)
    found = [(partnership, locality, code) for (partnership, code), (_, locality) in members.values().items()]
    if not found:
        raise RefusedFile(f"{sheet.name} names no locality.")
    sheet.remarks += members.remarks()
    yield Localities(**rejections.taken(sheet, members.taken), members=found)
