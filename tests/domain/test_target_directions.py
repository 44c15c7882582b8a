"""Proves which words of a target are a way to go, a level to reach, or nothing; and what is refused with its mend."""

from decimal import Decimal

import pytest

from dashboard.domain.errors import UnreadableValue
from dashboard.domain.targets.grammar import TargetKind, read_target
from dashboard.domain.values.printed import ValueType

COUNT, RATE, PERCENTAGE = ValueType.COUNT, ValueType.RATE, ValueType.PERCENTAGE

WAYS = (  # text, direction, side, keeps, words of the base
    ("Reduce", -1, 0, False, ""),
    ("year-on-year reduction", -1, 0, False, ""),
    ("YoY reduction", -1, 0, False, ""),
    ("Continue to reduce", -1, 0, False, ""),
    ("Downward trend", -1, 0, False, ""),
    ("Fewer", -1, 0, False, ""),
    ("↓", -1, 0, False, ""),
    ("Minimise", -1, 0, False, ""),
    ("annual increase", 1, 0, False, ""),
    ("Higher than last year", 1, 1, False, "last year"),
    ("Sustain reduction", -1, -1, False, ""),
    ("Reduce or maintain", -1, -1, False, ""),
    ("No increase", -1, -1, False, ""),
    ("No reduction on 2022/23", 1, 1, False, "2022/23"),
    ("Improve on 2022/23", 0, 0, False, "2022/23"),
    ("improve on last year's performance", 0, 0, False, "last year's performance"),
    ("Better than 2022/23", 0, 0, False, "2022/23"),
    ("Improvement", 0, 0, False, ""),
    ("Maintain", 0, 0, True, ""),
    ("Sustain", 0, 0, True, ""),
    ("Maintain 2022/23 levels", 0, 0, True, "2022/23 levels"),
    ("maintain or improve", 0, 0, True, ""),
    ("No worse than last year", 0, 0, True, "last year"),
    ("Stay the same", 0, 0, True, ""),
)
LEVELS = (  # text, kind of value, number, direction, side, strict
    ("Zero", COUNT, "0", (0, 0, False)),
    ("nil", COUNT, "0", (0, 0, False)),
    ("Reduce to zero", COUNT, "0", (-1, 0, False)),
    ("95% or better", PERCENTAGE, "95", (0, 0, False)),
    ("95% and above", PERCENTAGE, "95", (0, 1, False)),
    ("95% & above", PERCENTAGE, "95", (0, 1, False)),
    ("at or above 95%", PERCENTAGE, "95", (0, 1, False)),
    ("at or below 40", COUNT, "40", (0, -1, False)),
    ("Maintain at 95%", PERCENTAGE, "95", (0, 0, False)),
    ("Target: 95", COUNT, "95", (0, 0, False)),
    ("Reduce to 150", COUNT, "150", (-1, 0, False)),
    ("Reduce burglary to below 150", COUNT, "150", (-1, -1, True)),
    ("Increase to 95%", PERCENTAGE, "95", (1, 0, False)),
)
REFUSED = (
    ("None", "write “no target” or 0"),
    ("At most five", "write the number to reach"),
    ("-3,5% on 2022/23", "write the number to reach"),
    ("Reduce by 10", "write the number to reach"),
    ("reduce by 10 on 2022/23", "write the number to reach"),
    ("Reduce to 2010", "may name a number or a year"),
    ("100 per month", "write the number to reach"),
)
WITHOUT = (
    "No target",
    "not set",
    "Zero tolerance",
    "Narrow the gap",
    "not better",
    "increase or reduce",
)


@pytest.mark.parametrize(("text", "direction", "side", "keeps", "base"), WAYS)
def test_words_for_a_way_to_go_are_a_direction(text: str, direction: int, side: int, keeps: bool, base: str) -> None:
    rule = read_target(text, RATE)
    assert rule.kind is TargetKind.DIRECTION
    assert (rule.direction, rule.side, rule.keeps, rule.base_words) == (direction, side, keeps, base)


@pytest.mark.parametrize(("text", "kind", "number", "way"), LEVELS)
def test_words_around_a_level_leave_its_number(
    text: str, kind: ValueType, number: str, way: tuple[int, int, bool]
) -> None:
    rule = read_target(text, kind)
    assert (rule.kind, rule.number) == (TargetKind.ABSOLUTE, Decimal(number))
    assert (rule.direction, rule.side, rule.strict) == way


@pytest.mark.parametrize(("text", "mend"), REFUSED)
def test_what_may_be_two_things_is_refused_with_what_to_type(text: str, mend: str) -> None:
    with pytest.raises(UnreadableValue) as caught:
        read_target(text, COUNT)
    assert mend in str(caught.value)


@pytest.mark.parametrize("text", WITHOUT)
def test_other_words_set_no_target(text: str) -> None:
    assert read_target(text, COUNT).kind is TargetKind.MISSING


@pytest.mark.parametrize("text", ["5% reduction", "a 5% reduction", "reduction of 5%", "a fall of 5% on last year"])
def test_a_share_may_stand_before_or_behind_its_noun(text: str) -> None:
    assert read_target(text, COUNT).percentage == -5


@pytest.mark.parametrize(("text", "share"), [("-3% on 2022/23 performance", -3), ("+2% from last year", 2)])
def test_a_sign_says_the_way_of_a_share_on_a_base(text: str, share: int) -> None:
    rule = read_target(text, COUNT)
    assert (rule.kind, rule.percentage, rule.raw) == (TargetKind.RELATIVE, Decimal(share), text)
    assert rule.base_words == text.split(maxsplit=2)[2]


@pytest.mark.parametrize(("text", "is_change"), [("-3%", True), ("reduce from 9 to 8", True), ("8", False)])
def test_a_target_tells_whether_it_asks_for_a_change(text: str, is_change: bool) -> None:
    assert read_target(text, RATE).asks_for_change is is_change
