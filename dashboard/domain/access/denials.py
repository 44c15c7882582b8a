"""Knows how many denied or failed deeds are listed one by one in a minute: the rest is counted, and said."""

import ipaddress
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

MINUTE = timedelta(minutes=1)
MOST_HERE = 10  # from one address
MOST_EVERYWHERE = 30  # from all of them
MOST_KNOWN = 1_000  # addresses that are counted apart
MOST_TOLD = 5  # of them with a line of their own
ELSEWHERE = "other addresses"


class Admission(StrEnum):
    """What becomes of a deed that was denied or failed."""

    LISTED = "listed"
    LAST = "listed, and those that follow are counted"
    COUNTED = "counted"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """So many deeds from one address that no line tells of, and since when they were counted."""

    origin: str
    since: datetime
    count: int

    @property
    def words(self) -> str:
        what = "denied or failed deed was" if self.count == 1 else "denied or failed deeds were"
        return f"{self.count:,} more {what} counted within a minute and not listed"


class Denials:
    """Counts by address within one minute; the clock is handed in."""

    def __init__(self) -> None:
        self._since: datetime | None = None
        self._listed: dict[str, int] = {}
        self._left: dict[str, int] = {}

    def admit(self, origin: str, moment: datetime) -> Admission:
        """Whether a deed from *origin* is listed; otherwise it is counted. Ask `ended` first."""
        self._since = self._since or moment
        where = network_of(origin)
        here, everywhere = self._listed.get(where, 0) + 1, sum(self._listed.values()) + 1
        if here > MOST_HERE or everywhere > MOST_EVERYWHERE:
            self.count(origin, moment)
            return Admission.COUNTED
        self._listed[where] = here
        return Admission.LAST if here == MOST_HERE or everywhere == MOST_EVERYWHERE else Admission.LISTED

    def count(self, origin: str, moment: datetime) -> None:
        """Count a deed from *origin* that no line tells of."""
        self._since = self._since or moment
        where = network_of(origin)
        where = where if where in self._left or len(self._left) < MOST_KNOWN else ELSEWHERE
        self._left[where] = self._left.get(where, 0) + 1

    @property
    def is_counting(self) -> bool:
        """Whether anything was left out that is not told yet."""
        return bool(self._left)

    def is_over(self, moment: datetime) -> bool:
        """Whether the minute that is counted has passed; a clock that was set back ends it too."""
        return self._since is not None and not self._since <= moment < self._since + MINUTE

    def ended(self, moment: datetime) -> tuple[LeftOut, ...]:
        """What was left out of the minute that has passed, the most first; it is told once."""
        return self.close() if self.is_over(moment) else ()

    def close(self) -> tuple[LeftOut, ...]:
        """End the minute now, and tell what was left out of it."""
        found = tuple(self._told())
        self._since, self._listed, self._left = None, {}, {}
        return found

    def _told(self) -> Iterator[LeftOut]:
        if self._since is None:
            return
        most = sorted(self._left.items(), key=lambda item: (-item[1], item[0]))
        for origin, count in most[:MOST_TOLD]:
            yield LeftOut(origin, self._since, count)
        if rest := sum(count for _, count in most[MOST_TOLD:]):
            yield LeftOut(ELSEWHERE, self._since, rest)


def network_of(origin: str) -> str:
    """An address as it is counted: of IPv6 the network that one customer has, whatever else as it is."""
    try:
        address = ipaddress.ip_address(origin)
    except ValueError:
        return origin
    if address.version == 4:
        return origin
    return str(ipaddress.ip_network((address, 64), strict=False))
