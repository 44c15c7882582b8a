"""Proves that bounds and ranges are targets with a side, and that sides of an earlier year are directions."""

from decimal import Decimal

import pytest

from dashboard.domain.errors import UnreadableValue
from dashboard.domain.periods.period import financial_year
from dashboard.domain.targets.bounds import amounts_of
from dashboard.domain.targets.grammar import TargetKind, read_target
from dashboard.domain.targets.target import (
    Base,
    Resolved,
    base_period_of,
    lawful,
    named_base,
    resolve,
    waits_for_base,
)
from dashboard.domain.values.printed import Reason, ValueType

COUNT, RATE, PERCENTAGE = ValueType.COUNT, ValueType.RATE, ValueType.PERCENTAGE
AT_MOST, BELOW, AT_LEAST, ABOVE = (-1, False), (-1, True), (1, False), (1, True)


@pytest.mark.parametrize(
    ("text", "number", "side"),
    [
        ("<5", 5, BELOW),
        ("< 150", 150, BELOW),
        ("≤ 150", 150, AT_MOST),
        ("<= 150 (3)", 150, AT_MOST),
        ("Less than 40", 40, BELOW),
        ("fewer than 40 by March 2011", 40, BELOW),
        ("less than or equal to 40", 40, AT_MOST),
        ("under 40", 40, BELOW),
        ("To be below 1,500.", 1500, BELOW),
        ("No more than 40", 40, AT_MOST),
        ("not to exceed 40", 40, AT_MOST),
        ("up to 40", 40, AT_MOST),
        ("Maximum of 40", 40, AT_MOST),
        ("max. 40", 40, AT_MOST),
        ("40 max", 40, AT_MOST),
        ("40 (max)", 40, AT_MOST),
        ("40 or fewer", 40, AT_MOST),
        ("no more than 2000", 2000, AT_MOST),
        ("> 30", 30, ABOVE),
        ("over 30", 30, ABOVE),
        ("More than 30", 30, ABOVE),
        ("≥30", 30, AT_LEAST),
        (">= 30", 30, AT_LEAST),
        ("At least 30", 30, AT_LEAST),
        ("minimum 30", 30, AT_LEAST),
        ("no less than 30", 30, AT_LEAST),
        ("30 or above", 30, AT_LEAST),
        ("30 minimum", 30, AT_LEAST),
        ("30+", 30, AT_LEAST),
        ("at least 30 officers", 30, AT_LEAST),
    ],
)
def test_a_bound_says_its_side(text: str, number: int, side: tuple[int, bool]) -> None:
    rule = read_target(text, COUNT, "officers")
    assert (rule.kind, rule.number, (rule.side, rule.strict)) == (TargetKind.ABSOLUTE, Decimal(number), side)
    assert (rule.raw, rule.worded_side) == (text, side[0])


@pytest.mark.parametrize(
    ("text", "value_type", "low", "high", "percent"),
    [
        ("90-95%", PERCENTAGE, 90, 95, True),
        ("90% to 95%", PERCENTAGE, 90, 95, True),
        ("between 90 and 95", PERCENTAGE, 90, 95, False),
        ("90 – 95 per cent", PERCENTAGE, 90, 95, True),
        ("280-300", COUNT, 280, 300, False),
        ("between 1,280 and 1,300", COUNT, 1280, 1300, False),
        ("range 280 to 300", COUNT, 280, 300, False),
        ("-5 to -3", RATE, -5, -3, False),
        ("£1.2m to £1.3m", RATE, 1_200_000, 1_300_000, False),
        ("10m - 15m", RATE, 10, 15, False),
    ],
)
def test_a_range_has_both_ends(text: str, value_type: ValueType, low: int, high: int, percent: bool) -> None:
    rule = read_target(text, value_type)
    assert (rule.kind, rule.low, rule.high, rule.percent) == (TargetKind.ABSOLUTE, Decimal(low), Decimal(high), percent)
    assert (rule.number, rule.side) == (None, 0)


@pytest.mark.parametrize(
    ("text", "value_type", "said"),
    [
        ("95-90%", PERCENTAGE, "wrong way round"),
        ("90-90", COUNT, "wrong way round"),
        ("£10-20", RATE, "unit at one end"),
        ("10-15m", RATE, "unit at one end"),
        ("2010-11", COUNT, "neither a number"),
        ("below 2023", COUNT, "a number or a year: write 2,010 or 2009/10"),
        ("≥ 95%", COUNT, "a percentage where a count is due"),
        ("at least 30 more than planned", COUNT, "amount in words"),
        ("at least 5 (000)", COUNT, "neither a number"),
        ("under 12:30", RATE, "12h 30m"),
        ("≤ 1,12", COUNT, "comma"),
        ("at most 12 (8%)", COUNT, "amount in words"),
    ],
)
def test_a_bound_that_is_not_sure_is_refused(text: str, value_type: ValueType, said: str) -> None:
    with pytest.raises(UnreadableValue, match=said):
        read_target(text, value_type)


