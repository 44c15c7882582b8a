"""Knows the part of a year that the name of an indicator says: "Burglary (Apr-Sep)", "Robbery, Q1-Q3"."""

import re

from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.periods.part_notes import PartSaid, part_said
from dashboard.domain.periods.parts import read_part
from dashboard.domain.periods.period import Period

_ASIDE = re.compile(r"[(\[]([^()\[\]]+)[)\]]|[,:;] ([^,:;()]+)$| [-\u2013\u2014] ([^,:;()]+)$")
# a snapshot, or twelve months by their end
_WHOLE = re.compile(
    r"\bas (?:at|of)\b|\b(?:year|12 months|twelve months)[ -](?:to|end)|\b(?:annual|rolling)\b", re.IGNORECASE
)
_PART_YEAR = re.compile(r"\b(?:part|half)[- ]year\b", re.IGNORECASE)
_MONTHS = re.compile(r"[a-z]{3,9}\.? ?(?:-|\u2013|\u2014|to) ?[a-z]{3,9}\.?(?: only)?", re.IGNORECASE)


def part_named(name: str, period: Period) -> PartSaid | None:
    """What *name* says of a figure of the year *period*, if words at its end or in brackets are a part of a year."""
    if period.months != MONTHS_IN_YEAR or _WHOLE.search(name):
        return None
    for match in _ASIDE.finditer(name):
        words = next(filter(None, match.groups())).strip()
        found = part_said(words, period)
        if found and (found.last or _PART_YEAR.search(words) or _names_months(words)):
            return found
    return None


def _names_months(words: str) -> bool:
    """Whether *words* are months that begin later than the year: October to March."""
    plain = words.casefold().removesuffix(" only")
    return bool(_MONTHS.fullmatch(words)) and read_part(plain.replace("\u2014", "-")) is not None
