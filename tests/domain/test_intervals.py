"""Golden values of the intervals and of the test of change."""

import pytest

from dashboard.domain.intervals import binomial_two_sided, byar, count_interval, poisson_exact, wilson


def test_wilson_golden_values() -> None:
    assert wilson(65, 100) == pytest.approx((0.552544, 0.736358), abs=5e-7)
    assert wilson(0, 10)[0] == 0
    assert wilson(10, 10)[1] == 1


@pytest.mark.parametrize(("x", "n"), [(1, 0), (0, 0), (-1, 5), (6, 5)])
def test_wilson_refuses_what_is_no_proportion(x: float, n: float) -> None:
    with pytest.raises(ValueError, match="no proportion"):
        wilson(x, n)


@pytest.mark.parametrize(("x", "low", "high"), [(65, 50.163188, 82.849139), (20, 12.211429, 30.889880)])
def test_byar_golden_values(x: float, low: float, high: float) -> None:
    assert byar(x) == pytest.approx((low, high), abs=5e-7)
    assert count_interval(x) == byar(x)


def test_byar_of_nothing_begins_at_zero() -> None:
    assert byar(0)[0] == 0


def test_few_are_counted_exactly() -> None:
    assert poisson_exact(1) == pytest.approx((0.025318, 5.571643), abs=5e-7)
    assert poisson_exact(0) == pytest.approx((0, 3.688879), abs=5e-7)
    assert count_interval(9) == poisson_exact(9)
    assert count_interval(10) == byar(10)


@pytest.mark.parametrize(
    ("before", "now", "p", "tolerance"),
    [
        (323, 335, 0.668, 5e-4),
        (6937, 6346, 0.0, 1e-4),
        (308, 301, 0.808, 5e-4),
        (24, 41, 0.046, 5e-4),
        (304, 237, 0.0045, 5e-5),
        (0, 0, 1.0, 0.0),
        (100, 100, 1.0, 0.0),
    ],
)
def test_binomial_golden_values(before: int, now: int, p: float, tolerance: float) -> None:
    assert binomial_two_sided(now, before) == pytest.approx(p, abs=tolerance)
    assert binomial_two_sided(before, now) == binomial_two_sided(now, before)


def test_a_negative_count_is_refused() -> None:
    for refuse in (byar, poisson_exact, lambda x: binomial_two_sided(int(x), 3)):
        with pytest.raises(ValueError, match="no count"):
            refuse(-1)
