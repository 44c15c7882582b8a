"""Proves what the forecast makes of the months before the year: its season, its level, and how far it trusts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.statistics.forecast import (
    CannotForecast,
    NoForecast,
    Span,
    forecast,
)
from tests.domain.forecast_years import APRIL, YEAR, counts, made

#: A year from April on whose winter is twice as busy as its summer, unlike what police count.
WINTRY = (60, 50, 50, 50, 50, 60, 80, 100, 100, 100, 100, 80)


def width(known: dict[int, int | None]) -> float:
    """The range of the year in parts of what is expected of it."""
    year = made(known)
    low, high = year.outturn()
    return (high - low) / year.expected


def test_months_after_the_newest_counted_one_are_still_to_come() -> None:
    year = made(counts(APRIL, 20, 21, 22, None, None))
    assert (year.so_far, year.past, year.left, len(year.to_come)) == ((20, 21, 22), 0, 9, 9)
    assert year.expected == pytest.approx(63 + year.remaining().mean)


def test_months_without_a_figure_before_the_year_are_no_zeros() -> None:
    year = counts(APRIL, 20, 21, 22)
    assert made(counts(APRIL - 3, None, None, None) | year) == made(year)


def test_what_comes_after_the_year_says_nothing() -> None:
    known = counts(APRIL, 20, 21, 22)
    assert made(known | {APRIL + 12: 900}) == made(known)


def test_a_year_without_an_incident_so_far_is_forecast_too() -> None:
    year = made(counts(APRIL, 0, 0, 0))
    assert year.outturn()[0] == 0
    assert 0 < year.expected < 6


def test_a_first_year_has_the_usual_season_with_its_months_as_long_as_they_are() -> None:
    shares = made(counts(APRIL, *[1000] * 3)).shares
    july, february = shares[3], shares[10]
    assert july == pytest.approx(max(shares), rel=0.001)
    assert february == min(shares)
    assert july / february == pytest.approx(31 / 28.25 * 1.06**2 / 1.02, rel=0.05)


def test_a_season_is_learned_from_years_and_from_parts_of_them() -> None:
    one, three = (made(counts(APRIL - 12 * n, *WINTRY * n, 60, 50, 50)) for n in (1, 3))
    half = made(counts(APRIL - 6, *WINTRY[6:], 60, 50, 50))
    first = made(counts(APRIL, 60, 50, 50))
    assert [year.past for year in (first, half, one, three)] == [0, 6, 12, 36]
    learned = [year.learned for year in (first, half, one, three)]
    assert learned == sorted(learned)
    assert 0 < learned[0] < learned[-1] < 1
    assert first.shares[7] < half.shares[7] < three.shares[7] < 100 / 880
    assert first.expected < one.expected < three.expected == pytest.approx(880, rel=0.05)


def test_a_season_that_is_all_its_own_is_believed_after_one_year() -> None:
    year = made(counts(APRIL - 12, *WINTRY, *WINTRY[:3]))
    assert year.learned > 0.6
    assert year.expected == pytest.approx(sum(WINTRY), rel=0.05)


def test_older_years_tell_less_of_the_season_and_the_oldest_nothing() -> None:
    def after(years: int) -> float:
        return made(counts(APRIL - 12 * years, *WINTRY) | counts(APRIL, 60, 50, 50)).learned

    assert after(1) > after(3) > after(5) > after(6)
    assert after(6) == after(11) == made(counts(APRIL, 60, 50, 50)).learned


def test_the_range_narrows_as_the_year_goes_on() -> None:
    steady = [1000] * 11
    widths = [width(counts(APRIL, *steady[:done])) for done in range(1, 12)]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] > 0.2
    assert widths[-1] < 0.025


def test_the_range_of_a_first_year_is_wider_than_one_with_years_before_it() -> None:
    assert width(counts(APRIL, *[1000] * 3)) > 1.2 * width(counts(APRIL - 36, *[1000] * 39))


def test_a_series_that_moves_much_has_the_wider_range() -> None:
    steady, lively = [1000] * 24, [1000, 700, 1300, 900, 1200, 650] * 4
    calm, wild = (made(counts(APRIL - 18, *numbers)) for numbers in (steady, lively))
    assert 0.5 <= calm.liveliness < 1
    assert 2 < wild.liveliness <= 4
    assert width(counts(APRIL - 18, *lively)) > 1.5 * width(counts(APRIL - 18, *steady))


def test_a_steady_year_keeps_its_level() -> None:
    year = made(counts(APRIL - 12, *[1000] * 18))
    assert year.expected == pytest.approx(12_000, rel=0.02)
    assert year.past == 12


def test_quarters_are_forecast_as_the_months_in_them() -> None:
    months = made(counts(APRIL - 24, *[100] * 30))
    quarters = made({APRIL - 24 + 3 * at: 300 for at in range(10)}, Span(APRIL, step=3))
    assert (quarters.left, len(quarters.shares)) == (2, 4)
    assert quarters.expected == pytest.approx(months.expected, rel=0.01)
    assert quarters.remaining().variance == pytest.approx(months.remaining().variance, rel=0.25)


@given(st.lists(st.lists(st.integers(0, 900), min_size=12, max_size=12), max_size=3))
def test_shares_are_positive_and_add_up_to_the_year(years: list[list[int]]) -> None:
    numbers = [number for year in years for number in year]
    shares = made(counts(APRIL - len(numbers), *numbers, 20)).shares
    assert min(shares) > 0
    assert sum(shares) == pytest.approx(1)


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=23))
def test_any_counts_have_a_range_around_what_is_expected(numbers: list[int]) -> None:
    year = forecast(counts(APRIL - 12, *numbers), Span(APRIL) if len(numbers) > 12 else Span(APRIL - 12))
    if isinstance(year, CannotForecast):
        assert (year.reason, len(numbers)) == (NoForecast.COMPLETE, 12)
        return
    low, high = year.outturn()
    wide_low, wide_high = year.outturn(0.95)
    assert sum(year.so_far) <= wide_low <= low <= high <= wide_high


def test_the_whole_year_is_the_span_that_was_asked_for() -> None:
    assert made(counts(APRIL, 20, 21)).span == YEAR
