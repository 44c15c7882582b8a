"""Proves funnel limits on golden numbers, the dispersion worked out by hand, and who gets no funnel."""

import pytest

from dashboard.domain.statistics.funnel import (
    Funnel,
    FunnelAbsence,
    FunnelLimits,
    FunnelPlace,
    NoFunnel,
    dispersion,
    funnel,
    proportion_limits,
    ratio_limits,
)

SAME = [1000] * 10


def test_exact_poisson_limits_of_fifteen_expected() -> None:
    found = ratio_limits(15)
    assert (found.low_95, found.high_95) == pytest.approx((0.5596924, 1.649348), rel=1e-6)
    assert (found.low_998, found.high_998) == pytest.approx((0.3862650, 2.082907), rel=1e-6)


@pytest.mark.parametrize("expected", [0, -1])
def test_nothing_expected_has_no_limits(expected: float) -> None:
    with pytest.raises(ValueError, match="no expected count"):
        ratio_limits(expected)


def test_limits_of_a_proportion_are_clipped() -> None:
    found = proportion_limits(0.2, 100)  # standard error 0.04
    assert (found.low_95, found.high_95) == pytest.approx((0.12160144, 0.27839856), rel=1e-7)
    assert (found.low_998, found.high_998) == pytest.approx((0.07639072, 0.32360928), rel=1e-7)
    few = proportion_limits(0.5, 4)
    assert (few.low_998, few.high_998) == (0, 1)


@pytest.mark.parametrize(("proportion", "number"), [(-0.1, 10), (1.1, 10), (0.5, 0)])
def test_what_is_no_proportion_has_no_limits(proportion: float, number: float) -> None:
    with pytest.raises(ValueError, match="no proportion"):
        proportion_limits(proportion, number)


@pytest.mark.parametrize(
    ("value", "place"),
    [
        (0.09, FunnelPlace.BELOW_998),
        (0.1, FunnelPlace.BELOW_95),
        (0.49, FunnelPlace.BELOW_95),
        (0.5, FunnelPlace.WITHIN),
        (2.0, FunnelPlace.WITHIN),
        (2.01, FunnelPlace.ABOVE_95),
        (3.0, FunnelPlace.ABOVE_95),
        (3.01, FunnelPlace.ABOVE_998),
    ],
)
def test_an_area_on_a_limit_is_within_it(value: float, place: FunnelPlace) -> None:
    assert FunnelLimits(0.1, 0.5, 2.0, 3.0).place(value) is place


def test_limits_widen_about_one_and_stop_at_zero() -> None:
    found = FunnelLimits(0.4, 0.6, 1.5, 2.0).widened(2)
    assert (found.low_998, found.low_95, found.high_95, found.high_998) == pytest.approx((0, 0.2, 2.0, 3.0))


def test_dispersion_is_the_mean_square_score_with_the_furthest_tenth_drawn_in() -> None:
    # Scores against 100 expected: -3 -1 -1 -1 0 0 1 1 1 3; the ends become -1 and 1, eight of ten are 1 squared.
    counts = [70, 90, 90, 90, 100, 100, 110, 110, 110, 130]
    assert dispersion(counts, [100.0] * 10) == pytest.approx(0.8)


def test_nine_areas_get_no_funnel_and_ten_do() -> None:
    few = funnel([10] * 5, [1000] * 5)
    assert few == NoFunnel(FunnelAbsence.TOO_FEW, 5)
    assert few.words == "too few areas: five, needs ten"
    assert isinstance(funnel([10] * 9, [1000] * 9), NoFunnel)
    assert isinstance(funnel([10] * 10, SAME), Funnel)


def test_areas_without_any_incident_get_no_funnel() -> None:
    found = funnel([0] * 10, SAME)
    assert isinstance(found, NoFunnel)
    assert found.words == "nothing was counted"


def test_one_area_apart_is_found_while_the_others_vary_less_than_chance() -> None:
    found = funnel([100] * 9 + [160], SAME)
    assert isinstance(found, Funnel)
    assert found.rate == pytest.approx(0.106)
    assert not found.is_over_dispersed
    assert found.places == (*[FunnelPlace.WITHIN] * 9, FunnelPlace.ABOVE_998)
    alone = ratio_limits(106)
    assert found.limits(1000).high_95 == pytest.approx(alone.high_95 * 0.106)


def test_areas_that_vary_more_than_chance_widen_the_limits_by_the_root_of_phi() -> None:
    # Scores against 100: five of -4 and five of 4, so phi is 16 and the limits are four times as far from the rate.
    found = funnel([60] * 5 + [140] * 5, SAME)
    assert isinstance(found, Funnel)
    assert found.dispersion == pytest.approx(16)
    assert found.is_over_dispersed
    assert set(found.places) == {FunnelPlace.WITHIN}
    plain = ratio_limits(100)
    assert found.limits(1000).high_998 == pytest.approx((1 + (plain.high_998 - 1) * 4) * 0.1)
    assert plain.place(1.4) is FunnelPlace.ABOVE_998
