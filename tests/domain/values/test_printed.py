"""The value grammar: a cell is a number, a reason, or refused; never a guess."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.errors import UnreadableValue
from dashboard.domain.values.numbers import show
from dashboard.domain.values.printed import (
    SPACE_REMARK,
    Marker,
    Reason,
    Value,
    ValueType,
    parse_number,
    percent_format,
    read_value,
)

COUNT, RATE, PERCENTAGE, CHANGE = ValueType


@pytest.mark.parametrize(
    ("text", "value_type", "number"),
    [
        ("7,582", COUNT, "7582"),
        ("1603", COUNT, "1603"),
        ("0", COUNT, "0"),
        (" 335\n", COUNT, "335"),
        ("12,345,678", COUNT, "12345678"),
        ("25, 748", COUNT, "25748"),
        ("7 582", COUNT, "7582"),
        ("7\u00a0582", COUNT, "7582"),
        ("7\u2009582", COUNT, "7582"),
        ("7\u202f582", COUNT, "7582"),
        ("1 234 567.5", RATE, "1234567.5"),
        ("-3", COUNT, "-3"),
        ("\u22123", COUNT, "-3"),
        ("0.72", RATE, "0.72"),
        ("8.70", RATE, "8.70"),
        ("78.624537858031815", RATE, "78.624537858031815"),
        ("26.3%", PERCENTAGE, "26.3"),
        ("25 %", PERCENTAGE, "25"),
        ("15 per cent", PERCENTAGE, "15"),
        ("26.3", PERCENTAGE, "26.3"),
        ("-10.52%", CHANGE, "-10.52"),
        ("+16.3%", CHANGE, "16.3"),
    ],
)
def test_a_printed_number_is_read_exactly(text: str, value_type: ValueType, number: str) -> None:
    value = read_value(text, value_type)
    assert (value.number, str(value.number), value.reason) == (Decimal(number), number, None)
    assert (value.raw, value.percent) == (text, "%" in text or "per cent" in text)


@pytest.mark.parametrize("text", ["25, 748", "7 582", "7\u00a0582", "7\u202f582"])
def test_a_space_inside_the_number_is_remarked(text: str) -> None:
    assert read_value(text, COUNT).remarks == (SPACE_REMARK,)


@pytest.mark.parametrize(
    ("text", "reason", "marker"),
    [
        ("", Reason.NOT_PRINTED, None),
        ("  \u00a0", Reason.NOT_PRINTED, None),
        ("TBC", Reason.TO_BE_CONFIRMED, None),
        ("tbc", Reason.TO_BE_CONFIRMED, None),
        ("To be confirmed", Reason.TO_BE_CONFIRMED, None),
        ("N/A", Reason.NOT_AVAILABLE, None),
        ("n/a", Reason.NOT_AVAILABLE, None),
        ("..", Reason.NOT_AVAILABLE, None),
        (":", Reason.NOT_AVAILABLE, None),
        ("-", Reason.NOT_AVAILABLE, None),
        ("\u2013", Reason.NOT_AVAILABLE, None),
        ("[x]", Reason.NOT_AVAILABLE, Marker.NOT_AVAILABLE),
        ("[z]", Reason.NOT_APPLICABLE, Marker.NOT_APPLICABLE),
        ("[c]", Reason.SUPPRESSED, Marker.CONFIDENTIAL),
        ("[low]", Reason.SUPPRESSED, Marker.ROUNDS_TO_ZERO),
        ("[k]", Reason.SUPPRESSED, Marker.ROUNDS_TO_ZERO),
        ("*", Reason.SUPPRESSED, None),
        ("<5", Reason.SUPPRESSED, None),
        ("< 10", Reason.SUPPRESSED, None),
    ],
)
@pytest.mark.parametrize("value_type", list(ValueType))
def test_a_reason_is_never_zero(text: str, reason: Reason, marker: Marker | None, value_type: ValueType) -> None:
    assert read_value(text, value_type) == Value(None, reason, marker, raw=text)


@pytest.mark.parametrize(
    ("text", "number", "reason", "notes"),
    [
        ("1,128³", "1128", None, ("3",)),
        ("1,128 ³", "1128", None, ("3",)),
        ("1,128 (3)", "1128", None, ("3",)),
        ("1,128(3)", "1128", None, ("3",)),
        ("133 ⁵", "133", None, ("5",)),
        ("25, 748 ⁴", "25748", None, ("4",)),
        ("12 ¹ ²", "12", None, ("1", "2")),
        ("TBC ²", None, Reason.TO_BE_CONFIRMED, ("2",)),
        ("N/A (1)", None, Reason.NOT_AVAILABLE, ("1",)),
        ("³", None, Reason.NOT_PRINTED, ("3",)),
    ],
)
def test_note_marks_are_kept_beside_the_value(
    text: str, number: str | None, reason: Reason | None, notes: tuple[str, ...]
) -> None:
    value = read_value(text, COUNT)
    assert (value.number, value.reason, value.notes) == (Decimal(number) if number else None, reason, notes)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("fell by 10.54%", "-10.54"),
        ("down 17.01%", "-17.01"),
        ("was down 26.47%", "-26.47"),
        ("was also down by 8.14%", "-8.14"),
        ("up by 7.89%", "7.89"),
        ("has reduced by 18.68%", "-18.68"),
        ("have increased by 2.49%", "2.49"),
        ("reduction of 15%", "-15"),
        ("no change", "0"),
        ("was showing no change", "0"),
        ("-22.06% (compared to 2009 cohort)", "-22.06"),
    ],
)
def test_a_change_may_be_spelled(text: str, number: str) -> None:
    value = read_value(text, CHANGE)
    assert (value.number, value.percent, value.raw) == (Decimal(number), True, text)


def test_a_remark_behind_a_percentage_is_kept() -> None:
    assert read_value("-22.06% (compared to 2009 cohort)", CHANGE).remarks == ("compared to 2009 cohort",)


@pytest.mark.parametrize(
    ("text", "markers", "marker"),
    [
        ("335 [p]", frozenset[str](), Marker.PROVISIONAL),
        ("335[r]", frozenset[str](), Marker.REVISED),
        ("335 e", frozenset({"e"}), Marker.ESTIMATED),
        ("335P", frozenset({"p", "r"}), Marker.PROVISIONAL),
    ],
)
def test_a_marker_counts_in_brackets_or_where_declared(text: str, markers: frozenset[str], marker: Marker) -> None:
    value = read_value(text, COUNT, markers=markers)
    assert (value.number, value.marker) == (Decimal(335), marker)


@pytest.mark.parametrize("word", ["nil", "NIL", "-"])
def test_nil_and_dash_are_zero_only_where_declared(word: str) -> None:
    assert read_value(word, COUNT, zero_words=frozenset({"nil", "-"})).number == 0


@pytest.mark.parametrize(
    ("text", "value_type", "said"),
    [
        ("1,1283", COUNT, "looks like 1,128 with note 3"),
        ("(12)", COUNT, "brackets"),
        ("26,3", PERCENTAGE, "comma"),
        ("1,12", COUNT, "comma"),
        ("nil", COUNT, "means zero only where"),
        ("29%", COUNT, "percentage where a count"),
        ("5%", RATE, "percentage where a rate"),
        ("inf", COUNT, "neither a number"),
        ("nan", COUNT, "neither a number"),
        ("1e400", COUNT, "neither a number"),
        ("1e3", COUNT, "neither a number"),
        ("NA", COUNT, "neither a number"),
        ("335 p", COUNT, "neither a number"),
        ("12 (000)", COUNT, "neither a number"),
        ("5 (million)", COUNT, "neither a number"),
        ("12 34", COUNT, "neither a number"),
        ("1,234 567", COUNT, "neither a number"),
        ("1.2.3", RATE, "neither a number"),
        (".5", RATE, "neither a number"),
        ("--5", COUNT, "neither a number"),
        ("١٢", COUNT, "neither a number"),
        ("fell by 10%", COUNT, "neither a number"),
        ("fell by -10%", CHANGE, "neither a number"),
        ("¹²3", COUNT, "neither a number"),
        ("001", COUNT, "like a code"),
        ("1234567890123456", COUNT, "identifier"),
        ("0." + "1" * 21, RATE, "identifier"),
        ("9" * 201, COUNT, "too long"),
    ],
)
def test_what_is_not_sure_is_refused_with_the_mend(text: str, value_type: ValueType, said: str) -> None:
    with pytest.raises(UnreadableValue, match=said):
        read_value(text, value_type)


@pytest.mark.parametrize(("stored", "shown"), [("0.263", "26.3%"), ("0.25", "25%"), ("1", "100%")])
def test_a_percent_format_is_undone(stored: str, shown: str) -> None:
    assert percent_format(stored) == shown


@pytest.mark.parametrize(("number", "reason"), [(None, None), (Decimal(1), Reason.NO_TARGET)])
def test_a_value_is_missing_exactly_when_a_reason_stands(number: Decimal | None, reason: Reason | None) -> None:
    with pytest.raises(ValueError, match="exactly when"):
        Value(number, reason)


numbers = st.decimals(min_value=-(10**14), max_value=10**14, places=4, allow_nan=False)


@given(numbers, st.booleans(), st.booleans())
def test_what_we_print_can_be_read_again(number: Decimal, percent: bool, signed: bool) -> None:
    value_type = PERCENTAGE if percent else COUNT
    assert read_value(show(number, percent=percent, signed=signed), value_type).number == number


@given(st.text(max_size=30), st.sampled_from(ValueType))
def test_random_text_yields_no_number_unless_its_digits_are_there(text: str, value_type: ValueType) -> None:
    try:
        number = read_value(text, value_type).number
    except UnreadableValue:
        return
    if number is not None and number != 0:
        plain = "".join(sign for sign in text if sign in "0123456789.")
        assert f"{abs(number):f}" in plain


@given(st.text(alphabet="0123456789,. -+%()¹²", max_size=12))
def test_digits_in_disorder_are_refused_or_read_in_order(text: str) -> None:
    try:
        number = read_value(text, PERCENTAGE).number
    except UnreadableValue:
        return
    if number is not None:
        kept = f"{abs(number):f}"
        assert "".join(sign for sign in text if sign in "0123456789.").startswith(kept)


def test_a_number_in_one_piece_is_parsed_alone() -> None:
    assert parse_number("\u22121,128.50") == Decimal("-1128.50")
    with pytest.raises(UnreadableValue):
        parse_number("1 128")
