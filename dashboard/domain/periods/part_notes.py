"""Knows what a note says of how much of a period its figure counts: "April to September only", "part year"."""

import re
from calendar import month_name, monthrange
from dataclasses import dataclass
from datetime import date

from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, first_month
from dashboard.domain.periods.forms import month_number, year_of
from dashboard.domain.periods.parts import mentions, unperioded
from dashboard.domain.periods.period import Period, run_of_months


@dataclass(frozen=True, slots=True)
class PartSaid:
    """A note that says its figure is of a part of its period; the last day where the words name it."""

    words: str
    last: date | None = None


_MONTH = rf"(?:{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in month_name[1:])}|sept)\b\.?"
_YEAR = r"(?:,? (?:19|20)[0-9]{2}| ?['\u2019]?[0-9]{2}\b)?"
_DAY = r"(?:[0-9]{1,2}(?:st|nd|rd|th)? )?(?:of )?"
_ENDING = r"(?:the )?(?:end(?: of)? )?(?:the )?"
_TO = r" ?(?:-|\u2013|\u2014|to|until|till|through to|through) ?"
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_NUMBER = rf"(?:[1-9]|1[01]|{'|'.join(_NUMBERS)})"
_RANGE = re.compile(
    rf"(?:from )?{_DAY}(?P<first>{_MONTH}){_YEAR}{_TO}{_ENDING}(?P<day>[0-9]{{1,2}})?(?:st|nd|rd|th)? ?"
    rf"(?:of )?(?P<last>{_MONTH})(?P<year>{_YEAR})(?![a-z])",
    re.IGNORECASE,
)
_UP_TO = re.compile(
    rf"\b(?:up )?(?:to|until|till|(?P<at>as at|as of)) {_ENDING}(?P<day>[0-9]{{1,2}})?(?:st|nd|rd|th)? ?"
    rf"(?:of )?(?P<last>{_MONTH})(?P<year>{_YEAR})(?![a-z])",
    re.IGNORECASE,
)
_FIRST_QUARTERS = re.compile(
    r"\b(?:q|qtrs?\.? ?|quarters? ?)1(?:(?: ?[-\u2013&] ?| to | and )(?:q|qtr\.? ?|quarter ?)?(?P<last>[1-4]))?\b"
    r"|\bup to (?:q|qtr\.? ?|quarter ?)(?P<up_to>[1-4])\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    rf"\b(?:the )?first (?:(?P<half>half)(?: year)?|(?P<number>{_NUMBER})? ?(?P<what>month|quarter)s?)\b", re.IGNORECASE
)
_SOME = re.compile(
    rf"\b{_NUMBER}[ -]months?\b|\bhalf[- ]year\b|(?:{_MONTH}(?:,| and| &) )*{_MONTH} only\b", re.IGNORECASE
)
_FROM = re.compile(rf"\bfrom (?P<first>{_MONTH}){_YEAR}(?: on(?:wards)?)?", re.IGNORECASE)
_OF_A_PART = re.compile(r"\b(?:is|are|was|were|remains?) (?:provisional|estimated|draft|unaudited)", re.IGNORECASE)
_PART = re.compile(
    r"\bpart[- ]?(?:of (?:the |a )?)?(?:years?|quarters?)\b|\bincomplete\b"
    r"|\bnot (?:yet )?(?:a )?(?:full|whole|complete)\b"
    r"|\bpartial(?: (?:year|quarter|data|figures?))\b|\b(?:year )?to date\b|\bytd\b|\bso far\b",
    re.IGNORECASE,
)
_LACKS = re.compile(
    rf"\b(?:exclud(?:es|ed|ing)|excl\.?|without|missing|except|lacks|not including|does not include) "
    rf"(?:{_MONTH}|q[1-4]\b|quarter [1-4])"
    rf"|(?:{_MONTH}|\bq[1-4])(?: data| figures?)?(?: is| are)? (?:missing|not (?:yet )?(?:available|in|known))",
    re.IGNORECASE,
)
_STRONG = re.compile(r"\bonly\b|\bcovers?\b|\bcovering\b|\bavailable\b", re.IGNORECASE)
_YEAR_LABEL = re.compile(r"\b(?:fy ?)?(?:19|20)[0-9]{2} ?[-/\u2013] ?(?:19|20)?[0-9]{2}\b", re.IGNORECASE)
_SMALL = re.compile(
    r"|figures?|data|numbers?|counts?|counted|actuals?|results?|performance|values?|provisional|estimated|draft"
    r"|unaudited|is|are|was|cover(?:s|ed|ing)?|for|from|only|just|periods?|the|of|in|an?|this|these|part|years?|quarters?"
    r"|latest|current|inclusive|include[sd]?|including|relates?|to|based|on|note|nb|n\.b|available|reported|recorded"
    r"|shows?|so|far|date|incomplete|months?|as|at|and|present|time|up|until|all|both|it|they|which|i\.?e"
)


