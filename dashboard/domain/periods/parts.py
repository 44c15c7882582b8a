"""Knows periods that lack their year (Q1, April), and periods inside running words ("Scorecard, Q2 2023/24")."""

import re
from dataclasses import dataclass

from dashboard.domain.errors import UnreadablePeriod
from dashboard.domain.periods.forms import last_day, month_number, year_of
from dashboard.domain.periods.period import Period, PeriodKind, month, read_period, run_of_months

_TRIMMED = " .,:;()[]\u2013\u2014-\u2018\u2019\u201c\u201d"
_YEAR = 12  # months
_UP_TO = re.compile(r"\b(?:to|until|as (?:at|of)|by)(?: the)?(?: end)?(?: of)?\W*$", re.IGNORECASE)
_MOST_WORDS = 8  # of a period in running words: "year ending the 31st of March 2024" is none of the longest
_QUARTER = re.compile(r"(?:q|qtr\.? ?|quarter ?)([1-4])|([1-4])(?:st|nd|rd|th) (?:quarter|qtr)", re.IGNORECASE)
_BRACKETED = re.compile(r" ?\(([^()]*)\)")
_MONTH = re.compile(r"([A-Za-z]{3,9})\.?")
_MONTHS = re.compile(r"([A-Za-z]{3,9})\.? ?(?:-|\u2013|to) ?([A-Za-z]{3,9})\.?")
_DAY = re.compile(r"(?:as at )?([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4}|[0-9]{2})", re.IGNORECASE)
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?: 00:00:00)?")
_NAMED_DAY = re.compile(
    r"(?:as at )?([0-9]{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.? ([0-9]{4}|[0-9]{2})", re.IGNORECASE
)
_SURE = re.compile(r"(?:19|20)[0-9]{2}|[0-9]{2}/[0-9]{2}|['\u2019][0-9]{2}|\b(?:q|fy|ye)", re.IGNORECASE)
_BARE_YEAR = re.compile(r"(?:calendar year |cy ?)?(?:19|20)[0-9]{2}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """Months of a year that is not said: a financial quarter, or *months* from the month number *first*."""

    words: str
    first: int
    months: int
    is_quarter: bool = False  # Q1, of a financial year alone

    def of(self, whole: Period) -> Period | None:
        """The part of *whole*; None where it has none, or where a quarter's calendar would be a guess."""
        if self.is_quarter and whole.kind not in (PeriodKind.FINANCIAL_YEAR, PeriodKind.QUARTER):
            return None
        years = range(whole.start.year, whole.end.year + 1)
        found = [run_of_months(year * 12 + self.first - 1, self.months) for year in years]
        inside = [item for item in found if holds(whole, item)]
        return inside[0] if len(inside) == 1 else None


def holds(whole: Period, part: Period) -> bool:
    """Whether every month of *part* is one of *whole*."""
    return whole.start <= part.start and part.end <= whole.end


def read_part(words: str) -> Part | None:
    """The part that *words* name: Q1, Quarter 1 (Apr-Jun), 1st quarter, April, Apr-Jun; None for others."""
    plain = " ".join(words.split())
    if quarter := _QUARTER.fullmatch(_BRACKETED.sub("", plain)):
        found = Part(plain, (int(quarter[1] or quarter[2]) * 3) % 12 + 1, 3, is_quarter=True)
        aside = [read_part(inside) for inside in _BRACKETED.findall(plain)]
        return found if all(part is not None and part.first == found.first for part in aside) else None
    if one := _MONTH.fullmatch(plain):
        number = month_number(one[1])
        return Part(plain, number, 1) if number else None
    if several := _MONTHS.fullmatch(plain):
        first, last = month_number(several[1]), month_number(several[2])
        return Part(plain, first, (last - first) % 12 + 1) if first and last and first != last else None
    return None


def read_day(words: str) -> Period | None:
    """The month that a day begins or ends (31/03/2024, 2024-03-01); None for other days and words."""
    plain = " ".join(words.split())
    if iso := _ISO_DAY.fullmatch(plain):
        year, number, day = (int(part) for part in iso.groups())
    elif written := _DAY.fullmatch(plain):
        day, number, year = int(written[1]), int(written[2]), year_of(written[3])
    elif named := _NAMED_DAY.fullmatch(plain):
        day, number, year = int(named[1]), month_number(named[2]), year_of(named[3])
    else:
        return None
    begins = day == 1 and not plain.lower().startswith("as at")
    possible = 1900 < year < 2100 and 0 < number < 13
    return month(year, number) if possible and (begins or day == last_day(year, number)) else None


def mentions(text: str) -> tuple[Period, ...]:
    """The periods that running words name, each once; a year alone (2023) may be of any kind, and is none of them."""
    return tuple(dict.fromkeys(period for _, period in _pieces(text) if period and period.months <= 12))


def ends_at(text: str) -> bool:
    """Whether running words name a period only as an end: "Performance to September 2023"."""
    before = ""
    for words, period in _pieces(text):
        if period is not None and period.months < _YEAR and _UP_TO.search(before):
            return True
        before = f"{before} {words}" if period is None else ""
    return False


def unperioded(text: str) -> str:
    """Running words without the periods that they name: "Burglary, 2023/24" is Burglary."""
    return " ".join(words for words, period in _pieces(text) if period is None).strip(_TRIMMED)


def _pieces(text: str) -> list[tuple[str, Period | None]]:
    """The words one by one, those of a period together with it."""
    words, found, at = text.replace("_", " ").split(), [], 0
    while at < len(words):
        size, period = _longest(words[at : at + _MOST_WORDS])
        found.append((" ".join(words[at : at + size]), period))
        at += size
    return found


def _longest(words: list[str]) -> tuple[int, Period | None]:
    """How many of the first *words* name a period, and which; one word where none does."""
    for size in range(len(words), 0, -1):
        said = " ".join(words[:size]).strip(_TRIMMED)
        if _SURE.search(said) and not _BARE_YEAR.fullmatch(said):
            try:
                return size, read_period(said)
            except UnreadablePeriod:
                continue
    return 1, None


def quarters_named(text: str) -> tuple[Part, ...]:
    """The quarters that running words name without a year ("Quarter 2 scorecard"), each once."""
    named = re.findall(r"\b(?:q|qtr\.? ?|quarter )[1-4]\b", text.replace("_", " "), re.IGNORECASE)
    parts = {part.first: part for part in map(read_part, named) if part is not None}
    return tuple(parts.values())
