"""Status, variance and certainty on golden values of the published tables."""

from decimal import Decimal

import pytest

from dashboard.domain.targets.status import (
    Certainty,
    Difference,
    Polarity,
    Status,
    Verdict,
    chance_of_change,
    change,
    change_is_real,
    judge,
    variance,
)
from dashboard.domain.values.printed import Reason, Value, ValueType

COUNT, RATE, PERCENTAGE, CHANGE = ValueType
FIVE = Decimal(5)


def printed(number: str) -> Value:
    return Value(Decimal(number))


def missing(reason: Reason) -> Value:
    return Value(None, reason)


@pytest.mark.parametrize(
    ("now", "before", "percent"),
    [
        ("335", "288", "16.3"),
        ("335", "323", "3.7"),
        ("6346", "7195", "-11.8"),
        ("6346", "6937", "-8.5"),
        ("301", "304", "-1.0"),
        ("301", "308", "-2.3"),
    ],
)
def test_variance_and_change_golden_values(now: str, before: str, percent: str) -> None:
    for difference in (variance, change):
        found = difference(printed(now), printed(before), COUNT)
        assert found.percent is not None
        assert round(found.percent, 1) == Decimal(percent)
        assert found.absolute == Decimal(now) - Decimal(before)


@pytest.mark.parametrize("value_type", [PERCENTAGE, CHANGE])
def test_percentages_differ_in_points(value_type: ValueType) -> None:
    expected = Difference(None, Decimal("-1.3"), None, None)
    assert variance(printed("25"), printed("26.3"), value_type) == expected


def test_a_small_base_gets_no_percentage() -> None:
    assert change(printed("41"), printed("24"), COUNT) == Difference(None, None, Decimal(17), None, True)
    assert change(printed("51"), printed("50"), COUNT).percent == 2


def test_a_rate_is_no_small_base_unless_it_is_nothing() -> None:
    assert change(printed("0.72"), printed("0.75"), RATE).percent == -4
    assert change(printed("0.72"), printed("0"), RATE) == Difference(None, None, Decimal("0.72"), None, True)
    assert change(printed("4"), printed("-2"), RATE) == Difference(None, None, Decimal(6), None, True)


@pytest.mark.parametrize(
    ("actual", "target", "reason"),
    [
        (missing(Reason.NOT_AVAILABLE), printed("29.5"), Reason.NOT_AVAILABLE),
        (missing(Reason.NOT_AVAILABLE), missing(Reason.TO_BE_CONFIRMED), Reason.NOT_AVAILABLE),
        (printed("133"), missing(Reason.TO_BE_CONFIRMED), Reason.TO_BE_CONFIRMED),
        (printed("133"), missing(Reason.UNRESOLVED), Reason.UNRESOLVED),
        (printed("133"), missing(Reason.NOT_PRINTED), Reason.NO_TARGET),
        (missing(Reason.NOT_AVAILABLE), missing(Reason.NO_TARGET), Reason.NO_TARGET),
    ],
)
def test_a_missing_side_is_never_judged(actual: Value, target: Value, reason: Reason) -> None:
    gap = Difference(None, None, None, reason)
    assert variance(actual, target, COUNT) == gap
    expected = Verdict(Status.NOT_JUDGED, reason, gap, None)
    assert judge(actual, target, COUNT, Polarity.LOWER, FIVE) == expected


def test_change_gives_the_newer_reason_first() -> None:
    both = change(missing(Reason.PART_YEAR), missing(Reason.NOT_PRINTED), COUNT)
    assert both.reason is Reason.PART_YEAR
    assert change(printed("1"), missing(Reason.NOT_PRINTED), COUNT).reason is Reason.NOT_PRINTED


@pytest.mark.parametrize("reason", [Reason.PART_YEAR, Reason.NOT_COMPARABLE])
def test_a_given_reason_forbids_the_calculation(reason: Reason) -> None:
    actual, target = printed("1128"), printed("1074")
    gap = Difference(None, None, None, reason)
    assert change(actual, target, COUNT, reason=reason) == gap
    verdict = judge(actual, target, COUNT, Polarity.HIGHER, FIVE, reason=reason)
    assert verdict == Verdict(Status.NOT_JUDGED, reason, gap, None)


def test_neutral_polarity_is_not_judged_but_differs() -> None:
    verdict = judge(printed("335"), printed("288"), COUNT, Polarity.NEUTRAL, FIVE)
    assert (verdict.status, verdict.reason) == (Status.NOT_JUDGED, Reason.NOT_APPLICABLE)
    assert verdict.variance.absolute == 47


@pytest.mark.parametrize(
    ("actual", "polarity", "value_type", "status"),
    [
        ("99.9", Polarity.LOWER, RATE, Status.MET),
        ("100", Polarity.LOWER, RATE, Status.MET),
        ("100.1", Polarity.LOWER, RATE, Status.NEAR),
        ("105.0", Polarity.LOWER, RATE, Status.NEAR),
        ("105.01", Polarity.LOWER, RATE, Status.MISSED),
        ("100", Polarity.HIGHER, RATE, Status.MET),
        ("95", Polarity.HIGHER, COUNT, Status.NEAR),
        ("94", Polarity.HIGHER, COUNT, Status.MISSED),
        ("101", Polarity.HIGHER, COUNT, Status.MET),
    ],
)
def test_status_edges_on_exact_decimals(actual: str, polarity: Polarity, value_type: ValueType, status: Status) -> None:
    assert judge(printed(actual), printed("100"), value_type, polarity, FIVE).status is status


