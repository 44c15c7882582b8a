"""Knows which subgroups of recorded crime a table holds only some offences of, so that these go by their own names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from data.sources.crime.offence_groups import MISCELLANEOUS, PARTS
from data.sources.publishers.long_tables import Table
from data.sources.words import is_plain, shown

#: Subgroups of several offences, and how many the force table of 2017/18 has of each.
OFFENCES = {
    **{"violence with injury": 13, "violence without injury": 10, "stalking and harassment": 4},
    **{"rape offences": 6, "rape": 6, "other sexual offences": 16},
    **{"domestic burglary": 10, "residential burglary": 10, "non-domestic burglary": 6, "non-residential burglary": 6},
    **{"theft of a motor vehicle": 2, "other theft offences": 8, "all other theft offences": 8},
    **{"criminal damage": 5, "arson": 2, "possession of drugs": 3},
    **{"possession of weapons offences": 6, "public order offences": 4},
    **{name.casefold(): 24 for name in MISCELLANEOUS},
}
LEAST = 3  # a table of under a third of them was filtered by offence; codes are split and merged over the years


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The subgroups that a table was filtered within, by their names in small letters, with the offences left."""

    found: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def named(self, table: Table, row: int, subgroup: str) -> str:
        """What a row's count is of: its subgroup, or the offence where others of the subgroup are not there."""
        offence = _offence(table, row)
        return f"{subgroup}: {offence}" if subgroup.casefold() in self.found and offence else subgroup

    def remarks(self) -> Iterator[str]:
        for subgroup, offences in self.found.items():
            some = ", ".join(map(shown, offences))
            yield (
                f"The file holds only some offences of “{subgroup.capitalize()}” ({some}), so that their counts go by"
                " their own names and are in no sum. Load the table unfiltered for sums."
            )


def narrowed(table: Table, rows: Iterable[int]) -> Narrowed:
    """Find what was filtered by offence; a table of every group was not."""
    groups: set[str] = set()
    offences: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        groups.add(table.words(row, "group").casefold())
        if offence := _offence(table, row):
            offences[table.words(row, "subgroup").casefold()][offence] = None
    if groups >= set(map(str.casefold, PARTS)):
        return Narrowed()
    return Narrowed({name: tuple(held) for name, held in offences.items() if _are_few(name, held)})


def _are_few(subgroup: str, held: Iterable[str]) -> bool:
    """Whether these are too few to be all offences of the *subgroup*; one of its own name is all of them."""
    names = {offence.casefold() for offence in held}
    usual = OFFENCES.get(subgroup, 0)
    return usual > 0 and subgroup not in names and (len(names) == 1 or len(names) * LEAST < usual)


def _offence(table: Table, row: int) -> str:
    """The offence of a row in words, or by its code."""
    words, code = table.words(row, "description"), table.words(row, "offence")
    found = words or (f"offence code {code}" if code else "")
    return found if is_plain(found) else ""
