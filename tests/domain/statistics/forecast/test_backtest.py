"""Proves that a back-test sees only the past, and that it counts hits and errors as it says."""

from dataclasses import astuple

import pytest

from dashboard.domain.periods.months import month_number
from dashboard.domain.statistics.backtest import BackTest, Comparison, Trial, back_test, trials
from dashboard.domain.statistics.forecast import Forecast, Span, forecast

JANUARY = month_number("2012-01")
YEAR = Span(JANUARY)


def trial(outturn: int, expected: float, flat_share: float, last_year: int | None = None) -> Trial:
    return Trial(YEAR, 6, outturn, expected, 90, 110, flat_share, last_year)


def test_every_complete_year_is_tried_after_each_of_its_months() -> None:
    known: dict[int, int | None] = {month: 50 for month in range(JANUARY - 26, JANUARY + 30)}
    found = list(trials(known, YEAR))
    assert [(each.span.first, each.steps) for each in found] == [
        (JANUARY + 12 * year, steps) for year in (-2, -1, 0, 1) for steps in range(1, 12)
    ]
    assert {each.outturn for each in found} == {600}
    assert [each.last_year for each in found] == [None] * 11 + [600] * 33


def test_a_year_with_a_missing_month_is_not_tried() -> None:
    known: dict[int, int | None] = {month: 50 for month in range(JANUARY, JANUARY + 24)}
    known[JANUARY + 5] = None
    assert {each.span.first for each in trials(known, YEAR)} == {JANUARY + 12}


def test_last_year_is_the_newest_year_that_is_whole() -> None:
    known: dict[int, int | None] = {month: 50 for month in range(JANUARY - 24, JANUARY + 12)}
    known |= {JANUARY - 24: 51, JANUARY - 3: None}
    assert {each.last_year for each in trials(known, YEAR) if each.span == YEAR} == {601}


def test_a_trial_sees_only_what_was_counted_by_then() -> None:
    known: dict[int, int | None] = {month: 50 + month % 7 for month in range(JANUARY - 12, JANUARY + 12)}
    other = known | {JANUARY + month: 900 for month in range(4, 12)}
    then = [each for each in trials(known, YEAR) if each.span == YEAR][3]
    again = [each for each in trials(other, YEAR) if each.span == YEAR][3]
    made = forecast({month: number for month, number in known.items() if month < JANUARY + 4}, YEAR)
    assert isinstance(made, Forecast)
    assert (then.expected, then.low, then.high) == (again.expected, again.low, again.high)
    assert (then.expected, then.low, then.high) == (made.expected, *made.outturn())
    assert then.flat_share == again.flat_share == 3 * sum(made.so_far)


def test_years_that_cannot_be_forecast_are_not_tried() -> None:
    known: dict[int, int | None] = dict.fromkeys(range(JANUARY, JANUARY + 12), -1)
    assert not list(trials(known, YEAR))


def test_without_a_complete_year_there_is_no_back_test() -> None:
    assert back_test(trials({}, YEAR)) is None
    assert back_test(trials(dict.fromkeys(range(JANUARY + 1, JANUARY + 12), 5), YEAR)) is None


def test_hits_and_errors_are_counted_over_the_same_trials() -> None:
    found = back_test([trial(100, 104.0, 110.0, 80), trial(111, 100.0, 111.0), trial(90, 90.0, 80.0, 91)])
    assert found is not None
    assert found.last_year is not None
    assert (found.trials, found.flat_share.trials, found.last_year.trials) == (3, 3, 2)
    assert found.coverage == pytest.approx(200 / 3)
    assert astuple(found.flat_share)[1:] == pytest.approx((15 / 3.01, 20 / 3.01))
    assert astuple(found.last_year)[1:] == pytest.approx((4 / 1.9, 21 / 1.9))
    assert found.no_worse


@pytest.mark.parametrize(
    ("flat_share", "last_year", "no_worse"),
    [
        (Comparison(1, 5, 5), None, True),
        (Comparison(1, 5, 4), None, False),
        (Comparison(1, 5, 6), Comparison(1, 5, 4), False),
    ],
)
def test_a_forecast_is_no_worse_when_neither_simple_one_beats_it(
    flat_share: Comparison, last_year: Comparison | None, no_worse: bool
) -> None:
    assert BackTest(1, 100.0, flat_share, last_year).no_worse is no_worse


def test_years_without_an_incident_have_an_error_too() -> None:
    found = back_test([Trial(YEAR, 6, 0, 0.5, 0, 1, 0.0, None)])
    assert found is not None
    assert (found.coverage, found.flat_share) == (100, Comparison(1, 50, 0))


def test_quarters_are_tried_after_each_of_the_first_three() -> None:
    known: dict[int, int | None] = {quarter: 150 for quarter in range(JANUARY - 24, JANUARY + 24, 3)}
    found = list(trials(known, Span(JANUARY, step=3)))
    assert [(each.span.first, each.steps) for each in found] == [
        (JANUARY + 12 * year, steps) for year in (-2, -1, 0, 1) for steps in (1, 2, 3)
    ]
    assert {(each.outturn, each.flat_share) for each in found} == {(600, 600.0)}
    assert {each.low <= 600 <= each.high for each in found} == {True}


@pytest.mark.parametrize(
    ("held", "tried", "holds"), [(4, 5, True), (79, 100, False), (80, 100, True), (21, 33, False), (29, 33, True)]
)
def test_a_range_holds_where_it_held_four_times_in_five(held: int, tried: int, holds: bool) -> None:
    found = back_test([trial(100 if at < held else 111, 100.0, 100.0) for at in range(tried)])
    assert found is not None
    assert (found.held, found.trials, found.holds) == (held, tried, holds)


def test_last_years_way_goes_on_from_what_was_counted() -> None:
    numbers = [10, 20, 30, *[40] * 9, 20, 20, 20, *[30] * 9]
    known: dict[int, int | None] = dict(enumerate(numbers, JANUARY - 12))
    found = [each for each in trials(known, YEAR) if each.span == YEAR]
    # After a month 20 x 420 / 10, after two 40 x 420 / 30, after three 60 x 420 / 60.
    assert [each.last_share for each in found[:3]] == pytest.approx([840, 560, 420])
    assert next(each.last_share for each in trials(known, Span(JANUARY - 12))) is None


def test_a_last_year_that_began_with_nothing_has_no_way_to_go_on() -> None:
    known: dict[int, int | None] = dict(enumerate([0, 20, *[40] * 10, *[30] * 12], JANUARY - 12))
    found = [each for each in trials(known, YEAR) if each.span == YEAR]
    assert (found[0].last_share, found[0].last_year) == (None, 420)
    assert found[1].last_share == pytest.approx(60 * 420 / 20)
    summed = back_test(found)
    assert summed is not None
    assert summed.last_share is not None
    assert (summed.last_share.trials, summed.flat_share.trials) == (10, 11)


def test_the_newest_five_whole_years_are_tried() -> None:
    known: dict[int, int | None] = {month: 50 for month in range(JANUARY - 96, JANUARY + 12)}
    firsts = {each.span.first for each in trials(known, YEAR)}
    assert firsts == {JANUARY - 12 * at for at in range(5)}


def test_a_forecast_that_last_years_way_beats_is_worse() -> None:
    beaten = BackTest(1, 100.0, Comparison(1, 5, 6), None, Comparison(1, 5, 4))
    assert not beaten.no_worse
