"""Knows what has to be known to read counts of street-level crime: how places are approximate, and what is missing."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from dashboard.domain.periods.calendar import MONTHS_IN_YEAR, first_month
from dashboard.domain.periods.period import Period
from dashboard.domain.street.crime import DIVIDED, NO_LOCATION, NOWHERE, Level, Place
from dashboard.reports.street.columns import Columns, span_words
from dashboard.reports.street.drivers import Drivers
from dashboard.reports.street.incomplete import left_out_words
from dashboard.reports.street.place_context import StreetContext

SHARE_MOVED = 5  # points of "No Location" from which two periods are not like for like
APPROXIMATE = (
    "police.uk moves every incident to a map point near it: places are approximate, and a point is never an address."
)


def compared(columns: Columns, driven: Drivers | None) -> tuple[Period, ...]:
    """The two periods that the page compares, the earlier first; without any, the newest with a file."""
    if driven is None:
        return tuple(column.period for column in columns.shown if column.held)[-1:]
    return driven.focus.against(columns), driven.focus.period(columns)


def notes(context: StreetContext, compared: Sequence[Period], shown: Iterable[Place]) -> tuple[str, ...]:
    """What has to be known to read the counts of the places *shown*, and to hold the *compared* periods together."""
    said = [APPROXIMATE]
    said.append(f"Months loaded: {span_words(context.held)}. Months between are absent, not zero.")
    more = (left_out_words(context.left_out), _no_location(context, compared), _population(context), _two_codes(shown))
    return (*said, *filter(None, more))


def compared_words(columns: Columns) -> str:
    """What each period of a table is compared with, and what that is called in its file."""
    if columns.back == MONTHS_IN_YEAR:
        said = "the same one a year before, or where that is not loaded with the one just before it"
    else:
        said = f"the one that begins {columns.back} months before it"
    return f"Each period is compared with {said}; in files, previous_count is of that one."


def _no_location(context: StreetContext, compared: Sequence[Period]) -> str:
    """The share of the force's incidents without a location, and whether it moved between the periods compared."""
    shares = no_location_shares(context, compared)
    if not shares or context.place.force is None:
        return ""
    inside = (
        "in the force’s total, not in this one"
        if context.place.level != Level.FORCE
        else "in the total, in no district"
    )
    words = [f"{period.label} {share:.1f}%" for period, share in shares]
    said = f"Incidents with “{NO_LOCATION}” are {inside}: {' and '.join(words)} of the force’s."
    if recording_moved(context, compared):
        said += " That share moved, so counts of places in these two periods are not like for like."
    return said


def no_location_shares(context: StreetContext, compared: Sequence[Period]) -> list[tuple[Period, Decimal]]:
    """The force's share without a location in each of the periods *compared*, in percent."""
    found = []
    for period in compared:
        first = first_month(period)
        inside = [item for item in context.held if first <= item.month < first + period.months]
        if total := sum(item.rows for item in inside):
            found.append((period, Decimal(sum(item.no_location for item in inside) * 100) / total))
    return found


def recording_moved(context: StreetContext, compared: Sequence[Period]) -> bool:
    """Whether the share without a location moved so far that places are not like for like."""
    shares = [share for _, share in no_location_shares(context, compared)]
    return bool(shares) and max(shares) - min(shares) >= SHARE_MOVED


def _population(context: StreetContext) -> str:
    place = context.place
    if place.level in NOWHERE or place.level == Level.POINT:
        return ""
    if place.population is None:
        return "Rates per 1,000 people need a population file: none is loaded for this place."
    year = f"mid-{place.population_year} " if place.population_year else ""
    return f"Rates are per 1,000 people of the {year}population ({place.population:,} here), for every period."


def _two_codes(shown: Iterable[Place]) -> str:
    """Files up to 2023 name neighbourhoods of 2011; those that were split since are one series with their parts."""
    if not any(place.name.endswith(DIVIDED) for place in shown):
        return ""
    return (
        "Neighbourhoods marked (2011) were split or redrawn in 2021: files before 2024 hold the old one, later ones its"
        " parts. They are counted together, so that each is one series, under the code of 2011."
    )
