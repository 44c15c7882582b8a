"""Knows when an incident may have happened: an hour, hours by exact overlap (aoristic), too long to say, or unknown.

Ratcliffe, J. H. (2000), Aoristic analysis: the spatial interpretation of unspecific temporal events. No midpoints.
"""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from dashboard.domain.incidents.week import CELLS, MINUTES_IN_DAY, MINUTES_IN_HOUR, cell_of

WHOLE = Fraction(1)
FEWEST_MIDNIGHTS = 20
SUSPICIOUS = 2  # times the incidents at exactly 23:00 or 01:00


class TimeKind(StrEnum):
    """What is known of the time of an incident."""

    EXACT = "exact"  # one minute
    SPREAD = "spread"  # over at most 24 hours
    LONG = "long"  # over more: it tells no hour
    UNKNOWN = "unknown"


def time_kind(start: int | None, end: int | None, *, start_is_exact: bool = False) -> TimeKind:
    """What is known of an incident between two minutes of the wall clock; *end* is not before *start*.

    Without an end its time is known only where the source says that the start is the time itself.
    """
    if start is None:
        return TimeKind.UNKNOWN
    if end is None:
        return TimeKind.EXACT if start_is_exact else TimeKind.UNKNOWN
    if start == end:
        return TimeKind.EXACT
    return TimeKind.SPREAD if end - start <= MINUTES_IN_DAY else TimeKind.LONG


def shares(start: int, end: int) -> Mapping[int, Fraction]:
    """The share of an incident in each hour of the week: overlap in minutes over the length of its span.

    Of one minute alone it lies whole in that hour. More than a week is as exact.
    """
    if start == end:
        return {cell_of(start): WHOLE}
    found: dict[int, Fraction] = {}
    at = start
    while at < end:
        until = min(end, (at // MINUTES_IN_HOUR + 1) * MINUTES_IN_HOUR)
        cell = cell_of(at)
        found[cell] = found.get(cell, Fraction(0)) + Fraction(until - at, end - start)
        at = until
    assert len(found) <= CELLS
    return found


def too_many_midnights(midnight: int, before: int, after: int) -> bool:
    """Whether so many stand at exactly 00:00, beside those at exactly 23:00 and 01:00, that it means “no time”."""
    return midnight >= FEWEST_MIDNIGHTS and midnight > SUSPICIOUS * max(before, after)
