"""Knows the questions that are asked of incident lists: counts by hour, band and day, never a single incident."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from dashboard.domain.incidents.following import Following
from dashboard.domain.incidents.hours import Hours
from dashboard.domain.incidents.lists import IncidentList
from dashboard.domain.incidents.offences import Telling


class SplitBy(StrEnum):
    """What counts of incidents are split by."""

    NOTHING = ""
    TYPE = "type"
    OFFENCE = "offence"  # in the words of the list
    AREA = "area"  # one step in
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class HourQuery:
    """Incidents of a partnership's lists in months *first* to *last*; no *crimes* are all of them, no *area* all."""

    partnership: str
    first: int
    last: int
    area: str = ""  # its key
    crimes: frozenset[str] = frozenset()
    by: SplitBy = SplitBy.NOTHING


@dataclass(frozen=True, slots=True)
class HourPart:
    """The incidents of one crime type (by slug), offence (its words), area (by key) or month (by number).

    The key "" is what is none of them.
    """

    key: str
    hours: Hours


@dataclass(frozen=True, slots=True)
class OffenceType:
    """An offence of a partnership's lists, how many incidents it is, which crime type, and what tells it."""

    words: str
    crime: str
    incidents: int
    told: Telling

    @property
    def said(self) -> bool:
        """Whether somebody said it."""
        return self.told is Telling.SAID


class Incidents(Protocol):
    """An office's incident lists."""

    def incident_lists(self, partnership: str) -> tuple[IncidentList, ...]: ...
    def incident_hours(self, asked: HourQuery) -> tuple[HourPart, ...]: ...
    def incident_following(self, asked: HourQuery, times: int) -> Following: ...
    def incident_months(self) -> Mapping[str, tuple[int, int]]: ...
    def offence_types(self, partnership: str) -> tuple[OffenceType, ...]: ...
    def shows_repeats(self, partnership: str) -> bool: ...
