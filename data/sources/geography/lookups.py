"""Knows the lookups of the Office for National Statistics: which area lies in which, which neighbourhoods changed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from dashboard.domain.errors import RefusedFile
from dashboard.domain.street.crime import Level
from data.parcels import AreaLookup, ChangedAreas
from data.sources.containers.sheets import Sheet
from data.sources.geography.codes import Coded, coded_columns
from data.sources.rejections import Rejections
from data.sources.words import is_plain

KIND, CHANGES = AreaLookup.kind, ChangedAreas.kind
CHANGE_HEADINGS = ("CHGIND", "CHNGIND", "CHANGE_CODE")
KINDS_OF_CHANGE = frozenset("USMX")  # unchanged, split, merged, irregular

Found = list[tuple[str, str, Coded]]  # code, name, where they stand


def recognises(heading: tuple[str, ...]) -> bool:
    return len({item.level for item in coded_columns(heading)}) > 1


@dataclass(slots=True)
class _Gathered:
    areas: dict[str, tuple[str, str, Level, int]] = field(default_factory=dict)
    links: dict[tuple[str, Level, int], str] = field(default_factory=dict)  # inner, level and vintage of the outer

    def add(self, found: Found) -> str:
        """Take one row; return the rule that it breaks."""
        if not found:
            return "code-blank"
        if not all(is_plain(code) and is_plain(name) for code, name, _ in found):
            return "words-unreadable"
        links = list(_links(found))
        if any(self.links.get(key, outer) != outer for key, outer in links):
            return "doubled"
        self.links.update(links)
        self.areas.update((code, (code, name, item.level, item.vintage)) for code, name, item in found)
        return ""


def _links(found: Found) -> Iterator[tuple[tuple[str, Level, int], str]]:
    """Each code lies in those of the next wider level, one for each year that the file has of it."""
    levels = list(dict.fromkeys(item.level for _, _, item in found))
    wider = dict(pairwise(levels))
    for inner, _, inside in found:
        for outer, _, item in found:
            if item.level == wider.get(inside.level):
                yield (inner, item.level, item.vintage), outer


def read(sheet: Sheet) -> Iterator[AreaLookup]:
    """Yield the areas [code, name, level, vintage] and the links [inner code, outer code, level, vintage]."""
    levels = coded_columns(sheet.heading)
    gathered, rejections = _Gathered(), Rejections()
    taken = 0
    for line, row in rejections.whole(sheet):
        found = [(row[item.code].strip(), _name(row, item), item) for item in levels if row[item.code].strip()]
        if rule := gathered.add(found):
            rejections.add(line, rule, row)
        else:
            taken += 1
    if not gathered.areas:
        raise RefusedFile(f"{sheet.name} names no area.")
    links = [(inner, outer, str(level), vintage) for (inner, level, vintage), outer in gathered.links.items()]
    yield AreaLookup(**rejections.taken(sheet, taken), areas=list(gathered.areas.values()), links=links)


def _name(row: list[str], item: Coded) -> str:
    return row[item.name].strip() if item.name is not None else ""


def recognises_changes(heading: tuple[str, ...]) -> bool:
    vintages = {item.vintage for item in coded_columns(heading) if item.level == Level.LSOA}
    return len(vintages) > 1 and any(name.upper() in CHANGE_HEADINGS for name in heading)


def read_changes(sheet: Sheet) -> Iterator[ChangedAreas]:
    """Yield which neighbourhoods of 2011 became which of 2021: [old code, old name, new code, kind, district code]."""
    columns = coded_columns(sheet.heading)
    old, *_, new = (item for item in columns if item.level == Level.LSOA)
    district = next((item.code for item in columns if item.level == Level.DISTRICT), None)
    kind = next(at for at, name in enumerate(sheet.heading) if name.upper() in CHANGE_HEADINGS)
    rejections = Rejections()
    changes = []
    for line, row in rejections.whole(sheet):
        outer = row[district].strip() if district is not None else ""
        change = (row[old.code].strip(), _name(row, old), row[new.code].strip(), row[kind].strip().upper(), outer)
        if not change[0] or not change[2]:
            rejections.add(line, "code-blank", row)
        elif change[3] not in KINDS_OF_CHANGE:
            rejections.add(line, "change-unknown", row)
        elif not all(map(is_plain, change)):
            rejections.add(line, "words-unreadable", row)
        else:
            changes.append(change)
    if not changes:
        raise RefusedFile(f"{sheet.name} names no area.")
    yield ChangedAreas(**rejections.taken(sheet, len(changes)), changes=changes)
