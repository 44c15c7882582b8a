"""Proves which points get no control limits, with the reason."""

from decimal import Decimal

import pytest

from dashboard.domain.statistics.control_chart import ControlAbsence, control_chart
from dashboard.domain.values.printed import ValueType

FEW, RARE = [Decimal(40)] * 7, [Decimal(1), Decimal(2)] * 6
GAPS = [point for number in range(9) for point in (Decimal(40 + number), None)]


@pytest.mark.parametrize(
    ("points", "why"),
    [(FEW, ControlAbsence.TOO_FEW), (RARE, ControlAbsence.TOO_RARE), (GAPS, ControlAbsence.TOO_MANY_GAPS)],
)
def test_points_without_limits_say_why(points: list[Decimal | None], why: ControlAbsence) -> None:
    [group] = control_chart(points, ValueType.COUNT).groups
    assert group.limits is why
