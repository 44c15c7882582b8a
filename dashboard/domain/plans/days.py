"""Knows the day that the words of a plan name: typed exactly, or the last of a month, quarter or year; else none."""

import re
from collections.abc import Callable
from datetime import date

from dashboard.domain.errors import UnreadablePeriod
from dashboard.domain.periods.forms import month_number, year_of
from dashboard.domain.periods.period import Period, PeriodKind, read_period

CENTURY = (1950, 2100)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[T ][\d:.]+)?")
_SLASHED = re.compile(r"(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4}|\d{2})")
_NAMED = re.compile(
    r"(?:[a-z]+day,? )?(?P<day>\d{1,2}) ?(?:st|nd|rd|th)?(?: of)?[ -]"
    r"(?P<month>[a-z]{3,9})\.?,?[ -](?P<year>\d{4}|\d{2})",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"(?:.*\bby|before|until|till|due|complete[d]?|target(?: date)?|no later than|on|from|to)?:? ?"
    r"(?:the )?(?:end(?: of)? |close of )?(?:the )?",
    re.IGNORECASE,
)
_UNSURE = re.compile(r"\b(?:early|mid|late|beginning|start)\b", re.IGNORECASE)


def last_day(text: str) -> date | None:
    """The day by which something is due: 31/03/2012, "by March 2012", "end of Q4 2011/12"; None for other words."""
    return _day(text, lambda period: period.end)


def first_day(text: str) -> date | None:
    """The day on which something starts: the first one of a month, quarter or year."""
    return _day(text, lambda period: period.start)


def _day(text: str, side: Callable[[Period], date]) -> date | None:
    plain = " ".join(text.split()).strip(" .;,")
    for words in dict.fromkeys((plain, _LEADING.sub("", plain, count=1))):
        if (found := exact_day(words)) is not None:
            return found
        if (period := _period(words)) is not None:
            return side(period)
    return None


def exact_day(words: str) -> date | None:
    """The day that these words are, the day of the month before the month; None for anything else or no such day."""
    for form in (_ISO, _SLASHED, _NAMED):
        if found := form.fullmatch(words.strip()):
            return _made(found["year"], found["month"], found["day"])
    return None


def _made(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else month_number(month)
    try:
        found = date(year_of(year), number or 0, int(day))
    except ValueError:
        return None
    return found if CENTURY[0] <= found.year < CENTURY[1] else None


def _period(words: str) -> Period | None:
    """A period that the words name surely: a year alone may be of either calendar."""
    if not words or _UNSURE.search(words):
        return None
    try:
        found = read_period(words)
    except UnreadablePeriod:
        return None
    return None if found.kind is PeriodKind.CALENDAR_YEAR else found
