"""Checks on what was published, on the discrepancies that the five documents print."""

from decimal import Decimal

import pytest

from dashboard.domain.checks.figures import (
    Finding,
    Severity,
    identical_targets,
    parts_against_total,
    printed_against_worked_out,
    residual_risk_blank,
    risk_rating,
    target_easier_than_actual,
    target_one_under_actual,
    text_against_table,
    unit_changed,
)
from dashboard.domain.targets.status import Polarity


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
            "The total is given as 2,880; its parts 335 + 2,548 sum to 2,883: a difference of 3.",
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
            "The rating is given as 12; impact times likelihood is 3 × 3 = 9: a difference of 3.",
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
