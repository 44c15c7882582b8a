"""Proves the value grammar of loading case by case, and that no text becomes a number it does not spell."""

import re
import unicodedata
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.domain.errors import UnreadableValue
from dashboard.domain.targets.grammar import TargetKind, read_target
from dashboard.domain.values.numbers import round_half_up, show
from dashboard.domain.values.printed import SPACE_REMARK, Marker, Reason, Value, ValueType, percent_format, read_value

COUNT, RATE, PERCENTAGE, CHANGE = ValueType
THREE, SPACED = ("3",), (SPACE_REMARK,)
FALL, NEITHER = "speaks of a fall but has no sign", "neither a number nor a reason"
UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
DECLARED: dict[str, Any] = {"zero_words": frozenset({"nil", "-"}), "markers": frozenset({"p", "r", "e", "a", "k"})}
MODEST = settings(max_examples=200, deadline=None, derandomize=True)


def number(digits: str, **said: object) -> Value:
    return replace(Value(Decimal(digits)), **said)  # type: ignore[arg-type]  # fields by name, checked as they run


def missing(reason: Reason, **said: object) -> Value:
    return replace(Value(None, reason), **said)  # type: ignore[arg-type]  # as above


GRAMMAR = (
    ("7,582", COUNT, number("7582")),
    ("25, 748", COUNT, number("25748", remarks=SPACED)),
    ("7 582", COUNT, number("7582", remarks=SPACED)),
    ("7\u00a0582", COUNT, number("7582", remarks=SPACED)),
    ("7\u2009582", COUNT, number("7582", remarks=SPACED)),
    ("\u22123", COUNT, number("-3")),
    ("8.70", RATE, number("8.70")),
    ("26.3%", PERCENTAGE, number("26.3", percent=True)),
    (percent_format("0.263"), PERCENTAGE, number("26.3", percent=True)),
    (percent_format("-0.05"), CHANGE, number("-5", percent=True)),
    ("0", COUNT, number("0")),
    ("fell by 10.54%", CHANGE, number("-10.54", percent=True)),
    ("no change", CHANGE, number("0", percent=True, remarks=("“no change” read as 0%",))),
    ("-5% (down on 2009)", CHANGE, number("-5", percent=True, remarks=("down on 2009",))),
    ("+5% (down from 8%)", CHANGE, number("5", percent=True, remarks=("down from 8%",))),
    ("5% (down from 8%)", PERCENTAGE, number("5", percent=True, remarks=("down from 8%",))),
    ("0% (no reduction)", CHANGE, number("0", percent=True, remarks=("no reduction",))),
    ("1,128³", COUNT, number("1128", notes=THREE)),
    ("1,128 (3)", COUNT, number("1128", notes=THREE)),
    ("TBC ²", COUNT, missing(Reason.TO_BE_CONFIRMED, notes=("2",))),
    ("335 [r] ³", COUNT, number("335", notes=THREE, marker=Marker.REVISED)),
    *((text, COUNT, missing(Reason.TO_BE_CONFIRMED)) for text in ("TBC", "tbc", "To be confirmed")),
    *((text, COUNT, missing(Reason.NOT_AVAILABLE)) for text in ("N/A", "n/a", "..", ":", "-")),
    ("", COUNT, missing(Reason.NOT_PRINTED)),
    (" \r\n", COUNT, missing(Reason.NOT_PRINTED)),
    ("[x]", COUNT, missing(Reason.NOT_AVAILABLE, marker=Marker.NOT_AVAILABLE)),
    ("[z]", COUNT, missing(Reason.NOT_APPLICABLE, marker=Marker.NOT_APPLICABLE)),
    ("[c]", COUNT, missing(Reason.SUPPRESSED, marker=Marker.CONFIDENTIAL)),
    ("[low]", COUNT, missing(Reason.SUPPRESSED, marker=Marker.ROUNDS_TO_ZERO)),
    ("*", COUNT, missing(Reason.SUPPRESSED)),
    ("<5", COUNT, missing(Reason.SUPPRESSED)),
)
DECLARED_GRAMMAR = (
    ("nil", number("0", remarks=("“nil” declared as zero",))),
    ("-", number("0", remarks=("“-” declared as zero",))),
    ("335 p", number("335", marker=Marker.PROVISIONAL)),
    ("335r", number("335", marker=Marker.REVISED)),
    ("335 e", number("335", marker=Marker.ESTIMATED)),
)
REFUSED = (
    ("1,1283", COUNT, "“1,1283” looks like 1,128 with note 3: write 1,128 (3)."),
    ("1,128,000,000,000,0003", COUNT, NEITHER),
    ("(12)", COUNT, "“(12)” is in brackets: for a negative number write a minus."),
    ("26,3", PERCENTAGE, "“26,3” has a comma that marks no thousands: for decimals use a point."),
    ("29%", COUNT, "“29%” is a percentage where a count is due: give the count."),
    ("nil", COUNT, "“nil” means zero only where the template says so: write 0."),
    ("001", COUNT, "“001” begins with a zero like a code: write the number without it."),
    ("1234567890123456", COUNT, "“1234567890123456” has too many digits for a figure: it looks like an identifier."),
    ("9" * 201, COUNT, f"“{'9' * 60}…” is too long for a figure: write the number alone."),
    ("10.5% (decrease)", CHANGE, FALL),
    ("5% (down on 2009)", CHANGE, FALL),
    ("12\x0034", COUNT, "“12\ufffd34” has a control character: write the figure without it."),
    ("5% (a\x00b)", PERCENTAGE, "has a control character"),
    ("5\u202e\u2028", COUNT, "“5\ufffd” is neither a number nor a reason: write a number, TBC, N/A or [x]."),
    ("x" * 200, COUNT, f"“{'x' * 60}…” is neither"),
    *((text, COUNT, NEITHER) for text in ("inf", "-inf", "nan", "NaN", "1e400", "1e3", "1E05", "NA", "None")),
    *((text, COUNT, NEITHER) for text in ("335 p", "12k", "٣٣٥", "\uff11\uff12", "12\n34", "280-300", "½")),
)
RELATIVE = (  # kind, number, percentage, words of the base
    ("29%", COUNT, (TargetKind.RELATIVE, None, Decimal(29), "")),
    ("29%", PERCENTAGE, (TargetKind.ABSOLUTE, Decimal(29), None, "")),
    ("-3% reduction on Yr 1 performance", RATE, (TargetKind.RELATIVE, None, Decimal(-3), "Yr 1 performance")),
    ("To reduce from 2010/11", RATE, (TargetKind.DIRECTION, None, None, "2010/11")),
    ("reduce theft from 8.70 to 8.44 by March 2011", RATE, (TargetKind.ABSOLUTE, Decimal("8.44"), None, "")),
    ("from 21.9% to 20%", PERCENTAGE, (TargetKind.ABSOLUTE, Decimal(20), None, "")),
    ("from 65 to 80 by March 2024", COUNT, (TargetKind.ABSOLUTE, Decimal(80), None, "")),
    ("Reduce re-offending by 18%", COUNT, (TargetKind.RELATIVE, None, Decimal(-18), "")),
)


