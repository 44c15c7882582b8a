"""Proves the recent trend on the worked examples, and that it is silent where five points do not bear it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.statistics.recent_trend import Estimate, RecentTrend, TrendMarker, recent_trend
from dashboard.domain.targets.status import Polarity

MODEST = settings(max_examples=100, deadline=None, derandomize=True)

RISING = [
    Estimate(24.67, 23.16, 26.25),
    Estimate(24.6, 23.15, 26.19),
    Estimate(28, 26.44, 29.64),
    Estimate(30.2, 28.63, 31.9),
    Estimate(30.6, 28.98, 32.25),
]
STEADY = [
    Estimate(20.5506, 18.1803, 23.1427),
    Estimate(19.5952, 17.3444, 22.0602),
    Estimate(19.0349, 16.8421, 21.4394),
    Estimate(21.3966, 19.0918, 23.8975),
    Estimate(18.4372, 16.2925, 20.7941),
]
SERIES = st.lists(st.integers(-500, 500), min_size=5, max_size=8)


def alike(*values: float, reach: float = 1.0) -> list[Estimate]:
    """Estimates with intervals of one width."""
    return [Estimate(value, value - reach, value + reach) for value in values]


def marker_of(points: list[Estimate], polarity: Polarity = Polarity.NEUTRAL) -> TrendMarker:
    return recent_trend(points, polarity).marker


def test_the_rising_golden_series_is_significant() -> None:
    found = recent_trend(RISING, Polarity.LOWER)
    assert found.chi_squared == pytest.approx(46.77, abs=0.005)
    assert found.slope == pytest.approx(1.7516, abs=5e-5)
    assert (found.marker, found.used) == (TrendMarker.INCREASING_WORSE, (0, 1, 2, 3, 4))
    assert found.sentence == "increasing and getting worse"


def test_the_steady_golden_series_is_not_significant() -> None:
    found = recent_trend(STEADY, Polarity.LOWER)
    assert found.chi_squared == pytest.approx(0.4642, abs=5e-5)
    assert found.marker is TrendMarker.NO_CHANGE
    assert found.sentence == "no significant change"


@pytest.mark.parametrize(
    ("polarity", "rising", "falling"),
    [
        (Polarity.HIGHER, TrendMarker.INCREASING_BETTER, TrendMarker.DECREASING_WORSE),
        (Polarity.LOWER, TrendMarker.INCREASING_WORSE, TrendMarker.DECREASING_BETTER),
        (Polarity.NEUTRAL, TrendMarker.INCREASING, TrendMarker.DECREASING),
        (Polarity.UNDECLARED, TrendMarker.INCREASING, TrendMarker.DECREASING),
    ],
)
def test_polarity_turns_direction_into_better_or_worse(
    polarity: Polarity, rising: TrendMarker, falling: TrendMarker
) -> None:
    assert marker_of(RISING, polarity) is rising
    assert marker_of(RISING[::-1], polarity) is falling


@pytest.mark.parametrize(("years", "words"), [(0, "none"), (1, "one"), (2, "two"), (3, "three"), (4, "four")])
def test_fewer_than_five_points_have_no_trend(years: int, words: str) -> None:
    found = recent_trend([*RISING[:years], None], Polarity.LOWER)
    sentence = f"recent trend cannot be calculated: needs five points, has {words}"
    assert found == RecentTrend(TrendMarker.NOT_CALCULATED, sentence, tuple(range(years)))


def test_only_the_five_newest_points_count_and_missing_years_are_passed_over() -> None:
    older = alike(900, 800)
    found = recent_trend([*older, RISING[0], None, *RISING[1:], None], Polarity.LOWER)
    assert found.used == (2, 4, 5, 6, 7)
    assert found.chi_squared == recent_trend(RISING, Polarity.LOWER).chi_squared


def test_the_threshold_must_be_passed_not_met() -> None:
    # Steps of 1 and intervals of one width: chi-squared is 10 / error², and 2 x 1.96 errors are 2 x reach.
    below, above = ((10 / (9.549536 + step)) ** 0.5 * 1.96 for step in (-1e-6, 1e-6))
    assert marker_of(alike(1, 2, 3, 4, 5, reach=below)) is TrendMarker.NO_CHANGE
    assert marker_of(alike(1, 2, 3, 4, 5, reach=above)) is TrendMarker.INCREASING


def test_a_trend_that_rests_on_one_point_is_no_trend() -> None:
    found = recent_trend(alike(10, 9, 8, 7, 100), Polarity.LOWER)
    assert found.chi_squared is not None
    assert found.chi_squared > 9.549536
    assert found.marker is TrendMarker.NO_CHANGE


def test_a_slope_that_vanishes_without_one_point_does_not_count_as_the_same_sign() -> None:
    assert marker_of(alike(10, 10, 10, 10, 100)) is TrendMarker.NO_CHANGE


def test_equal_values_have_no_slope() -> None:
    found = recent_trend(alike(0.1, 0.1, 0.1, 0.1, 0.1), Polarity.LOWER)
    assert (found.slope, found.chi_squared, found.marker) == (0, 0, TrendMarker.NO_CHANGE)


def test_an_interval_without_width_bears_no_trend() -> None:
    found = recent_trend([*RISING[:4], Estimate(30.6, 30.6, 30.6)], Polarity.LOWER)
    assert found.sentence == "recent trend cannot be calculated: an interval has no width"
    assert (found.slope, found.chi_squared, found.used) == (None, None, (0, 1, 2, 3, 4))


@pytest.mark.parametrize(("low", "high"), [(2.0, 1.0), (float("nan"), 1.0)])
def test_limits_the_wrong_way_round_are_refused(low: float, high: float) -> None:
    with pytest.raises(ValueError, match="no interval"):
        Estimate(1.5, low, high)


@MODEST
@given(SERIES)
def test_a_trend_read_backwards_goes_the_other_way(values: list[int]) -> None:
    newest = alike(*values)[-5:]
    forwards, backwards = recent_trend(newest, Polarity.NEUTRAL), recent_trend(newest[::-1], Polarity.NEUTRAL)
    assert forwards.slope is not None
    assert backwards.slope == pytest.approx(-forwards.slope, abs=1e-9)
    assert (forwards.marker is TrendMarker.INCREASING) == (backwards.marker is TrendMarker.DECREASING)


@MODEST
@given(SERIES, st.integers(1, 4))
def test_the_unit_changes_nothing_but_the_slope(values: list[int], power: int) -> None:
    points, factor = alike(*values), 2.0**power
    scaled = [Estimate(point.value * factor, point.low * factor, point.high * factor) for point in points]
    found, again = recent_trend(points, Polarity.LOWER), recent_trend(scaled, Polarity.LOWER)
    assert (found.marker, found.chi_squared) == (again.marker, again.chi_squared)
