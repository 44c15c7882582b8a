"""Knows what a view of an earlier day shows of street-level crime: the files as they are now, and which came later."""

from datetime import date

from dashboard.domain.filters import Filters
from dashboard.reports.street.place_context import StreetContext


def is_later(moment: str, day: date) -> bool:
    """Whether a *moment* (ISO) lies after the end of *day*."""
    return moment[:10] > day.isoformat()


def held_then(context: StreetContext, filters: Filters) -> tuple[str, ...]:
    """A sentence on the months that were loaded or replaced after the day that a view is of; none for one of today."""
    day = filters.as_at
    if day is None:
        return ()
    every = [*context.held, *context.left_out]
    later = [item for item in every if is_later(item.loaded_at, day)]
    months = f"{len(every):,} {'month' if len(every) == 1 else 'months'}"  # a figure, beside others
    when = f"{day.day} {day:%B %Y}"
    if not later:
        return (f"Street-level crime: all {months} were loaded by {when} and stand as they were then.",)
    replaced = sum(bool(item.difference) for item in later)
    of_them = f", {replaced:,} in place of an earlier file" if replaced else ""
    return (
        f"Street-level crime: of {months} {len(later):,} came after {when}{of_them}. They are shown as they are now:"
        " what a month held before is not kept.",
    )
