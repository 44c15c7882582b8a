"""Knows years in disguise: codes such as 200809, and 2010-11 that a spreadsheet turned into November 2010."""

import re
from collections.abc import Iterable, Sequence
from enum import Enum, auto

from dashboard.domain.errors import UnreadablePeriod
from dashboard.domain.periods.forms import month_number, year_of
from dashboard.domain.periods.period import Period, PeriodKind, financial_year, read_period

_CODE = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})")
_MONTH = re.compile(r"([A-Za-z]{3,9})\.?[- ]([0-9]{4}|[0-9]{2})")
_DAY = re.compile(r"([0-9]{1,2})-([A-Za-z]{3,9})")  # 10/11 as a spreadsheet shows it: 10-Nov
_STORED = re.compile(r"20[0-9]{2}-([0-9]{2})-([0-9]{2})")  # and as it stores it: 10 November of the year of typing


class Sense(Enum):
    """What the codes of one column or heading are."""

    MONTHS = auto()
    YEARS = auto()
    UNSURE = auto()


def code_year(text: str) -> Period | None:
    """The financial year of 200809, of which the second year follows the first; None for other texts."""
    code = _CODE.fullmatch(text.strip())
    if code is None or (int(code[1]) + 1) % 100 != int(code[2]):
        return None
    return financial_year(int(code[1]))


def sense_of_codes(texts: Iterable[str], *, said: bool = False) -> Sense | None:
    """What the six-digit codes among *texts* are; *said*: their heading calls them financial years.

    201213 can be no month, so it proves years; 202010 no year, so it proves months. None where there are no codes.
    """
    codes = [text.strip() for text in texts if _CODE.fullmatch(text.strip())]
    if not codes:
        return None
    if not all(map(code_year, codes)):
        return Sense.MONTHS
    return Sense.YEARS if said or any(int(code[4:]) > 12 for code in codes) else Sense.UNSURE


def was_year(text: str) -> Period | None:
    """The financial year that Nov-10, Nov 2010 or 10-Nov may have been before a spreadsheet made it a date."""
    words = " ".join(text.split())
    if named := _MONTH.fullmatch(words):
        year, number = year_of(named[2]), month_number(named[1])
        return financial_year(year) if number and (year + 1) % 100 == number else None
    if day := _DAY.fullmatch(words):
        number = month_number(day[2])
        return financial_year(2000 + int(day[1])) if number and int(day[1]) + 1 == number else None
    if (stored := _STORED.fullmatch(words)) and int(stored[2]) + 1 == int(stored[1]):
        return financial_year(2000 + int(stored[2]))
    return None


def turned_to_dates(texts: Sequence[str]) -> list[str]:
    """Those of *texts* that a spreadsheet seems to have made dates of: beside years, or two without other months."""
    suspects = [text for text in texts if was_year(text)]
    others = [period for text in texts if not was_year(text) and (period := _read(text))]
    if any(item.kind is PeriodKind.MONTH for item in others):
        return []
    years = any(item.kind is PeriodKind.FINANCIAL_YEAR for item in others)
    return suspects if years or len(set(suspects)) > 1 else []


def _read(text: str) -> Period | None:
    try:
        return read_period(text)
    except UnreadablePeriod:
        return None
