"""Checks on what was published, on the discrepancies that the five documents print."""

from decimal import Decimal

import pytest

from dashboard.domain.checks import (
    Finding,
    Severity,
    identical_targets,
    parts_against_total,
    percentage_of_a_count_possible,
    printed_against_worked_out,
    residual_jump,
    residual_risk_blank,
    risk_rating,
    target_easier_than_actual,
    target_one_under_actual,
    text_against_table,
    unit_changed,
    whole_against_parts,
)
from dashboard.domain.status import Polarity


def figures(*numbers: str) -> list[Decimal]:
    return [Decimal(number) for number in numbers]


@pytest.mark.parametrize(
    ("total", "parts", "severity", "difference", "sentence"),
    [
        ("2883", ["335", "2548"], "agrees", 0, "The parts sum to the total: 335 + 2,548 = 2,883."),
        (
            "6346",
            ["2021", "299", "4026"],
            "agrees",
            0,
            "The parts sum to the total: 2,021 + 299 + 4,026 = 6,346.",
        ),
        (
            "2880",
            ["335", "2548"],
            "differs",
            -3,
            "The total is printed as 2,880; its parts 335 + 2,548 sum to 2,883: a difference of 3.",
        ),
    ],
)
def test_parts_against_total(total: str, parts: list[str], severity: str, difference: int, sentence: str) -> None:
    named = {f"part {part}": Decimal(part) for part in parts}
    finding = parts_against_total("serious violent crime", Decimal(total), named)
    assert (finding.rule, finding.severity) == ("parts-against-total", severity)
    assert finding.difference == difference
    assert finding.sentence == sentence


@pytest.mark.parametrize(
    ("printed", "worked_out", "severity", "sentence"),
    [
        ("16.3", Decimal(4700) / 288, "agrees", "Printed as +16.3%, and worked out it is the same."),
        ("-2.3", Decimal(-700) / 308, "agrees", "Printed as −2.3%, and worked out it is the same."),
        (
            "-18",
            Decimal(-16500) / 819,
            "differs",
            "Printed as −18%; worked out it is −20.1%, which prints as −20%: a difference of 2 percentage points.",
        ),
    ],
)
def test_printed_against_worked_out(printed: str, worked_out: Decimal, severity: str, sentence: str) -> None:
    finding = printed_against_worked_out("vehicle crime", Decimal(printed), worked_out)
    assert (finding.rule, finding.severity) == ("printed-against-worked-out", severity)
    assert (finding.found, finding.sentence) == (worked_out, sentence)


def test_a_printed_count_is_compared_without_a_sign() -> None:
    finding = printed_against_worked_out("multiple", Decimal("2.5"), Decimal("2.44"), percent=False)
    assert finding.sentence == "Printed as 2.5; worked out it is 2.44, which prints as 2.4: a difference of 0.1."


def test_text_against_table() -> None:
    assert text_against_table("Anti-social behaviour", Decimal(3135), Decimal(3127)) == Finding(
        "text-against-table",
        Severity.DIFFERS,
        "Anti-social behaviour",
        Decimal(3135),
        Decimal(3127),
        Decimal(8),
        "The text says 3,135; the table's localities sum to 3,127: a difference of 8.",
    )
    agreeing = text_against_table("Burglary", Decimal(389), Decimal(389))
    assert agreeing.sentence == "The text says 389, and the table's localities sum to the same."
    percent = text_against_table(
        "Road casualties", Decimal(-6), Decimal("-11.1"), table="the table gives", percent=True
    )
    assert percent.sentence == ("The text says −6%; the table gives −11.1%: a difference of 5.1 percentage points.")


def test_unit_changed() -> None:
    finding = unit_changed("NI 30", ("120", "offences"), ("29%", "percentage"))
    assert finding is not None
    assert (finding.rule, finding.severity) == ("unit-changed", "flag")
    assert finding.sentence == (
        "The unit changes from offences (120) to percentage (29%): the figures are not comparable."
    )
    assert unit_changed("NI 15", ("288", "crimes"), ("335", "crimes")) is None


@pytest.mark.parametrize(
    ("target", "actual", "polarity", "sentence"),
    [
        (
            "7195",
            "6937",
            Polarity.LOWER,
            "The target of 7,195 is 258 above the last actual of 6,937, and lower is better:"
            " it can be met by doing worse.",
        ),
        (
            "1779",
            "1603",
            Polarity.LOWER,
            "The target of 1,779 is 176 above the last actual of 1,603, and lower is better:"
            " it can be met by doing worse.",
        ),
        (
            "1074",
            "1140",
            Polarity.HIGHER,
            "The target of 1,074 is 66 below the last actual of 1,140, and higher is better:"
            " it can be met by doing worse.",
        ),
        ("288", "323", Polarity.LOWER, None),
        ("29.5", "25", Polarity.HIGHER, None),
        ("323", "323", Polarity.LOWER, None),
        ("323", "323", Polarity.HIGHER, None),
        ("7195", "6937", Polarity.NEUTRAL, None),
    ],
)
def test_target_easier_than_actual(target: str, actual: str, polarity: Polarity, sentence: str | None) -> None:
    finding = target_easier_than_actual("NI 16", Decimal(target), Decimal(actual), polarity)
    assert (finding.sentence if finding else None) == sentence


