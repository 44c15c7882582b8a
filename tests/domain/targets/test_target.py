"""Target rules: what printed words ask for, and every lawful number they come to."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.errors import UnreadableValue
from dashboard.domain.targets.target import Base, Reading, Resolved, TargetKind, TargetRule, read_target, resolve
from dashboard.domain.values.printed import Reason, ValueType

COUNT, RATE, PERCENTAGE, CHANGE = ValueType
ABSOLUTE, RELATIVE, DIRECTION, TO_BE_SET, TO_BE_CONFIRMED, MISSING = TargetKind

VEHICLE_CRIME = "To reduce the rate of vehicle crime from 8.70 to 8.44 by March 2011."
DOMESTIC_ABUSE = "Reduce repeat incidents of domestic abuse from 21.9% to 20% by March 2011;"
REOFFENDING = "Reduce re-offending by 18% by March 2011;"
NEW_BASELINE = "To establish a baseline for future ASB performance management or proxy target."


@pytest.mark.parametrize(
    ("text", "value_type", "rule"),
    [
        ("0.72", RATE, TargetRule(ABSOLUTE, "", Decimal("0.72"))),
        ("2,882", COUNT, TargetRule(ABSOLUTE, "", Decimal(2882))),
        ("1779", RATE, TargetRule(ABSOLUTE, "", Decimal(1779))),
        ("25, 748 ⁴", COUNT, TargetRule(ABSOLUTE, "", Decimal(25748), notes=("4",))),
        ("29.5%", PERCENTAGE, TargetRule(ABSOLUTE, "", Decimal("29.5"), percent=True)),
        ("29%", COUNT, TargetRule(RELATIVE, "", percentage=Decimal(29), percent=True)),
        ("-10%", RATE, TargetRule(RELATIVE, "", percentage=Decimal(-10), direction=-1, percent=True)),
        ("+5%", COUNT, TargetRule(RELATIVE, "", percentage=Decimal(5), direction=1, percent=True)),
        ("-10%", CHANGE, TargetRule(ABSOLUTE, "", Decimal(-10), percent=True)),
        (
            "-3% reduction on Yr 1 performance",
            RATE,
            TargetRule(
                RELATIVE,
                "",
                percentage=Decimal(-3),
                direction=-1,
                base_words="Yr 1 performance",
                percent=True,
            ),
        ),
        (
            "-5.9% reduction on Yr 1",
            RATE,
            TargetRule(RELATIVE, "", percentage=Decimal("-5.9"), direction=-1, base_words="Yr 1", percent=True),
        ),
        (
            "2% increase",
            COUNT,
            TargetRule(RELATIVE, "", percentage=Decimal(2), direction=1, percent=True),
        ),
        (
            VEHICLE_CRIME,
            RATE,
            TargetRule(ABSOLUTE, "", Decimal("8.44"), direction=-1, baseline=Decimal("8.70")),
        ),
        (
            DOMESTIC_ABUSE,
            PERCENTAGE,
            TargetRule(ABSOLUTE, "", Decimal(20), direction=-1, baseline=Decimal("21.9"), percent=True),
        ),
        (REOFFENDING, CHANGE, TargetRule(ABSOLUTE, "", Decimal(-18), direction=-1, percent=True)),
        (
            REOFFENDING,
            COUNT,
            TargetRule(RELATIVE, "", percentage=Decimal(-18), direction=-1, percent=True),
        ),
        (
            "To reduce criminal damage by 1% by March 2011.",
            COUNT,
            TargetRule(RELATIVE, "", percentage=Decimal(-1), direction=-1, percent=True),
        ),
        (
            "Increase satisfaction by 5% on 2009/10",
            PERCENTAGE,
            TargetRule(
                RELATIVE,
                "",
                percentage=Decimal(5),
                direction=1,
                base_words="2009/10",
                percent=True,
                points_possible=True,
            ),
        ),
        (
            "To reduce from 2010/11",
            CHANGE,
            TargetRule(DIRECTION, "", direction=-1, base_words="2010/11", reason=Reason.DIRECTION_ONLY),
        ),
        (
            "Increase the number of drug users in effective treatment",
            COUNT,
            TargetRule(DIRECTION, "", direction=1, reason=Reason.DIRECTION_ONLY),
        ),
        (NEW_BASELINE, COUNT, TargetRule(TO_BE_SET, "", reason=Reason.BASELINE_TO_BE_SET)),
        ("TBC", COUNT, TargetRule(TO_BE_CONFIRMED, "", reason=Reason.TO_BE_CONFIRMED)),
        ("TBC ²", COUNT, TargetRule(TO_BE_CONFIRMED, "", notes=("2",), reason=Reason.TO_BE_CONFIRMED)),
        ("", COUNT, TargetRule(MISSING, "", reason=Reason.NOT_PRINTED)),
        ("N/A", COUNT, TargetRule(MISSING, "", reason=Reason.NOT_AVAILABLE)),
    ],
)
def test_a_printed_target_is_one_rule(text: str, value_type: ValueType, rule: TargetRule) -> None:
    read = read_target(text, value_type)
    assert read.raw == text
    assert read == TargetRule(
        rule.kind,
        text,
        rule.number,
        rule.percentage,
        rule.direction,
        rule.baseline,
        rule.base_words,
        rule.notes,
        rule.percent,
        rule.reason,
        rule.points_possible,
    )


@pytest.mark.parametrize(
    "text",
    [
        "The rate of hospital admissions for alcohol related harm.",
        "Raise awareness of the PREVENT agenda",
        "Overall/general satisfaction with residents local area (Measured through the Place Survey)",
        "People who believe people from different backgrounds get on well together in their local area"
        " (Measured through the Place Survey)",
        "To address anti social behaviour in local communities; support the victim and deal with the"
        " perpetrator; and increase confidence amongst residents that agencies are working together to"
        " tackle ASB (Measured through the Place Survey)",
        "To reduce burglary and increase reporting",
        "?",
    ],
)
@pytest.mark.parametrize("value_type", list(ValueType))
def test_words_without_a_measure_are_kept_and_set_no_target(text: str, value_type: ValueType) -> None:
    if text == "?":
        with pytest.raises(UnreadableValue):
            read_target(text, value_type)
    else:
        assert read_target(text, value_type) == TargetRule(MISSING, text, reason=Reason.NO_TARGET)


@pytest.mark.parametrize(
    ("text", "value_type", "said"),
    [
        ("Reduce by 50", COUNT, "amount in words"),
        ("halve burglary", COUNT, "amount in words"),
        ("Reduce re-offending by ten per cent", COUNT, "amount in words"),
        ("between 280 and some", COUNT, "amount in words"),
        ("Reduce violence among 18 year olds", COUNT, "amount in words"),
        ("2010-11", COUNT, "neither a number"),
        ("300-280", COUNT, "wrong way round"),
        ("1,1283", COUNT, "with note 3"),
        ("(12)", COUNT, "brackets"),
        ("< 12:30", RATE, "write 12h 30m"),
        ("*", COUNT, "hides a figure"),
        ("Increase arrests by -5%", COUNT, "against its word"),
        ("+3% reduction on Yr 1", COUNT, "against its word"),
        ("To reduce burglary from 8.44 to 8.70", RATE, "against its word"),
        ("Reduce repeats from 21.9% to 20", PERCENTAGE, "mixes units"),
        (DOMESTIC_ABUSE, COUNT, "mixes units"),
        ("reduce " * 200, COUNT, "too long"),
    ],
)
def test_a_target_that_is_not_sure_is_refused(text: str, value_type: ValueType, said: str) -> None:
    with pytest.raises(UnreadableValue, match=said):
        read_target(text, value_type)


@given(st.text(alphabet=st.characters(categories=["L", "Zs", "Po"]), max_size=60))
def test_words_without_digits_never_become_a_number(text: str) -> None:
    try:
        rule = read_target(text, COUNT)
    except UnreadableValue:
        return
    assert rule.number is None or "nil" in text.casefold(), "nil is a word for nought"
    assert rule.percentage is None


def test_a_relative_target_reads_on_the_target_and_waits_for_the_actual() -> None:
    rule = read_target("-3% reduction on Yr 1 performance", RATE)
    assert resolve(rule, {Base.TARGET: Decimal("0.72"), Base.ACTUAL: None}, "2008/09") == Resolved(
        Decimal("0.6984"),
        None,
        "−3% on the 2008/09 target of 0.72",
        (
            Reading(
                Base.TARGET,
                Decimal("0.72"),
                Decimal("0.6984"),
                None,
                "−3% on the 2008/09 target of 0.72 is 0.698.",
            ),
            Reading(
                Base.ACTUAL,
                None,
                None,
                Reason.UNRESOLVED,
                "On the 2008/09 actual: unresolved until it is known.",
            ),
        ),
    )


def test_the_second_staffordshire_year_reads_0_678() -> None:
    resolved = resolve(read_target("-5.9% reduction on Yr 1", RATE), {Base.TARGET: Decimal("0.72")}, "2008/09")
    assert resolved.number == Decimal("0.67752")
    assert resolved.readings[0].words.endswith("is 0.678.")


def test_the_actual_serves_where_there_is_no_target_and_an_unstated_base_never_does() -> None:
    rule = read_target("-10%", COUNT)
    resolved = resolve(rule, {Base.ACTUAL: Decimal(323), Base.UNSTATED: Decimal(400)}, "2009/10")
    assert (resolved.number, resolved.basis) == (Decimal("290.7"), "−10% on the 2009/10 actual of 323")
    assert [reading.value for reading in resolved.readings] == [None, Decimal("290.7"), Decimal(360)]
    unstated = resolve(rule, {Base.UNSTATED: Decimal(400)}, "2009/10")
    assert (unstated.number, unstated.reason) == (None, Reason.UNRESOLVED)
    assert unstated.readings[2].words == "−10% on the baseline (no year stated) of 400 is 360.0."


def test_a_percentage_without_direction_stays_unresolved() -> None:
    resolved = resolve(read_target("29%", COUNT), {Base.TARGET: Decimal(285)}, "2009/10")
    assert (resolved.number, resolved.reason) == (None, Reason.UNRESOLVED)
    assert [reading.value for reading in resolved.readings] == [None]


@pytest.mark.parametrize(
    ("text", "number", "reason", "basis"),
    [
        ("0.72", Decimal("0.72"), None, "as printed"),
        ("To reduce from 2010/11", None, Reason.DIRECTION_ONLY, "a direction without a number"),
        (NEW_BASELINE, None, Reason.BASELINE_TO_BE_SET, "a baseline still to be set"),
        ("TBC", None, Reason.TO_BE_CONFIRMED, "to be confirmed"),
        ("", None, Reason.NOT_PRINTED, "no measurable target"),
        ("Raise awareness of the PREVENT agenda", None, Reason.NO_TARGET, "no measurable target"),
    ],
)
def test_other_rules_resolve_to_their_number_or_reason(
    text: str, number: Decimal | None, reason: Reason | None, basis: str
) -> None:
    assert resolve(read_target(text, RATE), {}, "2008/09") == Resolved(number, reason, basis)
