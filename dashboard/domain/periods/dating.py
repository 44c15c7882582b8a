"""Knows which periods a figure can be of: an actual only of one that has begun, nothing from before any record."""

from datetime import date, timedelta

from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.periods.months import month_number, month_text
from dashboard.domain.periods.period import Period

FIRST_DAY = date(1950, 4, 1)  # of the oldest financial year that anybody keeps figures of
FIRST_FILE = month_number("2010-12")  # police.uk's oldest month


def too_early(period: Period) -> str:
    """Return why nobody has a figure of *period*, in one sentence; empty where somebody may."""
    if period.end >= FIRST_DAY:
        return ""
    return f"{period.label} is before 1950: is the century right? Write the year in full, such as 2026/27."


def not_begun(period: Period, today: date, covers_to: date | None = None) -> str:
    """Return why *period*, of which months up to *covers_to* are known, can have no actual by *today*."""
    if period.start > today:
        return (
            f"{period.label} had not begun on {_day(today)}, so it can have no actual: "
            "correct the period, or give the figure as a target."
        )
    if covers_to is not None and covers_to.replace(day=1) > today:
        return f"it says it covers {period.label} up to {_day(covers_to)}, and it was loaded on {_day(today)}."
    return ""


def in_progress(period: Period, today: date) -> bool:
    """Whether *period* has begun and its last day is not over."""
    return period.start <= today <= period.end


def nothing_yet(period: Period, today: date) -> str:
    """Return why a 0 of *period* is no figure by *today*, in one sentence; empty where the period has ended."""
    if period.end < today:
        return ""
    verb = "had not begun" if period.start > today else "had not ended"
    return (
        f"{period.label} {verb} on {_day(today)}, so 0 may stand for what nobody knows yet: leave the cell blank "
        "until then, or give the table a column “Covers to” with the day that the 0 counts up to."
    )


def counted_at_most(period: Period, today: date) -> date | None:
    """The last day that an actual of a period in progress can count up to, of whole months where it has several.

    None of a period that is over, or has not begun.
    """
    if not in_progress(period, today):
        return None
    if period.months == 1:
        return today
    finished = today.replace(day=1) - timedelta(days=1)
    first = (period.start + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return max(finished, first)


def file_misdated(month: int, today: date) -> str:
    """Return why police.uk can have no file of *month* (year x 12 + month - 1); empty where it can."""
    if month < FIRST_FILE:
        return f"it is of {month_text(month)}, and police.uk’s oldest month is {month_text(FIRST_FILE)}"
    if month > today.year * MONTHS_IN_YEAR + today.month - 1:
        return f"it is of {month_text(month)}, which had not begun on {_day(today)}"
    return ""


def begun(period: Period, day: str) -> bool:
    """Whether *period* had begun on a *day* as the log writes it (2026-11-29T…)."""
    return period.start.isoformat() <= day[:10]


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
