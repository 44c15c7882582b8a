"""Knows incident lists: what each covers, which of them stand, and which of two holds for a month."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dashboard.domain.incidents.hours import nearest


@dataclass(frozen=True, slots=True)
class IncidentList:
    """A list as it was loaded, its months by number; *crimes* are the offences in it by crime type, "" for none."""

    number: int  # the newer, the higher
    arrival: int
    file: str
    first: int
    last: int
    crimes: frozenset[str]
    incidents: int
    moment: str
    is_standing: bool = True

    def covers(self, month: int) -> bool:
        return self.first <= month <= self.last


def standing_for(month: int, lists: Iterable[IncidentList]) -> Sequence[IncidentList]:
    """The lists that hold for a month: the newest of those that share a crime type takes it whole."""
    found: list[IncidentList] = []
    newest_first = sorted(lists, key=lambda item: -item.number)
    for item in newest_first:
        is_open = all(item.crimes.isdisjoint(other.crimes) for other in found)
        if item.is_standing and item.covers(month) and is_open:
            found.append(item)
    return found


def rounded_list(item: IncidentList) -> IncidentList:
    """*item* as others see it."""
    return replace(item, incidents=nearest(item.incidents))
