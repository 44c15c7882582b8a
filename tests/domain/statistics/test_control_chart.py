"""Proves the control chart: its limits, its signals and what its icons say."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.statistics.control.limits import ControlLimits, limits
from dashboard.domain.statistics.control.signals import Mark, Side, Signal, signals
from dashboard.domain.statistics.control_chart import (
    Assurance,
    ControlAbsence,
    ControlChart,
    Rebaseline,
    Variation,
    assurance,
    control_chart,
    group_starts,
    variation,
)
from dashboard.domain.targets.status import Polarity
from dashboard.domain.values.printed import ValueType

MODEST = settings(max_examples=100, deadline=None, derandomize=True)
GOLDEN = (1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1)
STABLE = (10, 11) * 7  # mean 10.5, limits 7.84 and 13.16
LINES = ControlLimits(Decimal(10), Decimal(4), Decimal(16))  # two thirds of the way lie at 6 and 14
SERIES = st.lists(st.none() | st.integers(0, 40), min_size=1, max_size=30)


def points(numbers: Iterable[int | None]) -> list[Decimal | None]:
    return [None if number is None else Decimal(number) for number in numbers]


def rates(*numbers: int | None, starts: tuple[int, ...] = (), run_length: int = 7) -> ControlChart:
    return control_chart(points(numbers), ValueType.RATE, starts, run_length)


def marked(signal: Signal, numbers: Iterable[int | None], run_length: int = 7) -> dict[int, str]:
    """Where *signal* stands on LINES, as "+" for higher values and "-" for lower ones."""
    signs = {Side.HIGHER: "+", Side.LOWER: "-"}
    marks = enumerate(signals(points(numbers), LINES, run_length))
    found = {at: "".join(signs[mark.side] for mark in own if mark.signal is signal) for at, own in marks}
    return {at: text for at, text in found.items() if text}


@pytest.mark.parametrize(("screened", "lower", "upper"), [(True, "-0.7156", "4.6044"), (False, "-3.0626", "6.9515")])
def test_the_golden_limits(screened: bool, lower: str, upper: str) -> None:
    found = limits(points(GOLDEN), screened=screened)
    rounded = [round(line, 4) for line in (found.mean, found.lower, found.upper)]
    assert rounded == [Decimal("1.9444"), Decimal(lower), Decimal(upper)]


def test_the_golden_series_has_one_signal() -> None:
    assert {at: own for at, own in enumerate(rates(*GOLDEN).marks) if own} == {4: (Mark(Signal.OUTSIDE, Side.HIGHER),)}


@pytest.mark.parametrize(("widest", "left_out"), [(3267, True), (3266, False)])
def test_a_range_of_3267_times_the_mean_is_left_out(widest: int, left_out: bool) -> None:
    steps = [widest, *[748] * 8, 10_000 - widest - 8 * 748]  # ten moving ranges with the mean 1,000
    path = points(sum(steps[:at]) for at in range(11))
    assert (limits(path) != limits(path, screened=False)) is left_out


def test_a_gap_breaks_the_moving_ranges() -> None:
    assert limits(points([1, 2, None, 9, 8])) == ControlLimits(Decimal(5), Decimal("2.34"), Decimal("7.66"))


@pytest.mark.parametrize("numbers", [[], [5], [1, None, 3]])
def test_without_neighbours_there_are_no_limits(numbers: list[int | None]) -> None:
    with pytest.raises(ValueError, match="no moving range"):
        limits(points(numbers))


def test_a_point_on_the_limit_is_inside() -> None:
    assert marked(Signal.OUTSIDE, [16, 17, None, 4, 3]) == {1: "+", 4: "-"}


@pytest.mark.parametrize(
    ("numbers", "run_length", "expected"),
    [
        ([11, 12] * 3 + [11], 7, "+++++++"),
        ([9, 8] * 3 + [9], 7, "-------"),
        ([11, 12] * 3, 7, ""),
        ([11, 12] * 3, 6, "++++++"),
        ([11, 12, 11, 10, 12, 11, 12], 6, ""),  # a point on the mean is on neither side
        ([11, 12, 11, None, 12, 11, 12], 6, ""),
        ([9] + [11, 12] * 4 + [9], 7, " ++++++++ "),  # every point of a longer run
    ],
)
def test_a_run_lies_on_one_side_of_the_mean(numbers: list[int | None], run_length: int, expected: str) -> None:
    found = {at: sign for at, sign in enumerate(expected) if sign != " "}
    assert marked(Signal.RUN, numbers, run_length) == found


@pytest.mark.parametrize(
    ("numbers", "run_length", "expected"),
    [
        ([7, 8, 9, 10, 11, 12, 13], 7, "+++++++"),
        ([13, 12, 11, 10, 9, 8, 7], 7, "-------"),
        ([8, 9, 10, 11, 12, 13], 7, ""),
        ([8, 9, 10, 11, 12, 13], 6, "++++++"),
        ([8, 9, 10, 10, 11, 12, 13], 6, ""),
        ([8, 9, 10, None, 11, 12, 13], 6, ""),
        ([8, 9, 10, 11, 12, 13, 12, 11, 10, 9, 8], 6, "+++++*-----"),  # the peak belongs to both
    ],
)
def test_a_trend_rises_or_falls_without_a_rest(numbers: list[int | None], run_length: int, expected: str) -> None:
    found = {at: sign.replace("*", "+-") for at, sign in enumerate(expected)}
    assert marked(Signal.TREND, numbers, run_length) == found


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([15, 9, 15], {0: "+", 2: "+"}),  # the third may lie anywhere
        ([5, 10, 5], {0: "-", 2: "-"}),
        ([14, 9, 15], {}),  # two thirds of the way is not beyond them
        ([15, 9, 5], {}),
        ([15, 9, 9, 15], {}),
        ([15, 15], {}),
        ([15, None, 15, 9], {}),
        ([17, 9, 15], {0: "+", 2: "+"}),  # beyond the limit is beyond two thirds of it
    ],
)
def test_two_of_three_lie_close_to_one_limit(numbers: list[int | None], expected: dict[int, str]) -> None:
    assert marked(Signal.NEAR_LIMIT, numbers) == expected


@pytest.mark.parametrize(("count", "trial"), [(0, False), (7, False), (8, True), (12, True)])
def test_eight_points_give_trial_limits_and_no_icons(count: int, trial: bool) -> None:
    chart, group = rates(*STABLE[:count]), rates(*STABLE[:count]).groups[0]
    expected = ControlAbsence.TRIAL if trial else ControlAbsence.TOO_FEW
    assert variation(chart, Polarity.LOWER) is assurance(chart, Polarity.LOWER, Decimal(12)) is expected
    assert (group.trial, isinstance(group.limits, ControlLimits)) == (trial, trial)


def test_thirteen_points_have_icons_and_gaps_are_no_points() -> None:
    assert variation(rates(*STABLE[:13], None), Polarity.LOWER) is Variation.COMMON_CAUSE
    assert variation(rates(*STABLE[:12], None, None), Polarity.LOWER) is ControlAbsence.TRIAL


def test_more_gaps_than_moving_ranges_forbid_limits() -> None:
    assert rates(*[5, None] * 13).groups[0].limits is ControlAbsence.TOO_MANY_GAPS
    assert isinstance(rates(*[5, 6, None] * 4).groups[0].limits, ControlLimits)


@pytest.mark.parametrize(
    ("newest", "polarity", "expected"),
    [
        (30, Polarity.HIGHER, Variation.IMPROVING_HIGHER),
        (30, Polarity.LOWER, Variation.CONCERNING_HIGHER),
        (30, Polarity.NEUTRAL, Variation.SPECIAL_HIGHER),
        (1, Polarity.HIGHER, Variation.CONCERNING_LOWER),
        (1, Polarity.LOWER, Variation.IMPROVING_LOWER),
        (1, Polarity.UNDECLARED, Variation.SPECIAL_LOWER),
    ],
)
def test_the_newest_figure_decides_variation(newest: int, polarity: Polarity, expected: Variation) -> None:
    assert variation(rates(*STABLE, newest, None), polarity) is expected
    assert variation(rates(*STABLE, newest, 10), polarity) is Variation.COMMON_CAUSE


def test_the_side_of_the_mean_comes_before_the_direction() -> None:
    chart = rates(*[1, 2] * 10, 30, 29, 28, 27, 26, 25, 24)
    assert {mark.side for mark in chart.marks[-1]} == {Side.HIGHER, Side.LOWER}
    assert variation(chart, Polarity.LOWER) is Variation.CONCERNING_HIGHER


@pytest.mark.parametrize(
    ("polarity", "target", "expected"),
    [
        (Polarity.LOWER, "13.16", Assurance.PASSING),  # equal to target is met
        (Polarity.LOWER, "13.15", Assurance.HIT_AND_MISS),
        (Polarity.LOWER, "7.84", Assurance.HIT_AND_MISS),
        (Polarity.LOWER, "7.83", Assurance.FALLING_SHORT),
        (Polarity.HIGHER, "7.84", Assurance.PASSING),
        (Polarity.HIGHER, "13.16", Assurance.HIT_AND_MISS),
        (Polarity.HIGHER, "13.17", Assurance.FALLING_SHORT),
        (Polarity.NEUTRAL, "13", ControlAbsence.NEUTRAL),
        (Polarity.UNDECLARED, "13", ControlAbsence.UNDECLARED),
    ],
)
def test_assurance_compares_limits_with_target(polarity: Polarity, target: str, expected: object) -> None:
    assert assurance(rates(*STABLE), polarity, Decimal(target)) is expected
    assert assurance(rates(*STABLE), polarity, None) is ControlAbsence.NO_TARGET


def test_limits_are_worked_out_anew_and_no_run_crosses() -> None:
    low, high = (1, 2) * 7, (21, 22) * 7
    chart = rates(*low, *high, starts=(14,))
    assert [group.limits for group in chart.groups] == [limits(points(part)) for part in (low, high)]
    assert not any(chart.marks)
    assert any(rates(*low, *high).marks)
    assert assurance(chart, Polarity.LOWER, Decimal(15)) is Assurance.FALLING_SHORT
    assert variation(rates(*low, *high[:3], starts=(14,)), Polarity.LOWER) is ControlAbsence.TOO_FEW


def test_a_group_starts_with_the_first_whole_period_after_the_decision() -> None:
    firsts = [date(2010, number, 1) for number in range(1, 7)]
    days = [date(2009, 5, 1), date(2010, 1, 1), date(2010, 3, 1), date(2010, 2, 2), date(2010, 4, 15), date(2011, 1, 1)]
    assert group_starts(firsts, [Rebaseline(day, "new recording", "A. Analyst") for day in days]) == (2, 4)


@pytest.mark.parametrize(("reason", "author"), [("", "A. Analyst"), ("new recording", " ")])
def test_a_new_baseline_needs_a_reason_and_an_author(reason: str, author: str) -> None:
    with pytest.raises(ValueError, match="a reason and an author"):
        Rebaseline(date(2010, 4, 1), reason, author)


@pytest.mark.parametrize("starts", [(0,), (14,), (-1,), (5, 5), (9, 4)])
def test_groups_start_in_order_inside_the_series(starts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="groups cannot start"):
        rates(*STABLE, starts=starts)


def test_a_run_has_six_or_seven_points() -> None:
    assert rates(*STABLE, run_length=6).run_length == 6
    with pytest.raises(ValueError, match="choose 6 or 7"):
        rates(*STABLE, run_length=5)


def test_equal_rates_lie_on_their_mean_whatever_their_decimals() -> None:
    assert not any(control_chart([Decimal(5) / Decimal(3)] * 14, ValueType.RATE).marks)


@MODEST
@given(SERIES)
def test_a_series_upside_down_has_its_signals_on_the_other_side(numbers: list[int | None]) -> None:
    mirrored = rates(*(None if number is None else -number for number in numbers))
    other = {Side.HIGHER: Side.LOWER, Side.LOWER: Side.HIGHER}
    turned = [{Mark(mark.signal, other[mark.side]) for mark in own} for own in mirrored.marks]
    assert [set(own) for own in rates(*numbers).marks] == turned


@MODEST
@given(SERIES, st.integers(-9, 9))
def test_gaps_bear_no_marks_and_the_unit_changes_none(numbers: list[int | None], shift: int) -> None:
    chart = rates(*numbers)
    moved = rates(*(None if number is None else 7 * number + shift for number in numbers))
    assert not any(own for own, point in zip(chart.marks, chart.points, strict=True) if point is None)
    assert moved.marks == chart.marks