def digits_of(text: str) -> str:
    plain = text.translate(str.maketrans(RAISED, "0123456789"))
    return "".join(sign for sign in plain if sign in "0123456789")


def read_or_refuse(text: str, value_type: ValueType, declared: bool = False) -> Value | None:
    """The value of *text*, or None after a look at the sentence that refuses it."""
    try:
        return read_value(text, value_type, **DECLARED) if declared else read_value(text, value_type)
    except UnreadableValue as fault:
        sentence = str(fault)
    assert sentence.endswith(".")
    assert len(sentence) < 200
    assert not [sign for sign in sentence if unicodedata.category(sign) in UNSEEN]
    return None


@pytest.mark.parametrize(("text", "value_type", "value"), GRAMMAR)
def test_each_case_of_the_grammar_is_read_as_it_says(text: str, value_type: ValueType, value: Value) -> None:
    assert read_value(text, value_type) == replace(value, raw=text)


@pytest.mark.parametrize(("text", "value"), DECLARED_GRAMMAR)
def test_zero_words_and_bare_markers_count_where_declared(text: str, value: Value) -> None:
    assert read_value(text, COUNT, **DECLARED) == replace(value, raw=text)


@pytest.mark.parametrize("text", ["335 a", "12k", "12 K", "12\u212a"])
def test_a_bare_letter_that_is_no_marker_is_refused_even_where_declared(text: str) -> None:
    with pytest.raises(UnreadableValue, match=NEITHER):
        read_value(text, COUNT, **DECLARED)


@pytest.mark.parametrize(("text", "value_type", "said"), REFUSED)
def test_each_refusal_is_one_sentence_with_its_mend(text: str, value_type: ValueType, said: str) -> None:
    with pytest.raises(UnreadableValue) as caught:
        read_value(text, value_type)
    assert said in str(caught.value)
    assert re.fullmatch(r"“[^”]*” [^.]*\.", str(caught.value))


@pytest.mark.parametrize(("text", "value_type", "said"), RELATIVE)
def test_each_relative_case_is_a_rule(text: str, value_type: ValueType, said: tuple[object, ...]) -> None:
    rule = read_target(text, value_type)
    assert (rule.kind, rule.number, rule.percentage, rule.base_words) == said


