"""Proves the forecast's golden numbers, its share of the year, and that it says why when there is none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.forecast import (
    CannotForecast,
    Forecast,
    Goal,
    NoForecast,
    Remaining,
    Span,
    barred,
    chance_of_meeting,
    comparable_years,
    dispersion,
    fan,
    forecast,
    in_words,
    milestones,
    recent_level,
    required_run_rate,
    season,
    still_to_come,
)
from dashboard.domain.status import Polarity
from dashboard.domain.street import month_number
from dashboard.domain.values import ValueType

APRIL = month_number("2010-04")
YEAR = Span(APRIL)
FLAT = (1 / 12,) * 12
RISING = tuple(range(50, 110, 5))


def counts(first: int, *numbers: int | None) -> dict[int, int | None]:
    return dict(enumerate(numbers, first))


def made(known: dict[int, int | None], span: Span = YEAR) -> Forecast:
    found = forecast(known, span)
    assert isinstance(found, Forecast)
    return found


def lower(number: str) -> Goal:
    return Goal(Decimal(number), Polarity.LOWER)


def higher(number: str) -> Goal:
    return Goal(Decimal(number), Polarity.HIGHER)


@pytest.mark.parametrize(
    ("so_far", "share", "golden"),
    [(250, 0.75, (333.5, 10.551)), (150, 0.5, (300.5, 17.349)), (70, 0.25, (281.5, 29.086))],
)
def test_the_outturn_has_its_golden_mean_and_deviation(so_far: int, share: float, golden: tuple[float, float]) -> None:
    remaining = still_to_come(so_far, share, 1 - share)
    assert (so_far + remaining.mean, remaining.variance**0.5) == pytest.approx(golden, abs=0.0005)


@pytest.mark.parametrize(
    ("so_far", "share", "width", "low", "high"),
    [
        (250, 0.75, 0.8, 320, 347),
        (250, 0.75, 0.95, 314, 355),
        (150, 0.5, 0.8, 279, 323),
        (150, 0.5, 0.95, 268, 336),
        (70, 0.25, 0.95, 228, 342),
    ],
)
def test_the_outturn_has_its_golden_range(so_far: int, share: float, width: float, low: int, high: int) -> None:
    found = still_to_come(so_far, share, 1 - share).between(width)
    assert (so_far + found[0], so_far + found[1]) == (low, high)


@pytest.mark.parametrize(("so_far", "share", "target", "chance"), [(150, 0.5, "288", 0.249), (70, 0.25, "304", 0.790)])
def test_the_chance_of_meeting_has_its_golden_value(so_far: int, share: float, target: str, chance: float) -> None:
    found = chance_of_meeting(still_to_come(so_far, share, 1 - share), so_far, lower(target))
    assert found == pytest.approx(chance, abs=0.0005)


def test_the_range_is_that_of_scipys_negative_binomial() -> None:
    from scipy.stats import nbinom

    remaining = Remaining(83.5, 200.0)
    p = 83.5 / 200
    known = nbinom(83.5 * p / (1 - p), p)
    assert remaining.between() == (int(known.ppf(0.1)), int(known.ppf(0.9)))
    assert remaining.at_most(90) == pytest.approx(known.cdf(90))


def test_dispersion_and_drift_widen_the_range_and_leave_the_mean() -> None:
    plain, spread = still_to_come(150, 0.5, 0.5), still_to_come(150, 0.5, 0.5, 2.0, 0.01)
    assert spread.mean == plain.mean == 150.5
    assert spread.variance == pytest.approx(2 * plain.variance + 0.01 * 150.5**2)


def test_equal_to_the_target_is_met_either_way() -> None:
    remaining = still_to_come(5, 0.5, 0.5)
    assert chance_of_meeting(remaining, 5, lower("10")) == remaining.at_most(5)
    assert chance_of_meeting(remaining, 5, higher("10")) == 1 - remaining.at_most(4)
    assert chance_of_meeting(remaining, 5, higher("9.5")) == 1 - remaining.at_most(4)


def test_a_target_that_is_passed_has_no_chance_or_every_chance() -> None:
    remaining = still_to_come(20, 0.5, 0.5)
    assert chance_of_meeting(remaining, 20, lower("19")) == 0
    assert chance_of_meeting(remaining, 20, higher("20")) == 1


@pytest.mark.parametrize("polarity", [Polarity.NEUTRAL, Polarity.UNDECLARED])
def test_without_a_better_way_there_is_no_chance(polarity: Polarity) -> None:
    assert chance_of_meeting(still_to_come(20, 0.5, 0.5), 20, Goal(Decimal(40), polarity)) is None


def test_a_chance_is_said_in_words() -> None:
    chances = (1.0, 0.9, 0.89, 0.67, 0.66, 0.33, 0.32, 0.1, 0.09, 0.0)
    words = ("very likely", "likely", "in the balance", "unlikely", "very unlikely")
    assert [in_words(chance) for chance in chances] == [word for word in words for _ in range(2)]


def test_the_required_run_rate_spreads_what_is_left_over_the_months_left() -> None:
    assert required_run_rate(250, 4, lower("288")) == required_run_rate(250, 4, higher("288")) == Decimal("9.5")
    assert required_run_rate(288, 4, lower("288")) == required_run_rate(289, 4, higher("288")) == 0


def test_a_target_beyond_reach_has_no_run_rate() -> None:
    assert required_run_rate(289, 4, lower("288")) is None


def test_milestones_follow_the_season_up_to_the_target() -> None:
    assert milestones(Decimal(288), (0.25, 0.5, 0.25)) == (72, 216, 288)


def test_a_fan_opens_month_by_month_and_ends_at_the_outturn() -> None:
    year = made(counts(APRIL, 30, 28, 33, 31, 29, 35, 30, 27, 31))
    opened = fan(year)
    widths = [high - low for _, low, high in opened]
    assert (len(widths), widths) == (3, sorted(widths))
    assert opened[-1] == (year.expected, *year.outturn())
    assert opened[0][0] == pytest.approx(274 + year.remaining(1).mean)


def test_only_counts_are_forecast() -> None:
    assert {barred(value_type) for value_type in (ValueType.RATE, ValueType.PERCENTAGE, ValueType.CHANGE)} == {
        CannotForecast(NoForecast.NOT_A_COUNT)
    }


def test_surveys_and_delayed_measures_are_not_forecast() -> None:
    assert barred(ValueType.PERCENTAGE, survey=True) == CannotForecast(NoForecast.SURVEY)
    assert barred(ValueType.COUNT, delayed=True) == CannotForecast(NoForecast.DELAYED)
    assert barred(ValueType.COUNT, sum_=False) == CannotForecast(NoForecast.NOT_ADDED)
    assert barred(ValueType.COUNT) is None


@pytest.mark.parametrize(
    ("known", "reason", "month"),
    [
        ({}, NoForecast.NO_MONTH, None),
        (counts(APRIL - 12, *RISING), NoForecast.NO_MONTH, None),
        (counts(APRIL, None, None), NoForecast.NO_MONTH, None),
        (counts(APRIL, 20, None, 21), NoForecast.GAP, APRIL + 1),
        (counts(APRIL + 1, 20), NoForecast.GAP, APRIL),
        (counts(APRIL, 20, -3, 21), NoForecast.NEGATIVE, APRIL + 1),
        (counts(APRIL - 1, -1, 20, 21), NoForecast.NEGATIVE, APRIL - 1),
        (counts(APRIL, *RISING), NoForecast.COMPLETE, None),
    ],
)
def test_a_year_that_cannot_be_forecast_says_why(
    known: dict[int, int | None], reason: NoForecast, month: int | None
) -> None:
    assert forecast(known, YEAR) == CannotForecast(reason, month)


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
