"""Knows the field's periods: financial, calendar and October-September years, quarters, months, spans."""

import re
from functools import lru_cache

from dashboard.domain.errors import UnreadablePeriod
from dashboard.domain.periods.forms import CALENDAR_QUARTERS, FORMS, SLUGS, first_of
from dashboard.domain.periods.spans import (
    Period,
    PeriodKind,
    calendar_year,
    financial_quarter,
    financial_year,
    month,
    months_covered,
    run_of_months,
)
from dashboard.domain.values.printed import quoted

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

_LONGEST = 60
_MONTH_OR_QUARTER = r"(?:[a-z]{3,9}\.?|(?:q|qtr\.? ?|quarters? ?)[1-4])"
_PART_OF_A_YEAR = re.compile(
    r"(?:FY ?)?((?:19|20)?[0-9]{2})[-/]((?:[0-9]{2}){1,2})[ ,;:-]{0,3}"
    rf"\(?({_MONTH_OR_QUARTER}(?: ?- ?| to )(?:{_MONTH_OR_QUARTER}|[1-4]))\)?",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)  # every row of every query names a period, and there are few
def from_slug(slug: str) -> Period:
    """Return the period an address names; raises UnreadablePeriod."""
    period = first_of(SLUGS, slug)
    if period is None:
        raise UnreadablePeriod(f"{quoted(slug)} names no period: write 2010-11, 2010, 2010-11-Q2 or 2010-M06.")
    return period


def read_period(text: str, *, calendar_quarters: bool = False) -> Period:
    """Return the period that printed *text* names, by the grammar of loading; raises UnreadablePeriod.

    "2010-11" is the financial year, never November; "2010Q2" is read only when *calendar_quarters* are said.
    """
    words = re.sub(r"\s+", " ", text).strip().replace("\u2013", "-").replace("\u2014", "-")
    forms = (*FORMS, *CALENDAR_QUARTERS) if calendar_quarters else FORMS
    period = first_of(forms, _part_first(words)) if len(text) <= _LONGEST else None
    if period is None:
        raise UnreadablePeriod(_mend(words))
    return period


def _part_first(words: str) -> str:
    """The months of a year before it: "2023/24 (Apr-Sep)" is Apr-Sep 2023/24."""
    part = _PART_OF_A_YEAR.fullmatch(words)
    return f"{part[3]} {part[1]}/{part[2]}" if part else words


def _mend(words: str) -> str:
    if re.fullmatch(r"Q[1-4]", words, re.IGNORECASE):
        return f"{quoted(words)} names a quarter of no year: write {words} 2010/11."
    if any(form.fullmatch(words) for form, _ in CALENDAR_QUARTERS):
        return f"{quoted(words)} may be a financial or a calendar quarter: write Q2 2010/11, or say which calendar."
    return f"{quoted(words)} names no period, or two: write 2010/11, Q2 2010/11, Jun 2010 or 2010."