def test_target_one_under_actual() -> None:
    finding = target_one_under_actual("Serious violent crime", Decimal(2882), Decimal(2883))
    assert finding is not None
    assert finding.sentence == "The target of 2,882 is one fewer than the last actual of 2,883."
    assert target_one_under_actual("NI 47", Decimal(298), Decimal(301)) is None


def test_identical_targets() -> None:
    vehicle, assault = (Decimal("8.70"), Decimal("8.44")), (Decimal("5.38"), Decimal("5.22"))
    findings = identical_targets({"vehicle crime": vehicle, "burglary": vehicle, "assault": assault})
    assert [finding.sentence for finding in findings] == [
        "“vehicle crime” and “burglary” are both to go from 8.70 to 8.44:"
        " identical to the last digit, which may be a copying error."
    ]


@pytest.mark.parametrize(
    ("scores", "severity", "sentence"),
    [
        ((6, 3, 2), "agrees", "The rating of 6 is impact times likelihood: 3 × 2 = 6."),
        (
            (12, 3, 3),
            "differs",
            "The rating is printed as 12; impact times likelihood is 3 × 3 = 9: a difference of 3.",
        ),
    ],
)
def test_risk_rating(scores: tuple[int, int, int], severity: str, sentence: str) -> None:
    finding = risk_rating("SSC15-1", *scores)
    assert finding is not None
    assert (finding.rule, finding.severity, finding.sentence) == ("risk-rating", severity, sentence)


@pytest.mark.parametrize("scores", [(None, 3, 2), (6, None, 2), (6, 3, None)])
def test_a_blank_score_has_no_rating_to_check(scores: tuple[int | None, int | None, int | None]) -> None:
    assert risk_rating("SSC15-1", *scores) is None


def test_residual_risk_blank() -> None:
    finding = residual_risk_blank("SSC15-1", None)
    assert finding is not None
    assert finding.sentence == "The residual risk is left blank: it is missing, not zero."
    assert residual_risk_blank("SSC15-3", 9) is None


def test_residual_jump() -> None:
    found = residual_jump(
        "Serious acquisitive crime",
        ["2006/07", "2007/08", "2008/09", "2009/10"],
        figures("1263", "1111", "1218", "1085"),
        [figures("340", "290", "357", "389"), figures("683", "758", "819", "654")],
    )
    assert [(finding.said, finding.found, finding.difference) for finding in found] == [
        (Decimal(240), Decimal(63), Decimal(177))
    ]
    assert found[0].sentence == (
        "The total less its known parts is 240 in 2006/07, 63 in 2007/08, 42 in 2008/09, 42 in 2009/10:"
        " in 2007/08 it falls by 177, so what is counted may have changed."
    )


@pytest.mark.parametrize(
    ("parent", "jumps"),
    [(["100", "149"], 0), (["100", "220"], 1), (["40", "89"], 0), (["-30", "40"], 1), (["0", "50"], 1)],
)
def test_a_remainder_jumps_when_it_doubles_halves_or_turns(parent: list[str], jumps: int) -> None:
    found = residual_jump("SAC", ["2008", "2009"], figures(*parent), [])
    assert len(found) == jumps
    assert all("rises" in finding.sentence for finding in found)


@pytest.mark.parametrize(
    ("percentage", "count", "severity", "sentence"),
    [
        ("68", 35, "flag", "No whole number of 35 prints as 68%: 23 is 65.7% and 24 is 68.6%."),
        ("69", 35, "agrees", "69% of 35 is 24."),
        ("66", 35, "agrees", "66% of 35 is 23."),
        ("29", 100, "agrees", "29% of 100 is 29."),
        ("100", 35, "agrees", "100% of 35 is 35."),
        ("0", 35, "agrees", "0% of 35 is 0."),
        ("68.5", 35, "flag", "No whole number of 35 prints as 68.5%: 23 is 65.71% and 24 is 68.57%."),
    ],
)
def test_percentage_of_a_count_possible(percentage: str, count: int, severity: str, sentence: str) -> None:
    finding = percentage_of_a_count_possible("Alcohol treatment", Decimal(percentage), count)
    assert (finding.rule, finding.severity) == ("percentage-of-a-count-possible", severity)
    assert finding.sentence == sentence


def test_a_percentage_of_nobody_is_no_question() -> None:
    with pytest.raises(ValueError, match="of nothing"):
        percentage_of_a_count_possible("Alcohol treatment", Decimal(68), 0)


def test_the_two_whole_numbers_at_hand_are_named() -> None:
    finding = percentage_of_a_count_possible("Alcohol treatment", Decimal(68), 35)
    assert finding.difference == Decimal(68) - Decimal(24) / 35 * 100


@pytest.mark.parametrize(
    ("said", "made", "gap", "sentence"),
    [
        ("101", "100", "1", "The year’s own figure is 101; the sum of 4 figures is 100: a difference of 1."),
        ("100", "100", "0", "The year’s own figure is 100, and so is the sum of 4 figures."),
        ("12.3", "12.34", "0.0", "The year’s own figure is 12.3, and so is the sum of 4 figures."),
    ],
)
def test_a_year_against_what_its_parts_come_to(said: str, made: str, gap: str, sentence: str) -> None:
    found = whole_against_parts("Burglaries", Decimal(said), Decimal(made), "Sum of 4 figures")
    assert (found.rule, found.difference, found.sentence) == ("year-against-parts", Decimal(gap), sentence)
    assert found.severity is (Severity.DIFFERS if Decimal(gap) else Severity.AGREES)
