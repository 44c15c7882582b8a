"""Proves that ratios, ranks and two numbers in a cell are kept as words, and that reasons are read in their words."""

from decimal import Decimal

import pytest

from dashboard.domain.errors import UnreadableValue
from dashboard.domain.targets.grammar import TargetKind, read_target
from dashboard.domain.values.limits import may_be_negative, may_exceed_hundred
from dashboard.domain.values.printed import Reason, Value, ValueType, read_value

IN_WORDS = (
    *("1:250", "2 : 1", "45/60", "45 / 60", "45 of 60", "45 out of 60", "1 in 4", "1 in every 250"),
    *("3rd", "1st", "joint 3rd", "3rd of 8", "2nd place", "top quartile", "2nd quartile", "in the lowest quartile"),
    *("Quartile 2", "rank 3", "Ranked 12 of 42", "top 10", "12 (8%)", "120 (195)", "1,234 (5.2%)", "3.5 (2.25)"),
)


@pytest.mark.parametrize("text", IN_WORDS)
@pytest.mark.parametrize("value_type", [ValueType.COUNT, ValueType.RATE])
def test_a_cell_without_a_single_number_is_kept_as_words(text: str, value_type: ValueType) -> None:
    assert read_value(text, value_type) == Value(None, Reason.IN_WORDS, raw=text)
    rule = read_target(text, value_type)
    assert (rule.kind, rule.number, rule.reason, rule.raw) == (TargetKind.MISSING, None, Reason.IN_WORDS, text)


@pytest.mark.parametrize(
    "text",
    ["Monitor", "Monitoring only", "Below county average", "Better than the England average", "in line with peers"],
)
def test_a_target_among_others_is_kept_as_words(text: str) -> None:
    assert read_target(text, ValueType.COUNT).reason is Reason.IN_WORDS


@pytest.mark.parametrize("text", ["2010/11", "12 (000)", "5 (million)", "Good", "On track", "12 34", "3rdly"])
def test_other_words_stay_refused_as_actuals(text: str) -> None:
    with pytest.raises(UnreadableValue):
        read_value(text, ValueType.COUNT)


@pytest.mark.parametrize(("text", "number", "notes"), [("12 (8)", 12, ("8",)), ("1,128 (3)", 1128, ("3",))])
def test_a_note_mark_is_no_second_number(text: str, number: int, notes: tuple[str, ...]) -> None:
    value = read_value(text, ValueType.COUNT)
    assert (value.number, value.notes) == (Decimal(number), notes)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("n/a – annual measure", Reason.REPORTED_ANNUALLY),
        ("n/a - reported annually", Reason.REPORTED_ANNUALLY),
        ("N/A (annual)", Reason.REPORTED_ANNUALLY),
        ("not applicable: yearly figure", Reason.REPORTED_ANNUALLY),
        ("Annual", Reason.REPORTED_ANNUALLY),
        ("Annual measure", Reason.REPORTED_ANNUALLY),
        ("Reported annually", Reason.REPORTED_ANNUALLY),
        ("Biennial survey", Reason.REPORTED_ANNUALLY),
        ("n/a – survey not held", Reason.NOT_AVAILABLE),
        ("not applicable – service ended", Reason.NOT_APPLICABLE),
        ("n/a - awaited", Reason.DELAYED),
        ("Awaiting data", Reason.DELAYED),
        ("TBA", Reason.TO_BE_CONFIRMED),
    ],
)
def test_a_reason_may_say_why_and_keeps_its_words(text: str, reason: Reason) -> None:
    assert read_value(text, ValueType.COUNT) == Value(None, reason, raw=text)


@pytest.mark.parametrize(
    ("words", "negative", "over"),
    [
        ("Net change in staff", True, True),
        ("Growth in volunteering", True, True),
        ("Difference from plan", True, False),
        ("Budget spent", False, True),
        ("% of target", False, True),
        ("Bed occupancy", False, True),
        ("Satisfied with the police", False, False),
        ("Burglary", False, False),
        ("Network events", False, False),
    ],
)
def test_words_say_which_measures_pass_the_usual_limits(words: str, negative: bool, over: bool) -> None:
    assert (may_be_negative("", words), may_exceed_hundred("", words)) == (negative, over)
