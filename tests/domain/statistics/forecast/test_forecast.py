"""Proves the forecast's golden numbers, its share of the year, and that it says why when there is none."""

from decimal import Decimal

import pytest

from dashboard.domain.statistics.forecast import (
    CannotForecast,
    NoForecast,
    Remaining,
    barred,
    chance_of_meeting,
    fan,
    forecast,
    milestones,
    required_run_rate,
    still_to_come,
)
from dashboard.domain.targets.goals import Goal
from dashboard.domain.targets.status import Polarity
from dashboard.domain.values.printed import ValueType
from tests.domain.forecast_years import APRIL, RISING, YEAR, counts, higher, lower, made


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


def test_a_forecast_doubts_what_the_barest_case_takes_as_known() -> None:
    year = made(counts(APRIL, *[25] * 6))
    bare = still_to_come(150, 0.5, 0.5)
    assert year.remaining().variance > 1.5 * bare.variance
    assert year.remaining().mean == pytest.approx(bare.mean, rel=0.1)


def test_equal_to_the_target_is_met_either_way() -> None:
    remaining = still_to_come(5, 0.5, 0.5)
    assert chance_of_meeting(remaining, 5, lower("10")) == remaining.at_most(5)
    assert chance_of_meeting(remaining, 5, higher("10")) == 1 - remaining.at_most(4)
    assert chance_of_meeting(remaining, 5, higher("9.5")) == 1 - remaining.at_most(4)


@pytest.mark.parametrize(
    ("number", "polarity", "last"),
    [("10", Polarity.LOWER, 9), ("9.5", Polarity.LOWER, 9), ("10", Polarity.HIGHER, 11), ("9.5", Polarity.HIGHER, 10)],
)
def test_a_strict_target_is_not_met_by_its_own_number(number: str, polarity: Polarity, last: int) -> None:
    remaining, goal = still_to_come(5, 0.5, 0.5), Goal(Decimal(number), polarity, strict=True)
    plain = Goal(Decimal(last), polarity)
    assert goal.last_met == last
    assert chance_of_meeting(remaining, 5, goal) == chance_of_meeting(remaining, 5, plain)
    assert required_run_rate(5, 2, goal) == required_run_rate(5, 2, plain)


def test_a_target_that_is_passed_has_no_chance_or_every_chance() -> None:
    remaining = still_to_come(20, 0.5, 0.5)
    assert chance_of_meeting(remaining, 20, lower("19")) == 0
    assert chance_of_meeting(remaining, 20, higher("20")) == 1


@pytest.mark.parametrize("polarity", [Polarity.NEUTRAL, Polarity.UNDECLARED])
def test_without_a_better_way_there_is_no_chance(polarity: Polarity) -> None:
    assert chance_of_meeting(still_to_come(20, 0.5, 0.5), 20, Goal(Decimal(40), polarity)) is None


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
    others = set(ValueType) - {ValueType.COUNT}
    assert set(map(barred, others)) == {CannotForecast(NoForecast.NOT_A_COUNT)}


def test_surveys_and_delayed_measures_are_not_forecast() -> None:
    assert barred(ValueType.PERCENTAGE, survey=True) == CannotForecast(NoForecast.SURVEY)
    assert barred(ValueType.COUNT, delayed=True) == CannotForecast(NoForecast.DELAYED)
    assert barred(ValueType.COUNT, sum_=False) == CannotForecast(NoForecast.NOT_ADDED)


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
