"""Proves the chart of days between events: its golden limits, the open gap, and what the newest days say."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import accumulate

import pytest

from dashboard.domain.statistics.control.days_between import (
    DaysBetween,
    GapAbsence,
    GapStanding,
    days_between,
    days_of,
    gap_standing,
    power_of,
)
from dashboard.domain.statistics.control.limits import LIMIT_FACTOR, ControlLimits
from dashboard.domain.statistics.control.signals import Mark, Side, Signal
from dashboard.domain.targets.status import Polarity

GOLDEN = (12, 5, 31, 8, 20, 3, 45, 17, 9, 26)
FIRST = date(2024, 4, 1)


def chart(*gaps: int, since: int = 0) -> DaysBetween:
    """Of events so many days apart, known so many days since the last one."""
    events = [FIRST + timedelta(days=days) for days in accumulate(gaps, initial=0)]
    found = days_between(reversed(events), events[-1] + timedelta(days=since))
    assert found is not None
    return found


def lines(found: DaysBetween) -> ControlLimits:
    assert isinstance(found.limits, ControlLimits)
    return found.limits


def test_the_golden_limits() -> None:
    found = lines(chart(*GOLDEN))
    assert float(found.mean) == pytest.approx(2.097937, abs=1e-6)
    assert float(found.reach / LIMIT_FACTOR) == pytest.approx(0.769466, abs=1e-6)
    assert float(found.lower) == pytest.approx(0.051156, abs=1e-6)
    assert float(found.upper) == pytest.approx(4.144718, abs=1e-6)


def test_the_golden_limits_in_days() -> None:
    found = chart(*GOLDEN).in_days
    assert found is not None
    assert float(found.mean) == pytest.approx(14.4030, abs=1e-4)
    assert float(found.upper) == pytest.approx(167.1021, abs=1e-4)
    assert float(found.lower) == pytest.approx(0, abs=1e-4)


def test_events_come_in_any_order_and_their_gaps_oldest_first() -> None:
    found = chart(*GOLDEN, since=4)
    assert (found.gaps, found.open_gap, found.same_day) == (GOLDEN, 4, 0)
    assert found.events[0] == FIRST


def test_what_is_after_the_day_that_is_known_to_is_left_out() -> None:
    found = days_between([FIRST, FIRST + timedelta(days=3), FIRST + timedelta(days=9)], FIRST + timedelta(days=5))
    assert found is not None
    assert (found.gaps, found.open_gap) == ((3,), 2)
    assert days_between([FIRST], FIRST - timedelta(days=1)) is None
    assert days_between([], FIRST) is None


@pytest.mark.parametrize(("since", "marked"), [(0, False), (14, False), (167, False), (168, True), (400, True)])
def test_the_open_gap_stands_out_once_it_is_beyond_the_upper_limit(since: int, marked: bool) -> None:
    found = chart(*GOLDEN, since=since)
    assert bool(found.marks[-1]) is marked
    assert lines(found) == lines(chart(*GOLDEN))  # an open gap moves no limit


def test_an_open_gap_shorter_than_the_mean_is_not_judged_and_ends_no_run() -> None:
    short = [30, 40] * 4 + [4, 5, 4, 5, 4, 5]
    assert Signal.RUN not in {mark.signal for mark in chart(*short, since=1).marks[-2]}
    assert chart(*short, since=1).marks[-1] == ()


def test_an_open_gap_longer_than_the_mean_counts_in_a_run() -> None:
    long = [4, 5] * 4 + [30, 40, 30, 40, 30, 40]
    assert Mark(Signal.RUN, Side.HIGHER) not in chart(*long).marks[-2]
    assert Mark(Signal.RUN, Side.HIGHER) in chart(*long, since=20).marks[-1]


@pytest.mark.parametrize("count", [0, 1, 7, 8])
def test_nine_events_make_limits(count: int) -> None:
    found = chart(*GOLDEN[:count])
    assert (found.in_days is None) is (count < 8)
    assert len(found.marks) == count + 1
    expected = GapAbsence.TOO_FEW if count < 8 else GapAbsence.TRIAL
    assert gap_standing(found, Polarity.LOWER) is expected


def test_events_of_one_day_are_no_days_apart() -> None:
    found = chart(0, *GOLDEN, 0)
    assert found.same_day == 2
    assert lines(found).lower < 0
    assert found.in_days is not None
    assert found.in_days.lower == 0
    assert chart(*[0] * 8, 3).limits is GapAbsence.SAME_DAY


@pytest.mark.parametrize(
    ("gaps", "since", "polarity", "expected"),
    [
        ((*GOLDEN, 12, 5, 31), 3, Polarity.LOWER, GapStanding.USUAL),
        ((*GOLDEN, 12, 5, 31), 300, Polarity.LOWER, GapStanding.LONGER_BETTER),
        ((*GOLDEN, 12, 5, 31), 300, Polarity.HIGHER, GapStanding.LONGER_WORSE),
        ((*GOLDEN, 12, 5, 31), 300, Polarity.NEUTRAL, GapStanding.LONGER),
        ((*[30, 40] * 4, 4, 5, 4, 5, 4, 5, 4), 3, Polarity.LOWER, GapStanding.SHORTER_WORSE),
        ((*[30, 40] * 4, 4, 5, 4, 5, 4, 5, 4), 3, Polarity.HIGHER, GapStanding.SHORTER_BETTER),
        ((*[30, 40] * 4, 4, 5, 4, 5, 4, 5, 4), 3, Polarity.UNDECLARED, GapStanding.SHORTER),
    ],
)
def test_longer_is_better_of_what_had_better_not_happen(
    gaps: tuple[int, ...], since: int, polarity: Polarity, expected: GapStanding
) -> None:
    assert gap_standing(chart(*gaps, since=since), polarity) is expected


@pytest.mark.parametrize("days", [0, 1, 7, 365])
def test_days_come_back_from_their_power(days: int) -> None:
    assert float(days_of(power_of(days))) == pytest.approx(days)
    assert days_of(Decimal(-1)) == 0
