"""Target rules in percentages: what cannot be told is not guessed."""

from decimal import Decimal

import pytest

from dashboard.domain.errors import UnreadableValue
from dashboard.domain.targets.target import Base, read_target, resolve
from dashboard.domain.values.printed import Reason, ValueType

PERCENTAGE = ValueType.PERCENTAGE


def test_per_cent_or_percentage_points_is_not_guessed() -> None:
    rule = read_target("Increase satisfaction by 5%", PERCENTAGE)
    resolved = resolve(rule, {Base.TARGET: Decimal(60)}, "2009/10")
    assert (resolved.number, resolved.reason) == (None, Reason.UNRESOLVED)
    assert [reading.value for reading in resolved.readings] == [Decimal(63), None, Decimal(65)]
    assert resolved.readings[2].words == "+5 percentage points on the target of 60 is 65."


@pytest.mark.parametrize(
    ("text", "number", "basis"),
    [
        ("+2 percentage points on 2022/23 performance", 64, "+2 percentage points on the 2022/23 actual of 62"),
        ("increase by 2 points on 2022/23 performance", 64, "+2 percentage points on the 2022/23 actual of 62"),
        ("\u22123pp on the 2022/23 target", 62, "\u22123 percentage points on the 2022/23 target of 65"),
        ("reduce by 1.5 % points on 2022/23 actual", "60.5", "\u22121.5 percentage points on the 2022/23 actual of 62"),
        ("increase by 5% of its value on 2022/23 performance", "65.1", "+5% on the 2022/23 actual of 62"),
    ],
)
def test_points_or_a_share_that_the_words_name_are_what_they_say(text: str, number: object, basis: str) -> None:
    resolved = resolve(read_target(text, PERCENTAGE), {Base.TARGET: Decimal(65), Base.ACTUAL: Decimal(62)}, "2022/23")
    assert (str(resolved.number), resolved.basis) == (str(number), basis)


def test_points_without_a_base_wait_for_one() -> None:
    resolved = resolve(read_target("+2 points", PERCENTAGE), {}, "")
    assert (resolved.number, resolved.basis) == (None, "+2 percentage points on a base not known")


@pytest.mark.parametrize(
    ("text", "kind", "why"),
    [
        ("2 points", PERCENTAGE, "says neither up nor down"),
        ("+2 points", ValueType.COUNT, "are points of no percentage"),
        ("reduce by 2 percentage points", ValueType.RATE, "are points of no percentage"),
    ],
)
def test_points_of_nothing_are_refused(text: str, kind: ValueType, why: str) -> None:
    with pytest.raises(UnreadableValue, match=why):
        read_target(text, kind)
