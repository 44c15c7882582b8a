"""Target rules in percentages: what cannot be told is not guessed."""

from decimal import Decimal

from dashboard.domain.targets import Base, read_target, resolve
from dashboard.domain.values import Reason, ValueType

PERCENTAGE = ValueType.PERCENTAGE


def test_per_cent_or_percentage_points_is_not_guessed() -> None:
    rule = read_target("Increase satisfaction by 5%", PERCENTAGE)
    resolved = resolve(rule, {Base.TARGET: Decimal(60)}, "2009/10")
    assert (resolved.number, resolved.reason) == (None, Reason.UNRESOLVED)
    assert [reading.value for reading in resolved.readings] == [Decimal(63), None, Decimal(65)]
    assert resolved.readings[2].words == "+5 percentage points on the target of 60 is 65."
