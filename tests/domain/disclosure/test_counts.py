"""Proves which figures are counts of people or incidents, or are made of them, and which count stands behind each."""

from decimal import Decimal

import pytest

from dashboard.domain.disclosure.counts import Figure, count_of, counts_people
from dashboard.domain.periods.period import financial_year
from dashboard.domain.values.printed import ValueType
from tests.domain.made import indicator

YEAR = financial_year(2024)
RATE, SHARE, CHANGE = ValueType.RATE, ValueType.PERCENTAGE, ValueType.CHANGE


@pytest.mark.parametrize(
    ("unit", "kind", "expected"),
    [
        ("incidents", ValueType.COUNT, True),
        ("people", ValueType.COUNT, True),
        ("", ValueType.COUNT, True),
        ("£000", ValueType.COUNT, False),
        ("minutes", ValueType.COUNT, False),
        ("net change in people", ValueType.COUNT, False),
        ("%", SHARE, False),
        ("per 1,000", RATE, False),
    ],
)
def test_money_time_and_changes_are_no_counts(unit: str, kind: ValueType, expected: bool) -> None:
    assert counts_people(indicator("a", unit=unit, value_type=kind)) is expected


def behind(
    number: str, people: int | None = None, numbers: tuple[str, str] = ("", ""), **declared: object
) -> tuple[int, int] | None:
    """The count, and what a rate or percentage divides it by (0 where nothing does)."""
    numerator, denominator = (Decimal(text) if text else None for text in numbers)
    figure = Figure("a", "rutland", YEAR, Decimal(number), numerator=numerator, denominator=denominator)
    found = count_of(figure, indicator("a", **declared), people)
    return None if found is None else (found.value, int(found.of or 0))


def test_a_count_stands_for_itself_if_it_is_whole() -> None:
    assert behind("3") == (3, 0)
    assert behind("3.5") is None
    assert behind("-3") is None


def test_a_rate_is_made_of_the_count_that_the_file_gives_or_that_its_people_come_to() -> None:
    assert behind("1.2", value_type=RATE, multiplier=1000, numbers=("3", "2500")) == (3, 2500)
    assert behind("1.2", people=2500, value_type=RATE, multiplier=1000) == (3, 2500)
    assert behind("1.2", value_type=RATE, multiplier=1000, numbers=("3", "")) == (3, 2500)
    assert behind("1.2", value_type=RATE, multiplier=1000) is None


def test_a_percentage_is_made_of_what_the_file_gives_and_never_of_all_who_live_there() -> None:
    assert behind("25", value_type=SHARE, numbers=("", "12")) == (3, 12)
    assert behind("25", people=2500, value_type=SHARE) is None
    assert behind("0", value_type=SHARE, numbers=("0", "")) is None


def test_behind_a_change_stands_no_count() -> None:
    assert behind("25", value_type=CHANGE, numbers=("3", "12")) is None
