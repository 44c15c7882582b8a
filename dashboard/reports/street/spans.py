"""Knows which months a view of street-level crime looks at, and which they are compared with."""

from collections.abc import Iterable, Sequence

from dashboard.domain.choices import ComparedWith
from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, first_month
from dashboard.domain.periods.period import Period, PeriodKind, run_of_months
from dashboard.domain.street.newest import newest_quarter
from dashboard.questions.street import HeldMonth


def period_looked_at(filters: Filters, held: Sequence[HeldMonth]) -> Period:
    """The period asked for; where no month of it is *held*, the newest quarter."""
    if has_street(filters.period, held):
        return filters.period
    return newest_quarter({item.month for item in held})


def span_of(filters: Filters, held: Sequence[HeldMonth]) -> Period:
    """The months that are looked at, up to the newest *held*: from and to, or the period."""
    months = [item.month for item in held]
    newest = max(months)
    if filters.start or filters.end:
        first = first_month(filters.start) if filters.start else min(months)
        last = first_month(filters.end) + filters.end.months - 1 if filters.end else newest
    else:
        period = period_looked_at(filters, held)
        first, last = first_month(period), first_month(period) + period.months - 1
    return run_of_months(first, max(1, min(last, newest) - first + 1))


def has_street(period: Period, held: Iterable[HeldMonth]) -> bool:
    """Whether any month of *period* is held."""
    first = first_month(period)
    return any(first <= item.month < first + period.months for item in held)


def back_of(filters: Filters, held: Iterable[HeldMonth]) -> int:
    """How many months before a period begins what it is compared with; of one asked for in vain, a year."""
    return MONTHS_IN_YEAR if in_vain(filters, held) else filters.back


def in_vain(filters: Filters, held: Iterable[HeldMonth]) -> bool:
    """Whether a period is asked for of which no month is held."""
    return not (filters.start or filters.end or has_street(filters.period, held))


def against_of(filters: Filters, span: Period, held: Iterable[HeldMonth]) -> Period:
    """What the months of a view are compared with: as many, a year before or as asked for."""
    return run_of_months(first_month(span) - back_of(filters, held), span.months)


def kept_comparison(filters: Filters, span: Period, held: Iterable[HeldMonth]) -> Period | ComparedWith:
    """What *span* is compared with on the way from other months: as far back as they are, if that fits and is held."""
    if isinstance(filters.against, ComparedWith) or filters.back < span.months:
        return ComparedWith.YEAR_BEFORE
    before = run_of_months(first_month(span) - filters.back, span.months)
    return before if has_street(before, held) else ComparedWith.YEAR_BEFORE


def is_other_season(span: Period, against: Period) -> bool:
    """Whether two runs of months lie in other parts of the year; a whole year has every season."""
    return span.months % MONTHS_IN_YEAR > 0 and (first_month(span) - first_month(against)) % MONTHS_IN_YEAR > 0


def season_words(span: Period, against: Period) -> str:
    """A sentence where months of another season are compared with; empty where the season is the same."""
    if not is_other_season(span, against):
        return ""
    return f"{against.label} is another season than {span.label}, and that alone may explain a change."


def before_words(span: Period, against: Period) -> str:
    """'a year before', 'the quarter before', or the name of the other period."""
    apart = first_month(span) - first_month(against)
    if apart == MONTHS_IN_YEAR:
        return "a year before"
    is_next = apart == span.months and span.kind in (PeriodKind.MONTH, PeriodKind.QUARTER)
    return f"the {span.kind} before" if is_next else against.label
