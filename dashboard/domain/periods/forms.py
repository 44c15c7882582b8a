"""Knows every way of writing a period that is read, each form with the period it names."""

import calendar
import re
from collections.abc import Callable
from datetime import date

from dashboard.domain.periods.spans import (
    Period,
    calendar_year,
    financial_quarter,
    financial_year,
    month,
    run_of_months,
)

Reader = Callable[[re.Match[str]], Period | None]
Forms = tuple[tuple[re.Pattern[str], Reader], ...]

_FIRST_DAY, _LAST_DAY = date(1900, 4, 1), date(2099, 12, 31)  # beyond them some addresses cannot be read again
_TWO_DIGITS = 100
_CENTURY_TURN = 70  # a two-digit year from 70 on belongs to the 1900s
_FULL_YEAR = r"((?:19|20)[0-9]{2})"
_MONTH_NUMBER = r"(0[1-9]|1[0-2])"
_ANY_YEAR = r"((?:19|20)[0-9]{2}|[0-9]{2})"
_FINANCIAL = rf"(?![0-9]{{2}}/[0-9]{{4}}){_ANY_YEAR}/{_ANY_YEAR}"  # 10/2011 may be October
_DASHED = r"((?:19|20)[0-9]{2}|[0-9]{2}(?!-[0-9]{4}))-((?:19|20)[0-9]{2}|[0-9]{2})"  # beside Q1, no month
_OF_A_YEAR = rf"(?:FY ?)?(?:{_FINANCIAL}|{_DASHED})"
_NAME = r"([A-Za-z]{3,9})\.?"
_MONTHS_OF_IT = "|".join(
    rf"{quarter}(?: ?\((?:{first})[a-z]*\.?(?: ?- ?| to )(?:{last})[a-z]*\.?\))?"
    for quarter, first, last in (("1", "Apr", "Jun"), ("2", "Jul", "Sep"), ("3", "Oct", "Dec"), ("4", "Jan", "Mar"))
)
_QUARTER = rf"(?:Q|Qtr\.? ?|Quarter ?)({_MONTHS_OF_IT})"  # Q1 (Jan-Mar) is no financial quarter
_APART = r"[ ,;:-]{0,3}"
_TO = r" ?(?:-|to) ?"
_YEAR_TO = r"(?:(?:YE|FYE)|(?:FY|(?:financial )?(?:year|yr)|12 ?(?:months|mths|m))(?: (?:ending|ended|end|to|up to))+)"
_FULL_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


def first_of(forms: Forms, words: str) -> Period | None:
    """Return the period of the first form that *words* fit."""
    for form, reader in forms:
        period = None if (match := form.fullmatch(words)) is None else reader(match)
        if period is not None and period.start >= _FIRST_DAY and period.end <= _LAST_DAY:
            return period
    return None


def month_number(name: str) -> int:
    """Return 1 to 12 for Jan, January, Sept ...; 0 when *name* is no month."""
    return next((at for at, known in enumerate(_FULL_NAMES, 1) if known.startswith(name.casefold())), 0)


def last_day(year: int, number: int) -> int:
    return calendar.monthrange(year, number)[1]


def year_of(digits: str) -> int:
    """The year of two or four digits."""
    number = int(digits)
    if number >= _TWO_DIGITS:
        return number
    return number + (1900 if number >= _CENTURY_TURN else 2000)


def _follows(first: str, second: str) -> bool:
    return str(year_of(first) + 1).endswith(second)


def _financial(match: re.Match[str]) -> Period | None:
    """Read 2010/11; years that do not follow each other name no financial year."""
    first, second = match.groups()[:2]
    return financial_year(year_of(first)) if _follows(first, second) else None


def _quarter(year: str, second: str, quarter: str) -> Period | None:
    return financial_quarter(year_of(year), int(quarter)) if _follows(year, second) else None


def _quarter_first(match: re.Match[str]) -> Period | None:
    quarter, *years = filter(None, match.groups())
    return _quarter(years[0], years[1], quarter[0])


def _quarter_last(match: re.Match[str]) -> Period | None:
    *years, quarter = filter(None, match.groups())
    return _quarter(years[0], years[1], quarter[0])


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
    return _run((year_of(first), 4), (year_of(third) + 1, 3))


def _named_month(match: re.Match[str]) -> Period | None:
    number = month_number(match[1])
    return month(year_of(match[2]), number) if number else None


def _year_ending(match: re.Match[str]) -> Period | None:
    """Read YE 31 March 2011; a day that does not end its month ends no year of whole months."""
    day, number, year = match[1], month_number(match[2]), year_of(match[3])
    return _twelve_months(year, number, day) if number else None


def _year_ending_day(match: re.Match[str]) -> Period | None:
    return _twelve_months(year_of(match[3]), int(match[2]), match[1])


def _quarter_ending(match: re.Match[str]) -> Period | None:
    """Read quarter ending June 2023; three months that end in May are no quarter."""
    day, number, year = match[1], month_number(match[2]), year_of(match[3])
    ends = number in (3, 6, 9, 12) and (day is None or int(day) == last_day(year, number))
    return run_of_months(year * 12 + number - 3, 3) if ends else None


def _from_the_first_quarter(match: re.Match[str]) -> Period | None:
    """Read Q1-Q3 2023/24, the first nine months of that year."""
    year = year_of(match[2])
    return run_of_months(year * 12 + 3, int(match[1]) * 3) if _follows(match[2], match[3]) else None


def _twelve_months(year: int, number: int, day: str | None) -> Period | None:
    ends = day is None or int(day) == last_day(year, number)
    return run_of_months(year * 12 + number - 12, 12) if ends else None