@pytest.mark.parametrize(("actual", "status"), [("27.615", Status.NEAR), ("27.616", Status.MISSED)])
def test_tolerance_of_a_percentage_without_a_start_is_a_share_of_the_target(actual: str, status: Status) -> None:
    verdict = judge(printed(actual), printed("26.3"), PERCENTAGE, Polarity.LOWER, FIVE)
    assert (verdict.status, verdict.certainty) == (status, Certainty.NOT_TESTED)


@pytest.mark.parametrize(
    ("actual", "target", "status", "certainty", "ratio"),
    [
        ("335", "288", Status.MISSED, Certainty.CLEAR, (1.163, 1.042, 1.295)),
        ("6346", "7195", Status.MET, Certainty.CLEAR, (0.882, 0.860, 0.904)),
        ("301", "304", Status.MET, Certainty.WITHIN_CHANCE, (0.990, 0.881, 1.109)),
    ],
)
def test_certainty_golden_values(
    actual: str, target: str, status: Status, certainty: Certainty, ratio: tuple[float, float, float]
) -> None:
    verdict = judge(printed(actual), printed(target), COUNT, Polarity.LOWER, FIVE)
    assert (verdict.status, verdict.certainty) == (status, certainty)
    assert (verdict.ratio, verdict.ratio_low, verdict.ratio_high) == pytest.approx(ratio, abs=6e-4)


def test_a_proportion_is_tested_on_its_denominator() -> None:
    verdict = judge(printed("65"), printed("50"), PERCENTAGE, Polarity.HIGHER, FIVE, Decimal(100))
    assert verdict.certainty is Certainty.CLEAR
    assert verdict.ratio_low == pytest.approx(1.105088, abs=1e-6)


def test_a_rate_is_tested_on_its_count() -> None:
    verdict = judge(printed("8.70"), printed("8.44"), RATE, Polarity.LOWER, FIVE, numerator=Decimal(65))
    assert verdict.certainty is Certainty.WITHIN_CHANCE
    assert verdict.ratio_low == pytest.approx(50.163188 / 65 * 8.70 / 8.44, abs=1e-6)


@pytest.mark.parametrize(
    ("actual", "target", "value_type", "denominator", "numerator"),
    [
        ("8.70", "8.44", RATE, "1000", None),
        ("0", "8.44", RATE, None, "0"),
        ("120.5", "100", COUNT, None, None),
        ("-3", "100", COUNT, None, None),
        ("3", "0", COUNT, None, None),
        ("65", "50", PERCENTAGE, "0", None),
        ("120", "50", PERCENTAGE, "100", None),
        ("-10.52", "-8", CHANGE, "100", "10"),
    ],
)
def test_what_cannot_be_tested_says_so(
    actual: str, target: str, value_type: ValueType, denominator: str | None, numerator: str | None
) -> None:
    verdict = judge(
        printed(actual),
        printed(target),
        value_type,
        Polarity.LOWER,
        FIVE,
        Decimal(denominator) if denominator else None,
        numerator=Decimal(numerator) if numerator else None,
    )
    assert (verdict.certainty, verdict.ratio) == (Certainty.NOT_TESTED, None)


def test_a_change_between_two_counts_may_be_chance() -> None:
    p, real = change_is_real(Decimal(335), Decimal(323))
    assert (round(p, 3), real) == (0.668, False)
    p, real = change_is_real(Decimal(41), Decimal(24))
    assert (round(p, 3), real) == (0.046, True)
    with pytest.raises(ValueError, match="whole counts"):
        change_is_real(Decimal("8.7"), Decimal(8))
    with pytest.raises(ValueError, match="whole counts"):
        change_is_real(Decimal(8), Decimal("8.7"))


@pytest.mark.parametrize(
    ("now", "before", "value_type"),
    [
        (None, Decimal(8), COUNT),
        (Decimal(8), None, COUNT),
        (Decimal("8.7"), Decimal(8), COUNT),
        (Decimal(8), Decimal("8.7"), COUNT),
        (Decimal(-1), Decimal(8), COUNT),
        (Decimal(8), Decimal(-1), COUNT),
        (Decimal(8), Decimal(9), RATE),
        (Decimal(8), Decimal(9), PERCENTAGE),
    ],
)
def test_what_is_no_pair_of_whole_counts_is_not_tested_for_chance(
    now: Decimal | None, before: Decimal | None, value_type: ValueType
) -> None:
    assert chance_of_change(now, before, value_type) == (None, None)


def test_a_pair_of_whole_counts_is_tested_for_chance() -> None:
    p, real = chance_of_change(Decimal(237), Decimal(304), COUNT)
    assert p is not None
    assert (round(p, 4), real) == (0.0045, True)
