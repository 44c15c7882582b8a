"""How a number is written for a reader."""

from decimal import Decimal

import pytest

from dashboard.domain.values.numbers import printed_decimals, round_half_up, show


@pytest.mark.parametrize(
    ("number", "shown"),
    [("7582", "7,582"), ("-11.80", "\u221211.80"), ("8.70", "8.70"), ("1E+3", "1,000"), ("-0", "0")],
)
def test_printed_decimals_stay(number: str, shown: str) -> None:
    assert show(Decimal(number)) == shown


@pytest.mark.parametrize(
    ("number", "decimals", "percent", "signed", "shown"),
    [
        (Decimal(47) / 288 * 100, None, True, True, "+16.3%"),
        (Decimal("-10.52"), None, True, False, "\u221210.52%"),
        (Decimal("25"), None, True, False, "25%"),
        (Decimal("-0.04"), 1, False, True, "0.0"),
        (Decimal("2.45"), 1, False, False, "2.5"),
        (Decimal("-2.45"), 1, False, False, "\u22122.5"),
        (Decimal("17"), None, False, True, "+17"),
        (Decimal("0.6984"), 3, False, False, "0.698"),
        (Decimal("82.05764077913143"), None, False, False, "82.06"),
        (Decimal("0.123456"), None, False, False, "0.1235"),
        (Decimal("0.6984"), None, False, False, "0.6984"),
        (Decimal("1234567"), 1, False, False, "1,234,567.0"),
    ],
)
def test_a_number_is_rounded_half_up_and_signed(
    number: Decimal, decimals: int | None, percent: bool, signed: bool, shown: str
) -> None:
    assert show(number, decimals, percent, signed) == shown


def test_a_missing_number_is_written_as_nothing() -> None:
    assert show(None, 1, True, True) == ""


def test_rounding_and_printed_decimals() -> None:
    assert round_half_up(Decimal("65.665"), 2) == Decimal("65.67")
    assert (printed_decimals(Decimal("26.30")), printed_decimals(Decimal("1E+2"))) == (2, 0)
