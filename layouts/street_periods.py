"""Knows the months that the filter bar offers on pages of street-level crime, and what they can be compared with."""

from dashboard.domain.choices import ComparedWith, StreetChoices
from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, By, first_month, period_with
from dashboard.domain.periods.period import Period, PeriodKind, run_of_months
from dashboard.domain.statistics.series import year_of
from dashboard.reports.street.spans import is_other_season
from layouts.options import SEVERAL, WHOLE, Option

MOST_YEARS = 6  # back that the same months are offered of
USUAL: Option = {"label": "A year before", "value": ComparedWith.YEAR_BEFORE.value}


def street_periods(street: StreetChoices, filters: Filters) -> list[Option]:
    """The newest quarter and 12 months, then every year and quarter with a file, the newest first."""
    first = {"label": f"{street.newest_quarter.label}, newest", "value": WHOLE}
    last = run_of_months(max(street.months), 1)
    year = {"label": f"12 months to {last.label}", "value": street.newest_year.slug}
    listed = sorted((item for item in street.periods if item.months > 1), key=_newest)
    others = [{"label": item.label, "value": item.slug} for item in listed if item != street.newest_quarter]
    return [*_asked(street, filters), first, year, *others]


def _newest(period: Period) -> tuple[int, int, int]:
    """The newest year first, a year before its quarters."""
    return -year_of(period).end.toordinal(), -period.months, -period.end.toordinal()


def _asked(street: StreetChoices, filters: Filters) -> list[Option]:
    """The months of the address where no period of the menu is just those."""
    if filters.start or filters.end:
        ends = [item.label for item in (filters.start, filters.end) if item]
        return [{"label": " to ".join(dict.fromkeys(ends)), "value": SEVERAL}]
    is_month = filters.period in street.periods and filters.period.kind is PeriodKind.MONTH
    return [{"label": filters.period.label, "value": filters.period.slug}] if is_month else []


def chosen_period(street: StreetChoices, filters: Filters) -> str:
    """What stands in the control; a period without a file gives way to the newest quarter."""
    if filters.start or filters.end:
        return SEVERAL
    known = (*street.periods, street.newest_year)
    is_newest = filters.period == street.newest_quarter
    return filters.period.slug if filters.period in known and not is_newest else WHOLE


def comparisons(street: StreetChoices, filters: Filters) -> list[Option]:
    """A year before, just before, and the same months of earlier years with a file."""
    span = filters.span if filters.span and street.holds_part_of(filters.span) else street.newest_quarter
    periods = [_before(span, span.months)] if span.months < MONTHS_IN_YEAR else []
    periods += [_before(span, MONTHS_IN_YEAR * years) for years in range(2, MOST_YEARS + 1)]
    periods = [item for item in periods if street.holds_part_of(item) and item.months <= _apart(span, item)]
    asked = [filters.against] if isinstance(filters.against, Period) and filters.against not in periods else []
    return [
        _usual(street, span),
        *({"label": _compared(span, item), "value": item.slug} for item in (*asked, *periods)),
    ]


def _usual(street: StreetChoices, span: Period) -> Option:
    """A year before; where no month of it is loaded it says so, for the page then takes the months just before."""
    loaded = street.holds_part_of(_before(span, max(MONTHS_IN_YEAR, span.months)))
    return USUAL if loaded else USUAL | {"label": f"{USUAL['label']}: not loaded"}


def _before(span: Period, months: int) -> Period:
    return run_of_months(first_month(span) - months, span.months)


def _apart(span: Period, other: Period) -> int:
    return first_month(span) - first_month(other)


def _compared(span: Period, other: Period) -> str:
    just_before = _apart(span, other) == span.months
    named = span == period_with(first_month(span), By.QUARTER) or span.months == 1
    words = f"The {span.kind} before: {other.label}" if just_before and named else other.label
    return f"{words} (another season)" if is_other_season(span, other) else words


def chosen_comparison(filters: Filters) -> str:
    return filters.against.slug if isinstance(filters.against, Period) else filters.against.value


def kept_comparison(filters: Filters) -> Option:
    """What the address says, where there are no months to choose among."""
    against = filters.against
    return {"label": against.label, "value": against.slug} if isinstance(against, Period) else USUAL
