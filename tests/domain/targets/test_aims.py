"""Proves the status rules of starts, sides, ranges and directions, on exact decimals."""

from decimal import Decimal

import pytest

from dashboard.domain.targets.aims import Aim, end_of_range
from dashboard.domain.targets.status import Certainty, Polarity, Status, judge, judge_direction
from dashboard.domain.values.printed import Reason, Value, ValueType

COUNT, RATE, PERCENTAGE, CHANGE = ValueType
FIVE = Decimal(5)
LOWER, HIGHER, NEUTRAL, UNDECLARED = Polarity
MET, NEAR, MISSED, NOT_JUDGED = Status


def number(text: str) -> Value:
    return Value(Decimal(text))


@pytest.mark.parametrize(
    ("start", "target", "actual", "kind", "polarity", "status"),
    [
        ("21.9", "20", "24.9", PERCENTAGE, LOWER, MISSED),  # worse than where it started
        ("21.9", "20", "20", PERCENTAGE, LOWER, MET),
        ("21.9", "20", "20.095", PERCENTAGE, LOWER, NEAR),  # 5% of the 1.9 points asked for
        ("21.9", "20", "20.096", PERCENTAGE, LOWER, MISSED),
        ("0", "-1", "4", CHANGE, LOWER, MISSED),  # moved the wrong way
        ("0", "-1", "-0.95", CHANGE, LOWER, NEAR),
        ("0", "-1", "-0.94", CHANGE, LOWER, MISSED),
        ("0", "-18", "-15", CHANGE, LOWER, MISSED),  # 0.9 points are allowed
        ("0", "-18", "-17.1", CHANGE, LOWER, NEAR),
        ("60", "70", "69.5", PERCENTAGE, HIGHER, NEAR),
        ("60", "70", "69.4", PERCENTAGE, HIGHER, MISSED),
        ("60", "70", "59", PERCENTAGE, HIGHER, MISSED),
        ("8.70", "8.44", "8.50", RATE, LOWER, NEAR),  # 5% of the target itself
        ("8.70", "8.44", "8.70", RATE, LOWER, NEAR),
        ("8.70", "8.44", "8.71", RATE, LOWER, MISSED),  # worse than the start, whatever the tolerance
        ("300", "298", "301", COUNT, LOWER, MISSED),
        (None, "298", "301", COUNT, LOWER, NEAR),
        (None, "20", "21", PERCENTAGE, LOWER, NEAR),
        (None, "20", "21.01", PERCENTAGE, LOWER, MISSED),
    ],
)
def test_the_start_decides_what_is_near(  # noqa: PLR0913, PLR0917 - a row of the table
    start: str | None, target: str, actual: str, kind: ValueType, polarity: Polarity, status: Status
) -> None:
    aim = Aim(Decimal(start) if start else None)
    verdict = judge(number(actual), number(target), kind, polarity, FIVE, aim=aim)
    assert (verdict.status, verdict.easier) == (status, False)


@pytest.mark.parametrize(
    ("start", "target", "actual", "kind", "status"),
    [
        ("0.70", "0.679", "0.69", RATE, MISSED),  # half of the fall that was asked for
        ("0.70", "0.679", "0.680", RATE, NEAR),
        ("8.70", "8.44", "8.50", RATE, MISSED),
        ("1000", "950", "952", COUNT, NEAR),  # 2.5 of the 50 are allowed
        ("1000", "950", "953", COUNT, MISSED),
        (None, "950", "953", COUNT, NEAR),  # no known start: a share of the target
    ],
)
def test_words_that_ask_for_a_change_allow_a_share_of_that_change(
    start: str | None, target: str, actual: str, kind: ValueType, status: Status
) -> None:
    aim = Aim(Decimal(start) if start else None, of_change=True)
    assert judge(number(actual), number(target), kind, LOWER, FIVE, aim=aim).status == status


@pytest.mark.parametrize(("actual", "status"), [("1700", MET), ("1779", MET), ("1780", MISSED)])
def test_a_target_easier_than_its_start_is_met_when_met_and_flagged(actual: str, status: Status) -> None:
    verdict = judge(number(actual), number("1779"), RATE, LOWER, FIVE, aim=Aim(Decimal(1603)))
    assert (verdict.status, verdict.easier) == (status, True)


@pytest.mark.parametrize(
    ("side", "strict", "polarity", "actual", "status"),
    [
        (-1, True, LOWER, "149", MET),
        (-1, True, LOWER, "150", NEAR),
        (-1, False, LOWER, "150", MET),
        (-1, False, UNDECLARED, "151", NEAR),
        (-1, False, NEUTRAL, "158", MISSED),
        (1, False, UNDECLARED, "150", MET),
        (1, True, HIGHER, "150", NEAR),
        (1, True, UNDECLARED, "151", MET),
        (1, False, HIGHER, "142", MISSED),
    ],
)
def test_a_bound_has_its_own_side(side: int, strict: bool, polarity: Polarity, actual: str, status: Status) -> None:
    verdict = judge(number(actual), number("150"), COUNT, polarity, FIVE, aim=Aim(side=side, strict=strict))
    assert verdict.status is status