def _within_a_year(match: re.Match[str]) -> Period | None:
    first, last, year = month_number(match[1]), month_number(match[2]), year_of(match[3])
    return _run((year, first), (year, last)) if 0 < first < last else None


def _within_a_financial_year(match: re.Match[str]) -> Period | None:
    """Read Jan-Mar 2010/11, the last three months of that year."""
    first, last = month_number(match[1]), month_number(match[2])
    if not (first and last and _follows(match[3], match[4])):
        return None
    starts, ends = (year_of(match[3]) + (number < 4) for number in (first, last))
    return _run((starts, first), (ends, last))


def _month_of_a_financial_year(match: re.Match[str]) -> Period | None:
    number = month_number(match[1])
    if not (number and _follows(match[2], match[3])):
        return None
    return month(year_of(match[2]) + (number < 4), number)


def _from_to(match: re.Match[str]) -> Period | None:
    first, last = month_number(match[1]), month_number(match[3])
    return _run((year_of(match[2]), first), (year_of(match[4]), last)) if first and last else None


def _numbered_run(match: re.Match[str]) -> Period | None:
    years = [int(part) for part in match.groups()]
    return _run((years[0], years[1]), (years[2], years[3]))


def _run(first: tuple[int, int], last: tuple[int, int]) -> Period | None:
    """Return the months from *first* to *last* (year, month); None when they run backwards."""
    months = (last[0] - first[0]) * 12 + last[1] - first[1] + 1
    return run_of_months(first[0] * 12 + first[1] - 1, months) if months > 0 else None


def _forms(*pairs: tuple[str, Reader]) -> Forms:
    return tuple((re.compile(form, re.IGNORECASE | re.ASCII), reader) for form, reader in pairs)


SLUGS = _forms(
    (rf"{_FULL_YEAR}-([0-9]{{2}})", _financial),
    (_FULL_YEAR, lambda match: calendar_year(int(match[1]))),
    (rf"{_FULL_YEAR}-([0-9]{{2}})-Q([1-4])", lambda match: _quarter(match[1], match[2], match[3])),
    (rf"{_FULL_YEAR}-M{_MONTH_NUMBER}", _numbered_month),
    (rf"{_FULL_YEAR}-{_MONTH_NUMBER}--{_FULL_YEAR}-{_MONTH_NUMBER}", _numbered_run),
)
FORMS = (
    *SLUGS,
    *_forms(
        (_FINANCIAL, _financial),
        (rf"{_FULL_YEAR}/([0-9])", _financial),
        (r"([0-9]{2})-(1[3-9]|[2-9][0-9])", _financial),  # 10-11 may be a day of November
        (rf"(?:FY|(?:financial )?year):? ?{_ANY_YEAR}[-/]{_ANY_YEAR}", _financial),
        (rf"{_ANY_YEAR}[-/]{_ANY_YEAR} (?:FY|financial year)", _financial),
        (rf"{_FULL_YEAR} ?[-/] ?{_ANY_YEAR}", _financial),
        (rf"(?:CY|calendar year) ?{_FULL_YEAR}", lambda match: calendar_year(int(match[1]))),
        (rf"{_FULL_YEAR}-?{_MONTH_NUMBER}", _numbered_month),
        (rf"{_FULL_YEAR} ?M(0?[1-9]|1[0-2])", _numbered_month),
        (rf"{_FULL_YEAR}(1[3-9]|[2-9][0-9])", _financial),  # 201213; 201112 may be a month
        (rf"{_FULL_YEAR} ?(?:-|to) ?{_ANY_YEAR}", _several_years),
        (rf"{_FINANCIAL} ?(?:-|to) ?{_FINANCIAL}", _several_financial_years),
        (rf"{_QUARTER}{_APART}{_OF_A_YEAR}", _quarter_first),
        (rf"{_QUARTER}(?: of)? {_OF_A_YEAR}", _quarter_first),
        (rf"([1-4])(?:st|nd|rd|th) quarter(?: of)? {_OF_A_YEAR}", _quarter_first),
        (rf"{_OF_A_YEAR}{_APART}{_QUARTER}", _quarter_last),
        (rf"{_YEAR_TO} (?:([0-9]{{1,2}})(?:st|nd|rd|th)? )?{_NAME}[ -]{_ANY_YEAR}", _year_ending),
        (rf"{_YEAR_TO} ([0-9]{{1,2}})[/.]{_MONTH_NUMBER}[/.]{_ANY_YEAR}", _year_ending_day),
        (
            rf"(?:quarter|qtr)(?: (?:ending|ended|end|to))+ (?:([0-9]{{1,2}})(?:st|nd|rd|th)? )?{_NAME}[ -]{_ANY_YEAR}",
            _quarter_ending,
        ),
        (rf"Q1{_TO}Q([2-4]) {_FINANCIAL}", _from_the_first_quarter),
        (rf"{_NAME}[ -]{_ANY_YEAR}", _named_month),
        (rf"{_NAME} ?['\u2019]([0-9]{{2}})", _named_month),
        (rf"{_NAME} {_FINANCIAL}", _month_of_a_financial_year),
        (rf"{_NAME}{_TO}{_NAME} {_ANY_YEAR}", _within_a_year),
        (rf"{_NAME}{_TO}{_NAME} {_FINANCIAL}", _within_a_financial_year),
        (rf"{_NAME}[ -]{_ANY_YEAR}{_TO}{_NAME}[ -]{_ANY_YEAR}", _from_to),
    ),
)
CALENDAR_QUARTERS = _forms(
    (rf"{_FULL_YEAR} ?-?Q([1-4])", lambda match: _calendar_quarter(match[1], match[2])),
    (rf"Q([1-4]) ?{_FULL_YEAR}", lambda match: _calendar_quarter(match[2], match[1])),
)
