"""Knows ways of writing a period that name two (FY24, Q1 2023, 10-11), and what to write instead."""

import re
from collections.abc import Callable, Iterable

from dashboard.domain.periods.forms import year_of
from dashboard.domain.periods.spans import Period, PeriodKind, financial_year, run_of_months

_YEAR = r"((?:19|20)[0-9]{2}|['\u2019]?[0-9]{2})"
_QUARTER = r"(?:Q|Qtr\.? ?|Quarter ?)([1-4])"
_APART = r"[ ,/:-]{0,3}"
_TO_YEAR = re.compile(r"((?:19|20)[0-9]{2}) to ((?:19|20)[0-9]{2})", re.IGNORECASE)
_DAY = re.compile(r"([0-9]{2})-(0[1-9]|1[0-2])")  # 10-11 may be a day of November
_FOUR = re.compile(r"(?!19|20)([0-9]{2})([0-9]{2})")  # 2021 is a year itself


def doubt(text: str) -> str:
    """Why *text* may name two periods, as the end of a sentence; empty where it does not."""
    words = " ".join(text.split()).replace("\u2013", "-").replace("\u2014", "-")
    for form, why in _DOUBTS:
        if match := form.fullmatch(words):
            return why(match)
    year = _spelt(words)
    return f"may be {year.label} or something else: write {year.label}" if year else ""


def proven_years(texts: Iterable[str], known: Iterable[Period]) -> dict[str, Period]:
    """Those of *texts* that can only be financial years beside the others: 2022 to 2023 and 2023 to 2024.

    *known* are the periods that other texts name: beside 2012/13, 10-11 and 11-12 are years too.
    """
    spelt = {text: year for text in texts if (year := _spelt(" ".join(text.split()))) is not None}
    years = {item for item in known if item.kind is PeriodKind.FINANCIAL_YEAR}
    days = {text for text in spelt if _DAY.fullmatch(text.strip())}
    sure = {
        text: year for text, year in spelt.items() if text not in days and _borders(year, {*spelt.values(), *years})
    }
    return sure | {text: spelt[text] for text in days if years or _borders(spelt[text], sure.values())}


def _borders(year: Period, others: Iterable[Period]) -> bool:
    return any(other in (year.previous(), year.following()) for other in others)


def _spelt(words: str) -> Period | None:
    """The financial year of 2023 to 2024, 10-11 and 2324, of which the second year follows the first."""
    for form in (_TO_YEAR, _DAY, _FOUR):
        match = form.fullmatch(words)
        if match and year_of(match[2]) == year_of(match[1]) + 1:
            return financial_year(year_of(match[1]))
    return None


def _named_by_one(match: re.Match[str]) -> str:
    """FY24 is 2023/24 where years go by their end, 2024/25 where they go by their beginning."""
    year = year_of(match[1].lstrip("'\u2019"))
    ends, begins = financial_year(year - 1).label, financial_year(year).label
    return f"may be {ends} or {begins}: write {ends} if it ends in March {year}"


def _quarter_of_one(quarter: str, digits: str) -> str:
    year = year_of(digits.lstrip("'\u2019"))
    ends, begins = financial_year(year - 1).label, financial_year(year).label
    return f"may be Q{quarter} {ends} or Q{quarter} {begins}: write Q{quarter} {ends} if its year ends in March {year}"


def _either_calendar(quarter: str, digits: str) -> str:
    year = year_of(digits.lstrip("'\u2019"))
    calendar = run_of_months(year * 12 + int(quarter) * 3 - 3, 3)
    months = f"{calendar.start:%b}-{calendar.end:%b} {year}"
    return (
        f"may be a financial or a calendar quarter: write Q{quarter} {financial_year(year).label} "
        f"(April to June is Q1), or {months}"
    )


_DOUBTS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(form, re.IGNORECASE | re.ASCII), why)
    for form, why in (
        (rf"(?:FY|fin(?:ancial)? ?year|fin yr) ?-?{_YEAR}", _named_by_one),
        (rf"{_QUARTER}{_APART}FY ?-?{_YEAR}", lambda match: _quarter_of_one(match[1], match[2])),
        (rf"FY ?-?{_YEAR}{_APART}{_QUARTER}", lambda match: _quarter_of_one(match[2], match[1])),
        (rf"{_QUARTER}{_APART}(?:of )?{_YEAR}", lambda match: _either_calendar(match[1], match[2])),
        (rf"{_YEAR}{_APART}{_QUARTER}", lambda match: _either_calendar(match[2], match[1])),
    )
)