@pytest.mark.parametrize(("side", "polarity"), [(-1, HIGHER), (1, LOWER)])
def test_a_bound_against_the_declared_side_is_not_judged(side: int, polarity: Polarity) -> None:
    verdict = judge(number("149"), number("150"), COUNT, polarity, FIVE, aim=Aim(side=side))
    assert (verdict.status, verdict.reason) == (NOT_JUDGED, Reason.AGAINST_POLARITY)


@pytest.mark.parametrize(
    ("polarity", "actual", "end", "status"),
    [
        (HIGHER, "92", 90, MET),
        (HIGHER, "97", 90, MET),
        (HIGHER, "90", 90, MET),
        (HIGHER, "88", 90, NEAR),
        (HIGHER, "80", 90, MISSED),
        (LOWER, "92", 95, MET),
        (LOWER, "80", 95, MET),
        (LOWER, "96", 95, NEAR),
        (UNDECLARED, "92", 90, MET),
        (UNDECLARED, "97", 95, NEAR),
        (NEUTRAL, "88", 90, NEAR),
        (UNDECLARED, "110", 95, MISSED),
    ],
)
def test_a_range_is_met_inside_and_on_its_better_side(
    polarity: Polarity, actual: str, end: int, status: Status
) -> None:
    low, high, value = Decimal(90), Decimal(95), Decimal(actual)
    decides = end_of_range(low, high, polarity, value)
    verdict = judge(Value(value), Value(decides), COUNT, polarity, FIVE, aim=Aim(low=low, high=high))
    assert (decides, verdict.status) == (Decimal(end), status)
    assert (verdict.certainty is Certainty.NOT_TESTED) == (polarity in (UNDECLARED, NEUTRAL))


@pytest.mark.parametrize(
    ("side", "polarity", "better"),
    [(-1, UNDECLARED, LOWER), (1, NEUTRAL, HIGHER), (0, UNDECLARED, UNDECLARED), (1, LOWER, LOWER)],
)
def test_words_say_which_way_is_better_where_nobody_declared_it(
    side: int, polarity: Polarity, better: Polarity
) -> None:
    assert Aim(side=side).better(polarity) is better


def test_a_range_without_an_actual_starts_at_its_lower_end() -> None:
    assert end_of_range(Decimal(90), Decimal(95), UNDECLARED, None) == 90


@pytest.mark.parametrize(
    ("now", "before", "side", "strict", "status"),
    [
        ("-12.3", "-10.52", -1, True, MET),
        ("-10.52", "-10.52", -1, True, MISSED),
        ("-10.52", "-10.52", -1, False, MET),
        ("-9", "-10.52", -1, True, MISSED),
        ("801", "762", 1, True, MET),
        ("761", "762", 1, True, MISSED),
    ],
)
def test_a_direction_is_met_by_moving(now: str, before: str, side: int, strict: bool, status: Status) -> None:
    verdict = judge_direction(number(now), number(before), CHANGE, UNDECLARED, Aim(side=side, strict=strict))
    assert (verdict.status, verdict.certainty) == (status, Certainty.NOT_TESTED)
    assert verdict.variance.reason is Reason.DIRECTION_ONLY
    assert verdict.moved is not None
    assert verdict.moved.points == Decimal(now) - Decimal(before)


@pytest.mark.parametrize(
    ("now", "certainty"), [("340", Certainty.WITHIN_CHANCE), ("237", Certainty.CLEAR), ("8.5", Certainty.NOT_TESTED)]
)
def test_the_certainty_of_a_direction_is_that_of_two_counts(now: str, certainty: Certainty) -> None:
    verdict = judge_direction(number(now), number("304"), COUNT, LOWER, Aim(side=-1, strict=True))
    assert verdict.certainty is certainty


@pytest.mark.parametrize(
    ("now", "before", "polarity", "reason"),
    [
        (Value(None, Reason.PART_YEAR), number("5"), LOWER, Reason.PART_YEAR),
        (number("5"), Value(None, Reason.NOT_AVAILABLE), LOWER, Reason.NOT_AVAILABLE),
        (number("5"), number("6"), HIGHER, Reason.AGAINST_POLARITY),
    ],
)
def test_a_direction_without_both_figures_is_not_judged(
    now: Value, before: Value, polarity: Polarity, reason: Reason
) -> None:
    verdict = judge_direction(now, before, COUNT, polarity, Aim(side=-1))
    assert (verdict.status, verdict.reason, verdict.variance.reason) == (NOT_JUDGED, reason, reason)
