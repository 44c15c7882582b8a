"""Proves what a timeline shows of a plan with many years, and that one mark stands for all of the same days."""

from datetime import date

import pytest

from dashboard.reports.planning.calendar import EventKind, PlanEvent
from layouts.planning.calendar import recent

DAY = date(2026, 7, 10)


def event(first: date, last: date | None = None) -> PlanEvent:
    return PlanEvent(EventKind.CAMPAIGN, "x", "Campaign", first, last or first)


OLD, LATE, NEW = event(date(2012, 3, 31)), event(date(2025, 7, 1), date(2025, 7, 10)), event(date(2027, 3, 31))


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        ([OLD], [OLD]),
        ([LATE, NEW], [LATE, NEW]),
        ([OLD, LATE, NEW], [LATE, NEW]),
        ([OLD, event(date(2025, 7, 9)), NEW], [NEW]),
        ([event(date(2003, 5, 1)), event(date(2011, 5, 1)), OLD], [event(date(2011, 5, 1)), OLD]),
    ],
)
def test_of_many_years_the_newest_are_drawn(found: list[PlanEvent], shown: list[PlanEvent]) -> None:
    assert list(recent(found, DAY)) == shown
