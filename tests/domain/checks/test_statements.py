"""Checks on what a document says more than once, each with what agrees and what does not."""

from decimal import Decimal

import pytest

from dashboard.domain.checks.findings import Severity
from dashboard.domain.checks.statements import (
    Saying,
    named_again,
    parts_as_said,
    said_again,
    share_as_said,
    table_awaits,
    targets_short_of_parts,
)


def test_a_figure_that_the_table_still_announces_is_a_difference() -> None:
    found = table_awaits("PPO reoffending rate 2011/12", Saying("29%", "Reducing Re-Offending"), "TBC")
    assert (found.severity, found.said, found.found, found.difference) == (Severity.DIFFERS, "29%", "TBC", None)
    assert found.sentence == "The text says 29% (Reducing Re-Offending); the table prints TBC."


@pytest.mark.parametrize(
    ("said", "percentage", "part", "whole", "severity", "sentence"),
    [
        ("almost 60%", 60, 571, 969, "agrees", "571 of 969 is 58.9%; the text says “almost 60%”."),
        ("almost 60%", 60, 600, 969, "differs", "600 of 969 is 61.9%; the text says “almost 60%”."),
        ("60%", 60, 598, 1000, "agrees", "598 of 1,000 is 59.8%; the text says “60%”."),
        ("60%", 60, 571, 969, "differs", "571 of 969 is 58.9%; the text says “60%”."),
        ("over 35%", 35, 389, 1085, "agrees", "389 of 1,085 is 35.9%; the text says “over 35%”."),
        ("less than 2%", 2, 3, 100, "differs", "3 of 100 is 3.0%; the text says “less than 2%”."),
    ],
)
def test_a_share_of_the_text_is_held_against_the_counts_beside_it(  # noqa: PLR0913, PLR0917 - a row of the table
    said: str, percentage: int, part: int, whole: int, severity: str, sentence: str
) -> None:
    found = share_as_said("Completions", said, Decimal(percentage), (Decimal(part), Decimal(whole)))
    assert (found.severity, found.sentence) == (severity, sentence)


@pytest.mark.parametrize(
    ("total", "parts", "percent", "severity", "sentence"),
    [
        (100, (76, 24), True, "agrees", "76% + 24% = 100%."),
        (100, (76, 26), True, "differs", "76% + 26% = 102%; printed as 100%."),
        (9, (8, 1), False, "agrees", "8 + 1 = 9."),
        (9, (8, 2), False, "differs", "8 + 2 = 10; printed as 9."),
    ],
)
def test_parts_of_the_text_sum_to_their_whole(
    total: int, parts: tuple[int, ...], percent: bool, severity: str, sentence: str
) -> None:
    found = parts_as_said("Vehicle crime", Decimal(total), [Decimal(part) for part in parts], percent=percent)
    assert (found.severity, found.sentence) == (severity, sentence)


@pytest.mark.parametrize(
    ("first", "second", "severity"),
    [
        ("20-24", "20 to 24", "agrees"),
        ("57%", "57%", "agrees"),
        ("10 to 44", "15 and 49", "differs"),
        ("Total current members = 36", "(20 people)", "differs"),
    ],
)
def test_what_two_sections_say_of_one_thing_is_compared(first: str, second: str, severity: str) -> None:
    found = said_again("Ages", Saying(first, "Violent Crime"), Saying(second, "Vulnerability"))
    assert found.severity == severity
    assert found.sentence.startswith("“Violent Crime”")
    assert second in found.sentence


def test_one_figure_under_two_names_is_flagged_and_another_figure_is_a_difference() -> None:
    killed, injured = Saying("301", "Killed or seriously injured"), Saying("301", "Seriously injured")
    found = named_again("Seriously injured 2010/11", killed, injured)
    assert (found.severity, found.rule) == (Severity.FLAG, "named-again")
    assert found.sentence == ("The same 301 is printed as “Killed or seriously injured” and as “Seriously injured”.")
    assert named_again("x", killed, Saying("298", "Seriously injured")).severity == Severity.DIFFERS


@pytest.mark.parametrize(
    ("printed", "flagged"),
    [
        (("TBC", "TBC", ""), True),
        (("12", "", " "), True),
        (("TBC", "TBC", "TBC"), False),
        (("", "", ""), False),
    ],
)
def test_targets_against_fewer_lines_than_parts_are_flagged(printed: tuple[str, ...], flagged: bool) -> None:
    found = targets_short_of_parts("Serious acquisitive crime 2011/12", printed, ("burglary", "robbery", "vehicles"))
    assert (found is not None) is flagged


def test_the_flag_names_the_parts_and_what_is_printed() -> None:
    found = targets_short_of_parts("Crime 2011/12", ("TBC", "TBC", ""), ("burglary", "robbery", "vehicles"))
    assert found is not None
    assert found.sentence == (
        "3 parts (burglary, robbery, vehicles) have 2 targets printed beside them (TBC, TBC):"
        " which part has none is not printed."
    )