@pytest.mark.parametrize(
    ("text", "side", "strict", "base"),
    [
        ("Below 2022/23", -1, True, "2022/23"),
        ("lower than last year", -1, True, "last year"),
        ("No more than the 2022/23 outturn", -1, False, "2022/23 outturn"),
        ("at least 2022/23 levels", 1, False, "2022/23 levels"),
        ("A reduction on 2022/23", -1, True, "2022/23"),
        ("increase from 2022/23", 1, True, "2022/23"),
    ],
)
def test_a_side_of_an_earlier_year_is_a_direction(text: str, side: int, strict: bool, base: str) -> None:
    rule = read_target(text, COUNT)
    assert (rule.kind, rule.reason, rule.number) == (TargetKind.DIRECTION, Reason.DIRECTION_ONLY, None)
    assert (rule.direction, rule.strict or not rule.side, rule.base_words) == (side, strict, base)


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("≤ 150", "at most, as printed"),
        ("<150", "less than, as printed"),
        ("at least 150", "at least, as printed"),
        ("over 150", "more than, as printed"),
        ("90-95", "a range, as printed"),
    ],
)
def test_a_bound_says_on_what_it_rests(text: str, basis: str) -> None:
    rule = read_target(text, COUNT)
    assert resolve(rule, {}, "") == Resolved(rule.number, None, basis)


@pytest.mark.parametrize(
    ("words", "amounts"),
    [("≥ 95%", ("95%",)), ("90-95%", ("90%", "95%")), ("12", ("12",)), ("TBC", ("TBC",))],
)
def test_the_amounts_of_a_target_are_found_in_its_words(words: str, amounts: tuple[str, ...]) -> None:
    assert amounts_of(words) == amounts


@pytest.mark.parametrize(
    ("words", "base"),
    [
        ("Yr 1 performance", Base.ACTUAL),
        ("2010/11 outturn", Base.ACTUAL),
        ("2009/10 levels", Base.ACTUAL),
        ("the 2010/11 target", Base.TARGET),
        ("Yr 1", None),
        ("actual against target", None),
    ],
)
def test_the_words_of_a_base_name_it(words: str, base: Base | None) -> None:
    assert named_base(words) is base


@pytest.mark.parametrize(
    ("words", "year"),
    [("2010/11", 2010), ("the 2010/11 outturn", 2010), ("last year", 2011), ("last year's performance", 2011)],
)
def test_the_words_of_a_base_name_its_period(words: str, year: int) -> None:
    assert base_period_of(words, financial_year(2012)) == financial_year(year)


def test_words_that_name_no_period_have_none() -> None:
    assert base_period_of("Yr 1 performance", financial_year(2012)) is None
    assert base_period_of("", financial_year(2012)) is None


@pytest.mark.parametrize(
    ("text", "bases", "chosen", "numbers", "waits"),
    [
        ("-3% reduction on Yr 1 performance", ("0.72", "0.70"), "0.679", ("0.679",), False),
        ("-3% reduction on Yr 1 performance", ("0.72", None), "0.6984", (), True),
        ("-3% reduction on the Yr 1 target", ("0.72", "0.70"), "0.6984", ("0.6984",), False),
        ("-5.9% reduction on Yr 1", ("0.72", "0.70"), "0.67752", ("0.67752", "0.6587"), False),
        ("-5.9% reduction on Yr 1", ("0.72", None), "0.67752", ("0.67752",), False),
        ("-5.9% reduction on Yr 1", (None, None), None, (), False),
        ("0.72", ("0.72", "0.70"), "0.72", (), False),
    ],
)
def test_the_base_that_the_words_name_is_the_one_that_counts(
    text: str, bases: tuple[str | None, str | None], chosen: str | None, numbers: tuple[str, ...], waits: bool
) -> None:
    rule = read_target(text, RATE)
    target, actual = (None if base is None else Decimal(base) for base in bases)
    resolved = resolve(rule, {Base.TARGET: target, Base.ACTUAL: actual}, "2008/09")
    assert resolved.number == (None if chosen is None else Decimal(chosen))
    assert tuple(item.value for item in lawful(rule, resolved)) == tuple(map(Decimal, numbers))
    assert waits_for_base(rule, resolved) is waits
