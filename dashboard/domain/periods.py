"""Knows the field's periods: financial, calendar and October-September years, quarters, months, spans."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from dashboard.domain.errors import UnreadablePeriod
from dashboard.domain.spans import (
    Period,
    PeriodKind,
    calendar_year,
    financial_quarter,
    financial_year,
    month,
    months_covered,
    run_of_months,
)
from dashboard.domain.values import quoted

__all__ = [
    "Period",
    "PeriodKind",
    "calendar_year",
    "financial_quarter",
    "financial_year",
    "from_slug",
    "month",
    "months_covered",
    "read_period",
    "run_of_months",
]

Reader = Callable[[re.Match[str]], Period | None]

_LONGEST = 60
_FIRST_DAY, _LAST_DAY = date(1900, 4, 1), date(2099, 12, 31)  # beyond them some addresses cannot be read again
_TWO_DIGITS = 100
_CENTURY_TURN = 70  # a two-digit year from 70 on belongs to the 1900s
_FULL_YEAR = r"((?:19|20)[0-9]{2})"
_MONTH_NUMBER = r"(0[1-9]|1[0-2])"
_ANY_YEAR = r"((?:19|20)[0-9]{2}|[0-9]{2})"
_FINANCIAL = rf"(?![0-9]{{2}}/[0-9]{{4}}){_ANY_YEAR}/{_ANY_YEAR}"  # 10/2011 may be October
_NAME = r"([A-Za-z]{3,9})\.?"
_FULL_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


@lru_cache(maxsize=4096)  # every row of every query names a period, and there are few
def from_slug(slug: str) -> Period:
    """Return the period an address names; raises UnreadablePeriod."""
    period = _first(_SLUGS, slug)
    if period is None:
        raise UnreadablePeriod(f"{quoted(slug)} names no period: write 2010-11, 2010, 2010-11-Q2 or 2010-M06.")
    return period


def read_period(text: str, *, calendar_quarters: bool = False) -> Period:
    """Return the period that printed *text* names, by the grammar of loading; raises UnreadablePeriod.

    "2010-11" is the financial year, never November; "2010Q2" is read only when *calendar_quarters* are said.
    """
    words = re.sub(r"\s+", " ", text).strip().replace("\u2013", "-").replace("\u2014", "-")
    forms = (*_FORMS, *_CALENDAR_QUARTERS) if calendar_quarters else _FORMS
    period = _first(forms, words) if len(text) <= _LONGEST else None
    if period is None:
        raise UnreadablePeriod(_mend(words))
    return period


def _mend(words: str) -> str:
    if re.fullmatch(r"Q[1-4]", words, re.IGNORECASE):
        return f"{quoted(words)} names a quarter of no year: write {words} 2010/11."
    if any(form.fullmatch(words) for form, _ in _CALENDAR_QUARTERS):
        return f"{quoted(words)} may be a financial or a calendar quarter: write Q2 2010/11, or say which calendar."
    return f"{quoted(words)} names no period, or two: write 2010/11, Q2 2010/11, Jun 2010 or 2010."


def _first(forms: tuple[tuple[re.Pattern[str], Reader], ...], words: str) -> Period | None:
    """Return the period of the first form that *words* fit."""
    for form, reader in forms:
        period = None if (match := form.fullmatch(words)) is None else reader(match)
        if period is not None and period.start >= _FIRST_DAY and period.end <= _LAST_DAY:
            return period
    return None


def _year(digits: str) -> int:
    number = int(digits)
    if number >= _TWO_DIGITS:
        return number
    return number + (1900 if number >= _CENTURY_TURN else 2000)


def _follows(first: str, second: str) -> bool:
    return str(_year(first) + 1).endswith(second)


def _financial(match: re.Match[str]) -> Period | None:
    """Read 2010/11; years that do not follow each other name no financial year."""
    first, second = match.groups()[:2]
    return financial_year(_year(first)) if _follows(first, second) else None


def _quarter(year: str, second: str, quarter: str) -> Period | None:
    return financial_quarter(_year(year), int(quarter)) if _follows(year, second) else None


def _calendar_quarter(year: str, quarter: str) -> Period:
    return run_of_months(int(year) * 12 + int(quarter) * 3 - 3, 3)


def _numbered_month(match: re.Match[str]) -> Period:
    return month(int(match[1]), int(match[2]))


def _several_years(match: re.Match[str]) -> Period | None:
    """Read 2015 - 17: January of the first year to December of the last."""
    first, last = int(match[1]), int(match[2] if len(match[2]) > 2 else match[1][:2] + match[2])
    return _run((first, 1), (last, 12)) if last > first + 1 else None


def _several_financial_years(match: re.Match[str]) -> Period | None:
    first, second, third, last = match.groups()
    if not (_follows(first, second) and _follows(third, last)):
        return None
    return _run((_year(first), 4), (_year(third) + 1, 3))


def _month_number(name: str) -> int:
    """Return 1 to 12 for Jan, January, Sept ...; 0 when *name* is no month."""
    return next((at for at, known in enumerate(_FULL_NAMES, 1) if known.startswith(name.casefold())), 0)


def _named_month(match: re.Match[str]) -> Period | None:
    number = _month_number(match[1])
    return month(_year(match[2]), number) if number else None


def _year_ending(match: re.Match[str]) -> Period | None:
    number, year = _month_number(match[1]), _year(match[2])
    return run_of_months(year * 12 + number - 12, 12) if number else None


def _within_a_year(match: re.Match[str]) -> Period | None:
    first, last, year = _month_number(match[1]), _month_number(match[2]), int(match[3])
    return _run((year, first), (year, last)) if 0 < first < last else None


def _from_to(match: re.Match[str]) -> Period | None:
    first, last = _month_number(match[1]), _month_number(match[3])
    return _run((_year(match[2]), first), (_year(match[4]), last)) if first and last else None


def _numbered_run(match: re.Match[str]) -> Period | None:
    years = [int(part) for part in match.groups()]
    return _run((years[0], years[1]), (years[2], years[3]))


def _run(first: tuple[int, int], last: tuple[int, int]) -> Period | None:
    """Return the months from *first* to *last* (year, month); None when they run backwards."""
    months = (last[0] - first[0]) * 12 + last[1] - first[1] + 1
    return run_of_months(first[0] * 12 + first[1] - 1, months) if months > 0 else None


def _forms(*pairs: tuple[str, Reader]) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    return tuple((re.compile(form, re.IGNORECASE | re.ASCII), reader) for form, reader in pairs)


_SLUGS = _forms(
    (rf"{_FULL_YEAR}-([0-9]{{2}})", _financial),
    (_FULL_YEAR, lambda match: calendar_year(int(match[1]))),
    (rf"{_FULL_YEAR}-([0-9]{{2}})-Q([1-4])", lambda match: _quarter(match[1], match[2], match[3])),
    (rf"{_FULL_YEAR}-M{_MONTH_NUMBER}", _numbered_month),
    (rf"{_FULL_YEAR}-{_MONTH_NUMBER}--{_FULL_YEAR}-{_MONTH_NUMBER}", _numbered_run),
)
_FORMS = (
    *_SLUGS,
    *_forms(
        (_FINANCIAL, _financial),
        (rf"FY ?{_ANY_YEAR}[-/]{_ANY_YEAR}", _financial),
        (rf"{_FULL_YEAR} ?[-/] ?{_ANY_YEAR}", _financial),
        (rf"{_FULL_YEAR}-?{_MONTH_NUMBER}", _numbered_month),
        (rf"{_FULL_YEAR} ?(?:-|to) ?{_ANY_YEAR}", _several_years),
        (rf"{_FINANCIAL} ?(?:-|to) ?{_FINANCIAL}", _several_financial_years),
        (rf"Q([1-4]),? ?{_FINANCIAL}", lambda match: _quarter(match[2], match[3], match[1])),
        (rf"Q([1-4]),? ?{_FULL_YEAR}-([0-9]{{2}})", lambda match: _quarter(match[2], match[3], match[1])),
        (rf"{_FINANCIAL},? ?Q([1-4])", lambda match: _quarter(match[1], match[2], match[3])),
        (rf"{_FULL_YEAR}-([0-9]{{2}}) Q([1-4])", lambda match: _quarter(match[1], match[2], match[3])),
        (rf"(?:YE|year (?:ending|ended|to)) {_NAME} {_ANY_YEAR}", _year_ending),
        (rf"{_NAME}[ -]{_ANY_YEAR}", _named_month),
        (rf"{_NAME} ?(?:-|to) ?{_NAME} {_FULL_YEAR}", _within_a_year),
        (rf"{_NAME} {_ANY_YEAR} ?(?:-|to) ?{_NAME} {_ANY_YEAR}", _from_to),
    ),
)
_CALENDAR_QUARTERS = _forms(
    (rf"{_FULL_YEAR} ?-?Q([1-4])", lambda match: _calendar_quarter(match[1], match[2])),
    (rf"Q([1-4]) ?{_FULL_YEAR}", lambda match: _calendar_quarter(match[2], match[1])),
)
