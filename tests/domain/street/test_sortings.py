"""Which crime types police.uk counted in which month, and which sums of them are whole."""

import pytest

from dashboard.domain.periods.months import month_number
from dashboard.domain.street.sortings import are_counted, types_of


@pytest.mark.parametrize(
    ("month", "types"),
    [("2010-12", 6), ("2011-08", 6), ("2011-09", 11), ("2013-04", 11), ("2013-05", 14), ("2025-01", 14)],
)
def test_incidents_are_sorted_into_more_types_from_time_to_time(month: str, types: int) -> None:
    assert len(types_of(month_number(month))) == types


@pytest.mark.parametrize(
    ("numbers", "first", "second", "third"),
    [
        ((0,), True, True, True),
        ((1,), True, True, True),
        ((2,), False, False, True),  # violence and sexual offences
        ((4,), True, True, False),  # violent crime
        ((2, 4), True, True, True),
        ((2, 3, 4), True, True, True),
        ((3,), False, False, True),  # weapons
        ((9,), False, False, True),  # bicycles
        ((10,), False, True, True),  # other theft
        ((8, 9, 10), False, True, True),
        ((8, 9), False, False, True),
        ((12,), False, True, True),  # shoplifting
        ((12, 16), True, True, True),
        ((14,), False, False, True),
        ((14, 15), False, True, True),
        ((15,), False, True, False),
        ((5, 6, 7), True, True, True),
        ((5, 10), False, True, True),
        (tuple(range(1, 17)), True, True, True),
    ],
)
def test_a_type_that_did_not_exist_was_not_counted_unless_its_predecessor_is_there(
    numbers: tuple[int, ...], first: bool, second: bool, third: bool
) -> None:
    months = map(month_number, ("2011-03", "2012-06", "2014-01"))
    assert tuple(are_counted(month, numbers) for month in months) == (first, second, third)
