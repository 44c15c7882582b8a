"""Proves the checks of parts: remainders, percentages of a count, a year against its parts."""

from decimal import Decimal

import pytest

from dashboard.domain.checks.figures import (
    Severity,
    percentage_of_a_count_possible,
    residual_jump,
    whole_against_parts,
)


def figures(*numbers: str) -> list[Decimal]:
    return [Decimal(number) for number in numbers]


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