value_types = st.sampled_from(ValueType)
pieces = st.sampled_from(
    (
        *("0123456789,.-+−%()<*[]\u00a0 \x1f\n٣³pk"),
        *("12", "128", "582", "007", ", ", " per cent", " (3)", " [p]", "fell by ", "up "),
        *("no change", "nil", "TBC", "N/A", "..", " (down 7)", " (was 26.3)"),
    )
)
cells = st.one_of(
    st.lists(pieces, max_size=7).map("".join),
    st.builds("{}{}{}{}".format, pieces, st.integers(0, 10**7).map("{:,}".format), pieces, pieces),
)
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


@MODEST
@given(cells, value_types)
def test_a_number_has_exactly_the_digits_of_its_text(text: str, value_type: ValueType) -> None:
    value = read_or_refuse(text, value_type)
    if value is None or value.number is None or "no change" in text:
        return
    plain = f"{abs(value.number):f}"
    assert digits_of(text) == digits_of(plain) + digits_of("".join((*value.remarks, *value.notes)))
    assert plain in re.sub("[, \u00a0]", "", text)
    assert (value.number < 0) == (text.strip()[0] in "-−" or "fell by" in text) or value.number == 0


@MODEST
@given(cells, value_types, st.booleans())
def test_nothing_is_zero_that_does_not_spell_a_zero(text: str, value_type: ValueType, declared: bool) -> None:
    value = read_or_refuse(text, value_type, declared)
    if value is None or value.number != 0:
        return
    spelled = re.fullmatch(r"[-+−]?0(\.0+)?( ?%| per cent)?", re.sub(r"\s*(\(.*\)|³|\[p\]|p(?!er))", "", text.strip()))
    said = (value_type is CHANGE and "no change" in text) or (declared and value.remarks)
    assert spelled or said


@MODEST
@given(
    st.decimals(-(10**13), 10**13, places=4, allow_nan=False),
    st.sampled_from([None, 0, 1, 2, 4]),
    value_types,
    st.booleans(),
    st.sampled_from([",", " ", "\u00a0", "\u2009", "\u202f"]),
)
def test_what_we_print_is_read_as_the_same_number(
    printed: Decimal, decimals: int | None, value_type: ValueType, signed: bool, separator: str
) -> None:
    percent = value_type in (PERCENTAGE, CHANGE)
    text = show(printed, decimals, percent, signed).replace(",", separator)
    value = read_value(text, value_type)
    assert (value.number, value.percent) == (round_half_up(printed, 4 if decimals is None else decimals), percent)


@MODEST
@given(st.decimals(-(10**6), 10**6, places=8, allow_nan=False))
def test_a_stored_fraction_is_its_percentage(stored: Decimal) -> None:
    assert read_value(percent_format(f"{stored:f}"), PERCENTAGE).number == stored * 100


def test_a_long_stored_fraction_loses_no_digit() -> None:
    assert percent_format("123456789012345.12345678901234567891") == "12345678901234512.345678901234567891%"


@MODEST
@given(anything, value_types, st.booleans())
def test_any_text_is_a_value_or_one_clean_sentence(text: str, value_type: ValueType, declared: bool) -> None:
    value = read_or_refuse(text, value_type, declared)
    assert value is None or value.raw == text
    with suppress(UnreadableValue):
        assert read_target(text, value_type).raw == text


@MODEST
@given(
    st.sampled_from(["", "1", "12", "1,", "0.", "-", "<"]),
    st.text(st.characters(categories=["Nd", "Nl", "No"], exclude_characters="0123456789" + RAISED), min_size=1),
    st.sampled_from(["", "2", "%", " (3)", " [p]"]),
    value_types,
)
def test_digits_of_other_scripts_are_never_a_number(before: str, foreign: str, after: str, kind: ValueType) -> None:
    assert read_or_refuse(before + foreign + after, kind) is None
    with pytest.raises(UnreadableValue):
        percent_format(before + foreign)


@MODEST
@given(
    st.sampled_from(["1,128", "25, 748", "0", "-3", "335 [r]", "TBC", "n/a", "..", "[x]", "*", "<5"]),
    st.lists(st.tuples(st.integers(1, 99).map(str), st.booleans()), min_size=1, max_size=4),
)
def test_note_marks_survive_and_change_nothing_else(cell: str, marks: list[tuple[str, bool]]) -> None:
    tail = [mark.translate(str.maketrans("0123456789", RAISED)) if raised else f"({mark})" for mark, raised in marks]
    value = read_value(f"{cell} {' '.join(tail)}", COUNT)
    assert value.notes == tuple(mark for mark, _ in marks)
    assert replace(value, notes=(), raw=cell) == read_value(cell, COUNT)
