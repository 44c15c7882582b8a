"""Proves the course of a series: against the posterior added up by hand, and on golden numbers of another code."""

from math import cos, exp, lgamma, log, pi, sin

import numpy as np
import pytest

from dashboard.domain.periods.months import month_number
from dashboard.domain.statistics.course import (
    KEPT,
    KINDS,
    PEAK,
    SCATTER,
    UNKNOWN,
    USUAL,
    WALK,
    Course,
    course,
)

JANUARY, APRIL = month_number("2024-01"), month_number("2024-04")


def season(apart: int, off: float) -> float:
    alike = [exp(-2 * sin(pi * at / 12) ** 2) for at in range(12)]
    mean = sum(alike) / 12
    return float(off**2 * (alike[apart % 12] - mean) / (1 - mean) * KEPT ** (apart / 12))


def usual(month: int, days: float) -> float:
    return log(days) + USUAL * cos(2 * pi * (month - PEAK) / 12)


def added_up(count: int) -> tuple[float, float]:
    """What a January with *count* says of February: mean and variance, by adding up over the level of January."""
    offsets = usual(0, 31), usual(1, 28.25)
    centre = log(count + 0.5) - offsets[0]
    weights, means, squares = [], [], []
    for times, off, before in KINDS:
        first = (times * SCATTER) ** 2 + season(0, off) + UNKNOWN
        second = (times * SCATTER) ** 2 + (times * WALK) ** 2 + season(0, off) + UNKNOWN
        shared = season(1, off) + UNKNOWN
        levels = np.linspace(-12, 12, 40_001)
        likely = count * (offsets[0] + centre + levels) - np.exp(offsets[0] + centre + levels) - lgamma(count + 1)
        density = np.exp(likely - levels**2 / (2 * first)) / np.sqrt(2 * pi * first)
        whole = float(density.sum() * (levels[1] - levels[0]))
        middle = float((density * levels).sum() / density.sum())
        around = float((density * (levels - middle) ** 2).sum() / density.sum())
        ratio = shared / first
        expected = exp(offsets[1] + centre + ratio * middle)
        doubt = second - shared * ratio + ratio**2 * around
        weights.append(before * whole)
        means.append(expected)
        squares.append(expected + expected**2 * (exp(doubt) - 1) + expected**2)
    of_all = [weight / sum(weights) for weight in weights]
    mean = sum(weight * each for weight, each in zip(of_all, means, strict=True))
    return mean, sum(weight * each for weight, each in zip(of_all, squares, strict=True)) - mean**2


@pytest.mark.parametrize("count", [40, 400])
def test_laplaces_course_is_that_of_the_whole_posterior(count: int) -> None:
    found = course({JANUARY: count}, range(JANUARY, JANUARY + 2), 1)
    mean, variance = added_up(count)
    assert found.means == pytest.approx((mean,), rel=0.02)
    assert found.variances == pytest.approx((variance,), rel=0.05)


#: A year and a half from April 2023 on, as an office may count burglaries.
COUNTED = (41, 38, 35, 40, 44, 37, 52, 58, 49, 55, 47, 43, 39, 42, 36, 45, 40, 41)


def of_counted() -> Course:
    known = dict(enumerate(COUNTED, APRIL - 12))
    return course(known, range(APRIL, APRIL + 12), 1)


@pytest.mark.parametrize(
    ("known", "mean", "variance"),
    [
        (dict(enumerate(COUNTED, APRIL - 12)), 265.89598, 1197.94569),
        ({month: 10 * n for month, n in enumerate(COUNTED, APRIL - 12)}, 2833.6987, 106671.25),
        (dict(enumerate(COUNTED[:6], APRIL)), 218.88266, 948.27118),
    ],
)
def test_the_course_has_the_golden_numbers_of_a_second_code(
    known: dict[int, int], mean: float, variance: float
) -> None:
    """Worked out apart, one kind of series after the other and with ten times as many steps of Newton's method."""
    found = course(known, range(APRIL, APRIL + 12), 1)
    assert (found.means[-1], found.variances[-1]) == pytest.approx((mean, variance), rel=1e-6)


def test_what_is_expected_adds_up_month_by_month() -> None:
    found = of_counted()
    assert len(found.means) == len(found.variances) == 6
    steps = np.diff((0.0, *found.means))
    assert min(steps) > 0
    assert list(found.variances) == sorted(found.variances)
    assert all(variance > mean for mean, variance in zip(found.means, found.variances, strict=True))


def test_months_that_are_not_there_say_nothing() -> None:
    known = dict(enumerate(COUNTED, APRIL - 12))
    old = known | {APRIL - 61 - at: 9_000 for at in range(12)}  # more than five years before
    assert course(old, range(APRIL, APRIL + 12), 1) == course(known, range(APRIL, APRIL + 12), 1)


def test_a_jump_is_believed_where_it_stays() -> None:
    """As counts fell in April 2020: the level goes along, and the range widens."""
    low = course(dict(enumerate([800] * 27 + [300] * 3, APRIL - 24)), range(APRIL, APRIL + 12), 1)
    calm = course(dict(enumerate([800] * 30, APRIL - 24)), range(APRIL, APRIL + 12), 1)
    assert 6 * 300 < low.means[-1] < 6 * 420
    assert low.variances[-1] / low.means[-1] ** 2 > 4 * calm.variances[-1] / calm.means[-1] ** 2
    assert low.liveliness > calm.liveliness
