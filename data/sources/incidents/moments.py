"""Knows dates and times of an incident list as officers write them, a whole column at once; nothing is guessed."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import NamedTuple

import numpy as np

from dashboard.domain.incidents.parts import NO_TIME, Numbers
from dashboard.domain.incidents.week import MINUTES_IN_DAY

UNKNOWN, BAD = -1, -2  # of a time of day; of a day they are further back than any
NO_DAY, BAD_DAY = -1_000_000, -1_000_001
HOURS = 24
EARLIEST, LATEST = 1990, 2100  # years
FIRST = date(1970, 1, 1).toordinal()
NOT_SAID = frozenset(
    {"", "unknown", "not known", "n/k", "nk", "unk", "n/a", "na", "-", "?", "not stated", "none", "null", "tbc"}
)
NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS = {name: at for at, name in enumerate(NAMES, start=1)}
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{4})(\d{2})(\d{2})")
NUMBERED = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})")
NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-/. ]?([a-z]{3})[a-z]*[-/., ]*(\d{4}|\d{2})")
CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)? ?([ap])?\.?m?\.?|(\d{2})(\d{2})")
BOTH = re.compile(r"(.*?)(?:[T,]| at|) ?(\d{1,2}[:.]\d{2}\b.*)", re.IGNORECASE)
NOUGHT = re.compile(r"[T ]00[:.]00(?:[:.]00(?:\.0+)?)?$")  # of a day whose time stands in a column of its own
WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[ ,]+")


class Day(NamedTuple):
    """A day by its number since 1970, with the day of the month first and with the month first."""

    day_first: int
    month_first: int


@dataclass(frozen=True, slots=True)
class Moments:
    """A column of dates and times: days in both orders, and the minute of the day."""

    day_first: Numbers
    month_first: Numbers
    minute: Numbers
    #: which orders the numbered dates of the column rule out
    never_day_first: bool
    never_month_first: bool

    def day(self, *, month_first: bool) -> Numbers:
        """Its days in one order; those that it rules out are read in the other."""
        one, other = self.day_first, self.month_first
        if month_first:
            one, other = other, one
        return np.where(one == BAD_DAY, other, one)

    def at(self, *, month_first: bool) -> Numbers:
        """Minutes since 1970; NO_TIME where day or time is not known."""
        day = self.day(month_first=month_first)
        return np.where((day > NO_DAY) & (self.minute >= 0), day * MINUTES_IN_DAY + self.minute, NO_TIME)


def moments_of(texts: Sequence[str], times: Sequence[str] | None) -> Moments:
    """The moments of a column of dates, its times in the same cells or in a column of their own."""
    days, clocks = (texts, times) if times is not None else _split(texts)
    said, at = _numbered(days)
    found = [day_of(NOUGHT.sub("", text) if times is not None else text) for text in said]
    clock, when = _numbered(clocks)
    minutes = np.array([minute_of_day(text) for text in _in_full(clock)] or [UNKNOWN], np.int64)
    known = [day for day in found if day.day_first > NO_DAY or day.month_first > NO_DAY]
    return Moments(
        np.array([day.day_first for day in found] or [NO_DAY], np.int64)[at],
        np.array([day.month_first for day in found] or [NO_DAY], np.int64)[at],
        minutes[when],
        any(day.day_first == BAD_DAY for day in known),
        any(day.month_first == BAD_DAY for day in known),
    )


def _in_full(clocks: Sequence[str]) -> Sequence[str]:
    """Times of four figures whose noughts in front a spreadsheet lost: beside 838, which is 08:38, 25 is 00:25."""
    if all(text.isdecimal() and len(text) <= 2 and int(text) < HOURS for text in clocks):
        return [f"{text:0>2}00" for text in clocks]  # hours alone
    if not any(len(text) == 3 and text.isdecimal() for text in clocks):
        return clocks
    return [text.zfill(4) if text.isdecimal() else text for text in clocks]


def _split(texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Dates and times that stand in the same cells."""
    parts = [text.partition(" ") for text in texts]
    days, clocks = [part[0] for part in parts], [part[2] for part in parts]
    odd = {day for day in set(days) if day_of(day).day_first == BAD_DAY == day_of(day).month_first}
    for at in [at for at, day in enumerate(days) if day in odd] if odd else ():
        both = BOTH.fullmatch(texts[at].strip())
        days[at], clocks[at] = (both[1], both[2]) if both else (texts[at], "")
    return days, clocks


def _numbered(texts: Sequence[str]) -> tuple[list[str], Numbers]:
    """Each text once, and the number of each."""
    known: defaultdict[str, int] = defaultdict(count().__next__)
    numbers = np.fromiter(map(known.__getitem__, texts), np.int64, len(texts))
    return list(known), numbers


def day_of(text: str) -> Day:
    """The day that a text names in either order; BAD_DAY where it is none in that order."""
    said = WEEKDAY.sub("", " ".join(text.lower().split()), count=1)
    if said in NOT_SAID:
        return Day(NO_DAY, NO_DAY)
    if found := ISO.fullmatch(said):
        year, month, day = (int(part) for part in found.groups() if part)
        return Day(*[_number(year, month, day)] * 2)
    if found := NAMED.fullmatch(said):
        return Day(*[_number(_year(found[3]), MONTHS.get(found[2], 0), int(found[1]))] * 2)
    if found := NUMBERED.fullmatch(said):
        first, second, year = int(found[1]), int(found[2]), _year(found[3])
        return Day(_number(year, second, first), _number(year, first, second))
    return Day(BAD_DAY, BAD_DAY)


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _number(year: int, month: int, day: int) -> int:
    try:
        return date(year, month, day).toordinal() - FIRST if EARLIEST <= year < LATEST else BAD_DAY
    except ValueError:
        return BAD_DAY


def minute_of_day(text: str) -> int:
    """The minute that a time of day names: 24:00 is the first of the next day; UNKNOWN or BAD where it names none."""
    said = " ".join(text.lower().split())
    if said in NOT_SAID:
        return UNKNOWN
    found = CLOCK.fullmatch(said)
    if found is None:
        return BAD
    hour, minute = (int(found[1]), int(found[2])) if found[1] else (int(found[5]), int(found[6]))
    if found[4]:
        if not 1 <= hour <= 12:
            return BAD
        hour = hour % 12 + (12 if found[4] == "p" else 0)
    is_end = (hour, minute, int(found[3] or 0)) == (24, 0, 0)
    return hour * 60 + minute if is_end or (hour < 24 and minute < 60) else BAD