def part_said(text: str, period: Period) -> PartSaid | None:
    """What the note *text* says of a figure of *period*, if it says that it counts a part of it."""
    words = " ".join(text.split())
    years = [item for item in mentions(words) if item.months == MONTHS_IN_YEAR]
    if period.months == 1 or _OF_A_PART.search(words) or (years and not any(_meets(item, period) for item in years)):
        return None
    if _LACKS.search(words) or (years and not any(_lies_in(period, item) for item in years)):
        return PartSaid(words)
    named = _named(words, period)
    return _of_months(words, *named, period) if named else _of_some(words, period)


def _meets(year: Period, period: Period) -> bool:
    return year.start <= period.end and period.start <= year.end


def _lies_in(period: Period, year: Period) -> bool:
    return year.start <= period.start and period.end <= year.end


def _of_months(words: str, match: re.Match[str], last: date | None, period: Period) -> PartSaid | None:
    """A note that names months: it says a part where it says nothing else, or that these are all there are."""
    if last is not None and last >= period.end:
        return None
    if _is_all(words, match):
        return PartSaid(words, last)
    return PartSaid(words) if _STRONG.search(words) or _PART.search(words) else None


def _of_some(words: str, period: Period) -> PartSaid | None:
    """A note that says a part without its last month."""
    later = _FROM.search(words)
    if later and month_number(later["first"].strip(".")) == period.start.month:
        later = None
    found = next((match for match in (_SOME.search(words), later) if match and _is_all(words, match)), None)
    return PartSaid(words) if found or _PART.search(words) else None


def _named(words: str, period: Period) -> tuple[re.Match[str], date | None] | None:
    """The words that name months of *period*, and the last day of them where they run from its first month on."""
    if match := _RANGE.search(words):
        begins = month_number(match["first"].strip(".")) == period.start.month
        return match, _last_day(match, period) if begins else None
    if match := _FIRST_QUARTERS.search(words):
        return match, _months_on(period, 3 * int(match["last"] or match["up_to"] or 1))
    if match := _FIRST.search(words):
        return match, _months_on(period, _months_of(match, period))
    match = _UP_TO.search(words)
    if match is None or (match["at"] and not match["year"]):
        return None  # "as at 12 May" may be the day on which it was printed
    return match, _last_day(match, period)


def _months_of(match: re.Match[str], period: Period) -> int:
    """How many months "first nine months", "first half" or "first quarter" are."""
    if match["half"]:
        return period.months // 2
    said = (match["number"] or "one").casefold()
    number = int(said) if said.isdigit() else _NUMBERS.index(said) + 1
    return number * (3 if match["what"].casefold() == "quarter" else 1)


def _months_on(period: Period, months: int) -> date | None:
    """The end of the first *months* of *period*; None where it has not so many."""
    return run_of_months(first_month(period), months).end if months <= period.months else None


def _last_day(match: re.Match[str], period: Period) -> date | None:
    """The day that a match names; None for one before *period*, and for the 31st of June."""
    number = month_number(match["last"].strip("."))
    digits = re.sub(r"\D", "", match["year"] or "")
    starts = period.start
    year = year_of(digits) if digits else starts.year + (number < starts.month)
    length = monthrange(year, number)[1]
    day = int(match["day"]) if match["day"] else length
    if not 0 < day <= length:
        return None
    found = date(year, number, day)
    return found if found >= starts else None


def _is_all(words: str, match: re.Match[str]) -> bool:
    """Whether a note says nothing else: "Data for April to September only", not "compared to September"."""
    rest = _SOME.sub(" ", _YEAR_LABEL.sub(" ", unperioded(f"{words[: match.start()]} {words[match.end() :]}")))
    return all(_SMALL.fullmatch(word.strip("-\u2013.,:;()[]*")) for word in rest.casefold().split())
