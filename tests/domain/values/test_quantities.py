"""Proves that money and time are numbers with a unit, kept exactly, and shown again as people write them."""

from decimal import Decimal

import pytest

from dashboard.domain.errors import UnreadableValue
from dashboard.domain.values.printed import ValueType, read_value
from dashboard.domain.values.quantities import Quantity, common_unit, in_unit, read_quantity, unit_of, written


@pytest.mark.parametrize(
    ("cell", "number", "unit"),
    [
        ("£1,234", "1234", "£"),
        ("£ 1,234.50", "1234.50", "£"),
        ("£1.2m", "1200000", "£"),
        ("£3.4bn", "3400000000", "£"),
        ("£12k", "12000", "£"),
        ("£12 thousand", "12000", "£"),
        ("£1.2 Million", "1200000", "£"),
        ("-£300", "-300", "£"),
        ("£\u2212300", "-300", "£"),
        ("+£5", "5", "£"),
        ("€7.5", "7.5", "€"),
        ("00:12:30", "750", "seconds"),
        ("1:00:00.5", "3600.5", "seconds"),
        ("12m 30s", "750", "seconds"),
        ("12m30s", "750", "seconds"),
        ("15m", "15", "minutes"),
        ("15 mins.", "15", "minutes"),
        ("2h 5m", "125", "minutes"),
        ("2 hours and 5 minutes", "125", "minutes"),
        ("1.5 hours", "1.5", "hours"),
        ("3 days", "3", "days"),
        ("1 week, 2 days", "9", "days"),
        ("3 months", "3", "months"),
        ("5 working days", "5", "working days"),
    ],
)
def test_an_amount_has_the_smallest_unit_that_it_names(cell: str, number: str, unit: str) -> None:
    found = read_quantity(cell)
    assert found is not None
    assert (found.number, found.unit) == (Decimal(number), unit)


@pytest.mark.parametrize("cell", ["", "335", "26.3%", "TBC", "1:250", "12 officers", "£", "minutes", "5 m of road"])
def test_other_cells_are_no_amount(cell: str) -> None:
    assert read_quantity(cell) is None


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("12:30", "write 12h 30m, 12m 30s or 12 in 30"),
        ("00:72:00", "60 or more"),
        ("00:12:61", "60 or more"),
        ("-£-3", "two signs"),
        ("30s 2m", "in order"),
        ("2m 3m", "in order"),
        ("3 months 2 days", "in order"),
    ],
)
def test_what_may_be_two_things_is_refused_with_the_mend(cell: str, said: str) -> None:
    with pytest.raises(UnreadableValue, match=said):
        read_quantity(cell)


@pytest.mark.parametrize(
    ("cell", "unit", "number"),
    [
        ("£1.2m", "£m", "1.2"),
        ("£1,200,000", "£ million", "1.2"),
        ("£12k", "£000s", "12"),
        ("£12", "pounds", "12"),
        ("£12", "£ per head", "12"),
        ("12m 30s", "minutes", "12.5"),
        ("12m 30s", "h:mm:ss", "750"),
        ("2 weeks", "average days", "14"),
        ("3 days", "hours", "72"),
        ("3 days", "months", None),
        ("3 days", "crimes per day", None),
        ("3 days", "offences", None),
        ("£5", "minutes", None),
    ],
)
def test_an_amount_is_turned_into_the_unit_of_its_indicator_or_is_none(
    cell: str, unit: str, number: str | None
) -> None:
    found = read_quantity(cell)
    assert found is not None
    assert in_unit(found, unit) == (None if number is None else Decimal(number))


@pytest.mark.parametrize(
    ("cells", "unit"),
    [
        ((), ""),
        (("£5", "£1m"), "£"),
        (("15m", "12m 30s"), "seconds"),
        (("2h", "15m", "£5"), "minutes"),
        (("£5", "15m"), "£"),
    ],
)
def test_an_indicator_is_kept_in_the_smallest_unit_of_its_first_kind(cells: tuple[str, ...], unit: str) -> None:
    assert common_unit([found for cell in cells if (found := read_quantity(cell))]) == unit


def test_a_unit_that_is_no_money_or_time_is_none() -> None:
    assert (unit_of(""), unit_of("offences"), unit_of("per 1,000 days")) == (None, None, None)
    assert common_unit([Quantity(Decimal(1), "offences")]) == ""


@pytest.mark.parametrize(
    ("number", "unit", "text"),
    [
        ("1234", "£", "£1,234"),
        ("1234.5", "£", "£1,234.50"),
        ("-300", "£", "−£300"),
        ("1.2", "£m", "£1.2m"),
        ("12", "£000", "£12,000"),
        ("750", "seconds", "12m 30s"),
        ("12.5", "minutes", "12m 30s"),
        ("120", "minutes", "2h"),
        ("45.50", "seconds", "45.5s"),
        ("0", "seconds", "0s"),
        ("-90", "seconds", "−1m 30s"),
        ("1.5", "hours", "1h 30m"),
    ],
)
def test_an_amount_is_shown_as_people_write_it(number: str, unit: str, text: str) -> None:
    assert written(Decimal(number), unit) == text


@pytest.mark.parametrize("unit", ["", "offences", "days", "£ per head", "%"])
def test_other_units_keep_their_plain_number(unit: str) -> None:
    assert written(Decimal(3), unit) is None


@pytest.mark.parametrize(
    ("value_type", "unit", "said"),
    [
        (ValueType.PERCENTAGE, "%", "in £ where a percentage is due"),
        (ValueType.CHANGE, "", "in £ where a change is due"),
        (ValueType.RATE, "minutes", "in £ where the indicator is in minutes"),
        (ValueType.COUNT, "offences", "in £ where the indicator is in offences"),
    ],
)
def test_an_amount_in_another_unit_is_refused(value_type: ValueType, unit: str, said: str) -> None:
    with pytest.raises(UnreadableValue, match=said):
        read_value("£5", value_type, unit=unit)


def test_a_value_keeps_the_unit_that_its_text_names_and_its_notes() -> None:
    value = read_value("£1.2m (3)", ValueType.RATE, unit="£m")
    assert (value.number, value.unit, value.notes, value.raw) == (Decimal("1.2"), "£", ("3",), "£1.2m (3)")
