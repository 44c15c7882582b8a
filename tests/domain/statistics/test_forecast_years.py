"""Proves what the forecast makes of earlier years: shares, level, dispersion."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.statistics.forecast import (
    CannotForecast,
    NoForecast,
    Span,
    comparable_years,
    dispersion,
    forecast,
    recent_level,
    season,
)
from tests.domain.forecast_years import APRIL, FLAT, YEAR, counts, made


def test_months_after_the_newest_counted_one_are_still_to_come() -> None:
    year = made(counts(APRIL, 20, 21, 22, None, None))
    assert (year.so_far, year.past_years, year.shares) == ((20, 21, 22), 0, FLAT)
    assert year.expected == pytest.approx(63 + (year.counted + 0.5) / year.share * 0.75)


def test_months_without_a_figure_before_the_year_are_no_zeros() -> None:
    year = counts(APRIL, 20, 21, 22)
    assert made(counts(APRIL - 3, None, None, None) | year) == made(year)


def test_what_comes_after_the_year_says_nothing() -> None:
    known = counts(APRIL, 20, 21, 22)
    assert made(known | {APRIL + 12: 900}) == made(known)


def test_a_year_without_an_incident_so_far_is_forecast_too() -> None:
    year = made(counts(APRIL, 0, 0, 0))
    assert year.dispersion == 1
    assert year.outturn()[0] == 0
    assert 0 < year.expected < 6


def test_comparable_years_are_the_newest_five_that_are_whole() -> None:
    known = {month: month for month in range(APRIL - 96, APRIL + 2)}
    del known[APRIL - 30]
    years = comparable_years(known, YEAR)
    assert [year[0] for year in years] == [APRIL - 12, APRIL - 24, APRIL - 48, APRIL - 60, APRIL - 72]
    assert comparable_years({}, YEAR) == ()
    assert comparable_years(dict.fromkeys(range(APRIL - 12, APRIL), 0), YEAR) == ()  # no incident, no season


def test_the_share_of_past_years_is_drawn_to_the_flat_share() -> None:
    assert season([], 12) == FLAT
    one = season([(600, 200)], 2)
    assert one == pytest.approx((0.5 + 0.25 / 3 * 0.8, 0.5 - 0.25 / 3 * 0.8))  # one year of three, 800 of 1,000
    assert season([(600, 200)] * 5, 2)[0] == pytest.approx(0.5 + 0.25 * 5 / 7 * 4000 / 4200)


@given(st.lists(st.lists(st.integers(1, 900), min_size=12, max_size=12), max_size=5))
def test_shares_are_positive_and_add_up_to_the_year(years: list[list[int]]) -> None:
    shares = season(years, 12)
    assert min(shares) > 0
    assert sum(shares) == pytest.approx(1)


def test_the_level_remembers_recent_months_best_and_the_months_before_the_year_too() -> None:
    found = recent_level({APRIL - 1: 10, APRIL: 20, APRIL + 1: 30}, Span(APRIL, 11), (1 / 11,) * 11)
    assert found == pytest.approx((0.36 * 10 + 0.6 * 20 + 30, 1.96 / 11))


def test_a_steady_year_keeps_its_level() -> None:
    year = made(counts(APRIL - 12, *[1000] * 18))
    assert year.expected == pytest.approx(12_000, abs=2)
    assert year.past_years == 1


def test_dispersion_is_pearsons_drawn_to_what_is_usual() -> None:
    assert dispersion([(100, 100, 100)], (1 / 3,) * 3) == pytest.approx(4 * 2 / 6)
    assert dispersion([(50, 150)], (0.5, 0.5)) == pytest.approx((50 + 4 * 2) / 5)
    assert dispersion([(1, 1, 1, 1, 1, 1)], (1 / 6,) * 6) == 1


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=23))
def test_any_counts_have_a_range_around_what_is_expected(numbers: list[int]) -> None:
    year = forecast(counts(APRIL - 12, *numbers), Span(APRIL) if len(numbers) > 12 else Span(APRIL - 12))
    if isinstance(year, CannotForecast):
        assert (year.reason, len(numbers)) == (NoForecast.COMPLETE, 12)
        return
    low, high = year.outturn()
    wide_low, wide_high = year.outturn(0.95)
    assert sum(year.so_far) <= wide_low <= low <= high <= wide_high
